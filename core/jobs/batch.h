// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <array>

namespace respool {

// The jobs of one command of the user, summed up.
struct BatchRecord
{
    BatchId id;
    QString kind;
    QString who;
    QString reason;
    qint64 createdMs = 0;
    qint64 endedMs = 0;             // when the last job ended; 0: not yet
    std::array<qint64, 8> jobsIn{}; // how many are in each state, from Paused to Parked
    qint64 unseen = 0; // of those that failed or are parked, nobody has looked at so many
    Progress progress; // in units of the kind's progress: each job weighs as much as it has to do

    qint64 count(JobState state) const;
    qint64 jobs() const;
    bool hasEnded() const; // every job of it has
    // What the batch is doing or has come to: Running while any job runs; of those that wait the
    // most hopeful, Queued before Delayed before Paused; at the end the worst of what happened.
    JobState state() const;
};

} // namespace respool

Q_DECLARE_METATYPE(respool::BatchId)
