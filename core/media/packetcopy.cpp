// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/packetcopy.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 progressStepBytes = 256 * 1024;

// The codecs of the WebM guidelines. The muxer refuses the rest, too, but does not say which.
bool allowedInWebm(AVCodecID codec)
{
    switch (codec) {
    case AV_CODEC_ID_VP8:
    case AV_CODEC_ID_VP9:
    case AV_CODEC_ID_AV1:
    case AV_CODEC_ID_VORBIS:
    case AV_CODEC_ID_OPUS:
    case AV_CODEC_ID_WEBVTT:
        return true;
    default:
        return false;
    }
}

Result<> checkCodec(AVCodecID codec, const AVOutputFormat &muxer, const QString &path)
{
    const bool webm = QByteArrayView(muxer.name) == "webm";
    if (webm ? allowedInWebm(codec)
             : avformat_query_codec(&muxer, codec, FF_COMPLIANCE_NORMAL) != 0)
        return {};
    const QString name = QString::fromUtf8(avcodec_get_name(codec));
    if (webm)
        return fail(ErrorCode::Refused,
                    u"%1 has a stream of the codec %2, which WebM does not allow: it can be copied "
                    "to Matroska (--to mkv), or be encoded anew (--transcode)"_s.arg(path, name));
    return fail(ErrorCode::Refused,
                u"%1 has a stream of the codec %2, which %3 does not allow"_s.arg(
                    path, name, QString::fromUtf8(muxer.name)));
}

Result<> addStream(const AVStream &from, AvOutput &output, const QString &path)
{
    TRY(checkCodec(from.codecpar->codec_id, *output.context().oformat, path));
    AVStream *to = avformat_new_stream(&output.context(), nullptr);
    int copied = to ? avcodec_parameters_copy(to->codecpar, from.codecpar) : AVERROR(ENOMEM);
    if (copied < 0)
        return avFailure(u"cannot copy a stream of"_s, path, copied);
    to->codecpar->codec_tag = 0;
    to->time_base = from.time_base;
    to->disposition = from.disposition;
    to->sample_aspect_ratio = from.sample_aspect_ratio;
    // Not r_frame_rate: Chromium's recorder makes it 1000, which would become a wrong duration.
    to->avg_frame_rate = from.avg_frame_rate;
    copied = av_dict_copy(&to->metadata, from.metadata, 0);
    for (int i = 0; i < from.nb_side_data && copied >= 0; ++i) {
        const AVPacketSideData &data = from.side_data[i];
        uint8_t *space = av_stream_new_side_data(to, data.type, data.size);
        if (space)
            std::copy_n(data.data, data.size, space);
        else
            copied = AVERROR(ENOMEM);
    }
    if (copied < 0)
        return avFailure(u"cannot copy a stream of"_s, path, copied);
    return {};
}

// One copy, packet by packet. Lives for one call of copyPackets().
class PacketCopy
{
public:
    PacketCopy(AvInput &input, AvOutput &output)
        : m_input(input)
        , m_output(output)
        , m_packet(av_packet_alloc())
        , m_lastDts(input.context().nb_streams, AV_NOPTS_VALUE)
    {
        m_report.streams = emptyTallies(input.context());
    }

    Result<PacketCopyReport> run(const MediaProgress &progress);

private:
    Result<> prepare();
    // True while there is more.
    Result<bool> step();
    void keepOrder(AVPacket &packet, int stream);
    qint64 codecDelay(int stream, AVRational timeBase) const;

    AvInput &m_input;
    AvOutput &m_output;
    PacketHandle m_packet;
    QList<qint64> m_lastDts;
    PacketCopyReport m_report;
};

Result<> PacketCopy::prepare()
{
    AVFormatContext &from = m_input.context();
    if (!m_packet)
        return fail(ErrorCode::Internal, u"no memory to copy %1"_s.arg(m_input.path()));
    if (from.nb_streams == 0)
        return fail(ErrorCode::Media,
                    u"%1 has no tracks: nothing can be read from it"_s.arg(m_input.path()));
    for (unsigned i = 0; i < from.nb_streams; ++i)
        TRY(addStream(*from.streams[i], m_output, m_input.path()));
    av_dict_copy(&m_output.context().metadata, from.metadata, 0);
    return m_output.begin();
}

