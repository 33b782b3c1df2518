// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace respool {

qint64 RetryPolicy::backoffMs(int failures, double random)
{
    const double wait = double(baseMs) * std::pow(2.0, std::clamp(failures, 0, 20));
    return qint64(std::min(wait, double(capMs)) * (0.9 + 0.2 * random));
}

// A file that somebody reads may be read for hours, and each look at it is a line of the history.
qint64 RetryPolicy::busyWaitMs(const JobRecord &job)
{
    return std::min(busyMs << std::clamp(job.claim - job.attempt, 0, 10), busyMostMs);
}

Verdict RetryPolicy::judge(const Result<> &outcome, const JobRecord &job, double random)
{
    if (outcome)
        return {.state = JobState::Done};
    switch (outcome.error().code) {
    case ErrorCode::Cancelled:
        return {.state = JobState::Cancelled};
    case ErrorCode::Paused:
        return {.state = JobState::Paused, .spared = true};
    case ErrorCode::Interrupted:
        return {.state = JobState::Queued, .spared = true};
    case ErrorCode::Busy:
        return {.state = JobState::Delayed, .waitMs = busyWaitMs(job), .spared = true};
    case ErrorCode::NoSpace:
    case ErrorCode::Offline:
        return {.state = JobState::Delayed, .waitMs = shortageMs, .spared = true};
    case ErrorCode::UnknownKind:
    case ErrorCode::NewerVersion:
    case ErrorCode::BadPayload:
    case ErrorCode::Crashed:
        return {.state = JobState::Parked};
    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::Unsafe:
    case ErrorCode::Media:
        return {.state = JobState::Failed};
    case ErrorCode::None:
    case ErrorCode::Internal:
    case ErrorCode::Io:
    case ErrorCode::PermissionDenied:
    case ErrorCode::Database:
    case ErrorCode::LeaseLost:
        break;
    }
    if (job.failures + 1 >= job.maxAttempts)
        return {.state = JobState::Parked, .counts = true};
    return {.state = JobState::Delayed, .waitMs = backoffMs(job.failures, random), .counts = true};
}

} // namespace respool
