// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/batch.h"
#include "core/jobs/batchfilter.h"
#include "core/jobs/batchreport.h"
#include "core/jobs/jobkind.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace respool {

class Clock;
class Database;
class JobStore;

// Which jobs, newest first.
struct JobFilter
{
    std::optional<JobState> state;
    BatchId batch; // 0: any
    QString kind;  // empty: any
    JobId before;  // pages backwards; 0: from the newest
    int limit = 500;
};

struct QueueStats
{
    qint64 paused = 0, queued = 0, running = 0, delayed = 0;
    qint64 done = 0, cancelled = 0, failed = 0, parked = 0;
    qint64 unseen = 0;          // that failed or are parked, and nobody has looked
    QList<QString> pausedKinds; // the empty text is the whole queue
};

// What somebody does to jobs that were accepted, and that is to be told later.
struct JobDeed
{
    QString what; // cancel, retry, discard
    QString kind; // of the job, or of the first of the batch
    BatchId batch;
    JobId job; // 0: the whole batch
};

// The queue as window and CLI see it. Lives on the main thread; every call answers by a future,
// and its changes are on disk when that future ends.
class JobQueue final : public QObject
{
    Q_OBJECT

public:
    using Jobs = QList<JobId>;

    JobQueue(Database &database, const Clock &clock, const JobKinds &kinds,
             QObject *parent = nullptr);

    QFuture<Result<QList<JobRecord>>> find(const JobFilter &filter);
    QFuture<Result<JobRecord>> job(JobId id); // with payload and checkpoint
    QFuture<Result<QList<JobAttempt>>> attempts(JobId id);
    // most: only so many, of the log the newest, of the results first those that went wrong.
    QFuture<Result<QList<JobLogLine>>> log(JobId id, int most = 0);
    QFuture<Result<QList<JobItem>>> items(JobId id, int most = 0);
    QFuture<Result<QueueStats>> stats();
    QFuture<Result<QList<BatchRecord>>> batches(const BatchFilter &filter); // newest first
    // The jobs of one batch that are in the filter: first what runs.
    QFuture<Result<QList<JobRecord>>> jobsIn(BatchId batch, const BatchFilter &filter);
    QFuture<Result<BatchRecord>> batch(BatchId id);     // Errors: NotFound
    QFuture<Result<BatchReport>> report(BatchId batch); // Errors: NotFound
    // The newest batch that tells of a recording whose uid begins so. Errors: NotFound.
    QFuture<Result<BatchReport>> reportOn(const QString &uidPrefix);

    // A waiting job ends at once, a running one at its next safe point. Errors: NotFound,
    // Refused (it has ended already).
    QFuture<Result<>> cancel(JobId id);
    // A waiting job is held at once, a running one stops at its next safe point and gives its
    // place to another; resume() lets it go on from its checkpoint. Survives a restart.
    QFuture<Result<>> pause(JobId id);
    QFuture<Result<>> resume(JobId id);
    // A delayed, paused, cancelled, failed or parked job becomes due now, from its checkpoint.
    QFuture<Result<>> retry(JobId id);
    QFuture<Result<>> setPriority(JobId id, int priority); // the higher goes first
    // Of every job of the batch that has not ended. Errors: NotFound, Refused.
    QFuture<Result<>> shiftPriority(BatchId id, int by);
    // Removes an ended job with its history.
    QFuture<Result<>> discard(JobId id);
    // The same for every job of a batch that it fits; Refused when it fits none. retry: those that
    // failed or were parked.
    QFuture<Result<>> cancel(BatchId id);
    QFuture<Result<>> pause(BatchId id);
    QFuture<Result<>> resume(BatchId id);
    QFuture<Result<>> retry(BatchId id);

    // Every job that failed or was parked becomes due now. Errors: Refused when there is none.
    QFuture<Result<>> retryFailed();
    // Somebody has looked at what failed: it is no news any more, in no window. It stays failed.
    QFuture<Result<>> see(JobId id);
    QFuture<Result<>> seeAll();
    // Removes the jobs that are done or were cancelled, some at a time, but for those that are
    // evidence. What failed stays until somebody retries or discards it. Returns how many.
    QFuture<Result<qint64>> clearEnded();

    // Told of the deeds to jobs whose ends are on record (JobKind::ended), in their transaction.
    using Witness = std::function<Result<>(Connection &, const JobDeed &)>;
    void setWitness(Witness witness) { m_witness = std::move(witness); }

    // No job of this kind is claimed until resume(); the empty kind is the whole queue. Running
    // jobs go on. Survives a restart.
    QFuture<Result<>> pause(const QString &kind = {});
    QFuture<Result<>> resume(const QString &kind = {});

    // What keeps the worker from writing to the database; None while all is well. Nothing that was
    // accepted is lost: the queue stands still and goes on by itself.
    Error trouble() const { return m_trouble; }
    void setTrouble(const Error &trouble);

    void announceChange(const Jobs &jobs = {}); // rows have changed
    void announceWork(const Jobs &jobs = {});   // likewise, and the worker should look
    void announceProgress(JobId id, Progress progress);
    // A command is on its way to the disk: a claim that is asked for now shares its commit.
    void announceComing() { emit workComing(); }

signals:
    // Ask again: these jobs, or their batches, are different now; empty: it may be any of them.
    void changed(const respool::JobQueue::Jobs &jobs);
    // Something may have become due, or wants to be stopped.
    void workWanted(const respool::JobQueue::Jobs &jobs);
    void workComing();
    void progressed(respool::JobId id, respool::Progress progress);
    void troubleChanged(const respool::Error &trouble);

private:
    template <typename F>
    auto ask(F question);
    using Verb = Result<> (*)(JobStore &, JobId);
    QFuture<Result<>> change(const Jobs &jobs, std::function<Result<>(Connection &)> work);
    QFuture<Result<>> changeJob(JobId id, Verb verb, const char *deed = nullptr);
    QFuture<Result<>> changeAll(BatchId batch, bool (*fits)(JobState), Verb verb,
                                const char *deed = nullptr);
    Result<> retryAllBad(Connection &connection) const;
    Result<> giveUpIfEnded(Connection &connection, JobId id) const;
    Result<> witness(Connection &connection, const JobDeed &deed) const;

    Database &m_database;
    const Clock &m_clock;
    const JobKinds &m_kinds;
    Witness m_witness;
    Error m_trouble;
};

// The words of the CLI and its JSON; not translated.
QString toText(JobState state);
std::optional<JobState> jobStateFrom(const QString &text);

} // namespace respool
