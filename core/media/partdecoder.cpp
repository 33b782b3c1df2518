// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/partdecoder.h"

#include "core/media/encodinglosses.h"
#include "core/media/packetstreams.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A decoder of sound needs a little of what came before to be in tune.
constexpr qint64 prerollMs = 200;

// Decoders hand pictures out late: this much behind the end nothing before it can come any more.
constexpr qint64 reorderMs = 2000;

void shift(AVPacket &packet, qint64 by)
{
    if (packet.pts != AV_NOPTS_VALUE)
        packet.pts += by;
    if (packet.dts != AV_NOPTS_VALUE)
        packet.dts += by;
}

} // namespace

Result<std::unique_ptr<PartDecoder>>
PartDecoder::open(const MediaFile &source, const Options &options, const MediaProgress &searching)
{
    std::unique_ptr<PartDecoder> part(new PartDecoder(options));
    TRY(part->start(source, searching));
    return part;
}

Result<> PartDecoder::start(const MediaFile &source, const MediaProgress &searching)
{
    TRY_LET(m_start, findClipStart(source, m_options.range, searching));
    m_originMs = m_start.baseMs + std::max<qint64>(0, m_options.range.fromMs);
    if (m_options.range.toMs >= 0)
        m_lengthMs = m_start.baseMs + m_options.range.toMs - m_originMs;
    TRY_LET(m_input, AvInput::open(source, {}));
    m_packet.reset(av_packet_alloc());
    m_held.reset(av_frame_alloc());
    if (!m_packet || !m_held)
        return fail(ErrorCode::Internal, u"no memory to decode %1"_s.arg(source.path));
    // Some containers do not say in their header what a decoder must know. An error leaves what
    // is known.
    (void) avformat_find_stream_info(&m_input->context(), nullptr);
    AVFormatContext &context = m_input->context();
    m_picture.index = av_find_best_stream(&context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    m_sound.index =
        av_find_best_stream(&context, AVMEDIA_TYPE_AUDIO, -1, m_picture.index, nullptr, 0);
    if (m_picture.index < 0 && m_sound.index < 0)
        return fail(ErrorCode::Media,
                    u"%1 has neither pictures nor sound that can be decoded"_s.arg(source.path));
    TRY(openTrack(Stream::Picture));
    TRY(openTrack(Stream::Sound));
    m_losses =
        encodingLosses(context, {m_picture.index, m_sound.index, m_picture.kept}, source.path);
    return {};
}

Result<> PartDecoder::openTrack(Stream which)
{
    Track &track = which == Stream::Picture ? m_picture : m_sound;
    if (track.index < 0) {
        track.over = true;
        return {};
    }
    const AVStream &stream = *m_input->context().streams[track.index];
    track.kept = m_options.keepAllowed && isAllowedInWebm(stream.codecpar->codec_id);
    if (!track.kept) {
        TRY_LET(track.decoder, StreamDecoder::open(stream, m_input->path()));
    }
    return {};
}

const AVStream *PartDecoder::stream(Stream which) const
{
    const int index = track(which).index;
    return index < 0 ? nullptr : m_input->context().streams[index];
}

Result<> PartDecoder::run(Taker &taker, const MediaProgress &progress)
{
    const AvComplaints complaints;
    for (;;) {
        TRY_LET(const bool more, step(taker));
        if (!more)
            break;
        progress(m_input->position(), m_input->file().identity.bytes);
    }
    for (const Stream which : {Stream::Picture, Stream::Sound}) {
        if (track(which).decoder) {
            TRY(take(nullptr, which, taker));
        }
    }
    TRY(showHeld(taker));
    if (m_damage.isEmpty() && complaints.count() > 0)
        m_damage = complaints.first();
    return {};
}

Result<bool> PartDecoder::step(Taker &taker)
{
    if (isOver())
        return false;
    const auto more = m_input->read(*m_packet);
    if (!more && more.error().code == ErrorCode::Media) {
        m_damage = more.error().detail;
        return false;
    }
    TRY(more);
    if (!*more)
        return false;
    Result<> taken;
    for (const Stream which : {Stream::Picture, Stream::Sound}) {
        Track &track = which == Stream::Picture ? m_picture : m_sound;
        if (track.index != m_packet->stream_index)
            continue;
        const AVRational timeBase = stream(which)->time_base;
        const auto ms = timeOf(*m_packet, timeBase);
        if (track.kept) {
            shift(*m_packet, -av_rescale_q(m_originMs, inMs, timeBase));
            taken = taker.takePacket(*m_packet, which, timeBase);
        } else if (!comesTooEarly(track, *m_packet, which) && !track.over)
            taken = take(m_packet.get(), which, taker);
        if (m_lengthMs >= 0 && ms && *ms > m_originMs + m_lengthMs + reorderMs)
            track.over = true;
    }
    av_packet_unref(m_packet.get());
    TRY(taken);
    return true;
}

bool PartDecoder::comesTooEarly(Track &track, const AVPacket &packet, Stream which) const
{
    const qint64 number = track.seen++;
    const qint64 skip = m_start.skip.value(track.index, -1);
    if (which == Stream::Picture && skip >= 0)
        return number < skip;
    const auto ms = timeOf(packet, stream(which)->time_base);
    return ms && *ms < m_originMs - prerollMs;
}

bool PartDecoder::isOver() const
{
    return m_picture.over && m_sound.over;
}

Result<> PartDecoder::take(const AVPacket *packet, Stream which, Taker &taker)
{
    StreamDecoder &decoder = *track(which).decoder;
    return decoder.decode(packet, [&](AVFrame &frame) -> Result<> {
        if (which == Stream::Picture)
            return takePicture(frame, taker);
        const auto ms = decoder.timeOf(frame);
        return ms ? taker.takeSound(frame, *ms - m_originMs) : Result<>();
    });
}

Result<> PartDecoder::takePicture(AVFrame &frame, Taker &taker)
{
    const StreamDecoder &decoder = *m_picture.decoder;
    const auto time = decoder.timeOf(frame);
    if (!time)
        return {};
    const qint64 ms = *time - m_originMs;
    if (m_lengthMs >= 0 && ms >= m_lengthMs) {
        m_picture.over = true;
        return {};
    }
    if (ms < 0) {
        av_frame_unref(m_held.get());
        av_frame_move_ref(m_held.get(), &frame);
        return {};
    }
    if (ms > nearMs && !m_shown) {
        TRY(showHeld(taker));
    }
    m_shown = true;
    return taker.takePicture(frame, ms, shownFor(frame, ms));
}

// A picture stays until the next one, but not beyond the end of the range.
qint64 PartDecoder::shownFor(const AVFrame &frame, qint64 ms) const
{
    const qint64 duration = m_picture.decoder->durationOf(frame);
    return m_lengthMs >= 0 ? std::min(duration, m_lengthMs - ms) : duration;
}

// The picture that was on screen when the range began.
Result<> PartDecoder::showHeld(Taker &taker)
{
    if (m_shown || !m_held->buf[0])
        return {};
    m_shown = true;
    return taker.takePicture(*m_held, 0, shownFor(*m_held, 0));
}

QStringList PartDecoder::warnings() const
{
    QStringList all = m_losses;
    qint64 damaged = 0;
    for (const Track *track : {&m_picture, &m_sound})
        damaged += track->decoder ? track->decoder->damaged() : 0;
    if (!m_damage.isEmpty())
        all << u"%1 is damaged, what could be decoded was kept (%2)"_s.arg(m_input->path(),
                                                                           m_damage);
    else if (damaged > 0)
        all << u"%1 is damaged, %2 of its packets could not be decoded"_s.arg(m_input->path())
                   .arg(damaged);
    return all;
}

} // namespace respool
