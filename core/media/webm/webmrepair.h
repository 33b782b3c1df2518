// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/webm/copywindow.h"
#include "core/media/webm/tracktally.h"

namespace respool {

class CopyMap;
class UniqueFd;

struct WebmRepairOptions
{
    QByteArray docType = "webm"; // or "matroska", which allows every codec
    bool hashed = false;         // hash all frames, for a full verification
    bool synced = false;         // the caller syncs the output: the disk may begin meanwhile
    bool keepsStart = false;     // a late start stays where it is
    bool listsFrames = false;    // see WebmRepairReport::frameMs
};

struct WebmRepairReport
{
    QList<WebmTrack> tracks;
    TrackTallies tallies; // one for each track
    qint64 timestampScaleNs = 1'000'000;
    double durationTicks = 0;
    qint64 outputBytes = 0;
    qint64 cues = 0;
    bool keyless = false; // nothing to jump to: the one cue leads to the first frame
    // What was not as it should be.
    qint64 skippedBytes = 0;
    qint64 skippedMs = 0;       // of the recording's time, between what was kept
    qint64 firstSkippedAt = -1; // position in the source
    qint64 startMs = 0;         // the offset that was taken off all times
    qint64 wrapped = 0;         // blocks whose time had run over within a Cluster
    qint64 backwards = 0;       // Clusters that begin before the one before them
    int recordings = 1;         // that were joined into one
    // When each frame of the first picture begins, rounded up, in the order of the file; only when
    // asked for, and of the first so many.
    static constexpr qsizetype mostFrames = 4'000'000; // more than a day of 40 a second
    QList<quint32> frameMs;

    qint64 packets() const;
    qint64 durationMs() const;
    // What a user should know of this, in one line; empty for a sound file.
    QString warning(const QString &path) const;
};

// Makes a live or damaged WebM file seekable: copies its Clusters byte for byte into the output,
// which must be empty and open for reading, too, and puts duration, SeekHead and Cues in front.
// One pass, one window of a MiB. The size of the output is set; it is not synced.
// Errors: Media when this way does not lead there, and another one might (no WebM, no packet);
// Refused when none does (two different recordings in one file, a codec that docType does not
// allow); NoSpace, Io, Interrupted, Conflict (the file became shorter).
Result<WebmRepairReport> repairWebm(const MediaFile &source, const UniqueFd &output,
                                    const WebmRepairOptions &options, const std::stop_token &stop,
                                    const CopyWindow::Progress &progress);

// The same without a copy: what it would consist of, so that the file can be read as if it were the
// copy. Reads the heads of blocks only. Errors: as repairWebm(), without those of writing.
Result<WebmRepairReport> mapRepairedWebm(const MediaFile &source, CopyMap &map,
                                         const WebmRepairOptions &options,
                                         const CopyWindow::Progress &progress);

} // namespace respool
