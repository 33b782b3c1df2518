// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobrun.h"
#include "core/jobs/jobstore.h"
#include "core/jobs/workrule.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace respool {

class JobQueue;

// Claims jobs, runs them on its pool, and reports through the JobQueue. Lives on the main thread.
// Knows kinds only by name. The caller holds worker.lock, so every running row that is not of
// this worker is an orphan. What it cannot write it tells the queue as trouble, and tries again
// every two seconds.
class JobRunner final : public QObject
{
    Q_OBJECT

public:
    JobRunner(Database &database, const Clock &clock, JobQueue &queue, const JobKinds &kinds,
              QObject *parent = nullptr);
    ~JobRunner() override;

    // kinds empty: all there are. crashFile: see CrashMark.
    Result<> start(int threads, const QList<QString> &kinds, const QString &crashFile);
    // More begin at once; of those that run too many, none is stopped.
    void setThreads(int threads);
    // Interrupts the running jobs at their next safe point and waits for them, but not for ever:
    // returns how many it had to abandon. Their threads still run and use what this runner uses,
    // so the process must end without destroying it.
    int stop();

    bool isIdle() const { return m_idle && m_running.isEmpty(); }

signals:
    void idle();           // nothing is running or due
    void recordsChanged(); // a job has ended that may have changed the library
    void clockJumped();    // the clock was set, or the machine has slept

private:
    static constexpr int pollMs = 2000;
    static constexpr qint64 longestSleepMs = 60'000;
    struct Claimed
    {
        QList<JobRecord> jobs;
        QList<JobId> parked;
        std::optional<qint64> nextDueMs;
        WorkHolds holds;
    };
    Result<> begin(const QString &crashFile);
    void tidyUp();
    void claim();
    QList<KindRoom> room() const;
    Result<Claimed> claimBatch(Connection &connection, int most, QList<KindRoom> room) const;
    void claimed(const Result<Claimed> &claimed, int wanted);
    void run(const JobRecord &job);
    void ended(JobId id);
    void tick();
    void storeProgress();
    void poll();
    void lookForChanges(); // has another process, or the lazy lane, committed something?
    void lookForWork();    // jobs to begin, and running ones to cancel or to pause
    void watchClock();
    void watchHolds(); // are there jobs that may not go on?
    void obey(const WorkHolds &holds);

    Database &m_database;
    const Clock &m_clock;
    JobQueue &m_queue;
    const JobKinds &m_kinds;
    QList<QString> m_active; // the kinds this runner runs
    WorkerRecord m_worker;
    QThreadPool m_pool;
    QHash<qint64, std::shared_ptr<JobRun>> m_running; // by job id
    QTimer m_tick;  // 10 Hz while jobs run: progress to the window
    QTimer m_store; // every 2 s while jobs run: progress and sign of life to the disk
    QTimer m_poll;  // every two seconds: what other processes have committed, and the clock
    QTimer m_due;   // when the next delayed job becomes due
    QTimer m_hold;  // when work may begin or must end
    qint64 m_changeMark = 0;
    qint64 m_wallMs = 0;     // at the last poll
    QElapsedTimer m_elapsed; // since then, by a clock that nobody sets
    bool m_claiming = false;
    bool m_claimAgain = false;
    bool m_idle = false;
    bool m_stopping = false;
};

} // namespace respool
