// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/clipstart.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 byTime = -1;

QString secondsOf(qint64 ms)
{
    return QString::number(double(ms) / 1000, 'f', 3) + u" s"_s;
}

// One search. Lives for one call of findClipStart().
class StartFinder
{
public:
    StartFinder(AvInput &input, const TimeRange &range)
        : m_input(input)
        , m_range(range)
        , m_streams(input.context().nb_streams)
    {
        for (unsigned i = 0; i < input.context().nb_streams; ++i)
            m_pictures += isPicture(int(i));
    }
    Result<ClipStart> run(const MediaProgress &progress);

private:
    struct Stream
    {
        qint64 packets = 0;
        qint64 key = -1; // the number of the best packet to begin with so far, and its time
        qint64 keyMs = 0;
        bool passed = false;
    };
    bool isPicture(int stream) const
    {
        return m_input.context().streams[stream]->codecpar->codec_type == AVMEDIA_TYPE_VIDEO;
    }
    void look(const AVPacket &packet);
    bool isDone() const;
    Result<ClipStart> result() const;

    AvInput &m_input;
    const TimeRange m_range;
    QList<Stream> m_streams;
    int m_pictures = 0;
    bool m_begun = false;
    qint64 m_baseMs = 0;
    qint64 m_lastMs = 0;
};

Result<ClipStart> StartFinder::run(const MediaProgress &progress)
{
    const PacketHandle packet(av_packet_alloc());
    if (!packet)
        return fail(ErrorCode::Internal, u"no memory to read %1"_s.arg(m_input.path()));
    const qint64 total = m_input.file().identity.bytes;
    while (!isDone()) {
        const auto more = m_input.read(*packet);
        if (!more && more.error().code != ErrorCode::Media)
            return Failure{more.error()};
        if (!more || !*more)
            break; // what lies before the damage is found; the copy tells of it
        look(*packet);
        av_packet_unref(packet.get());
        if (progress)
            progress(std::min(m_input.position(), total) / 2, total);
    }
    return result();
}

void StartFinder::look(const AVPacket &packet)
{
    const int index = packet.stream_index;
    if (index >= m_streams.size())
        return;
    Stream &stream = m_streams[index];
    const qint64 number = stream.packets++;
    const auto ms = timeOf(packet, m_input.context().streams[index]->time_base);
    if (!ms)
        return;
    if (!m_begun)
        m_baseMs = std::max<qint64>(0, *ms);
    m_begun = true;
    m_lastMs = std::max(m_lastMs, *ms);
    const qint64 wanted = m_baseMs + std::max<qint64>(0, m_range.fromMs) + nearMs;
    // A key frame behind the wanted time is better than none.
    const bool key = (packet.flags & AV_PKT_FLAG_KEY) != 0;
    if (key && (*ms <= wanted || stream.key < 0)) {
        stream.key = number;
        stream.keyMs = *ms;
    }
    stream.passed = stream.passed || *ms > wanted;
}

// Other streams may be silent for long: only pictures are waited for, as far as the range goes.
bool StartFinder::isDone() const
{
    if (m_range.toMs >= 0 && m_begun && m_lastMs >= m_baseMs + m_range.toMs)
        return true;
    for (int i = 0; i < m_streams.size(); ++i) {
        if ((m_pictures == 0 || isPicture(i)) && (!m_streams[i].passed || m_streams[i].key < 0))
            return false;
    }
    return true;
}

Result<ClipStart> StartFinder::result() const
{
    if (!m_begun)
        return fail(
            ErrorCode::Media,
            u"%1 ends before its first packet: nothing can be read from it"_s.arg(m_input.path()));
    if (m_range.fromMs > 0 && m_lastMs < m_baseMs + m_range.fromMs)
        return fail(ErrorCode::InvalidArgument,
                    u"%1 ends at %2, before the clip begins at %3"_s.arg(
                        m_input.path(), secondsOf(m_lastMs - m_baseMs), secondsOf(m_range.fromMs)));
    ClipStart start;
    start.baseMs = m_baseMs;
    start.skip = QList<qint64>(m_streams.size(), byTime);
    std::optional<qint64> origin;
    for (int i = 0; i < m_streams.size(); ++i) {
        if ((m_pictures > 0 && !isPicture(i)) || m_streams[i].key < 0)
            continue;
        start.skip[i] = m_streams[i].key;
        origin = std::min(origin.value_or(m_streams[i].keyMs), m_streams[i].keyMs);
    }
    if (!origin)
        return fail(ErrorCode::Media,
                    u"%1 has no key frame up to there: no picture of it could be shown"_s.arg(
                        m_input.path()));
    start.originMs = *origin;
    if (m_range.fromMs <= 0) {
        // From the beginning on everything comes along, also what lies before the first picture.
        start.originMs = std::min(*origin, m_baseMs);
        std::ranges::replace(start.skip, byTime, qint64(0));
    }
    return start;
}

} // namespace

std::optional<qint64> timeOf(const AVPacket &packet, AVRational timeBase)
{
    const qint64 time = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (time == AV_NOPTS_VALUE)
        return {};
    return av_rescale_q(time, timeBase, inMs);
}

Result<ClipStart> findClipStart(const MediaFile &source, const TimeRange &range,
                                const MediaProgress &progress)
{
    TRY_LET(const auto input, AvInput::open(source, {}));
    return StartFinder(*input, range).run(progress);
}

} // namespace respool
