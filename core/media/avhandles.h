// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <memory>

namespace respool {

// The time base of everything outside of a file.
constexpr AVRational inMs{1, 1000};

struct FreePacket
{
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
};
struct FreeInput
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
};
struct FreeOutput
{
    void operator()(AVFormatContext *context) const { avformat_free_context(context); }
};
// An AVIOContext does not own its buffer, and may have exchanged the one it was given.
struct FreeIo
{
    void operator()(AVIOContext *io) const
    {
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
};

using PacketHandle = std::unique_ptr<AVPacket, FreePacket>;
using InputHandle = std::unique_ptr<AVFormatContext, FreeInput>;
using OutputHandle = std::unique_ptr<AVFormatContext, FreeOutput>;
using IoHandle = std::unique_ptr<AVIOContext, FreeIo>;

QString avErrorText(int code);

// A failure of libav as ours. Its EIO often means damaged data: what the disk itself said is kept
// by AvioFile.
Failure avFailure(const QString &what, const QString &path, int code);

// Turns libav's log into the category respool.media, at debug level. Every call after the first
// does nothing.
void routeAvLog();

// While it lives, counts what libav complains about on this thread: a demuxer that skips damage
// says so in its log and nowhere else. One at a time on a thread.
class AvComplaints
{
public:
    AvComplaints();
    ~AvComplaints();

    int count() const;
    QString first() const;

private:
    Q_DISABLE_COPY_MOVE(AvComplaints)
};

} // namespace respool
