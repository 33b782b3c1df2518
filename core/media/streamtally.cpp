// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/streamtally.h"

extern "C" {
#include <libavutil/adler32.h>
#include <libavutil/mathematics.h>
}

#include <algorithm>

namespace respool {

void StreamTally::add(const AVPacket &packet, AVRational timeBase)
{
    ++packets;
    if (packet.pts != AV_NOPTS_VALUE) {
        const qint64 ms = av_rescale_q(packet.pts, timeBase, inMs);
        lastMs = packets == 1 ? ms : std::max(lastMs, ms);
    }
    // AV1 is written without its temporal delimiters, which WebM does not allow: there the bytes
    // may differ while the picture does not.
    if (codec != AV_CODEC_ID_AV1)
        checksum = quint32(av_adler32_update(checksum, packet.data, size_t(packet.size)));
}

StreamTallies emptyTallies(const AVFormatContext &context)
{
    StreamTallies tallies(context.nb_streams);
    for (unsigned i = 0; i < context.nb_streams; ++i)
        tallies[i].codec = context.streams[i]->codecpar->codec_id;
    return tallies;
}

} // namespace respool
