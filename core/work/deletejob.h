// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"
#include "core/jobs/jobkind.h"

namespace respool {

class Clock;
class Database;

// Moves recordings into the trash of their store, one result row each. Holds, activity and
// changes are asked again for every recording when its turn comes (I7). A permanent deletion
// enqueues the purge of what it has moved, together with its last checkpoint.
class DeleteJob final : public Job
{
public:
    DeleteJob(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {}
    Result<> run(JobContext &context) override;

private:
    Database &m_database;
    const Clock &m_clock;
};

JobKind deleteKind(Database &database, const Clock &clock);

} // namespace respool
