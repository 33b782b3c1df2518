// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/streamdecoder.h"

extern "C" {
#include <libavutil/mathematics.h>
}

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<std::unique_ptr<StreamDecoder>> StreamDecoder::open(const AVStream &stream,
                                                           const QString &path)
{
    const AVCodec *codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (!codec)
        return fail(ErrorCode::Media,
                    u"%1 cannot be decoded: there is no decoder for %2 here"_s.arg(
                        path, QString::fromUtf8(avcodec_get_name(stream.codecpar->codec_id))));
    std::unique_ptr<StreamDecoder> decoder(new StreamDecoder(stream, path));
    decoder->m_codec.reset(avcodec_alloc_context3(codec));
    decoder->m_frame.reset(av_frame_alloc());
    if (!decoder->m_codec || !decoder->m_frame)
        return fail(ErrorCode::Internal, u"no memory to decode %1"_s.arg(path));
    AVCodecContext &context = *decoder->m_codec;
    int opened = avcodec_parameters_to_context(&context, stream.codecpar);
    context.pkt_timebase = stream.time_base;
    context.thread_count = 1; // its process may start none
    if (opened >= 0)
        opened = avcodec_open2(&context, codec, nullptr);
    if (opened < 0)
        return avFailure(u"cannot decode"_s, path, opened);
    return decoder;
}

Result<> StreamDecoder::decode(const AVPacket *packet, const Take &take)
{
    if (const int sent = avcodec_send_packet(m_codec.get(), packet); sent < 0)
        TRY(noteDamage(sent));
    for (;;) {
        const int got = avcodec_receive_frame(m_codec.get(), m_frame.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF)
            return {};
        if (got < 0)
            return noteDamage(got);
        const Result<> taken = take(*m_frame);
        av_frame_unref(m_frame.get());
        TRY(taken);
    }
}

Result<> StreamDecoder::noteDamage(int code)
{
    if (code == AVERROR(ENOMEM))
        return fail(ErrorCode::Internal, u"no memory to decode %1"_s.arg(m_path));
    ++m_damaged;
    return {};
}

std::optional<qint64> StreamDecoder::timeOf(const AVFrame &frame) const
{
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE)
        return {};
    return av_rescale_q(frame.best_effort_timestamp, m_stream.time_base, inMs);
}

qint64 StreamDecoder::durationOf(const AVFrame &frame) const
{
    if (frame.pkt_duration > 0)
        return av_rescale_q(frame.pkt_duration, m_stream.time_base, inMs);
    const AVRational rate = m_stream.avg_frame_rate;
    return rate.num > 0 ? av_rescale_q(1, av_inv_q(rate), inMs) : 0;
}

} // namespace respool
