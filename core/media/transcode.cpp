// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/transcode.h"

#include "core/media/audioencoder.h"
#include "core/media/packetwriter.h"
#include "core/media/partdecoder.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// One encoding of one or more sources. Lives for one call of transcodeMedia().
class Transcode final : public PartDecoder::Taker
{
public:
    Transcode(std::span<const MediaFile> sources, PacketStreams &streams,
              const TranscodeOptions &options)
        : m_sources(sources)
        , m_streams(streams)
        , m_options(options)
    {
        for (const MediaFile &source : sources)
            m_total += source.identity.bytes;
    }
    Result<> run(const MediaProgress &progress);
    qint64 startMs() const { return std::max<qint64>(0, m_options.range.fromMs); }
    QStringList warnings() const { return m_warnings; }

    Result<> takePicture(const AVFrame &frame, qint64 ms, qint64 durationMs) override;
    Result<> takeSound(const AVFrame &frame, qint64 ms) override;
    Result<> takePacket(AVPacket &packet, PartDecoder::Stream stream, AVRational timeBase) override;

private:
    Result<> openStreams(PartDecoder &part);
    Result<> encodePart(const MediaFile &source, const MediaProgress &progress);
    TakePacket writeTo(int stream, AVRational timeBase);
    qint64 lengthMs() const
    {
        return m_options.range.toMs < 0 ? -1 : m_options.range.toMs - startMs();
    }
    int numberOf(PartDecoder::Stream stream) const
    {
        return stream == PartDecoder::Stream::Picture ? m_picture : m_sound;
    }

    const std::span<const MediaFile> m_sources;
    PacketStreams &m_streams;
    const TranscodeOptions m_options;
    std::unique_ptr<VideoEncoder> m_video;
    std::unique_ptr<AudioEncoder> m_audio;
    int m_picture = -1; // the numbers of the streams in the output; -1: there is none
    int m_sound = -1;
    qint64 m_total = 0;
    qint64 m_before = 0;       // the bytes of the parts that are done
    qint64 m_startMs = 0;      // where this part begins in the output
    qint64 m_pictureMs = -1;   // the time of the last picture
    qint64 m_pictureEndMs = 0; // and when it ends
    qint64 m_moved = 0;
    QStringList m_warnings;
};

Result<> Transcode::run(const MediaProgress &progress)
{
    for (const MediaFile &source : m_sources)
        TRY(encodePart(source, progress));
    if (m_video)
        TRY(m_video->finish(writeTo(m_picture, m_video->context().time_base)));
    if (m_audio)
        TRY(m_audio->finish(writeTo(m_sound, m_audio->context().time_base)));
    if (m_moved > 0)
        m_warnings << u"%1 pictures of %2 had times that ran backwards; they were raised"_s
                          .arg(m_moved)
                          .arg(m_sources.front().path);
    return {};
}

Result<> Transcode::encodePart(const MediaFile &source, const MediaProgress &progress)
{
    PartDecoder::Options options{.range = m_options.range};
    options.keepAllowed =
        m_options.keepAllowed && m_sources.size() == 1 && m_options.range.isWhole();
    const qint64 bytes = source.identity.bytes;
    const auto tell = [&](qint64 done) {
        if (progress)
            progress(m_before + std::min(done, bytes), m_total);
    };
    TRY_LET(const auto part, PartDecoder::open(source, options, [&](qint64, qint64) { tell(0); }));
    if (m_picture < 0 && m_sound < 0) {
        TRY(openStreams(*part));
    }
    TRY(part->run(*this, [&](qint64 done, qint64) { tell(done); }));
    m_before += bytes;
    m_startMs = std::max({m_startMs, m_pictureEndMs, m_audio ? m_audio->endMs() : 0});
    for (const auto &[stream, what] : {std::pair(PartDecoder::Stream::Picture, u"pictures"_s),
                                       std::pair(PartDecoder::Stream::Sound, u"sound"_s)}) {
        if (part->stream(stream) && numberOf(stream) < 0)
            m_warnings << u"%1 has %2, which is left out: the first part has none"_s.arg(
                source.path, what);
    }
    m_warnings << part->warnings();
    return {};
}

