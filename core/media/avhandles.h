// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavformat/avio.h>
#include <libavutil/error.h>
}

#include <memory>

namespace respool {

// Owners of libav's objects. A context of ours holds an AVIOContext that is freed apart from it.
struct AvDeleter
{
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(AVIOContext *io) const
    {
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
};
using AvPacket = std::unique_ptr<AVPacket, AvDeleter>;
using AvIo = std::unique_ptr<AVIOContext, AvDeleter>;

struct AvInputDeleter
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
};
struct AvOutputDeleter
{
    void operator()(AVFormatContext *context) const { avformat_free_context(context); }
};
using AvInput = std::unique_ptr<AVFormatContext, AvInputDeleter>;
using AvOutput = std::unique_ptr<AVFormatContext, AvOutputDeleter>;

// What libav says of an error, with what was tried on which file.
Failure avFailure(int error, const QString &what, const QString &path);

// libav's messages go into the log at debug level, not onto stderr. Once per process.
void quietLibav();

} // namespace respool
