// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/rewrite.h"

#include <stop_token>

namespace respool {

class Directory;
class MediaReader;

struct RemuxOptions
{
    RewriteOptions rewrite;
    // When not everything in a damaged file can be saved, the original stays beside the copy.
    bool keepDamaged = true;
};

// The names under which damaged originals stay, by number from 1: NAME.orig, NAME.orig-2, …
inline constexpr int mostKeptOriginals = 100;
QString keptOriginalName(const QString &name, int number);

struct RemuxReport
{
    bool alreadySeekable = false; // nothing was written
    qint64 packets = 0;
    qint64 bytesBefore = 0;
    qint64 bytesAfter = 0;
    qint64 durationMs = 0;
    bool timesMoved = false; // a packet is not where it was in time
    QString keptAs;          // the name of the damaged original; empty: there is none
    QString warning;         // what the user should know: damage, timestamps that were raised
};

// Makes a recording seekable in place: the same packets with duration, sizes and index. Runs to
// its end on the calling pool thread, and may run again after a crash at any instant: at every
// moment the name holds the untouched original or the complete, verified and synced new file with
// the original's mode, owner, attributes and times (I4).
// Errors: Busy (being written), NoSpace (how much more and where), Media (damaged beyond use; no
// media), Refused (a codec that the container does not allow; the original cannot be kept),
// Conflict (changed meanwhile), Interrupted (stop), Unsafe (a link), Io. After each of them the
// original is as it was and no part file is left.
Result<RemuxReport> remuxInPlace(const MediaReader &reader, const Directory &folder,
                                 const QString &name, const RemuxOptions &options,
                                 const std::stop_token &stop, const MediaProgress &progress);

// Where a copy is to be written.
struct RemuxTarget
{
    const Directory &folder;
    QString name;
    bool overwrite = false;
};

// The same into another file; the original is left alone. Errors: as above, and Conflict when the
// target exists and is not to be overwritten.
Result<RemuxReport> remuxInto(const MediaReader &reader, const Directory &folder,
                              const QString &name, const RemuxTarget &target,
                              const RewriteOptions &options, const std::stop_token &stop,
                              const MediaProgress &progress);

// Removes what a remux that died left beside the file; absent is success. remuxInPlace() does so
// itself; recovery calls it for work that is given up.
Result<> removeStalePart(const Directory &folder, const QString &name);

} // namespace respool