Result<> Transcode::openStreams(PartDecoder &part)
{
    const QString &path = m_sources.front().path;
    int streams = 0;
    if (const AVStream *picture = part.stream(PartDecoder::Stream::Picture)) {
        m_picture = streams++;
        if (part.isKept(PartDecoder::Stream::Picture)) {
            TRY(m_streams.add(*picture));
        } else {
            const AVCodecParameters &codec = *picture->codecpar;
            TRY_LET(m_video,
                    VideoEncoder::open({codec.width, codec.height, picture->sample_aspect_ratio,
                                        picture->avg_frame_rate},
                                       path));
            TRY(m_streams.add(m_video->context()));
        }
    }
    if (const AVStream *sound = part.stream(PartDecoder::Stream::Sound)) {
        m_sound = streams++;
        if (part.isKept(PartDecoder::Stream::Sound)) {
            TRY(m_streams.add(*sound));
        } else {
            TRY_LET(m_audio,
                    AudioEncoder::open(sound->codecpar->ch_layout.nb_channels, lengthMs(), path));
            TRY(m_streams.add(m_audio->context()));
        }
    }
    return m_streams.begin();
}

TakePacket Transcode::writeTo(int stream, AVRational timeBase)
{
    return [this, stream, timeBase](AVPacket &packet) {
        return m_streams.write(packet, stream, timeBase);
    };
}

Result<> Transcode::takePicture(const AVFrame &frame, qint64 ms, qint64 durationMs)
{
    if (!m_video)
        return {}; // the first part had none
    qint64 at = m_startMs + ms;
    if (at <= m_pictureMs) {
        at = m_pictureMs + 1;
        ++m_moved;
    }
    m_pictureMs = at;
    m_pictureEndMs = at + durationMs;
    return m_video->encode(frame, at, durationMs, writeTo(m_picture, m_video->context().time_base));
}

Result<> Transcode::takeSound(const AVFrame &frame, qint64 ms)
{
    if (!m_audio)
        return {};
    return m_audio->encode(frame, m_startMs + ms, writeTo(m_sound, m_audio->context().time_base));
}

Result<> Transcode::takePacket(AVPacket &packet, PartDecoder::Stream stream, AVRational timeBase)
{
    return m_streams.write(packet, numberOf(stream), timeBase);
}

} // namespace

QJsonObject TranscodeOptions::toJson() const
{
    QJsonObject object = range.toJson();
    object[u"keepAllowed"_s] = keepAllowed;
    return object;
}

TranscodeOptions TranscodeOptions::fromJson(const QJsonObject &object)
{
    return {TimeRange::fromJson(object), object[u"keepAllowed"_s].toBool()};
}

Result<WrittenMedia> transcodeMedia(std::span<const MediaFile> sources, const UniqueFd &output,
                                    const TranscodeOptions &options, const MediaProgress &progress)
{
    const TimeRange &range = options.range;
    if (sources.empty() || (sources.size() > 1 && !range.isWhole()))
        return fail(ErrorCode::InvalidArgument, u"a range of time is of one file"_s);
    if (range.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"a clip ends after its beginning"_s);
    TRY_LET(const auto writer, PacketWriter::open(output, sources.front().path));
    Transcode transcode(sources, writer->streams(), options);
    TRY(transcode.run(progress));
    TRY_LET(WrittenMedia written, writer->finish());
    written.startMs = transcode.startMs();
    written.endMs += written.startMs;
    QStringList warnings = transcode.warnings();
    if (!written.warning.isEmpty())
        warnings << written.warning;
    written.warning = warnings.join(u"; "_s);
    return written;
}

} // namespace respool
