// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

namespace respool {

struct StreamInfo
{
    QString codec; // libav's name: vp8, opus, …
    QString kind;  // video, audio, …
    int width = 0;
    int height = 0;
};

// What a media file holds, as its head tells it.
struct MediaInfo
{
    QString container;
    qint64 durationMs = 0; // 0: the file does not say
    bool seekable = false;
    QList<StreamInfo> streams;
};

// Decodes nothing, and reads the head of the file only. Errors: Media names the file and what is
// wrong with it; NotFound, Unsafe, Io.
Result<MediaInfo> probeMedia(const Directory &folder, const QString &name);

} // namespace respool
