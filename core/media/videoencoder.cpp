// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/videoencoder.h"

extern "C" {
#include <libavutil/opt.h>
}

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 keyEveryMs = 5000;

struct Setting
{
    const char *name;
    const char *value;
};

// Ten times as fast as the default for a loss that a screen recording does not show; constant
// quality, and no frame held back, which would take memory and delay every packet.
constexpr Setting settings[] = {
    {"deadline", "realtime"}, {"cpu-used", "6"},     {"crf", "32"},
    {"lag-in-frames", "0"},   {"auto-alt-ref", "0"}, {"row-mt", "0"},
};

int open(AVCodecContext &context, const AVCodec *codec, const VideoEncoder::Shape &shape)
{
    context.width = shape.width;
    context.height = shape.height;
    context.sample_aspect_ratio = shape.pixelAspect;
    context.pix_fmt = AV_PIX_FMT_YUV420P;
    context.time_base = {1, 1000};
    if (shape.frameRate.num > 0 && shape.frameRate.num < 1000 * shape.frameRate.den)
        context.framerate = shape.frameRate;
    context.bit_rate = 0;     // as the quality needs it
    context.thread_count = 1; // its process may start none
    context.gop_size = 9999;  // by time instead, see encode()
    AVDictionary *options = nullptr;
    for (const Setting &setting : settings)
        av_dict_set(&options, setting.name, setting.value, 0);
    const int opened = avcodec_open2(&context, codec, &options);
    av_dict_free(&options);
    return opened;
}

} // namespace

Result<std::unique_ptr<VideoEncoder>> VideoEncoder::open(const Shape &shape, const QString &path)
{
    if (shape.width <= 0 || shape.height <= 0 || shape.width > 16'384 || shape.height > 16'384)
        return fail(ErrorCode::Media,
                    u"%1 has no pictures of a size that can be encoded"_s.arg(path));
    const AVCodec *codec = avcodec_find_encoder_by_name("libvpx-vp9");
    if (!codec)
        return fail(ErrorCode::Internal,
                    u"%1 cannot be encoded: this FFmpeg has no libvpx-vp9"_s.arg(path));
    std::unique_ptr<VideoEncoder> encoder(new VideoEncoder(path));
    encoder->m_codec.reset(avcodec_alloc_context3(codec));
    encoder->m_frame.reset(av_frame_alloc());
    encoder->m_packet.reset(av_packet_alloc());
    if (!encoder->m_codec || !encoder->m_frame || !encoder->m_packet)
        return fail(ErrorCode::Internal, u"no memory to encode %1"_s.arg(path));
    if (const int opened = respool::open(*encoder->m_codec, codec, shape); opened < 0)
        return avFailure(u"cannot encode"_s, path, opened);
    return encoder;
}

// The picture into m_frame as the encoder takes it.
Result<> VideoEncoder::fitted(const AVFrame &frame)
{
    av_frame_unref(m_frame.get());
    if (frame.format == m_codec->pix_fmt && frame.width == m_codec->width
        && frame.height == m_codec->height) {
        const int shared = av_frame_ref(m_frame.get(), &frame);
        return shared < 0 ? Result<>(avFailure(u"cannot encode"_s, m_path, shared)) : Result<>();
    }
    m_scaler.reset(sws_getCachedContext(
        m_scaler.release(), frame.width, frame.height, AVPixelFormat(frame.format), m_codec->width,
        m_codec->height, m_codec->pix_fmt, SWS_BILINEAR, nullptr, nullptr, nullptr));
    if (!m_scaler)
        return fail(ErrorCode::Media,
                    u"%1 has pictures of a form that cannot be encoded"_s.arg(m_path));
    m_frame->format = m_codec->pix_fmt;
    m_frame->width = m_codec->width;
    m_frame->height = m_codec->height;
    int done = av_frame_get_buffer(m_frame.get(), 0);
    if (done >= 0)
        done = sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, m_frame->data,
                         m_frame->linesize);
    return done < 0 ? Result<>(avFailure(u"cannot scale a picture of"_s, m_path, done))
                    : Result<>();
}

Result<> VideoEncoder::encode(const AVFrame &frame, qint64 ms, qint64 durationMs,
                              const TakePacket &take)
{
    TRY(fitted(frame));
    m_frame->pts = ms;
    m_frame->pkt_duration = durationMs;
    m_frame->pict_type = AV_PICTURE_TYPE_NONE;
    if (ms >= m_nextKeyMs) {
        m_frame->pict_type = AV_PICTURE_TYPE_I;
        m_nextKeyMs = ms + keyEveryMs;
    }
    const int sent = avcodec_send_frame(m_codec.get(), m_frame.get());
    av_frame_unref(m_frame.get());
    if (sent < 0)
        return avFailure(u"cannot encode a picture of"_s, m_path, sent);
    return receive(durationMs, take);
}

Result<> VideoEncoder::finish(const TakePacket &take)
{
    if (const int sent = avcodec_send_frame(m_codec.get(), nullptr); sent < 0)
        return avFailure(u"cannot encode the last picture of"_s, m_path, sent);
    return receive(0, take);
}

Result<> VideoEncoder::receive(qint64 durationMs, const TakePacket &take)
{
    for (;;) {
        const int got = avcodec_receive_packet(m_codec.get(), m_packet.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF)
            return {};
        if (got < 0)
            return avFailure(u"cannot encode a picture of"_s, m_path, got);
        m_packet->duration = durationMs;
        const Result<> taken = take(*m_packet);
        av_packet_unref(m_packet.get());
        TRY(taken);
    }
}

} // namespace respool
