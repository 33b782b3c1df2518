// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/remuxverify.h"

#include "core/media/avinput.h"

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
                u"the new file %1 was checked and has %2; the original is kept"_s.arg(path, why));
}

} // namespace

Result<WebmStructure> verifyRemux(const MediaFile &file, const StreamTallies &written,
                                  const std::stop_token &stop)
{
    const AvComplaints complaints;
    TRY_LET(const auto input,
            AvInput::open(file, {.format = "matroska", .readBudget = 0, .stop = stop}));
    TRY_LET(const StreamTallies read, tallyOf(*input));
    if (read.size() != written.size())
        return refused(input->path(),
                       u"%1 streams instead of %2"_s.arg(read.size()).arg(written.size()));
    for (qsizetype i = 0; i < read.size(); ++i) {
        if (const QString why = difference(read.at(i), written.at(i)); !why.isEmpty())
            return refused(input->path(), u"in stream %1 %2"_s.arg(i).arg(why));
    }
    if (complaints.count() > 0)
        return refused(input->path(), u"an error: "_s + complaints.first());
    TRY_LET(const WebmStructure structure, readWebmStructure(file));
    if (!structure.hasCues)
        return refused(input->path(), u"no index, as no key frame was recorded"_s);
    if (!structure.seekable())
        return refused(input->path(), u"no duration or no size"_s);
    return structure;
}

} // namespace respool
