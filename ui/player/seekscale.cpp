// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/seekscale.h"

#include <algorithm>

namespace respool {

SeekScale::SeekScale(const RecordingTimeline &timeline, double left, double width)
{
    double fixed = 0;
    for (const TimelineStretch &stretch : timeline.stretches())
        fixed += leastWidth + (stretch.gapMs > 0 ? gapWidth : 0);
    const double room = std::max(0.0, width - fixed);
    const double perMs = timeline.lengthMs() > 0 ? room / double(timeline.lengthMs()) : 0;
    // What is left when nothing has a length yet.
    const double spare = timeline.lengthMs() > 0 || timeline.stretches().isEmpty()
                             ? 0
                             : room / double(timeline.stretches().size());
    double x = left;
    for (const TimelineStretch &stretch : timeline.stretches()) {
        Span span;
        span.part = stretch.part;
        span.fromMs = stretch.fromMs;
        span.lengthMs = stretch.lengthMs;
        span.gapMs = stretch.gapMs;
        span.gapLeft = x;
        span.gapWidth = stretch.gapMs > 0 ? gapWidth : 0;
        x += span.gapWidth;
        span.left = x;
        span.width = leastWidth + double(stretch.lengthMs) * perMs + spare;
        x += span.width;
        m_spans << span;
    }
}

double SeekScale::xOf(const Span &span, qint64 ms) const
{
    const double share =
        span.lengthMs > 0 ? std::clamp(double(ms) / double(span.lengthMs), 0.0, 1.0) : 0;
    return span.left + share * span.width;
}

double SeekScale::xOf(qint64 ms) const
{
    const Span *found = nullptr;
    for (const Span &span : m_spans) {
        if (found && span.fromMs > ms)
            break;
        if (!found || span.lengthMs > 0)
            found = &span;
    }
    return found ? xOf(*found, ms - found->fromMs) : 0;
}

qint64 SeekScale::msAt(double x) const
{
    if (m_spans.isEmpty())
        return 0;
    for (const Span &span : m_spans) {
        if (x < span.left)
            return span.fromMs;
        if (x < span.left + span.width)
            return span.fromMs + qint64((x - span.left) / span.width * double(span.lengthMs));
    }
    return m_spans.last().fromMs + m_spans.last().lengthMs;
}

const SeekScale::Span *SeekScale::gapAt(double x) const
{
    const auto found = std::ranges::find_if(m_spans, [x](const Span &span) {
        return span.gapWidth > 0 && x >= span.gapLeft && x < span.gapLeft + span.gapWidth;
    });
    return found == m_spans.end() ? nullptr : &*found;
}

const SeekScale::Span *SeekScale::spanOf(int part) const
{
    const auto found = std::ranges::find(m_spans, part, &Span::part);
    return found == m_spans.end() ? nullptr : &*found;
}

} // namespace respool
