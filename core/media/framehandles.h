// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libswscale/swscale.h>
}

#include <memory>

namespace respool {

struct FreeFrame
{
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
};
struct FreeCodec
{
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
};
struct FreeScaler
{
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};

using FrameHandle = std::unique_ptr<AVFrame, FreeFrame>;
using CodecHandle = std::unique_ptr<AVCodecContext, FreeCodec>;
using ScalerHandle = std::unique_ptr<SwsContext, FreeScaler>;

} // namespace respool
