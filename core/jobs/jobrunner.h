// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobrun.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace respool {

class JobQueue;

// Claims jobs, runs them on its pool, and reports through the JobQueue. Lives on the main thread.
// Knows kinds only by name. The caller holds worker.lock, so every running row that is not of
// this worker is an orphan.
class JobRunner final : public QObject
{
    Q_OBJECT

public:
    JobRunner(Database &database, const Clock &clock, JobQueue &queue, const JobKinds &kinds,
              QObject *parent = nullptr);
    ~JobRunner() override;

    // kinds empty: all there are. crashFile: see CrashMark.
    Result<> start(int threads, const QList<QString> &kinds, const QString &crashFile);
    // Interrupts the running jobs at their next safe point and waits for them.
    void stop();

    bool isIdle() const { return m_idle && m_running.isEmpty(); }

signals:
    void idle();           // nothing is running or due
    void recordsChanged(); // a job has ended that may have changed the library

private:
    void claim();
    Result<QList<JobRecord>> claimBatch(Connection &connection, int freeThreads,
                                        const QHash<QString, int> &room) const;
    void begin(const JobRecord &job);
    void ended(JobId id);
    void tick();
    void storeProgress();
    void lookForChanges(); // has another process, or the lazy lane, committed something?
    void lookForWork();    // jobs to begin, and running ones to cancel

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
    QTimer m_poll;  // every second: what other processes have committed
    QTimer m_due;   // when the next delayed job becomes due
    qint64 m_changeMark = 0;
    bool m_claiming = false;
    bool m_claimAgain = false;
    bool m_idle = false;
    bool m_stopping = false;
};

} // namespace respool
