// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <QStringList>
#include <QVariantHash>

namespace respool {

// Which jobs of the queue are wanted. The numbers are those that the queries know.
enum class JobGroup {
    All = 0,
    Open = 1,      // not at their end yet
    Attention = 2, // failed or parked
    Ended = 3,
};

bool isIn(JobGroup group, JobState state);

// One word that is looked for in the texts of a job and of its batch. What a kind or a state is
// called is a matter of the window's language, so whoever asks says which of them the word means.
struct JobWord
{
    QString text;
    QStringList kinds;
    QList<JobState> states;
};

// Which batches, newest first, and which of their jobs. A batch is found when one of its jobs is.
struct BatchFilter
{
    JobGroup group = JobGroup::All;
    QList<JobWord> words = {}; // every one must be found
    BatchId before = {};       // pages backwards; 0: from the newest
    int limit = 60;
};

// The words as the queries take them: like, kinds, states and words.
QVariantHash searchValues(const QList<JobWord> &words);

} // namespace respool
