// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avoutput.h"
#include "core/media/streamtally.h"

struct AVCodecContext;

namespace respool {

// The codecs of the WebM guidelines.
bool isAllowedInWebm(AVCodecID codec);

// The streams of a file that is made of packets from elsewhere: keeps their times in order, and
// account of what was written. One object, one thread.
class PacketStreams
{
public:
    // The output must outlive it. The path is for messages; webmCure: what can be done with a codec
    // that WebM does not allow.
    PacketStreams(AvOutput &output, QString path, QString webmCure)
        : m_output(output)
        , m_path(std::move(path))
        , m_webmCure(std::move(webmCure))
    {}

    // Streams are numbered from 0 in the order they come in. Errors: Refused for a codec that the
    // output does not allow, with its name.
    Result<> add(const AVStream &from);
    Result<> add(const AVCodecContext &encoder);
    // Writes the head of the file. Errors: Media (no stream was added), those of AvOutput::begin().
    Result<> begin();

    // Takes the packet, whose times are in timeBase. Times that run backwards are raised: the muxer
    // refuses them, and a loop that ignores that loses packets. Errors: those of AvOutput::write().
    Result<> write(AVPacket &packet, int stream, AVRational timeBase);

    int count() const { return int(m_streams.size()); }
    const StreamTallies &tallies() const { return m_tallies; }
    qint64 packets() const;
    qint64 moved() const { return m_moved; } // packets whose time was raised
    // The same in words; empty when there were none.
    QString warning() const;
    // Where the longest stream ends: its last packet's time and how long that lasts.
    qint64 endMs() const;

private:
    struct Stream
    {
        qint64 lastDts;
        qint64 step = 0;  // between the last two packets, for one that does not say how long it is
        qint64 endMs = 0; // of what was written so far
    };
    Result<> checkCodec(AVCodecID codec) const;
    void keepOrder(AVPacket &packet, Stream &stream);
    qint64 codecDelay(int stream, AVRational timeBase) const;

    AvOutput &m_output;
    QString m_path;
    QString m_webmCure;
    QList<Stream> m_streams;
    StreamTallies m_tallies;
    qint64 m_moved = 0;
};

} // namespace respool
