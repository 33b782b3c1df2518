// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"
#include "core/jobs/retrypolicy.h"

#include <QSet>

#include <optional>

namespace respool {

class Clock;
class Connection;
struct JobFilter;
struct QueueStats;

// Who runs jobs: a row of the table worker.
struct WorkerRecord
{
    qint64 id = 0;
    QString host;
    qint64 pid = 0;
    qint64 startedMs = 0;
    qint64 seenMs = 0;
    qint64 endedMs = 0; // 0: it runs, or it died
};

// The jobs a dead worker left behind, and what became of them.
struct Orphans
{
    QList<JobId> requeued;
    QList<JobId> parked;
};

// The SQL of the queue: plain synchronous calls, made on a database thread inside a piece of work.
// Every write on behalf of a worker names job, claim and worker, and answers LeaseLost when that
// is not the owner any more.
class JobStore
{
public:
    JobStore(Connection &connection, const Clock &clock);

    Result<BatchId> addBatch(const QString &kind, const QString &who, const QString &reason);
    Result<JobId> enqueue(BatchId batch, const JobSpec &spec);

    // The ready job with the highest priority among these kinds, now running; empty: none.
    Result<std::optional<JobRecord>> claim(const WorkerRecord &worker, const QList<QString> &kinds);
    Result<int> promoteDue();
    Result<std::optional<qint64>> nextDueMs();

    // Parks waiting jobs of kinds that are not in known, and takes those from the shelf that are.
    Result<int> parkUnknown(const QSet<QString> &known);
    Result<int> unpark(const QString &kind, int version);

    // true: the user wants the job cancelled.
    Result<bool> checkpoint(const JobRecord &job, qint64 worker, const QByteArray &state);
    Result<> finish(const JobRecord &job, qint64 worker, const Verdict &verdict,
                    const Error &error);
    Result<> setProgress(const JobRecord &job, Progress progress);
    Result<QList<JobId>> cancelRequests(qint64 worker);

    // Call only when no other worker can be alive. blamed: jobs that crashed the process.
    Result<Orphans> requeueOrphans(qint64 worker, const QSet<qint64> &blamed);

    Result<WorkerRecord> addWorker(const QString &host, qint64 pid);
    Result<> seeWorker(qint64 worker);
    Result<> endWorker(qint64 worker);
    Result<std::optional<WorkerRecord>> lastWorker();

    Result<> cancel(JobId id, const QString &who);
    Result<> retry(JobId id);
    Result<> discard(JobId id);
    Result<> pause(const QString &kind);
    Result<> resume(const QString &kind);
    Result<QSet<QString>> paused();

    Result<> addLog(JobId id, LogLevel level, const QString &text);
    Result<> addItem(JobId id, const JobItem &item);

    Result<JobRecord> byId(JobId id);
    Result<QList<JobRecord>> find(const JobFilter &filter);
    Result<QList<JobAttempt>> attempts(JobId id);
    Result<QList<JobLogLine>> log(JobId id);
    Result<QList<JobItem>> items(JobId id);
    Result<QueueStats> stats();
    // How many jobs of the batch have not ended.
    Result<qint64> unfinished(BatchId batch);

private:
    Failure notChanged(JobId id, const QString &what);

    Connection &m_connection;
    const Clock &m_clock;
};

} // namespace respool
