// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/audioencoder.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/samplefmt.h>
}

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Times in WebM are whole milliseconds and a recorder's jitter is some more: less is no gap.
constexpr qint64 gapMs = 40;

constexpr int bitsPerChannel = 64'000;

} // namespace

Result<std::unique_ptr<AudioEncoder>> AudioEncoder::open(int channels, qint64 endMs,
                                                         const QString &path)
{
    const AVCodec *codec = avcodec_find_encoder_by_name("libopus");
    if (!codec)
        return fail(ErrorCode::Internal,
                    u"%1 cannot be encoded: this FFmpeg has no libopus"_s.arg(path));
    std::unique_ptr<AudioEncoder> encoder(new AudioEncoder(path));
    encoder->m_codec.reset(avcodec_alloc_context3(codec));
    encoder->m_packet.reset(av_packet_alloc());
    if (!encoder->m_codec || !encoder->m_packet)
        return fail(ErrorCode::Internal, u"no memory to encode %1"_s.arg(path));
    AVCodecContext &context = *encoder->m_codec;
    const int kept = channels == 1 ? 1 : 2;
    av_channel_layout_default(&context.ch_layout, kept);
    context.sample_fmt = AV_SAMPLE_FMT_FLT;
    context.sample_rate = rate;
    context.time_base = {1, rate};
    context.bit_rate = kept * bitsPerChannel;
    context.thread_count = 1; // its process may start none
    if (const int opened = avcodec_open2(&context, codec, nullptr); opened < 0)
        return avFailure(u"cannot encode the sound of"_s, path, opened);
    encoder->m_fifo.reset(av_audio_fifo_alloc(context.sample_fmt, kept, 2 * context.frame_size));
    if (!encoder->m_fifo)
        return fail(ErrorCode::Internal, u"no memory to encode %1"_s.arg(path));
    if (endMs >= 0)
        encoder->m_end = endMs * samplesInMs;
    return encoder;
}

// A stream may change its form on the way.
Result<> AudioEncoder::prepareResampler(const AVFrame &frame)
{
    if (m_resampler && m_fromFormat == frame.format && m_fromRate == frame.sample_rate
        && m_fromChannels == frame.ch_layout.nb_channels)
        return {};
    AVChannelLayout from{};
    int done = 0;
    if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&from, frame.ch_layout.nb_channels);
    else
        done = av_channel_layout_copy(&from, &frame.ch_layout);
    SwrContext *made = nullptr;
    if (done >= 0)
        done = swr_alloc_set_opts2(&made, &m_codec->ch_layout, m_codec->sample_fmt, rate, &from,
                                   AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr);
    m_resampler.reset(made);
    if (done >= 0)
        done = swr_init(made);
    av_channel_layout_uninit(&from);
    if (done < 0) {
        m_resampler.reset();
        return avFailure(u"cannot convert the sound of"_s, m_path, done);
    }
    m_fromFormat = frame.format;
    m_fromRate = frame.sample_rate;
    m_fromChannels = frame.ch_layout.nb_channels;
    return {};
}

Result<FrameHandle> AudioEncoder::buffer(int samples) const
{
    FrameHandle frame(av_frame_alloc());
    int made = frame ? 0 : AVERROR(ENOMEM);
    if (frame) {
        frame->format = m_codec->sample_fmt;
        frame->sample_rate = rate;
        frame->nb_samples = samples;
        made = av_channel_layout_copy(&frame->ch_layout, &m_codec->ch_layout);
        if (made >= 0)
            made = av_frame_get_buffer(frame.get(), 0);
    }
    if (made < 0)
        return avFailure(u"cannot encode the sound of"_s, m_path, made);
    return frame;
}

Result<FrameHandle> AudioEncoder::resampled(const AVFrame &frame)
{
    TRY(prepareResampler(frame));
    const int most = swr_get_out_samples(m_resampler.get(), frame.nb_samples);
    if (most < 0)
        return avFailure(u"cannot convert the sound of"_s, m_path, most);
    TRY_LET(FrameHandle sound, buffer(std::max(most, 1)));
    const int got =
        swr_convert(m_resampler.get(), sound->data, sound->nb_samples,
                    const_cast<const uint8_t **>(frame.extended_data), frame.nb_samples);
    if (got < 0)
        return avFailure(u"cannot convert the sound of"_s, m_path, got);
    sound->nb_samples = got;
    return sound;
}

