// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avhandles.h"

#include <QList>

namespace respool {

// What passed through one stream: enough to tell that a copy holds the very same packets.
struct StreamTally
{
    AVCodecID codec = AV_CODEC_ID_NONE;
    qint64 packets = 0;
    qint64 lastMs = 0;
    quint32 checksum = 1; // Adler-32 over the packets' bytes

    void add(const AVPacket &packet, AVRational timeBase);
};

using StreamTallies = QList<StreamTally>;

StreamTallies emptyTallies(const AVFormatContext &context);

} // namespace respool
