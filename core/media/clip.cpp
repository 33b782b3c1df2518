// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/clip.h"

#include "core/media/packetwriter.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Streams are interleaved to well below that, so that what comes later is the next scene.
constexpr qint64 interleavedMs = 10'000;

// One clip of one file. Lives for one call of clipMedia().
class ClipCopy
{
public:
    ClipCopy(AvInput &input, PacketStreams &streams, const ClipStart &start, const TimeRange &range)
        : m_input(input)
        , m_streams(streams)
        , m_start(start)
        , m_endMs(range.toMs >= 0 ? start.baseMs + range.toMs : -1)
        , m_packet(av_packet_alloc())
        , m_seen(input.context().nb_streams, 0)
        , m_over(input.context().nb_streams, false)
    {}
    Result<> run(const MediaProgress &progress);
    QString damage() const { return m_damage; }

private:
    Result<> prepare();
    Result<bool> step();
    bool isWanted(const AVPacket &packet, qint64 ms);
    bool isOver(int stream, qint64 ms);

    AvInput &m_input;
    PacketStreams &m_streams;
    const ClipStart &m_start;
    const qint64 m_endMs; // of the file's time
    PacketHandle m_packet;
    QList<qint64> m_seen;
    QList<bool> m_over;
    QString m_damage;
};

Result<> ClipCopy::prepare()
{
    const AVFormatContext &from = m_input.context();
    if (!m_packet)
        return fail(ErrorCode::Internal, u"no memory to copy %1"_s.arg(m_input.path()));
    if (from.nb_streams != unsigned(m_start.skip.size()))
        return fail(ErrorCode::Conflict, u"%1 changed while it was read"_s.arg(m_input.path()));
    for (unsigned i = 0; i < from.nb_streams; ++i)
        TRY(m_streams.add(*from.streams[i]));
    return m_streams.begin();
}

Result<> ClipCopy::run(const MediaProgress &progress)
{
    const AvComplaints complaints;
    TRY(prepare());
    const qint64 total = m_input.file().identity.bytes;
    for (;;) {
        TRY_LET(const bool more, step());
        if (!more)
            break;
        if (progress)
            progress((total + std::min(m_input.position(), total)) / 2, total);
    }
    if (m_damage.isEmpty() && complaints.count() > 0)
        m_damage = complaints.first();
    return {};
}

Result<bool> ClipCopy::step()
{
    const auto more = m_input.read(*m_packet);
    if (!more && more.error().code == ErrorCode::Media) {
        m_damage = more.error().detail;
        return false;
    }
    TRY(more);
    if (!*more)
        return false;
    const int index = m_packet->stream_index;
    if (index >= m_seen.size()) {
        av_packet_unref(m_packet.get());
        return true; // not announced by the header, so that it cannot be written
    }
    const AVRational timeBase = m_input.context().streams[index]->time_base;
    const qint64 ms = timeOf(*m_packet, timeBase).value_or(m_start.originMs);
    if (isOver(index, ms))
        return false;
    if (!isWanted(*m_packet, ms)) {
        av_packet_unref(m_packet.get());
        return true;
    }
    const qint64 origin = av_rescale_q(m_start.originMs, inMs, timeBase);
    if (m_packet->pts != AV_NOPTS_VALUE)
        m_packet->pts -= origin;
    if (m_packet->dts != AV_NOPTS_VALUE)
        m_packet->dts -= origin;
    TRY(m_streams.write(*m_packet, index, timeBase));
    return true;
}

bool ClipCopy::isWanted(const AVPacket &packet, qint64 ms)
{
    const int index = packet.stream_index;
    const qint64 number = m_seen[index]++;
    const bool begun =
        m_start.skip[index] < 0 ? ms >= m_start.originMs : number >= m_start.skip[index];
    return begun && !m_over[index];
}

// True when no stream has anything more for the clip.
bool ClipCopy::isOver(int stream, qint64 ms)
{
    if (m_endMs < 0 || ms < m_endMs)
        return false;
    m_over[stream] = true;
    return ms >= m_endMs + interleavedMs
           || std::ranges::all_of(m_over, [](bool over) { return over; });
}

} // namespace

Result<WrittenMedia> clipMedia(const MediaFile &source, const UniqueFd &output,
                               const TimeRange &range, const MediaProgress &progress)
{
    if (range.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"a clip ends after its beginning"_s);
    TRY_LET(const ClipStart start, findClipStart(source, range, progress));
    TRY_LET(const auto input, AvInput::open(source, {}));
    TRY_LET(const auto writer, PacketWriter::open(output, source.path));
    ClipCopy copy(*input, writer->streams(), start, range);
    TRY(copy.run(progress));
    TRY_LET(WrittenMedia written, writer->finish());
    written.startMs = start.originMs - start.baseMs;
    written.endMs += written.startMs;
    if (!copy.damage().isEmpty())
        written.warning = QStringList{u"%1 is damaged, what could be read was kept (%2)"_s.arg(
                                          source.path, copy.damage()),
                                      written.warning}
                              .join(written.warning.isEmpty() ? QString() : u"; "_s);
    return written;
}

} // namespace respool
