// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingtimeline.h"

namespace respool {

// Where on a bar the moments of a timeline are. A gap takes no time, but so many pixels that it is
// seen; a part of no length has a place as well. A value.
class SeekScale
{
public:
    static constexpr double gapWidth = 12;
    static constexpr double leastWidth = 4; // of a part

    struct Span
    {
        int part = 0;
        double left = 0;
        double width = 0;
        double gapLeft = 0; // of the gap before it
        double gapWidth = 0;
        qint64 fromMs = 0;
        qint64 lengthMs = 0;
        qint64 gapMs = 0;
    };

    SeekScale() = default;
    SeekScale(const RecordingTimeline &timeline, double left, double width);

    const QList<Span> &spans() const { return m_spans; }
    double xOf(qint64 ms) const;
    qint64 msAt(double x) const;                   // a gap stands for the part behind it
    const Span *gapAt(double x) const;             // the span whose gap is there; null: none
    const Span *spanOf(int part) const;            // null: there is none
    double xOf(const Span &span, qint64 ms) const; // so far into the part

private:
    QList<Span> m_spans;
};

} // namespace respool
