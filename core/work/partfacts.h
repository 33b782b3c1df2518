// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/library/recording.h"
#include "core/media/mediafile.h"
#include "core/media/mediareader.h"

#include <vector>

namespace respool {

// Looks into the files of parts and fills in what only their content tells: duration, seekable,
// problem. What the manifest said already is kept where the file does not know better. A file that
// cannot be read, or that crashes its reader, has a problem and is no failure. Media files wait
// until look(): a process for each alone would cost a hundred times what reading it costs.
class PartFacts
{
public:
    PartFacts(const MediaReader &reader, std::stop_token stop)
        : m_reader(reader)
        , m_stop(std::move(stop))
    {}

    // The part must stay where it is until look() has returned.
    void add(const Directory &folder, Part &part);
    // Errors: Interrupted; Internal when no media file can be read here.
    Result<> look();

private:
    const MediaReader &m_reader;
    std::stop_token m_stop;
    std::vector<MediaFile> m_files;
    std::vector<Part *> m_parts; // one for each file
};

} // namespace respool
