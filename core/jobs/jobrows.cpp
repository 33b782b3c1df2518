// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobrows.h"

#include "core/db/connection.h"

namespace respool {

JobRecord jobFrom(const Row &row)
{
    JobRecord job;
    job.id = JobId{row.integer(0)};
    job.batch = BatchId{row.integer(1)};
    job.kind = row.text(2);
    job.version = int(row.integer(3));
    job.title = row.text(4);
    job.payload = row.bytes(5);
    job.checkpoint = row.bytes(6);
    job.priority = int(row.integer(7));
    job.state = JobState(row.integer(8));
    job.dueMs = row.integer(9);
    job.claim = int(row.integer(10));
    job.attempt = int(row.integer(11));
    job.failures = int(row.integer(12));
    job.maxAttempts = int(row.integer(13));
    job.crashes = int(row.integer(14));
    job.deaths = int(row.integer(15));
    job.wish = JobWish(row.integer(16));
    job.createdMs = row.integer(17);
    job.startedMs = row.integer(18);
    job.finishedMs = row.integer(19);
    job.error = {ErrorCode(row.integer(20)), row.text(21)};
    job.lane = row.text(22);
    job.units = row.integer(23);
    job.progress = {row.integer(24), row.integer(25)};
    job.seen = row.integer(26) == job.finishedMs;
    return job;
}

JobRecord claimedJobFrom(const Row &row, qint64 nowMs)
{
    JobRecord job;
    job.id = JobId{row.integer(0)};
    job.batch = BatchId{row.integer(1)};
    job.kind = row.text(2);
    job.version = int(row.integer(3));
    job.title = row.text(4);
    job.payload = row.bytes(5);
    job.checkpoint = row.bytes(6);
    job.priority = int(row.integer(7));
    job.state = JobState::Running;
    job.claim = int(row.integer(8));
    job.attempt = int(row.integer(9));
    job.failures = int(row.integer(10));
    job.maxAttempts = int(row.integer(11));
    job.crashes = int(row.integer(12));
    job.deaths = int(row.integer(13));
    job.wish = JobWish(row.integer(14));
    job.startedMs = nowMs;
    job.lane = row.text(15);
    job.units = row.integer(16);
    return job;
}

BatchRecord batchFrom(const Row &row)
{
    BatchRecord batch;
    batch.id = BatchId{row.integer(0)};
    batch.kind = row.text(1);
    batch.who = row.text(2);
    batch.reason = row.text(3);
    batch.createdMs = row.integer(4);
    for (int state = 0; state < int(batch.jobsIn.size()); ++state)
        batch.jobsIn[size_t(state)] = row.integer(5 + state);
    batch.progress = {row.integer(13), row.integer(14)};
    batch.endedMs = batch.hasEnded() ? row.integer(15) : 0;
    batch.unseen = row.integer(16);
    return batch;
}

} // namespace respool
