// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/copyverify.h"

#include "core/media/avinput.h"
#include "core/media/webm/webmrepair.h"
#include "core/media/webm/webmstructure.h"

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<StreamTallies> tallyOf(AvInput &input)
{
    StreamTallies tallies = emptyTallies(input.context());
    const PacketHandle packet(av_packet_alloc());
    if (!packet)
        return fail(ErrorCode::Internal, u"no memory to verify %1"_s.arg(input.path()));
    for (;;) {
        TRY_LET(const bool more, input.read(*packet));
        if (!more)
            return tallies;
        const int index = packet->stream_index;
        if (index < tallies.size())
            tallies[index].add(*packet, input.context().streams[index]->time_base);
        av_packet_unref(packet.get());
    }
}

// A codec's delay is stored in nanoseconds and taken off in milliseconds: one is for rounding.
QString difference(const StreamTally &read, const StreamTally &written)
{
    if (read.codec != written.codec)
        return u"another codec"_s;
    if (read.packets != written.packets)
        return u"%1 packets instead of %2"_s.arg(read.packets).arg(written.packets);
    if (read.checksum != written.checksum)
        return u"packets with other bytes"_s;
    if (std::llabs(read.lastMs - written.lastMs) > 1)
        return u"its end at %1 ms instead of %2 ms"_s.arg(read.lastMs).arg(written.lastMs);
    return {};
}

Failure refused(const QString &path, const QString &why)
{
    return fail(ErrorCode::Media,
                u"the copy of %1 was checked and has %2; the original is kept"_s.arg(path, why));
}

} // namespace

Result<qint64> verifyCopy(const MediaFile &copy, const StreamTallies &written, MediaTarget target)
{
    const AvComplaints complaints;
    TRY_LET(const auto input, AvInput::open(copy, {}));
    TRY_LET(const StreamTallies read, tallyOf(*input));
    if (read.size() != written.size())
        return refused(copy.path,
                       u"%1 streams instead of %2"_s.arg(read.size()).arg(written.size()));
    for (qsizetype i = 0; i < read.size(); ++i) {
        if (const QString why = difference(read.at(i), written.at(i)); !why.isEmpty())
            return refused(copy.path, u"in stream %1 %2"_s.arg(i).arg(why));
    }
    if (complaints.count() > 0)
        return refused(copy.path, u"an error: "_s + complaints.first());
    if (target == MediaTarget::Mp4)
        return input->context().duration / (AV_TIME_BASE / 1000);
    TRY_LET(const WebmStructure structure, readWebmStructure(copy));
    if (!structure.hasCues)
        return refused(copy.path, u"no index, as no key frame was recorded"_s);
    if (!structure.seekable())
        return refused(copy.path, u"no duration or no size"_s);
    return *structure.durationMs;
}

Result<> verifyByDemuxer(const MediaFile &copy, const WebmRepairReport &written)
{
    const AvComplaints complaints;
    TRY_LET(const auto input,
            AvInput::open(copy, {.format = "matroska", .readBudget = 0, .stop = {}}));
    TRY_LET(const StreamTallies read, tallyOf(*input));
    qint64 packets = 0;
    for (const StreamTally &tally : read)
        packets += tally.packets;
    if (packets != written.packets())
        return refused(copy.path, u"%1 packets for a demuxer instead of %2"_s.arg(packets).arg(
                                      written.packets()));
    if (complaints.count() > 0)
        return refused(copy.path, u"an error for a demuxer: "_s + complaints.first());
    return {};
}

} // namespace respool
