// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace respool {

struct StreamInfo
{
    enum class Kind { Video, Audio, Subtitle, Other };

    Kind kind = Kind::Other;
    QString codec;
    int width = 0;
    int height = 0;

    bool operator==(const StreamInfo &) const = default;
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

    bool operator==(const MediaInfo &) const = default;
    QJsonObject toJson() const;
    // What is missing or of another type is as in an empty MediaInfo.
    static MediaInfo fromJson(const QJsonObject &object);
};

} // namespace respool
