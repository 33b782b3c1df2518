// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediaprogress.h"
#include "core/media/webm/copymap.h"

#include <QJsonObject>

#include <optional>
#include <stop_token>

namespace respool {

class MediaHost;
class UniqueFd;
struct MediaFile;

struct VideoMapReport
{
    qint64 bytes = 0;      // of the map; 0: the file is to be read as it is
    qint64 durationMs = 0; // 0: not known

    QJsonObject toJson() const;
    static VideoMapReport fromJson(const QJsonObject &json);
};

// What the seekable copy of a WebM or Matroska file would consist of that has no index of its own;
// nothing for other files. Runs in the process that may die of the file. Errors: Media (no packet,
// two recordings that do not fit together), Io.
Result<VideoMapReport> mapVideo(const MediaFile &file, const UniqueFd &output,
                                const MediaProgress &progress);

struct FrameListReport
{
    qint64 bytes = 0; // four for each frame; 0: they are not known

    QJsonObject toJson() const { return {{QStringLiteral("bytes"), bytes}}; }
};

// When the frames of the picture begin: of the file, or of what mapVideo() makes of it. Of a WebM or
// Matroska file; nothing for other files. Runs in the process that may die of the file. Errors: as
// mapVideo().
Result<FrameListReport> listFrames(const MediaFile &file, const UniqueFd &output, bool isMapped,
                                   const MediaProgress &progress);

struct VideoMap
{
    qint64 durationMs = 0;
    std::optional<CopyMap> copy; // nothing: the file is to be read as it is
};

// Has a process do that. Pool thread. Errors: as MediaHost::run().
Result<VideoMap> askForVideoMap(MediaHost &host, const MediaFile &file,
                                const std::stop_token &stop);
// Has a process list the frames: in ms from the beginning, rounded up, in order. Reads the heads of
// all blocks, which takes a while where the file is large and not in memory. Likewise.
Result<QList<quint32>> askForFrameList(MediaHost &host, const MediaFile &file, bool isMapped,
                                       const std::stop_token &stop);

} // namespace respool
