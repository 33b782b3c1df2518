// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/packetstreams.h"
#include "core/media/writtenmedia.h"

namespace respool {

// A WebM file made of packets that come from elsewhere, which is read back at the end. One object,
// one thread.
class PacketWriter
{
public:
    // The output must be empty and open for reading, too, and outlive the writer. The path is for
    // messages.
    static Result<std::unique_ptr<PacketWriter>> open(const UniqueFd &output, const QString &path);

    PacketStreams &streams() { return m_streams; }

    // Index and sizes, then a look at the file itself: the same packets, seekable. It is not
    // synced. startMs and endMs are those of the file. Errors: Media (no packet, not as written).
    Result<WrittenMedia> finish();

private:
    PacketWriter(const UniqueFd &output, const QString &path, std::unique_ptr<AvOutput> muxer);
    Result<qint64> verify(qint64 bytes) const;

    const UniqueFd &m_file;
    QString m_path;
    std::unique_ptr<AvOutput> m_output;
    PacketStreams m_streams;
};

} // namespace respool
