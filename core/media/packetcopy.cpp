// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/packetcopy.h"

#include "core/media/packetstreams.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 progressStepBytes = 256 * 1024;

// One copy, packet by packet. Lives for one call of copyPackets().
class PacketCopy
{
public:
    PacketCopy(AvInput &input, AvOutput &output)
        : m_input(input)
        , m_output(output)
        , m_streams(output, input.path(),
                    u"it can be copied to Matroska (--to mkv), or be encoded anew (--transcode)"_s)
        , m_packet(av_packet_alloc())
    {}

    Result<PacketCopyReport> run(const MediaProgress &progress);

private:
    Result<> prepare();
    // True while there is more.
    Result<bool> step();

    AvInput &m_input;
    AvOutput &m_output;
    PacketStreams m_streams;
    PacketHandle m_packet;
    QString m_damage;
};

Result<> PacketCopy::prepare()
{
    AVFormatContext &from = m_input.context();
    if (!m_packet)
        return fail(ErrorCode::Internal, u"no memory to copy %1"_s.arg(m_input.path()));
    for (unsigned i = 0; i < from.nb_streams; ++i)
        TRY(m_streams.add(*from.streams[i]));
    av_dict_copy(&m_output.context().metadata, from.metadata, 0);
    return m_streams.begin();
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
    if (m_streams.packets() == 0)
        return fail(
            ErrorCode::Media,
            u"%1 ends before its first packet: nothing can be saved from it"_s.arg(m_input.path()));
    if (m_damage.isEmpty() && complaints.count() > 0)
        m_damage = complaints.first();
    return PacketCopyReport{m_streams.tallies(), m_streams.packets(), m_streams.moved(),
                            m_streams.warning(), m_damage};
}

Result<bool> PacketCopy::step()
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
    // A demuxer may find a stream only later; what was not announced cannot be written.
    if (index >= m_streams.count()) {
        m_damage = u"%1 has a stream that is not in its header"_s.arg(m_input.path());
        av_packet_unref(m_packet.get());
        return true;
    }
    TRY(m_streams.write(*m_packet, index, m_input.context().streams[index]->time_base));
    return true;
}

} // namespace

Result<PacketCopyReport> copyPackets(AvInput &input, AvOutput &output,
                                     const MediaProgress &progress)
{
    return PacketCopy(input, output).run(progress);
}

} // namespace respool