Result<> AudioEncoder::encode(const AVFrame &frame, qint64 ms, const TakePacket &take)
{
    TRY_LET(const FrameHandle sound, resampled(frame));
    if (sound->nb_samples == 0)
        return {};
    TRY(place(*sound, ms * samplesInMs, take));
    return encodeFull(take);
}

Result<> AudioEncoder::place(AVFrame &sound, qint64 position, const TakePacket &take)
{
    const bool gap = !m_begun || position - m_next > gapMs * samplesInMs;
    if (m_begun && gap)
        TRY(encodeRest(take));
    const qint64 at = gap ? position : m_next;
    const qint64 skip = std::clamp<qint64>(-at, 0, sound.nb_samples);
    const qint64 room = m_end < 0 ? sound.nb_samples : std::max<qint64>(0, m_end - at);
    const qint64 count = std::min<qint64>(sound.nb_samples, room) - skip;
    if (count <= 0)
        return {};
    if (gap)
        m_next = at + skip;
    m_begun = true;
    const int bytes = av_get_bytes_per_sample(m_codec->sample_fmt) * m_codec->ch_layout.nb_channels;
    void *data = sound.data[0] + skip * bytes;
    const int put = av_audio_fifo_write(m_fifo.get(), &data, int(count));
    if (put < int(count))
        return avFailure(u"cannot encode the sound of"_s, m_path, put < 0 ? put : AVERROR(ENOMEM));
    m_next += count;
    return {};
}

Result<> AudioEncoder::encodeFull(const TakePacket &take)
{
    while (av_audio_fifo_size(m_fifo.get()) >= m_codec->frame_size) {
        TRY_LET(const FrameHandle frame, buffer(m_codec->frame_size));
        frame->pts = m_next - av_audio_fifo_size(m_fifo.get());
        const int got = av_audio_fifo_read(m_fifo.get(), reinterpret_cast<void **>(frame->data),
                                           frame->nb_samples);
        if (got < frame->nb_samples)
            return fail(ErrorCode::Internal, u"the sound of %1 got lost"_s.arg(m_path));
        TRY(send(frame.get(), take));
    }
    return {};
}

// What is less than a frame, filled up with silence.
Result<> AudioEncoder::encodeRest(const TakePacket &take)
{
    const int rest = av_audio_fifo_size(m_fifo.get());
    if (rest == 0)
        return {};
    TRY_LET(const FrameHandle silence, buffer(m_codec->frame_size - rest));
    av_samples_set_silence(silence->data, 0, silence->nb_samples, m_codec->ch_layout.nb_channels,
                           m_codec->sample_fmt);
    const int put = av_audio_fifo_write(m_fifo.get(), reinterpret_cast<void **>(silence->data),
                                        silence->nb_samples);
    if (put < silence->nb_samples)
        return avFailure(u"cannot encode the sound of"_s, m_path, put < 0 ? put : AVERROR(ENOMEM));
    m_next += silence->nb_samples;
    return encodeFull(take);
}

Result<> AudioEncoder::finish(const TakePacket &take)
{
    TRY(encodeRest(take));
    return send(nullptr, take);
}

Result<> AudioEncoder::send(const AVFrame *frame, const TakePacket &take)
{
    if (const int sent = avcodec_send_frame(m_codec.get(), frame); sent < 0)
        return avFailure(u"cannot encode the sound of"_s, m_path, sent);
    for (;;) {
        const int got = avcodec_receive_packet(m_codec.get(), m_packet.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF)
            return {};
        if (got < 0)
            return avFailure(u"cannot encode the sound of"_s, m_path, got);
        const Result<> taken = take(*m_packet);
        av_packet_unref(m_packet.get());
        TRY(taken);
    }
}

} // namespace respool
