// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace respool {

struct StreamInfo
{
    enum class Kind { Video, Audio, Subtitle, Other };

    Kind kind = Kind::Other;
    QString codec;
    int width = 0;
    int height = 0;
    double frameRate = 0; // a second; 0: not told, as in a live recording
    int samplingHz = 0;
    int channels = 0;

    bool operator==(const StreamInfo &) const = default;
    QString summary() const; // "vp9 1280x720, 30 frames/s"
};

// How a WebM file is made; of another container nothing is told.
struct WebmShape
{
    bool durationTold = false; // and not as 0
    bool segmentSizeKnown = false;
    bool clusterSizesKnown = false;
    bool cues = false;
    bool seekHead = false;
    qint64 lastMs = 0;  // where the last packet lies; 0: not found
    qint64 packets = 0; // 0: not counted

    bool operator==(const WebmShape &) const = default;
};

// What a media file holds. Any thread.
struct MediaInfo
{
    QString container;     // "webm", "matroska", or libavformat's name
    qint64 durationMs = 0; // 0: unknown, as in a live recording
    qint64 bytes = 0;
    bool seekable = false;
    QList<StreamInfo> streams;
    QString problem; // what is wrong with a file that can be read all the same
    std::optional<WebmShape> webm;
    QStringList damage; // what was found that belongs to no recording, one line each

    // Of all streams together; 0 while the duration is not known.
    qint64 bitsPerSecond() const;
    QString summary() const; // of all streams, in one line

    bool operator==(const MediaInfo &) const = default;
    QJsonObject toJson() const;
    // What is missing or of another type is as in an empty MediaInfo.
    static MediaInfo fromJson(const QJsonObject &object);
};

} // namespace respool
