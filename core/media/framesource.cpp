// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/framesource.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostPixels = 64 << 20; // 8K has 33 million
constexpr qint64 probeBytes = 4 << 20;
constexpr qint64 lookBackMs = 2000;

bool isFatal(const Error &error)
{
    return error.code == ErrorCode::Io || error.code == ErrorCode::Interrupted;
}

// A cover of a music file is a stream of one picture, but nothing that was recorded.
bool isVideo(const AVStream &stream)
{
    return stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO
           && stream.codecpar->codec_id != AV_CODEC_ID_NONE
           && !(stream.disposition & AV_DISPOSITION_ATTACHED_PIC);
}

qint64 timestampOf(const AVPacket &packet)
{
    return packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
}

} // namespace

Result<std::unique_ptr<FrameSource>> FrameSource::open(const MediaFile &file, const Budget &budget)
{
    std::unique_ptr<FrameSource> source(new FrameSource(budget));
    TRY(source->start(file, budget));
    return source;
}

Result<> FrameSource::start(const MediaFile &file, const Budget &budget)
{
    TRY_LET(
        m_input,
        AvInput::open(file, {.format = nullptr, .readBudget = budget.bytes, .stop = budget.stop}));
    m_packet.reset(av_packet_alloc());
    if (!m_packet)
        return fail(ErrorCode::Internal, u"no memory to read %1"_s.arg(file.path));
    TRY(findStream());
    TRY(openDecoder());
    TRY(findBeginning());
    // The index of a Matroska file is read with the first seek.
    if (m_lengthMs > 0)
        seek(0);
    return {};
}

Result<> FrameSource::findStream()
{
    AVFormatContext &context = m_input->context();
    const auto find = [&] {
        for (unsigned i = 0; i < context.nb_streams && !m_stream; ++i) {
            if (isVideo(*context.streams[i]))
                m_stream = context.streams[i];
        }
        return m_stream != nullptr;
    };
    // Some containers tell their streams only when their packets come by.
    if (!find() && (context.ctx_flags & AVFMTCTX_NOHEADER)) {
        context.probesize = probeBytes;
        (void) avformat_find_stream_info(&context, nullptr); // what it has found counts
        find();
    }
    if (!m_stream)
        return fail(ErrorCode::Media,
                    u"%1 has no picture: it holds no video"_s.arg(m_input->path()));
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        if (context.streams[i] != m_stream)
            context.streams[i]->discard = AVDISCARD_ALL;
    }
    return {};
}

Result<> FrameSource::openDecoder()
{
    const AVCodecParameters &parameters = *m_stream->codecpar;
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (!codec)
        return fail(ErrorCode::Media,
                    u"%1 has no picture: there is no decoder for %2"_s.arg(
                        m_input->path(), QString::fromUtf8(avcodec_get_name(parameters.codec_id))));
    m_decoder.reset(avcodec_alloc_context3(codec));
    if (!m_decoder || avcodec_parameters_to_context(m_decoder.get(), &parameters) < 0)
        return fail(ErrorCode::Internal, u"no memory to decode %1"_s.arg(m_input->path()));
    m_decoder->thread_count = 1;
    m_decoder->pkt_timebase = m_stream->time_base;
    m_decoder->max_pixels = mostPixels;
    const int opened = avcodec_open2(m_decoder.get(), codec, nullptr);
    if (opened < 0)
        return avFailure(u"cannot decode"_s, m_input->path(), opened);
    return {};
}

// A recording need not begin at 0, and its head does not say so: the first packet does. Matroska
// counts its length from 0, the others from the first packet.
Result<> FrameSource::findBeginning()
{
    TRY_LET(const bool any, readVideo());
    if (!any)
        return fail(ErrorCode::Media,
                    u"%1 has no picture: it ends before the first one"_s.arg(m_input->path()));
    m_packetWaits = true;
    const qint64 first = timestampOf(*m_packet);
    m_beginning = first == AV_NOPTS_VALUE ? 0 : first;
    const AVFormatContext &context = m_input->context();
    if (context.duration > 0)
        m_lengthMs = context.duration / (AV_TIME_BASE / 1000);
    const bool fromZero = QByteArrayView(context.iformat->name).startsWith("matroska");
    const qint64 firstMs = av_rescale_q(m_beginning, m_stream->time_base, inMs);
    if (fromZero && firstMs > 0 && firstMs < m_lengthMs)
        m_lengthMs -= firstMs;
    return {};
}

