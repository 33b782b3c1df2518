// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"

namespace respool {

// Where something is in one of the parts of a recording.
struct PartPlace
{
    int part = -1; // in Recording::parts; -1: the recording has none
    qint64 ms = 0; // from the beginning of the part

    bool operator==(const PartPlace &) const = default;
};

// A part on the timeline.
struct TimelineStretch
{
    int part = 0; // in Recording::parts
    qint64 fromMs = 0;
    qint64 lengthMs = 0;
    bool isKnown = true; // false: the length may grow, since nobody knows it yet
    qint64 wallMs = 0;   // UTC, of its beginning; 0: not known
    qint64 gapMs = 0;    // for so long nothing was recorded before it
};

enum class TimelineClock { Elapsed, Wall };

// All parts of a recording one behind the other, in the order in which they began. What was
// recorded counts, gaps take no time of their own: the instant of the wall clock jumps there. Parts
// that were recorded at the same time follow each other as well, so that nothing is left out. A
// value; any thread.
class RecordingTimeline
{
public:
    // Shorter pauses are those of a recorder that goes on with another file.
    static constexpr qint64 leastGapMs = 2000;

    RecordingTimeline() = default;
    explicit RecordingTimeline(const Recording &recording);

    const QList<TimelineStretch> &stretches() const { return m_stretches; }
    qint64 lengthMs() const;
    bool isKnown() const; // all of it

    // Once it is known, or again when the part has grown. A part that is shorter than was thought
    // moves what comes behind it.
    void setLength(int part, qint64 ms);

    // The one that is seen at that moment; moments outside stand for the nearest end. The end of
    // a part is the beginning of the next one.
    PartPlace placeAt(qint64 ms) const;
    qint64 timeOf(const PartPlace &place) const; // on the timeline; 0 for what is not on it
    const TimelineStretch *stretchOf(int part) const;
    int partBefore(int part) const; // -1: it is the first
    int partAfter(int part) const;  // -1: it is the last
    qint64 wallMs(qint64 ms) const; // UTC; 0: not known

    // "1:23", "1:02:03", or the time of day with its date: local.
    QString text(qint64 ms, TimelineClock clock) const;

private:
    qsizetype indexOf(int part) const; // -1: not on it
    void place();

    QList<TimelineStretch> m_stretches;
};

// How long, or how far from the beginning: 1:23, 1:02:03. Whole seconds that have passed.
QString elapsedText(qint64 ms);

} // namespace respool
