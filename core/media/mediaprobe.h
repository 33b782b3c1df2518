// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QList>

namespace respool {

struct MediaFile;

struct StreamInfo
{
    enum class Kind { Video, Audio, Subtitle, Other };

    Kind kind = Kind::Other;
    QString codec;
    int width = 0;
    int height = 0;
};

struct MediaInfo
{
    QString container;     // "webm", "matroska", or libavformat's name
    qint64 durationMs = 0; // 0: unknown, as in a live recording
    qint64 bytes = 0;
    bool seekable = false;
    QList<StreamInfo> streams;
    QString problem; // what is wrong with a file that can be read all the same
};

// What a media file is, from its head and its index: never decodes, and reads a few MB at most.
// Errors: Media for what is empty, damaged before its tracks, or no media at all, in words that
// name the file; Io.
Result<MediaInfo> probeMedia(const MediaFile &file);

} // namespace respool