// The next packet of the stream. Damage that the demuxer cannot step over is an end.
Result<bool> FrameSource::readVideo()
{
    for (;;) {
        av_packet_unref(m_packet.get());
        const auto got = m_input->read(*m_packet);
        if (!got && isFatal(got.error()))
            return Failure{got.error()};
        if (!got || !*got)
            return false;
        if (m_progress)
            m_progress(m_input->position(), m_input->file().identity.bytes);
        if (m_packet->stream_index == m_stream->index)
            return true;
    }
}

Result<bool> FrameSource::next(AVFrame &frame)
{
    while (m_framesLeft > 0) {
        const int got = avcodec_receive_frame(m_decoder.get(), &frame);
        if (got == 0) {
            --m_framesLeft;
            m_position = timeOf(frame);
            return true;
        }
        if (got == AVERROR_EOF)
            return false;
        // EAGAIN: it wants more. Anything else: damage, behind which it goes on.
        if (got != AVERROR(EAGAIN))
            --m_framesLeft;
        TRY_LET(const bool fed, decodeOn());
        if (!fed && m_atEnd)
            return false;
        m_atEnd = !fed;
    }
    return false;
}

// Gives the decoder the next packet, or once the end of the stream.
Result<bool> FrameSource::decodeOn()
{
    if (m_atEnd)
        return false;
    if (!std::exchange(m_packetWaits, false)) {
        TRY_LET(const bool more, readVideo());
        if (!more) {
            avcodec_send_packet(m_decoder.get(), nullptr);
            return false;
        }
    }
    if (avcodec_send_packet(m_decoder.get(), m_packet.get()) < 0)
        --m_framesLeft; // a damaged packet costs as much as a good one
    return true;
}

void FrameSource::seek(qint64 ms)
{
    const qint64 wanted = fromMs(ms);
    const AVIndexEntry *key =
        avformat_index_get_entry_from_timestamp(m_stream, wanted, AVSEEK_FLAG_BACKWARD);
    const bool ahead = m_position >= 0 && m_position <= ms && !m_atEnd;
    if (ahead && key && toMs(key->timestamp) <= m_position)
        return;
    jump(wanted);
}

void FrameSource::jump(qint64 timestamp)
{
    AVFormatContext &context = m_input->context();
    // There a place is found by its time alone, and need not be a key frame.
    if (context.iformat->flags & AVFMT_TS_DISCONT)
        timestamp = std::max(m_beginning, timestamp - fromMs(lookBackMs) + m_beginning);
    if (av_seek_frame(&context, m_stream->index, timestamp, AVSEEK_FLAG_BACKWARD) < 0)
        return;
    avcodec_flush_buffers(m_decoder.get());
    m_packetWaits = false;
    m_atEnd = false;
    m_position = -1;
}

Result<> FrameSource::survey()
{
    if (m_position >= 0 || m_atEnd)
        jump(m_beginning);
    qint64 last = 0;
    for (;;) {
        TRY_LET(const bool more, readVideo());
        if (!more || m_input->position() > m_surveyBytes)
            break;
        const qint64 timestamp = timestampOf(*m_packet);
        if (timestamp != AV_NOPTS_VALUE)
            last = std::max(last, toMs(timestamp + std::max<qint64>(m_packet->duration, 0)));
    }
    m_lengthMs = last;
    jump(m_beginning);
    return {};
}

bool FrameSource::hasIndex() const
{
    return avformat_index_get_entries_count(m_stream) > 1;
}

qint64 FrameSource::timeOf(const AVFrame &frame) const
{
    const qint64 timestamp = frame.best_effort_timestamp;
    return timestamp == AV_NOPTS_VALUE ? std::max<qint64>(m_position, 0)
                                       : std::max<qint64>(toMs(timestamp), 0);
}

qint64 FrameSource::toMs(qint64 timestamp) const
{
    return av_rescale_q(timestamp - m_beginning, m_stream->time_base, inMs);
}

qint64 FrameSource::fromMs(qint64 ms) const
{
    return av_rescale_q(ms, inMs, m_stream->time_base) + m_beginning;
}

} // namespace respool
