// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/packetwalk.h"

extern "C" {
#include <libavutil/crc.h>
}

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

void count(StreamTally &tally, const AVPacket &packet, AVRational timeBase)
{
    ++tally.packets;
    tally.bytes += packet.size;
    tally.checksum =
        av_crc(av_crc_get_table(AV_CRC_32_IEEE), tally.checksum, packet.data, size_t(packet.size));
    if (packet.pts != AV_NOPTS_VALUE)
        tally.lastMs =
            std::max<qint64>(tally.lastMs, av_rescale_q(packet.pts, timeBase, AVRational{1, 1000}));
}

} // namespace

qint64 PacketTally::packets() const
{
    qint64 sum = 0;
    for (const StreamTally &stream : streams)
        sum += stream.packets;
    return sum;
}

Result<PacketTally> walkPackets(AVFormatContext &input, const AvFile &file, const QString &path,
                                const std::function<Result<>(AVPacket &)> &visit)
{
    PacketTally tally;
    for (unsigned i = 0; i < input.nb_streams; ++i)
        tally.streams << StreamTally{.codec = input.streams[i]->codecpar->codec_id};
    const AvPacket packet(av_packet_alloc());
    for (;;) {
        const int got = av_read_frame(&input, packet.get());
        if (file.systemError() != 0)
            return avFailure(AVERROR(file.systemError()), u"cannot read"_s, path);
        if (got < 0) {
            if (got != AVERROR_EOF)
                tally.warning =
                    avFailure(got, u"damaged after %1 packets:"_s.arg(tally.packets()), path)
                        .error.detail;
            return tally;
        }
        // A damaged file may announce streams in the middle; what was not in its head is no part
        // of the recording.
        if (packet->stream_index < tally.streams.size()) {
            count(tally.streams[packet->stream_index], *packet,
                  input.streams[packet->stream_index]->time_base);
            TRY(visit(*packet));
        }
        av_packet_unref(packet.get());
    }
}

} // namespace respool
