// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"
#include "core/jobs/retrypolicy.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace respool {

class Clock;
class Connection;
struct BatchFilter;
struct BatchRecord;
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

// How many jobs of a kind a worker may still begin, and in which lanes some of them run already.
struct KindRoom
{
    QString kind;
    int free = 1'000'000;
    int laneLimit = 0;                // 0: none
    QHash<QString, int> running = {}; // by lane
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

    // At most so many ready jobs of these kinds, now running: those of the highest priority, then
    // of the greatest age. Looks past the jobs of a kind or a lane that has no room.
    Result<QList<JobRecord>> claim(const WorkerRecord &worker, const QList<KindRoom> &room,
                                   int most);
    Result<int> promoteDue();
    Result<int> promoteStuck();   // after the clock was set back
    Result<int> promoteOffline(); // after a store has come back
    // Whether the same is enqueued already and has not begun.
    Result<bool> waits(const JobSpec &spec);
    Result<std::optional<qint64>> nextDueMs();

    // Parks waiting jobs of kinds that are not in known, and takes those from the shelf that are.
    Result<int> parkUnknown(const QSet<QString> &known);
    Result<int> unpark(const QString &kind, int version);

    // Returns what the user wants of the job by now.
    Result<JobWish> checkpoint(const JobRecord &job, qint64 worker, const QByteArray &state);
    Result<> finish(const JobRecord &job, qint64 worker, const Verdict &verdict,
                    const Error &error);
    Result<> setProgress(const JobRecord &job, Progress progress);
    Result<QHash<qint64, JobWish>> wishes(qint64 worker); // by job id

    // Call only when no other worker can be alive. blamed: jobs that crashed the process.
    Result<Orphans> requeueOrphans(qint64 worker, const QSet<qint64> &blamed);
    // A worker that ends gives back what it had claimed but not begun, as if it never had.
    Result<> release(qint64 worker, const QSet<qint64> &except);
    // What did not stop in time counts as a death: the worker loses the jobs it still has.
    Result<Orphans> abandon(qint64 worker);

    Result<WorkerRecord> addWorker(const QString &host, qint64 pid);
    Result<> seeWorker(qint64 worker);
    Result<> endWorker(qint64 worker);
    Result<std::optional<WorkerRecord>> lastWorker();

    Result<> cancel(JobId id, const QString &who);
    // A waiting job is paused at once, a running one at its next safe point.
    Result<> pauseJob(JobId id);
    Result<> resumeJob(JobId id);
    Result<> setPriority(JobId id, int priority);
    Result<> shiftPriority(BatchId batch, int by); // of its jobs that have not ended
    Result<> retry(JobId id);
    Result<> discard(JobId id);
    Result<QList<JobRecord>> bad(); // all that failed or are parked: id, batch and kind
    // Somebody has looked at what failed. Returns how many jobs that was news of.
    Result<int> see(JobId id);
    Result<int> seeAll();
    Result<> pause(const QString &kind);
    Result<> resume(const QString &kind);
    Result<QSet<QString>> paused();

    Result<> addLog(JobId id, LogLevel level, const QString &text);
    Result<> addItem(JobId id, const JobItem &item);
    Result<> addItems(JobId id, const QList<JobItem> &items); // one statement for all

    Result<JobRecord> byId(JobId id);
    Result<QList<JobRecord>> find(const JobFilter &filter);
    // The jobs of a kind that were cancelled or given up after an attempt that died.
    Result<QList<JobRecord>> died(const QString &kind);
    Result<QList<JobRecord>> unfinishedOf(const QString &kind);
    Result<QList<JobAttempt>> attempts(JobId id);
    // most: only so many, of the log the newest, of the results first those that went wrong.
    Result<QList<JobLogLine>> log(JobId id, int most = 0);
    Result<QList<JobItem>> items(JobId id, int most = 0);
    Result<QueueStats> stats();
    // How many jobs of the batch have not ended.
    Result<qint64> unfinished(BatchId batch);
    Result<QList<BatchRecord>> batches(const BatchFilter &filter);
    Result<BatchRecord> batch(BatchId id); // Errors: NotFound
    // Those of one batch: first what runs, then in the order they were enqueued.
    Result<QList<JobRecord>> jobsIn(BatchId batch, const BatchFilter &filter);
    // The jobs of a batch, in the order they were enqueued. Errors: NotFound.
    Result<QList<std::pair<JobId, JobState>>> jobsOf(BatchId batch);

private:
    struct Candidate;
    struct Orphan;
    Result<> collect(const KindRoom &room, int most, QList<Candidate> &found);
    Result<QList<JobRecord>> begin(const WorkerRecord &worker, const QList<qint64> &ids);
    Result<QList<Orphan>> orphans(const QString &query, qint64 worker);
    Result<> endOrphans(const QList<Orphan> &orphans, const QString &how, Orphans &result);
    Result<QList<JobRecord>> jobsFrom(const QString &query, const QVariantHash &values);
    Result<QList<BatchRecord>> sumsOf(const QList<qint64> &batches);
    Failure notChanged(JobId id, const QString &what);

    Connection &m_connection;
    const Clock &m_clock;
};

} // namespace respool
