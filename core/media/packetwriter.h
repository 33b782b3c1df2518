// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avoutput.h"
#include "core/media/streamtally.h"
#include "core/media/writtenmedia.h"

struct AVCodecContext;

namespace respool {

// The codecs of the WebM guidelines.
bool isAllowedInWebm(AVCodecID codec);

// A WebM file made of packets that come from elsewhere: keeps their times in order and account of
// what was written, and reads the file back at the end. One object, one thread.
class PacketWriter
{
public:
    // The output must be empty and open for reading, too, and outlive the writer. The path is for
    // messages.
    static Result<std::unique_ptr<PacketWriter>> open(const UniqueFd &output, const QString &path);

    // Streams are numbered from 0 in the order they come in. Errors: Refused for a codec that WebM
    // does not allow, with its name.
    Result<> addStream(const AVStream &from);
    Result<> addEncoder(const AVCodecContext &encoder);
    Result<> begin();

    // Takes the packet, whose times are in timeBase. Times that run backwards are raised: the muxer
    // refuses them, and a loop that ignores that loses packets. Errors: those of AvOutput::write().
    Result<> write(AVPacket &packet, int stream, AVRational timeBase);

    // Index and sizes, then a look at the file itself: the same packets, seekable. It is not
    // synced. startMs and endMs are those of the file. Errors: Media (no packet, not as written).
    Result<WrittenMedia> finish();

    int streamCount() const { return int(m_streams.size()); }
    qint64 packets() const;
    // Where the longest stream ends: its last packet's time and how long that lasts.
    qint64 endMs() const;
    // Packets whose time was raised, in words; empty when there were none.
    QString warning() const;

private:
    struct Stream
    {
        qint64 lastDts;
        qint64 step = 0;  // between the last two packets, for one that does not say how long it is
        qint64 endMs = 0; // of what was written so far
    };
    PacketWriter(const UniqueFd &output, QString path)
        : m_file(output)
        , m_path(std::move(path))
    {}
    void keepOrder(AVPacket &packet, Stream &stream);
    qint64 codecDelay(int stream, AVRational timeBase) const;
    Result<qint64> verify(qint64 bytes) const;

    const UniqueFd &m_file;
    QString m_path;
    std::unique_ptr<AvOutput> m_output;
    QList<Stream> m_streams;
    StreamTallies m_tallies;
    qint64 m_moved = 0;
};

} // namespace respool
