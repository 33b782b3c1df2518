// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/spritesheet.h"

#include "core/media/avhandles.h"

extern "C" {
#include <libavutil/imgutils.h>
}

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int leastWidth = 16;
constexpr int mostWidth = 640;
constexpr int quality = 4;    // of libavcodec's 2 (best) to 31
constexpr int blackLuma = 28; // of 255
constexpr double blackShare = 0.985;
constexpr int flatSpread = 10; // of 255, among 98 of 100 samples

// Chroma has half the size, so that every place must be even.
int even(double value)
{
    return 2 * int(std::lround(value / 2));
}

double aspectOf(const AVFrame &frame)
{
    const AVRational pixel = frame.sample_aspect_ratio;
    const double stretch = pixel.num > 0 && pixel.den > 0 ? av_q2d(pixel) : 1.0;
    return stretch * frame.width / frame.height;
}

using Histogram = std::array<int, 256>;

Histogram histogramOf(const uint8_t *data, int stride, int width, int height)
{
    Histogram counts{};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            ++counts[data[y * stride + x]];
    }
    return counts;
}

// How far the samples lie apart, without the outermost hundredth at each end.
int spreadOf(const Histogram &counts, int samples)
{
    const int outliers = samples / 100;
    int low = 0;
    for (int seen = counts[0]; low < 255 && seen <= outliers; seen += counts[++low]) {
    }
    int high = 255;
    for (int seen = counts[255]; high > low && seen <= outliers; seen += counts[--high]) {
    }
    return high - low;
}

Failure noMemory()
{
    return fail(ErrorCode::Internal, u"no memory for a picture"_s);
}

} // namespace

Result<> SpriteSheet::makeCanvas(const AVFrame &first)
{
    m_tileWidth = std::clamp(even(m_tileHeight * aspectOf(first)), leastWidth, mostWidth);
    m_canvas.reset(av_frame_alloc());
    if (!m_canvas)
        return noMemory();
    m_canvas->format = AV_PIX_FMT_YUV420P;
    m_canvas->color_range = AVCOL_RANGE_JPEG;
    m_canvas->colorspace = AVCOL_SPC_BT470BG;
    m_canvas->width = m_tileWidth * m_columns;
    m_canvas->height = m_tileHeight;
    if (av_frame_get_buffer(m_canvas.get(), 0) < 0)
        return noMemory();
    return {};
}

void SpriteSheet::blacken(int column)
{
    for (int plane = 0; plane < 3; ++plane) {
        const int shift = plane > 0 ? 1 : 0;
        uint8_t *row = m_canvas->data[plane] + ((column * m_tileWidth) >> shift);
        for (int y = 0; y < m_tileHeight >> shift; ++y, row += m_canvas->linesize[plane])
            std::fill_n(row, m_tileWidth >> shift, uint8_t(plane > 0 ? 128 : 0));
    }
}

Result<> SpriteSheet::put(int column, const AVFrame &frame)
{
    if (frame.width <= 0 || frame.height <= 0)
        return fail(ErrorCode::Media, u"a frame without a size"_s);
    if (!m_canvas)
        TRY(makeCanvas(frame));
    const double aspect = aspectOf(frame);
    const int width = std::clamp(even(m_tileHeight * aspect), 2, m_tileWidth);
    const int height = std::clamp(even(m_tileWidth / aspect), 2, m_tileHeight);
    blacken(column);
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height,
                                        AVPixelFormat(frame.format), width, height,
                                        AV_PIX_FMT_YUV420P, SWS_AREA, nullptr, nullptr, nullptr));
    if (!m_scaler)
        return fail(ErrorCode::Media, u"a frame in a format that cannot be scaled"_s);
    const int fullRange = frame.color_range == AVCOL_RANGE_JPEG ? 1 : 0;
    // Refused for formats that are not YUV, and not needed there.
    (void) sws_setColorspaceDetails(m_scaler.get(), sws_getCoefficients(frame.colorspace),
                                    fullRange, sws_getCoefficients(SWS_CS_ITU601), 1, 0, 1 << 16,
                                    1 << 16);
    const int left = column * m_tileWidth + ((m_tileWidth - width) / 4) * 2;
    const int top = ((m_tileHeight - height) / 4) * 2;
    std::array<uint8_t *, 4> planes{};
    for (int plane = 0; plane < 3; ++plane) {
        const int shift = plane > 0 ? 1 : 0;
        planes[plane] =
            m_canvas->data[plane] + (top >> shift) * m_canvas->linesize[plane] + (left >> shift);
    }
    const int rows = sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height,
                               planes.data(), m_canvas->linesize);
    if (rows <= 0)
        return fail(ErrorCode::Media, u"a frame that cannot be scaled"_s);
    return {};
}

TileLook SpriteSheet::lookOf(int column) const
{
    TileLook look = TileLook::Flat;
    for (int plane = 0; plane < 3; ++plane) {
        const int shift = plane > 0 ? 1 : 0;
        const int width = m_tileWidth >> shift;
        const int height = m_tileHeight >> shift;
        const Histogram counts =
            histogramOf(m_canvas->data[plane] + ((column * m_tileWidth) >> shift),
                        m_canvas->linesize[plane], width, height);
        if (plane == 0) {
            int dark = 0;
            for (int luma = 0; luma < blackLuma; ++luma)
                dark += counts[size_t(luma)];
            if (dark >= blackShare * width * height)
                return TileLook::Black;
        }
        if (spreadOf(counts, width * height) > flatSpread)
            look = TileLook::Rich;
    }
    return look;
}

Result<QByteArray> SpriteSheet::encode(int columns)
{
    const AVCodec *codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    const CodecHandle encoder(codec ? avcodec_alloc_context3(codec) : nullptr);
    const PacketHandle packet(av_packet_alloc());
    if (!encoder || !packet || !m_canvas)
        return fail(ErrorCode::Internal, u"this libavcodec makes no JPEG"_s);
    encoder->width = m_tileWidth * columns;
    encoder->height = m_tileHeight;
    encoder->time_base = {1, 1};
    encoder->pix_fmt = AV_PIX_FMT_YUV420P;
    encoder->color_range = AVCOL_RANGE_JPEG;
    encoder->strict_std_compliance = FF_COMPLIANCE_UNOFFICIAL; // full range under this name
    encoder->thread_count = 1;
    encoder->flags |= AV_CODEC_FLAG_QSCALE;
    encoder->global_quality = FF_QP2LAMBDA * quality;
    m_canvas->width = encoder->width;
    m_canvas->quality = encoder->global_quality;
    m_canvas->pts = 0;
    int code = avcodec_open2(encoder.get(), codec, nullptr);
    if (code >= 0)
        code = avcodec_send_frame(encoder.get(), m_canvas.get());
    if (code >= 0)
        code = avcodec_receive_packet(encoder.get(), packet.get());
    if (code < 0)
        return avFailure(u"cannot write the picture of"_s, u"the recording"_s, code);
    return QByteArray(reinterpret_cast<const char *>(packet->data), packet->size);
}

} // namespace respool
