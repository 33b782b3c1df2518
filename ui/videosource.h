// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/seekablevideo.h"

#include <QUrl>

namespace respool {

// A name by which a player of this process reads a video: QMediaPlayer::setSource(url()). It reads
// on threads of its own, as it does from a file. QMediaPlayer::setSourceDevice() does not: Qt 6.4
// reads a device on the thread of the player, and gives GStreamer bytes of where it stood before
// when a seek comes in between, which then fails.
// Lives on the main thread; the player must have another source before it goes.
class VideoSource
{
public:
    explicit VideoSource(const std::shared_ptr<const SeekableVideo> &video);
    ~VideoSource();

    QUrl url() const;

private:
    Q_DISABLE_COPY_MOVE(VideoSource)
    quint64 m_id = 0;
};

} // namespace respool
