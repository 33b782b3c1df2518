// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/jobs/jobstore.h"
#include "tests/bench/peerqueue.h"

#include <deque>

namespace respool {

// The one place where the measurements call JobStore. Database thread.
class OurJobs
{
public:
    static inline const QString kind = QStringLiteral("bench");

    explicit OurJobs(Connection &connection)
        : m_store(connection, systemClock)
    {}

    Result<BatchId> addBatch() { return m_store.addBatch(kind, QStringLiteral("me"), {}); }
    Result<WorkerRecord> addWorker() { return m_store.addWorker(QStringLiteral("host"), 1); }
    Result<JobId> enqueue(BatchId batch, const QByteArray &payload = PeerQueue::payload());
    // A command of the user with one job.
    Result<JobId> command(const QByteArray &payload = PeerQueue::payload());
    Result<QList<JobRecord>> claim(const WorkerRecord &worker, int jobs);
    Result<> finish(const JobRecord &job, const WorkerRecord &worker);

    static inline const SystemClock systemClock;

private:
    JobStore m_store;
};

// Our queue on the lazy lane, which like its peers does not sync every commit. asked: for how many
// turns or single pushes it asks before it waits for the first; with 1 every one waits for the way
// to the database thread and back, with 2 that thread always has work.
class OurQueue final : public PeerQueue
{
public:
    explicit OurQueue(const QString &file, size_t asked = 1);

    void pushOne() override;
    void pushMany(int jobs) override;
    void turn(int jobs) override;
    qint64 waiting() override;
    Database &database() { return *m_database; }

private:
    void askForTurn(const QList<JobRecord> &taken, int jobs);

    std::unique_ptr<Database> m_database;
    BatchId m_batch;
    WorkerRecord m_worker;
    const size_t m_asked;
    std::deque<Pending<Result<QList<JobRecord>>>> m_turns;
    std::deque<Pending<Result<JobId>>> m_pushes;
};

// The value of a result that has to be there.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

} // namespace respool
