// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

#include <functional>
#include <stop_token>

namespace respool {

struct RemuxReport
{
    bool alreadySeekable = false; // nothing was written
    qint64 packets = 0;
    qint64 bytesBefore = 0;
    qint64 bytesAfter = 0;
    qint64 durationMs = 0;
    QString warning; // what of the original could not be read
};

// Makes a live WebM seekable in place: its packets are copied into a hidden part file beside it,
// which is verified and then takes its name. At every instant the name is the untouched original
// or the complete, verified copy (I4); on every error the part file is gone. Runs on a pool
// thread; knows files and libav, nothing of jobs.
// Errors: Media (nothing can be read, a codec that WebM does not know, a copy that is not equal),
// NoSpace says how much more is needed, Busy (somebody writes to it), Conflict (it changed
// meanwhile), Interrupted (stop was requested), Io.
using RemuxProgress = std::function<void(qint64 doneBytes, qint64 totalBytes)>;
Result<RemuxReport> remuxWebm(const Directory &folder, const QString &name,
                              const std::stop_token &stop, const RemuxProgress &progress);

// Removes what a remux that died has left beside the file.
Result<> removeStalePart(const Directory &folder, const QString &name);

} // namespace respool