Result<PacketCopyReport> PacketCopy::run(const MediaProgress &progress)
{
    const AvComplaints complaints;
    TRY(prepare());
    const qint64 total = m_input.file().identity.bytes;
    qint64 told = 0;
    for (;;) {
        TRY_LET(const bool more, step());
        if (!more)
            break;
        if (progress && m_input.position() - told >= progressStepBytes) {
            told = m_input.position();
            progress(std::min(told, total), total);
        }
    }
    if (m_report.packets == 0)
        return fail(
            ErrorCode::Media,
            u"%1 ends before its first packet: nothing can be saved from it"_s.arg(m_input.path()));
    if (m_report.damage.isEmpty() && complaints.count() > 0)
        m_report.damage = complaints.first();
    return m_report;
}

Result<bool> PacketCopy::step()
{
    const auto more = m_input.read(*m_packet);
    if (!more && more.error().code == ErrorCode::Media) {
        m_report.damage = more.error().detail;
        return false;
    }
    TRY(more);
    if (!*more)
        return false;
    const int index = m_packet->stream_index;
    // A demuxer may find a stream only later; what was not announced cannot be written.
    if (index >= m_report.streams.size()) {
        m_report.damage = u"%1 has a stream that is not in its header"_s.arg(m_input.path());
        av_packet_unref(m_packet.get());
        return true;
    }
    const AVRational timeBase = m_output.context().streams[index]->time_base;
    av_packet_rescale_ts(m_packet.get(), m_input.context().streams[index]->time_base, timeBase);
    keepOrder(*m_packet, index);
    m_packet->pos = -1;
    m_report.streams[index].add(*m_packet, timeBase);
    const qint64 delay = codecDelay(index, timeBase);
    m_packet->pts += delay;
    m_packet->dts += delay;
    const Result<> written = m_output.write(*m_packet);
    av_packet_unref(m_packet.get());
    TRY(written);
    ++m_report.packets;
    return true;
}

// A demuxer takes the codec's delay off the timestamps. This muxer writes the delay but does not add
// it again before version 61: without this the sound would come early by it, after each remux more.
qint64 PacketCopy::codecDelay(int stream, AVRational timeBase) const
{
    const AVCodecParameters &codec = *m_input.context().streams[stream]->codecpar;
    if (LIBAVFORMAT_VERSION_MAJOR >= 61 || codec.codec_id != AV_CODEC_ID_OPUS)
        return 0;
    return av_rescale_q(codec.initial_padding, AVRational{1, 48'000}, timeBase);
}

// The muxer refuses timestamps that run backwards, and a loop that ignores that loses packets: a
// cluster that was sent twice, a recorder that was started again. Raise them instead.
void PacketCopy::keepOrder(AVPacket &packet, int stream)
{
    if (packet.pts == AV_NOPTS_VALUE)
        packet.pts = packet.dts;
    if (packet.dts == AV_NOPTS_VALUE)
        packet.dts = packet.pts;
    qint64 &last = m_lastDts[stream];
    const qint64 least = m_output.allowsEqualTimestamps() ? last : last + 1;
    if (packet.dts == AV_NOPTS_VALUE) {
        packet.dts = packet.pts = last == AV_NOPTS_VALUE ? 0 : least;
        ++m_report.moved;
    } else if (last != AV_NOPTS_VALUE && packet.dts < least) {
        packet.dts = least;
        packet.pts = std::max<qint64>(packet.pts, least);
        ++m_report.moved;
    }
    last = packet.dts;
}

} // namespace

Result<PacketCopyReport> copyPackets(AvInput &input, AvOutput &output,
                                     const MediaProgress &progress)
{
    return PacketCopy(input, output).run(progress);
}

} // namespace respool
