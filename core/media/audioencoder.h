// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/videoencoder.h"

extern "C" {
#include <libavutil/audio_fifo.h>
#include <libswresample/swresample.h>
}

namespace respool {

struct FreeResampler
{
    void operator()(SwrContext *context) const { swr_free(&context); }
};
struct FreeFifo
{
    void operator()(AVAudioFifo *fifo) const { av_audio_fifo_free(fifo); }
};

using ResamplerHandle = std::unique_ptr<SwrContext, FreeResampler>;
using FifoHandle = std::unique_ptr<AVAudioFifo, FreeFifo>;

// Encodes sound as Opus, on the calling thread only. Keeps it where its times say: what comes
// before 0 or after the end is cut off to the sample, and after a gap it goes on at the later time.
// One object, one thread.
class AudioEncoder
{
public:
    // Mono stays mono, everything else becomes stereo. endMs -1: no end.
    // Errors: Internal (no Opus encoder here).
    static Result<std::unique_ptr<AudioEncoder>> open(int channels, qint64 endMs,
                                                      const QString &path);

    // The times are in ms. The packets' are in the time base of context().
    Result<> encode(const AVFrame &frame, qint64 ms, const TakePacket &take);
    Result<> finish(const TakePacket &take);

    // Where the sound that was taken ends.
    qint64 endMs() const { return (m_next + samplesInMs - 1) / samplesInMs; }
    const AVCodecContext &context() const { return *m_codec; }

private:
    static constexpr int rate = 48'000;
    static constexpr qint64 samplesInMs = rate / 1000;

    explicit AudioEncoder(QString path)
        : m_path(std::move(path))
    {}
    Result<> prepareResampler(const AVFrame &frame);
    Result<FrameHandle> resampled(const AVFrame &frame);
    Result<FrameHandle> buffer(int samples) const;
    Result<> place(AVFrame &sound, qint64 position, const TakePacket &take);
    Result<> encodeFull(const TakePacket &take);
    Result<> encodeRest(const TakePacket &take);
    Result<> send(const AVFrame *frame, const TakePacket &take);

    QString m_path;
    CodecHandle m_codec;
    FifoHandle m_fifo;
    PacketHandle m_packet;
    ResamplerHandle m_resampler;
    int m_fromFormat = -1; // what the resampler takes
    int m_fromRate = 0;
    int m_fromChannels = 0;
    qint64 m_end = -1; // in samples
    qint64 m_next = 0; // where the sample after the last one in the fifo belongs
    bool m_begun = false;
};

} // namespace respool
