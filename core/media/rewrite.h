// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/mediaprogress.h"

#include <QJsonObject>

#include <optional>

namespace respool {

class UniqueFd;
struct MediaFile;

enum class MediaTarget { Webm, Matroska, Mp4 };

// "webm", "mkv", "mp4"; nothing for another text.
std::optional<MediaTarget> mediaTargetOf(const QString &text);
QString textOf(MediaTarget target);
// By the ending of a file's name; WebM for one that says nothing.
MediaTarget mediaTargetFor(const QString &fileName);

struct RewriteOptions
{
    MediaTarget target = MediaTarget::Webm;
    bool onlyIfNeeded = false; // a file that is seekable already is not written again
    bool transcode = false;    // encode anew what the target does not allow
    bool verifyFull = false;   // compare hashes of all packets, too

    QJsonObject toJson() const;
    static RewriteOptions fromJson(const QJsonObject &object);
};

struct RewriteReport
{
    // What was done, in the order in which it is tried.
    enum class Way { None, Repaired, Copied, Transcoded };

    Way way = Way::None; // None: it was not needed
    qint64 packets = 0;
    qint64 durationMs = 0;
    qint64 outputBytes = 0;
    bool damaged = false;    // not everything in the source came along
    bool timesMoved = false; // a packet is not where it was in time
    QString warning;         // what the user should know; empty for a sound file

    QJsonObject toJson() const;
    static RewriteReport fromJson(const QJsonObject &object);
};

// How many bytes a copy of so many needs: sizes, index and tags make it a little larger.
qint64 rewriteSpaceFor(qint64 sourceBytes);

// Writes a seekable copy of the source and verifies it. First by copying clusters (repairWebm),
// then packet by packet by libavformat, then, if that was asked for, by encoding anew. The output
// must be empty and open for reading, too; it is not synced. Runs in the process that may die of
// the file.
// Errors: Media (damaged beyond use, not verified), Refused (a codec or a pair of recordings that
// the target does not allow), NoSpace, Io, Conflict (the source became shorter). The output is of
// no use after any of them.
Result<RewriteReport> rewriteMedia(const MediaFile &source, const UniqueFd &output,
                                   const RewriteOptions &options, const MediaProgress &progress);

} // namespace respool
