// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

namespace respool {

// What an outcome means for the job.
struct Verdict
{
    JobState state = JobState::Done;
    qint64 waitMs = 0;   // Delayed: until it is due again
    bool counts = false; // towards maxAttempts
    bool spared = false; // the claim is given back: it was no attempt
};

// Decides what becomes of a job. An error that a second try cannot mend fails at once; a full
// disk, an offline store and a busy file wait without spending attempts; what is left is tried
// again with exponential backoff, and parked when the attempts are spent.
class RetryPolicy
{
public:
    static constexpr qint64 baseMs = 30'000;
    static constexpr qint64 capMs = 3'600'000;
    static constexpr qint64 busyMs = 5'000; // doubled with each look up to busyMostMs
    static constexpr qint64 busyMostMs = 60'000;
    static constexpr qint64 shortageMs = 30'000; // no space, offline store
    static constexpr int crashLimit = 3;         // deaths by the job's own fault
    static constexpr int deathLimit = 10;        // deaths without a known fault

    // random is in [0, 1) and spreads the wait by +-10 %.
    static Verdict judge(const Result<> &outcome, const JobRecord &job, double random);
    static qint64 busyWaitMs(const JobRecord &job);
    static qint64 backoffMs(int failures, double random);
};

} // namespace respool
