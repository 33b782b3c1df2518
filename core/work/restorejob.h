// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"

namespace respool {

class Clock;
class Database;

// Moves recordings out of the trash to where they were.
class RestoreJob final : public Job
{
public:
    RestoreJob(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {}
    Result<> run(JobContext &context) override;

private:
    Database &m_database;
    const Clock &m_clock;
};

JobKind restoreKind(Database &database, const Clock &clock);

} // namespace respool
