// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediafile.h"
#include "core/media/mediaprogress.h"

#include <QJsonObject>

#include <span>
#include <vector>

namespace respool {

// What a MediaRequest may ask for, by verb. A task runs in a forked child of respool-media, in the
// sandbox: it has the files it is given and nothing else, may start no thread, and is killed when
// it is to stop. It calls progress at least every few seconds, and as often as it likes. What it
// answers fits into 100 KB; what is larger goes into a file.
using MediaTask = Result<QJsonObject> (*)(const QJsonObject &options,
                                          const std::vector<MediaFile> &files,
                                          const MediaProgress &progress);

struct NamedMediaTask
{
    QLatin1String verb;
    MediaTask run = nullptr;
};
using MediaTasks = std::span<const NamedMediaTask>;

// Tasks of this room, and further ones that the program brings along. nullptr: there is none.
//   probe      one file; answers a MediaInfo
//   rewrite    source and output, RewriteOptions; answers a RewriteReport
//   video-map  source and output; answers a VideoMapReport, and writes the bytes of a CopyMap
//   frame-list source and output, isMapped; answers a FrameListReport, and writes its numbers
//   picture    source and output, PictureOptions; answers a PictureReport
//   clip       source and output, TimeRange; answers a WrittenMedia
//   join       sources and output; answers a WrittenMedia
//   transcode  sources and output, TranscodeOptions; answers a WrittenMedia
MediaTask mediaTask(const QString &verb, MediaTasks further);

} // namespace respool
