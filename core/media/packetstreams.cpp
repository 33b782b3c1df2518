// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/packetstreams.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

int copySideData(const AVStream &from, AVStream &to)
{
    for (int i = 0; i < from.nb_side_data; ++i) {
        const AVPacketSideData &data = from.side_data[i];
        uint8_t *space = av_stream_new_side_data(&to, data.type, data.size);
        if (!space)
            return AVERROR(ENOMEM);
        std::copy_n(data.data, data.size, space);
    }
    return 0;
}

} // namespace

bool isAllowedInWebm(AVCodecID codec)
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

// The muxer refuses what it does not allow, too, but does not say which codec that is.
Result<> PacketStreams::checkCodec(AVCodecID codec) const
{
    const AVOutputFormat &muxer = *m_output.context().oformat;
    const bool webm = QByteArrayView(muxer.name) == "webm";
    if (webm ? isAllowedInWebm(codec)
             : avformat_query_codec(&muxer, codec, FF_COMPLIANCE_NORMAL) != 0)
        return {};
    const QString name = QString::fromUtf8(avcodec_get_name(codec));
    if (webm)
        return fail(ErrorCode::Refused,
                    u"%1 has a stream of the codec %2, which WebM does not allow: %3"_s.arg(
                        m_path, name, m_webmCure));
    return fail(ErrorCode::Refused,
                u"%1 has a stream of the codec %2, which %3 does not allow"_s.arg(
                    m_path, name, QString::fromUtf8(muxer.name)));
}

Result<> PacketStreams::add(const AVStream &from)
{
    TRY(checkCodec(from.codecpar->codec_id));
    AVStream *to = avformat_new_stream(&m_output.context(), nullptr);
    int copied = to ? avcodec_parameters_copy(to->codecpar, from.codecpar) : AVERROR(ENOMEM);
    if (copied >= 0)
        copied = av_dict_copy(&to->metadata, from.metadata, 0);
    if (copied >= 0)
        copied = copySideData(from, *to);
    if (copied < 0)
        return avFailure(u"cannot copy a stream of"_s, m_path, copied);
    to->codecpar->codec_tag = 0;
    to->time_base = from.time_base;
    to->disposition = from.disposition;
    to->sample_aspect_ratio = from.sample_aspect_ratio;
    // Not r_frame_rate: Chromium's recorder makes it 1000, which would become a wrong duration.
    to->avg_frame_rate = from.avg_frame_rate;
    return {};
}

Result<> PacketStreams::add(const AVCodecContext &encoder)
{
    AVStream *to = avformat_new_stream(&m_output.context(), nullptr);
    const int copied =
        to ? avcodec_parameters_from_context(to->codecpar, &encoder) : AVERROR(ENOMEM);
    if (copied < 0)
        return avFailure(u"cannot add a stream to the copy of"_s, m_path, copied);
    to->time_base = encoder.time_base;
    to->sample_aspect_ratio = encoder.sample_aspect_ratio;
    return {};
}

Result<> PacketStreams::begin()
{
    const AVFormatContext &context = m_output.context();
    if (context.nb_streams == 0)
        return fail(ErrorCode::Media,
                    u"%1 has no tracks: nothing can be read from it"_s.arg(m_path));
    m_tallies = emptyTallies(context);
    m_streams = QList<Stream>(context.nb_streams, Stream{AV_NOPTS_VALUE});
    return m_output.begin();
}

Result<> PacketStreams::write(AVPacket &packet, int stream, AVRational timeBase)
{
    const AVRational to = m_output.context().streams[stream]->time_base;
    Stream &state = m_streams[stream];
    av_packet_rescale_ts(&packet, timeBase, to);
    packet.stream_index = stream;
    packet.pos = -1;
    keepOrder(packet, state);
    m_tallies[stream].add(packet, to);
    const qint64 lasts = packet.duration > 0 ? packet.duration : state.step;
    state.endMs = std::max<qint64>(state.endMs, av_rescale_q(packet.pts + lasts, to, inMs));
    const qint64 delay = codecDelay(stream, to);
    packet.pts += delay;
    packet.dts += delay;
    const Result<> written = m_output.write(packet);
    av_packet_unref(&packet);
    return written;
}

// A demuxer and an encoder take the codec's delay off the times. This muxer writes the delay but
// does not add it again before version 61: without this the sound would come early by it, after
// each remux more.
qint64 PacketStreams::codecDelay(int stream, AVRational timeBase) const
{
    const AVCodecParameters &codec = *m_output.context().streams[stream]->codecpar;
    if (LIBAVFORMAT_VERSION_MAJOR >= 61 || codec.codec_id != AV_CODEC_ID_OPUS)
        return 0;
    return av_rescale_q(codec.initial_padding, AVRational{1, 48'000}, timeBase);
}

// What runs backwards: a cluster that was sent twice, a recorder that was started again.
void PacketStreams::keepOrder(AVPacket &packet, Stream &stream)
{
    if (packet.pts == AV_NOPTS_VALUE)
        packet.pts = packet.dts;
    if (packet.dts == AV_NOPTS_VALUE)
        packet.dts = packet.pts;
    const bool first = stream.lastDts == AV_NOPTS_VALUE;
    const qint64 least = m_output.allowsEqualTimestamps() ? stream.lastDts : stream.lastDts + 1;
    if (packet.dts == AV_NOPTS_VALUE) {
        packet.dts = packet.pts = first ? 0 : least;
        ++m_moved;
    } else if (!first && packet.dts < least) {
        packet.dts = least;
        packet.pts = std::max<qint64>(packet.pts, least);
        ++m_moved;
    }
    if (!first)
        stream.step = packet.dts - stream.lastDts;
    stream.lastDts = packet.dts;
}

qint64 PacketStreams::packets() const
{
    qint64 all = 0;
    for (const StreamTally &tally : m_tallies)
        all += tally.packets;
    return all;
}

QString PacketStreams::warning() const
{
    return m_moved == 0 ? QString()
                        : u"%1 packets of %2 had timestamps that ran backwards; they were raised"_s
                              .arg(m_moved)
                              .arg(m_path);
}

qint64 PacketStreams::endMs() const
{
    qint64 end = 0;
    for (const Stream &stream : m_streams)
        end = std::max(end, stream.endMs);
    return end;
}

} // namespace respool
