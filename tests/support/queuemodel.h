// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

#include <QRandomGenerator>

namespace respool {

// What has to be true of a job, by everything that was done to it.
struct ExpectedJob
{
    QString kind = {};
    int priority = 0;
    JobState state = JobState::Queued;
    qint64 dueMs = 0;
    qint64 worker = 0; // while it runs
    QByteArray checkpoint = {};
    qint64 progress = 0;
    int attempt = 0;
    int failures = 0;
    int crashes = 0;
    int deaths = 0;
    JobWish wish = JobWish::None;
    QList<JobState> outcomes = {}; // of each claim; Running: it has not ended

    int claim() const { return int(outcomes.size()); }
    bool isWaiting() const { return !hasEnded(state) && state != JobState::Running; }

    // The present claim ends, and with it the right of its owner.
    // A wish to pause comes true if the job has not ended, one to cancel waits for the next claim.
    void leave(JobState to)
    {
        outcomes.last() = to;
        worker = 0;
        if (hasEnded(to)) {
            state = to;
            return;
        }
        state = wish == JobWish::Pause   ? JobState::Paused
                : to == JobState::Paused ? JobState::Queued
                                         : to;
        if (wish == JobWish::Pause)
            wish = JobWish::None;
    }
};

// A claim as its owner remembers it, whether or not it still holds.
struct HeldClaim
{
    JobRecord job;
    qint64 worker = 0;
};

// Two workers that each believe the other dead, and a user with every command, on one queue: takes
// steps in random order, and compares each with what has to be true after it.
class QueueModel
{
public:
    static constexpr quint32 seed = 20260715;
    static constexpr int stepsAtOnce = 500; // in one commit

    // An empty queue with two workers. What is done to it is the same after each.
    void open();
    // Errors: what is not as it has to be.
    Result<> takeSteps();

    EngineFixture &fixture() { return m_fixture; }
    BatchId batch() const { return m_batch; }
    const WorkerRecord &worker() const { return m_workers[0]; }
    const QMap<QString, int> &seen() const { return m_seen; }

private:
    static constexpr int fewJobs = 40; // so that the steps meet on the same ones
    static constexpr qsizetype manyHeld = 120;

    using Step = Result<> (QueueModel::*)(JobStore);

    Result<> enqueue(JobStore store);
    Result<> claim(JobStore store);
    Result<> checkpoint(JobStore store);
    Result<> progress(JobStore store);
    Result<> finish(JobStore store);
    Result<> cancel(JobStore store);
    Result<> retry(JobStore store);
    Result<> discard(JobStore store);
    Result<> orphans(JobStore store);
    Result<> promote(JobStore store);
    Result<> pause(JobStore store);
    Result<> pauseJob(JobStore store);
    Result<> resumeJob(JobStore store);

    Result<> someSteps(Connection &connection);
    Result<> compare(JobStore store, qint64 id) const;
    Result<> compareAll(JobStore store) const;
    Result<> refused(JobStore store, qint64 id, const Result<> &answer, ErrorCode code) const;

    bool chance(int percent) { return m_random.bounded(100) < percent; }
    const WorkerRecord &anyWorker() { return m_workers[m_random.bounded(2)]; }
    const HeldClaim &anyHeld(); // there is one
    qint64 anyJob();
    bool isClaimable(const ExpectedJob &job) const;
    ExpectedJob *owned(const HeldClaim &held);
    Verdict anyVerdict();

    EngineFixture m_fixture;
    QRandomGenerator m_random{seed};
    WorkerRecord m_workers[2];
    BatchId m_batch;
    QMap<qint64, ExpectedJob> m_jobs;
    qint64 m_lastId = 0;
    QList<HeldClaim> m_held;
    QSet<QString> m_paused;
    QMap<QString, int> m_seen; // how often what was tried to happen did happen
};

} // namespace respool
