// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/library/recordingstore.h"

namespace respool {

class Clock;
class Database;
struct OpenedStore;

// Brings the catalogue of one store up to date: reads the recordings that are there, looks into
// the files that are new or have changed, marks what is gone as missing. An offline store is only
// marked offline (I9). Goes on after the last recording that was committed.
class ScanJob final : public Job
{
public:
    ScanJob(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {}
    Result<> run(JobContext &context) override;

private:
    using Known = QHash<QString, KnownRecording>;
    Result<> markOffline(JobContext &context, const QString &store);
    Result<> scan(JobContext &context, const OpenedStore &store, qint64 scanMs);

    Database &m_database;
    const Clock &m_clock;
};

JobKind scanKind(Database &database, const Clock &clock);
JobSpec scanSpec(const StoreInfo &store);

} // namespace respool
