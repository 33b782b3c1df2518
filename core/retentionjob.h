// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"

namespace respool {

class Clock;
class Database;

// Runs all retention rules that are on: evaluates them, and enqueues what they delete together
// with its only checkpoint, so that a run that died begins anew or has happened. It is a job, as
// what schedules enqueue must neither look at files nor search a large library in the transaction
// of the scheduler. It lives in this room since it makes jobs of recordings, which WorkOrder does.
class RetentionJob final : public Job
{
public:
    RetentionJob(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {}
    // Errors: InvalidArgument, NotFound with the rules whose queries cannot be answered, after the
    // others have done their work.
    Result<> run(JobContext &context) override;

private:
    Database &m_database;
    const Clock &m_clock;
};

JobKind retentionKind(Database &database, const Clock &clock);
JobSpec retentionSpec(const QString &who);

} // namespace respool
