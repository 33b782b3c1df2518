// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

#include <QCoreApplication>

namespace respool {

// A queue without a runner: the test plays the worker. open() in init(), close() in cleanup().
class QueueFixture
{
public:
    void open(const JobKinds &kinds = {})
    {
        m_engine.open();
        m_kinds = kinds;
        m_queue = std::make_unique<JobQueue>(m_engine.database(), m_engine.clock(), m_kinds);
    }
    template <typename F>
    auto wait(F future)
    {
        while (!future.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return future.result();
    }

    // Lets what was asked for be answered first: a debug build of Qt does not forgive an answer to
    // an object that is gone.
    void drain()
    {
        for (int i = 0; i < 4; ++i) // an answer may ask again
            static_cast<void>(wait(m_queue->stats()));
    }
    void close() { m_queue.reset(); }

    JobQueue &queue() { return *m_queue; }
    FakeClock &clock() { return m_engine.clock(); }
    Database &database() { return m_engine.database(); }

    template <typename F>
    auto store(F work)
    {
        return m_engine.on<JobStore>(work);
    }

    // One job for each title.
    BatchId enqueue(const QString &kind, const QStringList &titles, const QString &reason = {},
                    qint64 units = 1)
    {
        const auto batch = store([&](JobStore &&jobs) -> Result<BatchId> {
            TRY_LET(const BatchId id, jobs.addBatch(kind, QStringLiteral("tester"), reason));
            for (const QString &title : titles)
                TRY(jobs.enqueue(id, {.kind = kind, .title = title, .units = units}));
            return id;
        });
        m_queue->announceChange();
        return batch ? *batch : BatchId();
    }

    // The next job of the kind, as a worker takes it.
    JobRecord begin(const QString &kind)
    {
        JobRecord taken;
        const auto begun = store([&](JobStore &&jobs) -> Result<> {
            TRY_LET(m_worker, jobs.addWorker(QStringLiteral("host"), 1));
            TRY_LET(const auto job, claimOne(jobs, m_worker, {kind}));
            taken = job.value_or(JobRecord());
            return {};
        });
        m_queue->announceChange({taken.id});
        return begun ? taken : JobRecord();
    }
    bool end(const JobRecord &job, JobState state, const Error &error = {}, qint64 waitMs = 0)
    {
        Verdict verdict;
        verdict.state = state;
        verdict.waitMs = waitMs;
        const bool ended = bool(
            store([&](JobStore &&jobs) { return jobs.finish(job, m_worker.id, verdict, error); }));
        m_queue->announceChange({job.id});
        return ended;
    }
    JobRecord endNext(const QString &kind, JobState state, const Error &error = {})
    {
        const JobRecord job = begin(kind);
        return end(job, state, error) ? job : JobRecord();
    }
    QueueStats stats()
    {
        const auto all = store([](JobStore &&jobs) { return jobs.stats(); });
        return all ? *all : QueueStats();
    }

private:
    EngineFixture m_engine;
    JobKinds m_kinds;
    WorkerRecord m_worker;
    std::unique_ptr<JobQueue> m_queue;
};

} // namespace respool
