// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avfile.h"

#include <QList>

#include <functional>

namespace respool {

// What went through one stream, enough to tell that a copy lost and changed nothing.
struct StreamTally
{
    AVCodecID codec = AV_CODEC_ID_NONE;
    qint64 packets = 0;
    qint64 bytes = 0;
    quint32 checksum = 0; // CRC-32 over the payloads
    qint64 lastMs = 0;    // the latest presentation time
};

struct PacketTally
{
    QList<StreamTally> streams;
    QString warning; // the file ended otherwise than at its end

    qint64 packets() const;
};

// Reads every packet of an open input to the end. visit may stop the walk with an error. A file
// that is torn or damaged at its end is walked as far as it can be read, with a warning.
// Errors: Io, and what visit returned.
Result<PacketTally> walkPackets(AVFormatContext &input, const AvFile &file, const QString &path,
                                const std::function<Result<>(AVPacket &)> &visit);

} // namespace respool
