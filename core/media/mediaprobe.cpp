// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediaprobe.h"

#include "core/media/avinput.h"
#include "core/media/webm/webmfacts.h"
#include "core/media/webm/webmstructure.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Of other containers, whose index of hours of video is a few MB; of WebM the facts read less.
constexpr qint64 readBudget = 16 << 20;

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
        const AVStream &stream = *context.streams[i];
        const AVCodecParameters &codec = *stream.codecpar;
        streams << StreamInfo{kindOf(codec.codec_type),
                              QString::fromUtf8(avcodec_get_name(codec.codec_id)),
                              codec.width,
                              codec.height,
                              stream.avg_frame_rate.den > 0 ? av_q2d(stream.avg_frame_rate) : 0,
                              codec.sample_rate,
                              codec.ch_layout.nb_channels};
    }
    return streams;
}

// As libavformat calls the codecs of recordings; others by their name in the file.
QString codecName(const QByteArray &codec)
{
    static constexpr std::array names{
        std::pair{"V_VP8", "vp8"_L1},
        std::pair{"V_VP9", "vp9"_L1},
        std::pair{"V_AV1", "av1"_L1},
        std::pair{"V_MPEG4/ISO/AVC", "h264"_L1},
        std::pair{"V_MPEGH/ISO/HEVC", "hevc"_L1},
        std::pair{"V_MPEG4/ISO/ASP", "mpeg4"_L1},
        std::pair{"A_OPUS", "opus"_L1},
        std::pair{"A_VORBIS", "vorbis"_L1},
        std::pair{"A_AAC", "aac"_L1},
        std::pair{"A_FLAC", "flac"_L1},
        std::pair{"A_PCM/INT/LIT", "pcm"_L1},
    };
    for (const auto &[inFile, name] : names) {
        if (codec == inFile)
            return name;
    }
    return QString::fromLatin1(codec);
}

StreamInfo streamOf(const WebmTrack &track)
{
    StreamInfo stream;
    switch (track.kind) {
    case WebmTrack::Kind::Video:
        stream.kind = StreamInfo::Kind::Video;
        break;
    case WebmTrack::Kind::Audio:
        stream.kind = StreamInfo::Kind::Audio;
        break;
    case WebmTrack::Kind::Other:
        stream.kind = StreamInfo::Kind::Other;
        break;
    }
    stream.codec = codecName(track.codec);
    stream.width = track.width;
    stream.height = track.height;
    if (track.kind == WebmTrack::Kind::Video && track.defaultDurationNs > 0)
        stream.frameRate = 1e9 / double(track.defaultDurationNs);
    stream.samplingHz = int(track.samplingHz);
    stream.channels = track.channels;
    return stream;
}

Failure without(const QString &path, const QString &what)
{
    return fail(ErrorCode::Media, u"%1 %2"_s.arg(path, what));
}

Result<MediaInfo> probeWebm(const MediaFile &file, bool thorough, const MediaProgress &progress)
{
    TRY_LET(const WebmStructure structure, readWebmStructure(file));
    if (!structure.isWebm)
        return without(file.path, u"is an EBML document but no WebM or Matroska file"_s);
    const auto facts = readWebmFacts(file, thorough, progress);
    if (!facts && facts.error().code == ErrorCode::Media)
        return without(file.path, facts.error().detail
                                      + u": the recorder died at once, it can only be deleted"_s);
    TRY(facts);
    MediaInfo info;
    info.container = QString::fromLatin1(facts->head.docType);
    info.durationMs = structure.durationMs.value_or(0);
    info.seekable = structure.seekable();
    for (const WebmTrack &track : facts->head.tracks)
        info.streams << streamOf(track);
    info.webm = WebmShape{.durationTold = info.durationMs > 0,
                          .segmentSizeKnown = structure.segmentSizeKnown,
                          .clusterSizesKnown = facts->clusterSizesKnown,
                          .cues = structure.hasCues,
                          .seekHead = !facts->head.seekHead.isEmpty(),
                          .lastMs = facts->lastMs,
                          .packets = facts->packets};
    info.damage = facts->damage;
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
            info.durationMs = av_rescale_q(stream.duration, stream.time_base, inMs);
    }
    info.streams = streamsOf(context);
    info.seekable = info.durationMs > 0;
    if (info.streams.isEmpty())
        return without(file.path, u"has no streams: nothing can be read from it"_s);
    return info;
}

} // namespace

Result<MediaInfo> probeMedia(const MediaFile &file, bool thorough, const MediaProgress &progress)
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
    auto info = begin.startsWith(QByteArrayView("\x1A\x45\xDF\xA3"))
                    ? probeWebm(file, thorough, progress)
                    : probeOther(file);
    if (info)
        info->bytes = file.identity.bytes;
    return info;
}

} // namespace respool
