// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingtimeline.h"

#include "core/base/units.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

RecordingTimeline::RecordingTimeline(const Recording &recording)
{
    // One that does not say when it began stays behind the one it is listed after.
    qint64 orderMs = 0;
    QList<std::pair<qint64, TimelineStretch>> ordered;
    for (int part = 0; part < recording.parts.size(); ++part) {
        const Part &file = recording.parts[part];
        if (file.startMs > 0)
            orderMs = file.startMs;
        TimelineStretch stretch;
        stretch.part = part;
        stretch.lengthMs = std::max<qint64>(0, file.durationMs);
        stretch.isKnown = file.durationMs > 0;
        stretch.wallMs = std::max<qint64>(0, file.startMs);
        ordered.emplace_back(orderMs, stretch);
    }
    std::ranges::stable_sort(ordered, {}, &std::pair<qint64, TimelineStretch>::first);
    for (const auto &[order, stretch] : std::as_const(ordered))
        m_stretches << stretch;
    place();
}

// Behind each other, and the gaps between them.
void RecordingTimeline::place()
{
    qint64 fromMs = 0;
    qint64 endMs = 0; // of the wall clock; 0: not known
    for (TimelineStretch &stretch : m_stretches) {
        stretch.fromMs = fromMs;
        const qint64 gapMs = endMs > 0 && stretch.wallMs > 0 ? stretch.wallMs - endMs : 0;
        stretch.gapMs = gapMs >= leastGapMs ? gapMs : 0;
        fromMs += stretch.lengthMs;
        // A gap behind a part that nobody knows the length of may be none.
        if (!stretch.isKnown)
            endMs = 0;
        else if (stretch.wallMs > 0)
            endMs = std::max(endMs, stretch.wallMs + stretch.lengthMs);
    }
}

qint64 RecordingTimeline::lengthMs() const
{
    return m_stretches.isEmpty() ? 0 : m_stretches.last().fromMs + m_stretches.last().lengthMs;
}

bool RecordingTimeline::isKnown() const
{
    return std::ranges::all_of(m_stretches, &TimelineStretch::isKnown);
}

void RecordingTimeline::setLength(int part, qint64 ms)
{
    const qsizetype at = indexOf(part);
    if (at < 0)
        return;
    m_stretches[at].lengthMs = std::max<qint64>(0, ms);
    m_stretches[at].isKnown = true;
    place();
}

PartPlace RecordingTimeline::placeAt(qint64 ms) const
{
    if (m_stretches.isEmpty())
        return {};
    // A part of no length is passed over, but not when it is all there is.
    const TimelineStretch *found = &m_stretches.first();
    for (const TimelineStretch &stretch : m_stretches) {
        if (stretch.fromMs > ms)
            break;
        if (stretch.lengthMs > 0)
            found = &stretch;
    }
    return {found->part, std::clamp<qint64>(ms - found->fromMs, 0, found->lengthMs)};
}

qint64 RecordingTimeline::timeOf(const PartPlace &place) const
{
    const TimelineStretch *stretch = stretchOf(place.part);
    return stretch ? stretch->fromMs + std::clamp<qint64>(place.ms, 0, stretch->lengthMs) : 0;
}

qsizetype RecordingTimeline::indexOf(int part) const
{
    const auto found = std::ranges::find(m_stretches, part, &TimelineStretch::part);
    return found == m_stretches.end() ? -1 : found - m_stretches.begin();
}

const TimelineStretch *RecordingTimeline::stretchOf(int part) const
{
    const qsizetype at = indexOf(part);
    return at < 0 ? nullptr : &m_stretches[at];
}

int RecordingTimeline::partBefore(int part) const
{
    const qsizetype at = indexOf(part);
    return at <= 0 ? -1 : m_stretches[at - 1].part;
}

int RecordingTimeline::partAfter(int part) const
{
    const qsizetype at = indexOf(part);
    return at < 0 || at + 1 >= m_stretches.size() ? -1 : m_stretches[at + 1].part;
}

qint64 RecordingTimeline::wallMs(qint64 ms) const
{
    const PartPlace place = placeAt(ms);
    const TimelineStretch *stretch = stretchOf(place.part);
    return stretch && stretch->wallMs > 0 ? stretch->wallMs + place.ms : 0;
}

QString RecordingTimeline::text(qint64 ms, TimelineClock clock) const
{
    switch (clock) {
    case TimelineClock::Elapsed:
        break;
    case TimelineClock::Wall:
        if (const qint64 wall = wallMs(ms); wall > 0)
            return timeText(wall);
        break;
    }
    return elapsedText(ms);
}

QString elapsedText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / 1000;
    const auto two = [](qint64 value) { return u"%1"_s.arg(value, 2, 10, QChar(u'0')); };
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(two(seconds % 60));
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
}

} // namespace respool
