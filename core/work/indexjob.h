// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/library/recording.h"

namespace respool {

class Clock;
class Connection;
class Database;
class Directory;
class MediaHost;
struct OpenedStore;
struct TextLines;
struct TextWish;

// Reads the text of the recordings of one store that wait for it (text_wish), one after the other,
// into the index of texts. It changes no recording, so it takes none: one that is being recorded,
// has changed since the scan, or lies in the trash, waits for the next such job. A part that cannot
// be read is told, and not read again before it changes. First it removes what nobody finds any
// more. Pool thread.
class IndexJob final : public Job
{
public:
    IndexJob(Database &database, const Clock &clock, MediaHost &host)
        : m_database(database)
        , m_clock(clock)
        , m_host(host)
    {}
    Result<> run(JobContext &context) override;

private:
    Result<> sweep(JobContext &context);
    Result<> indexAll(const OpenedStore &store, JobContext &context);
    Result<> index(const TextWish &wish, const OpenedStore &store, JobContext &context);
    Result<> indexPart(const Recording &recording, const Part &part, const Directory &folder,
                       JobContext &context);
    Result<> write(const Recording &recording, const Part &part, const TextLines &text,
                   const QString &problem, JobContext &context);

    Database &m_database;
    const Clock &m_clock;
    MediaHost &m_host;
};

JobKind indexKind(Database &database, const Clock &clock, MediaHost &host);

// In a batch of its own, unless nothing waits or such a job of this store has not ended yet. For
// whoever has changed parts or removed recordings, in the same transaction. Database thread.
Result<> enqueueIndexing(Connection &connection, const Clock &clock, const StoreInfo &store);
JobSpec indexSpec(const StoreInfo &store);
// The same when recordings are gone whose text is still there.
Result<> sweepTexts(Connection &connection, const Clock &clock, const StoreInfo &store);

} // namespace respool
