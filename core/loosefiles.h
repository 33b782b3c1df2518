// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediahost.h"
#include "core/media/mediainfo.h"
#include "core/media/remuxer.h"

namespace respool {

struct LooseProbe
{
    MediaInfo info;
    bool beingWritten = false; // some process has it open for writing
};

// What can be done with media files that belong to no store: no library, no queue, no database.
// Blocks; the command line's own thread.
class LooseFiles
{
public:
    Result<LooseProbe> probe(const QString &path, bool thorough, const std::stop_token &stop,
                             const MediaProgress &progress);

    struct Remux
    {
        QString path;
        QString output; // empty: in place
        bool overwrite = false;
        RemuxOptions options;
    };
    // Errors: those of remuxInPlace() and remuxInto().
    Result<RemuxReport> remux(const Remux &remux, const std::stop_token &stop,
                              const MediaProgress &progress);

private:
    MediaHost m_host;
};

} // namespace respool
