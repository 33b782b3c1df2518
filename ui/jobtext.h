// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/batch.h"
#include "core/jobs/batchfilter.h"
#include "core/jobs/workrule.h"

#include <QIcon>

namespace respool {

// What keeps jobs from beginning, beside what they themselves say.
struct QueueHolds
{
    WorkHolds rules;            // hours and mains
    QList<QString> pausedKinds; // the empty text is the whole queue
};

// Which jobs a verb of the queue is for.
constexpr bool isPaused(JobState state)
{
    return state == JobState::Paused;
}
constexpr bool isUnfinished(JobState state)
{
    return !hasEnded(state);
}
constexpr bool isPausable(JobState state)
{
    return isUnfinished(state) && !isPaused(state);
}
constexpr bool isRetryable(JobState state)
{
    return state == JobState::Delayed || state >= JobState::Cancelled;
}
constexpr bool needsSomebody(JobState state)
{
    return state >= JobState::Failed;
}

QIcon iconFor(JobState state);

// What a job works on.
QString titleText(const JobRecord &job);

// The state with its reason: "Waits for space: 1.2 GB more needed on /data".
QString stateText(const JobRecord &job, const QueueHolds &holds);
QString stateText(const BatchRecord &batch, const QueueHolds &holds);

// "1 running, 3 done": what happens now, what waits, what has ended.
QString countsText(const BatchRecord &batch);

// "12 MiB/s", or "3.4 items/s" of what is not counted in bytes; empty: it stands still.
QString rateText(const QString &kind, double perSecond);
// "40 s", "3:20:00"; no tenths, since it is a guess.
QString leftText(qint64 ms);

// The words of a search field, each with the kinds and states that it means in this language.
QList<JobWord> jobWordsOf(const QString &text);

} // namespace respool
