// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avhandles.h"
#include "core/media/framehandles.h"

#include <functional>

namespace respool {

using TakePacket = std::function<Result<>(AVPacket &)>;

// Encodes pictures as VP9, fast and at a constant quality, on the calling thread only. All have the
// size that was given at the beginning: others are scaled. A key frame comes every five seconds, so
// that the result can be sought in. One object, one thread.
class VideoEncoder
{
public:
    struct Shape
    {
        int width = 0;
        int height = 0;
        AVRational pixelAspect{0, 1};
        AVRational frameRate{0, 1}; // about; {0, 1}: not known
    };

    // Errors: Media (no picture has that size), Internal (no VP9 encoder here).
    static Result<std::unique_ptr<VideoEncoder>> open(const Shape &shape, const QString &path);

    // The times are in ms and grow. The packets' are in the time base of context().
    Result<> encode(const AVFrame &frame, qint64 ms, qint64 durationMs, const TakePacket &take);
    Result<> finish(const TakePacket &take);

    const AVCodecContext &context() const { return *m_codec; }

private:
    explicit VideoEncoder(QString path)
        : m_path(std::move(path))
    {}
    Result<> fitted(const AVFrame &frame);
    Result<> receive(qint64 durationMs, const TakePacket &take);

    QString m_path;
    CodecHandle m_codec;
    ScalerHandle m_scaler;
    FrameHandle m_frame;
    PacketHandle m_packet;
    qint64 m_nextKeyMs = 0;
};

} // namespace respool
