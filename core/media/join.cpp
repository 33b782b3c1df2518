// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/join.h"

#include "core/media/avinput.h"
#include "core/media/packetwriter.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QByteArrayView privateData(const AVCodecParameters &codec)
{
    return {codec.extradata, codec.extradata_size};
}

// What keeps two streams from being one, in words; empty when nothing does.
QString difference(const AVCodecParameters &one, const AVCodecParameters &other)
{
    const auto name = [](AVCodecID codec) { return QString::fromUtf8(avcodec_get_name(codec)); };
    if (one.codec_id != other.codec_id)
        return u"the codec %1 instead of %2"_s.arg(name(other.codec_id), name(one.codec_id));
    if (one.width != other.width || one.height != other.height)
        return u"pictures of %1x%2 instead of %3x%4"_s.arg(other.width)
            .arg(other.height)
            .arg(one.width)
            .arg(one.height);
    if (one.sample_rate != other.sample_rate
        || one.ch_layout.nb_channels != other.ch_layout.nb_channels)
        return u"sound with %1 channels at %2 Hz instead of %3 at %4 Hz"_s
            .arg(other.ch_layout.nb_channels)
            .arg(other.sample_rate)
            .arg(one.ch_layout.nb_channels)
            .arg(one.sample_rate);
    if (privateData(one) != privateData(other))
        return u"other settings of the codec %1"_s.arg(name(one.codec_id));
    return {};
}

// One joined file. Lives for one call of joinMedia().
class Join
{
public:
    Join(std::span<const MediaFile> sources, PacketStreams &streams)
        : m_sources(sources)
        , m_streams(streams)
        , m_packet(av_packet_alloc())
    {
        for (const MediaFile &source : sources)
            m_total += source.identity.bytes;
    }
    Result<> run(const MediaProgress &progress);
    QStringList damage() const { return m_damage; }

private:
    Result<> refuseIfDifferent() const;
    Result<> append(AvInput &input, const MediaProgress &progress);
    Result<> write(AvInput &input);

    const std::span<const MediaFile> m_sources;
    PacketStreams &m_streams;
    PacketHandle m_packet;
    qint64 m_total = 0;
    qint64 m_before = 0;            // the bytes of the parts that are done
    qint64 m_startMs = 0;           // where this part begins in the joined file
    std::optional<qint64> m_baseMs; // the time of this part's first packet
    QStringList m_damage;
};

// All parts are looked at before the first packet is written.
Result<> Join::refuseIfDifferent() const
{
    const MediaFile &first = m_sources.front();
    TRY_LET(const auto model, AvInput::open(first, {}));
    for (const MediaFile &source : m_sources) {
        TRY_LET(const auto input, AvInput::open(source, {}));
        QString why;
        if (input->context().nb_streams != model->context().nb_streams)
            why = u"%1 streams instead of %2"_s.arg(input->context().nb_streams)
                      .arg(model->context().nb_streams);
        for (unsigned i = 0; why.isEmpty() && i < model->context().nb_streams; ++i)
            why = difference(*model->context().streams[i]->codecpar,
                             *input->context().streams[i]->codecpar);
        if (!why.isEmpty())
            return fail(ErrorCode::Refused,
                        u"%1 cannot be joined with %2, it has %3: they can be encoded anew "
                        "(--transcode)"_s.arg(source.path, first.path, why));
    }
    return {};
}

Result<> Join::run(const MediaProgress &progress)
{
    if (!m_packet)
        return fail(ErrorCode::Internal, u"no memory to join files"_s);
    TRY(refuseIfDifferent());
    bool begun = false;
    for (const MediaFile &source : m_sources) {
        const AvComplaints complaints;
        const qsizetype told = m_damage.size();
        TRY_LET(const auto input, AvInput::open(source, {}));
        for (unsigned i = 0; !begun && i < input->context().nb_streams; ++i)
            TRY(m_streams.add(*input->context().streams[i]));
        if (!begun) {
            TRY(m_streams.begin());
        }
        begun = true;
        TRY(append(*input, progress));
        if (m_damage.size() == told && complaints.count() > 0)
            m_damage << u"%1 is damaged, what could be read was kept (%2)"_s.arg(
                source.path, complaints.first());
    }
    return {};
}

Result<> Join::append(AvInput &input, const MediaProgress &progress)
{
    m_startMs = m_streams.endMs();
    m_baseMs.reset();
    const qint64 bytes = input.file().identity.bytes;
    const qint64 packetsBefore = m_streams.packets();
    for (;;) {
        const auto more = input.read(*m_packet);
        if (!more && more.error().code != ErrorCode::Media)
            return Failure{more.error()};
        if (!more)
            m_damage << u"%1 is damaged, what could be read was kept (%2)"_s.arg(
                input.path(), more.error().detail);
        if (!more || !*more)
            break;
        TRY(write(input));
        if (progress)
            progress(m_before + std::min(input.position(), bytes), m_total);
    }
    m_before += bytes;
    if (m_streams.packets() == packetsBefore)
        m_damage << u"%1 ends before its first packet"_s.arg(input.path());
    return {};
}

Result<> Join::write(AvInput &input)
{
    const int index = m_packet->stream_index;
    if (index >= int(input.context().nb_streams) || index >= m_streams.count()) {
        av_packet_unref(m_packet.get());
        return {}; // not announced by the header, so that it cannot be written
    }
    const AVRational timeBase = input.context().streams[index]->time_base;
    const qint64 time = m_packet->pts != AV_NOPTS_VALUE ? m_packet->pts : m_packet->dts;
    if (!m_baseMs && time != AV_NOPTS_VALUE)
        m_baseMs = std::max<qint64>(0, av_rescale_q(time, timeBase, inMs));
    const qint64 shift = av_rescale_q(m_startMs - m_baseMs.value_or(0), inMs, timeBase);
    if (m_packet->pts != AV_NOPTS_VALUE)
        m_packet->pts += shift;
    if (m_packet->dts != AV_NOPTS_VALUE)
        m_packet->dts += shift;
    return m_streams.write(*m_packet, index, timeBase);
}

} // namespace

Result<WrittenMedia> joinMedia(std::span<const MediaFile> sources, const UniqueFd &output,
                               const MediaProgress &progress)
{
    if (sources.empty())
        return fail(ErrorCode::InvalidArgument, u"there is nothing to join"_s);
    TRY_LET(const auto writer, PacketWriter::open(output, sources.front().path));
    Join join(sources, writer->streams());
    TRY(join.run(progress));
    TRY_LET(WrittenMedia written, writer->finish());
    QStringList warnings = join.damage();
    if (!written.warning.isEmpty())
        warnings << written.warning;
    written.warning = warnings.join(u"; "_s);
    return written;
}

} // namespace respool
