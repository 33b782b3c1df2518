// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"

namespace respool {

class Clock;
class Database;
struct ItemsPayload;

// Removes recordings from the trash of their store for good.
class PurgeJob final : public Job
{
public:
    PurgeJob(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {}
    Result<> run(JobContext &context) override;

private:
    Database &m_database;
    const Clock &m_clock;
};

JobKind purgeKind(Database &database, const Clock &clock);
JobSpec purgeSpec(const ItemsPayload &payload);

} // namespace respool
