// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <functional>
#include <stop_token>

namespace respool {

class Directory;

struct RemuxReport
{
    bool alreadySeekable = false; // nothing was written
    qint64 packets = 0;
    qint64 bytesBefore = 0;
    qint64 bytesAfter = 0;
    qint64 durationMs = 0;
    QString warning; // what the user should know: damage, timestamps that were raised
};

using RemuxProgress = std::function<void(qint64 doneBytes, qint64 totalBytes)>;

// Makes a live WebM recording seekable in place: the same packets with duration, sizes and index.
// Runs to its end on the calling pool thread, and may run again after a crash at any instant: at
// every moment the name holds the untouched original or the complete, verified and synced new
// file with the original's mode, owner, attributes and times (I4).
// Errors: Busy (being written), NoSpace (how much more and where), Media (damaged beyond use, not
// WebM, a codec that WebM does not allow), Conflict (changed meanwhile), Interrupted (stop),
// Unsafe (a link), Io. After each of them the original is as it was and no part file is left.
Result<RemuxReport> remuxWebm(const Directory &folder, const QString &name,
                              const std::stop_token &stop, const RemuxProgress &progress);

// Removes what a remux that died left beside the file; absent is success. remuxWebm() does so
// itself; recovery calls it for work that is given up.
Result<> removeStalePart(const Directory &folder, const QString &name);

} // namespace respool
