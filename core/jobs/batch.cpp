// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/batch.h"

#include <iterator>
#include <numeric>

namespace respool {

qint64 BatchRecord::count(JobState state) const
{
    return *std::next(jobsIn.begin(), int(state) - int(JobState::Paused));
}

qint64 BatchRecord::jobs() const
{
    return std::accumulate(jobsIn.begin(), jobsIn.end(), qint64(0));
}

bool BatchRecord::hasEnded() const
{
    return count(JobState::Paused) + count(JobState::Queued) + count(JobState::Running)
               + count(JobState::Delayed)
           == 0;
}

JobState BatchRecord::state() const
{
    constexpr std::array byWeight{JobState::Running,  JobState::Queued, JobState::Delayed,
                                  JobState::Paused,   JobState::Parked, JobState::Failed,
                                  JobState::Cancelled};
    for (const JobState state : byWeight) {
        if (count(state) > 0)
            return state;
    }
    return JobState::Done;
}

} // namespace respool
