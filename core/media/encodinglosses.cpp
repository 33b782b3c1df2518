// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/encodinglosses.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/pixdesc.h>
}

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A file may have thousands of streams; the first ones tell enough.
constexpr qsizetype mostNamed = 5;
constexpr size_t matrixBytes = 9 * sizeof(int32_t);

QString nameOf(const AVStream &stream)
{
    const char *type = av_get_media_type_string(stream.codecpar->codec_type);
    const QString codec = QString::fromUtf8(avcodec_get_name(stream.codecpar->codec_id));
    return u"%1 (%2)"_s.arg(type ? QString::fromUtf8(type) : u"unknown"_s, codec);
}

QString furtherStreams(const AVFormatContext &context, const EncodedStreams &streams)
{
    QStringList names;
    qsizetype more = 0;
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        if (int(i) == streams.picture || int(i) == streams.sound)
            continue;
        if (names.size() < mostNamed)
            names << nameOf(*context.streams[i]);
        else
            ++more;
    }
    if (more > 0)
        names << u"%1 more"_s.arg(more);
    return names.join(u", "_s);
}

// Decoders of VP8 and VP9 give the picture without its transparency, which is a second picture.
bool hasTransparency(const AVStream &stream)
{
    const AVDictionaryEntry *mode = av_dict_get(stream.metadata, "alpha_mode", nullptr, 0);
    if (mode && QByteArrayView(mode->value) != "0")
        return true;
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(AVPixelFormat(stream.codecpar->format));
    return format && (format->flags & AV_PIX_FMT_FLAG_ALPHA) != 0;
}

// By how many degrees a picture is to be turned to the right when it is shown.
int turnOf(const AVStream &stream)
{
    size_t bytes = 0;
    const uint8_t *matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &bytes);
    if (!matrix || bytes < matrixBytes)
        return 0;
    const double left = av_display_rotation_get(reinterpret_cast<const int32_t *>(matrix));
    return std::isnan(left) ? 0 : (int(std::lround(-left)) % 360 + 360) % 360;
}

} // namespace

QStringList encodingLosses(const AVFormatContext &context, const EncodedStreams &streams,
                           const QString &path)
{
    QStringList losses;
    if (const QString further = furtherStreams(context, streams); !further.isEmpty())
        losses << u"only the first picture and sound of %1 are encoded; left out: %2"_s.arg(
            path, further);
    if (streams.picture < 0)
        return losses;
    const AVStream &picture = *context.streams[streams.picture];
    if (!streams.pictureIsKept && hasTransparency(picture))
        losses << u"the transparency of %1 is left out"_s.arg(path);
    if (const int turn = turnOf(picture); turn != 0)
        losses << u"the pictures of %1 are to be turned by %2 degrees to the right when they are "
                  "shown, which WebM does not say: they are encoded as they were recorded"_s
                      .arg(path)
                      .arg(turn);
    return losses;
}

} // namespace respool
