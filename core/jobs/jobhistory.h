// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/batchreport.h"

namespace respool {

class Clock;
class Connection;

// How long ended jobs are kept: each limit by itself lets the oldest go. Done and cancelled ones
// only; what failed or was parked stays until somebody retries or discards it.
struct KeepRule
{
    qint64 days = 30;
    qint64 jobs = 100'000; // of one kind
};

// The SQL of what lies behind: reports of what was done, and pruning. Plain synchronous calls, made
// on a database thread.
class JobHistory
{
public:
    JobHistory(Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {}

    Result<BatchReport> report(BatchId batch); // Errors: NotFound
    // The newest batch that tells of a recording whose uid begins so. Errors: NotFound.
    Result<BatchId> batchOf(const QString &uidPrefix);

    // Removes at most some jobs of this kind that the rule no longer keeps, with their attempts,
    // logs and results. Returns how many.
    Result<int> prune(const QString &kind, const KeepRule &rule, int most);
    // Removes batches without a job that are older than the rule keeps, and runs of schedules, but
    // for the last of each. Returns how many batches.
    Result<int> pruneBatches(const KeepRule &rule, int most);

private:
    qint64 oldestKept(const KeepRule &rule) const;

    Connection &m_connection;
    const Clock &m_clock;
};

} // namespace respool
