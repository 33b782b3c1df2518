// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/work/archivepayload.h"

namespace respool {

class Clock;
class Database;

// Writes all files of many recordings into one ZIP archive at a place of the user's choice, with
// what the library knows of them and the sums of all files. A recording that is being recorded,
// changes or is gone is an item with its error, and the archive goes on without it. Goes on after
// the last recording that is on disk, whatever ended an earlier run; at every instant the target is
// what it was or the whole archive. Pool thread.
class ArchiveJob final : public Job
{
public:
    ArchiveJob(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {}
    Result<> run(JobContext &context) override;

private:
    Database &m_database;
    const Clock &m_clock;
};

JobKind archiveKind(Database &database, const Clock &clock);
// bytes: of all parts.
JobSpec archiveSpec(const ArchivePayload &payload, qint64 bytes);

} // namespace respool
