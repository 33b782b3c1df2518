// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avhandles.h"
#include "core/media/framehandles.h"

#include <functional>

namespace respool {

// Decodes one stream on the calling thread only. What cannot be decoded is stepped over and
// counted. One object, one thread.
class StreamDecoder
{
public:
    using Take = std::function<Result<>(AVFrame &)>;

    // Errors: Media when there is no decoder for it, with the codec's name.
    static Result<std::unique_ptr<StreamDecoder>> open(const AVStream &stream, const QString &path);

    // Hands over every frame that the packet completes; nullptr: the last ones. The frame is the
    // taker's until it returns. Errors: those of take; Internal without memory.
    Result<> decode(const AVPacket *packet, const Take &take);

    // Where a frame belongs, in ms of the file's time; nothing when no one knows.
    std::optional<qint64> timeOf(const AVFrame &frame) const;
    qint64 durationOf(const AVFrame &frame) const; // ms; 0: not known
    qint64 damaged() const { return m_damaged; }

private:
    StreamDecoder(const AVStream &stream, QString path)
        : m_stream(stream)
        , m_path(std::move(path))
    {}
    Result<> noteDamage(int code);

    const AVStream &m_stream;
    QString m_path;
    CodecHandle m_codec;
    FrameHandle m_frame;
    qint64 m_damaged = 0;
};

} // namespace respool
