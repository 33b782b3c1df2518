// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediaprobe.h"

#include "core/media/avinput.h"
#include "core/media/webm/webmstructure.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 readBudget = 16 << 20; // an index of hours of video is a few MB

StreamInfo::Kind kindOf(AVMediaType type)
{
    if (type == AVMEDIA_TYPE_VIDEO)
        return StreamInfo::Kind::Video;
    if (type == AVMEDIA_TYPE_AUDIO)
        return StreamInfo::Kind::Audio;
    return type == AVMEDIA_TYPE_SUBTITLE ? StreamInfo::Kind::Subtitle : StreamInfo::Kind::Other;
}

QList<StreamInfo> streamsOf(const AVFormatContext &context)
{
    QList<StreamInfo> streams;
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        const AVCodecParameters &codec = *context.streams[i]->codecpar;
        streams << StreamInfo{kindOf(codec.codec_type),
                              QString::fromUtf8(avcodec_get_name(codec.codec_id)), codec.width,
                              codec.height};
    }
    return streams;
}

Failure without(const QString &path, const QString &what)
{
    return fail(ErrorCode::Media, u"%1 %2"_s.arg(path, what));
}

Result<MediaInfo> probeWebm(const MediaFile &file)
{
    const QString &path = file.path;
    TRY_LET(const WebmStructure structure, readWebmStructure(file));
    if (!structure.isWebm)
        return without(path, u"is an EBML document but no WebM or Matroska file"_s);
    if (!structure.hasTracks)
        return without(path, u"ends before its tracks: the recorder died at once, it can only be "
                             "deleted"_s);
    if (!structure.hasClusters)
        return without(path, u"ends before its first packet: nothing was recorded, it can only be "
                             "deleted"_s);
    TRY_LET(const auto input,
            AvInput::open(file, {.format = "matroska", .readBudget = readBudget, .stop = {}}));
    MediaInfo info;
    info.container = u"webm"_s;
    info.durationMs = structure.durationMs.value_or(0);
    info.seekable = structure.seekable();
    info.streams = streamsOf(input->context());
    if (info.streams.isEmpty())
        return without(path, u"has no tracks: nothing can be read from it"_s);
    if (structure.truncated)
        info.problem = u"it is shorter than it says; what is left can be played"_s;
    return info;
}

Result<MediaInfo> probeOther(const MediaFile &file)
{
    TRY_LET(const auto input,
            AvInput::open(file, {.format = nullptr, .readBudget = readBudget, .stop = {}}));
    const AVFormatContext &context = input->context();
    MediaInfo info;
    info.container = QString::fromUtf8(context.iformat->name);
    if (context.duration > 0)
        info.durationMs = context.duration / (AV_TIME_BASE / 1000);
    for (unsigned i = 0; i < context.nb_streams && info.durationMs == 0; ++i) {
        const AVStream &stream = *context.streams[i];
        if (stream.duration > 0)
            info.durationMs = av_rescale_q(stream.duration, stream.time_base, AVRational{1, 1000});
    }
    info.streams = streamsOf(context);
    info.seekable = info.durationMs > 0;
    if (info.streams.isEmpty())
        return without(file.path, u"has no streams: nothing can be read from it"_s);
    return info;
}

} // namespace

Result<MediaInfo> probeMedia(const MediaFile &file)
{
    if (file.identity.bytes == 0)
        return without(file.path, u"is empty: nothing was recorded, it can only be deleted"_s);
    char head[64] = {};
    const qint64 got = readAt(file.fd.get(), head, sizeof head, 0);
    if (got < 0)
        return avFailure(u"cannot read"_s, file.path, AVERROR(int(-got)));
    const QByteArrayView begin(head, got);
    if (std::ranges::all_of(begin, [](char byte) { return byte == 0; }))
        return without(file.path, u"holds only zeros: the volume lost power before the recording "
                                  "was on disk"_s);
    auto info =
        begin.startsWith(QByteArrayView("\x1A\x45\xDF\xA3")) ? probeWebm(file) : probeOther(file);
    if (info)
        info->bytes = file.identity.bytes;
    return info;
}

} // namespace respool
