// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/batchreport.h"
#include "core/jobs/jobkind.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace respool {

class Clock;
class Database;

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
    qint64 queued = 0, running = 0, delayed = 0, done = 0, cancelled = 0, failed = 0, parked = 0;
    QList<QString> paused; // kinds; the empty text is the whole queue
};

// The queue as window and CLI see it. Lives on the main thread; every call answers by a future,
// and its changes are on disk when that future ends.
class JobQueue final : public QObject
{
    Q_OBJECT

public:
    JobQueue(Database &database, const Clock &clock, const JobKinds &kinds,
             QObject *parent = nullptr);

    QFuture<Result<QList<JobRecord>>> find(const JobFilter &filter);
    QFuture<Result<JobRecord>> job(JobId id); // with payload and checkpoint
    QFuture<Result<QList<JobAttempt>>> attempts(JobId id);
    QFuture<Result<QList<JobLogLine>>> log(JobId id);
    QFuture<Result<QList<JobItem>>> items(JobId id);
    QFuture<Result<QueueStats>> stats();
    QFuture<Result<BatchReport>> report(BatchId batch); // Errors: NotFound
    // The newest batch that tells of a recording whose uid begins so. Errors: NotFound.
    QFuture<Result<BatchReport>> reportOn(const QString &uidPrefix);

    // A waiting job ends at once, a running one at its next safe point. Errors: NotFound,
    // Refused (it has ended already).
    QFuture<Result<>> cancel(JobId id);
    // A delayed, cancelled, failed or parked job becomes due now, from its checkpoint.
    QFuture<Result<>> retry(JobId id);
    // Removes an ended job with its history.
    QFuture<Result<>> discard(JobId id);
    // No job of this kind is claimed until resume(); the empty kind is the whole queue. Running
    // jobs go on. Survives a restart.
    QFuture<Result<>> pause(const QString &kind = {});
    QFuture<Result<>> resume(const QString &kind = {});

    void announceChange(); // rows have changed
    void announceWork();   // rows have changed, and the worker should look
    void announceProgress(JobId id, Progress progress);

signals:
    void changed();    // ask again: rows of the queue are different now
    void workWanted(); // something may have become due, or wants to be stopped
    void progressed(respool::JobId id, respool::Progress progress);

private:
    template <typename F>
    auto ask(F question);
    QFuture<Result<>> change(std::function<Result<>(Connection &)> work);

    Database &m_database;
    const Clock &m_clock;
    const JobKinds &m_kinds;
};

// The words of the CLI and its JSON; not translated.
QString toText(JobState state);
std::optional<JobState> jobStateFrom(const QString &text);

} // namespace respool
