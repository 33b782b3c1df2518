// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/queuemodel.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// The steps that a QueueModel takes.

namespace respool {

Result<> QueueModel::enqueue(JobStore store)
{
    if (m_jobs.size() >= fewJobs)
        return {};
    const qint64 now = m_fixture.clock().nowMs();
    ExpectedJob job{.kind = chance(50) ? u"a"_s : u"b"_s, .priority = m_random.bounded(3)};
    job.dueMs = chance(20) ? now + m_random.bounded(1, 100) : now;
    job.state = job.dueMs > now ? JobState::Delayed : JobState::Queued;
    TRY_LET(const JobId id,
            store.enqueue(
                m_batch,
                {.kind = job.kind, .payload = "{}", .priority = job.priority, .dueMs = job.dueMs}));
    if (id.value <= m_lastId)
        return fail(ErrorCode::Internal, u"the number %1 was used before"_s.arg(id.value));
    m_lastId = id.value;
    m_jobs[m_lastId] = job;
    return compare(store, m_lastId);
}

Result<> QueueModel::claim(JobStore store)
{
    const WorkerRecord &worker = anyWorker();
    TRY_LET(const std::optional<JobRecord> job, claimOne(store, worker, {u"a"_s, u"b"_s}));
    int highest = -1;
    for (const ExpectedJob &waiting : std::as_const(m_jobs)) {
        if (isClaimable(waiting))
            highest = std::max(highest, waiting.priority);
    }
    if (!job)
        return highest < 0 ? Result<>()
                           : fail(ErrorCode::Internal, u"a ready job was overlooked"_s);
    ExpectedJob &expected = m_jobs[job->id.value];
    if (!isClaimable(expected) || expected.priority < highest)
        return fail(ErrorCode::Internal, u"it was not the turn of job %1"_s.arg(job->id.value));
    if (job->claim != expected.claim() + 1)
        return fail(ErrorCode::Internal, u"job %1: claim %2 follows %3"_s.arg(job->id.value)
                                             .arg(job->claim)
                                             .arg(expected.claim()));
    expected.state = JobState::Running;
    expected.worker = worker.id;
    ++expected.attempt;
    expected.outcomes << JobState::Running;
    if (m_held.size() >= manyHeld)
        m_held.removeAt(m_random.bounded(m_held.size()));
    m_held << HeldClaim{*job, worker.id};
    return compare(store, job->id.value);
}

Result<> QueueModel::checkpoint(JobStore store)
{
    if (m_held.isEmpty())
        return {};
    const HeldClaim &held = anyHeld();
    const QByteArray state = QByteArray::number(m_random.bounded(1000));
    const auto written = store.checkpoint(held.job, held.worker, state);
    ExpectedJob *job = owned(held);
    ++m_seen[job ? u"checkpoint"_s : u"stale checkpoint"_s];
    if (!job)
        return refused(store, held.job.id.value,
                       written ? Result<>() : Result<>(Failure{written.error()}),
                       ErrorCode::LeaseLost);
    if (!written || *written != job->wish)
        return fail(ErrorCode::Internal,
                    u"the owner of job %1 was not told whether to stop"_s.arg(held.job.id.value));
    job->checkpoint = state;
    job->crashes = job->deaths = 0;
    return compare(store, held.job.id.value);
}

Result<> QueueModel::progress(JobStore store)
{
    if (m_held.isEmpty())
        return {};
    const HeldClaim &held = anyHeld();
    const qint64 done = m_random.bounded(1000);
    TRY(store.setProgress(held.job, {done, 1000}));
    if (ExpectedJob *job = owned(held))
        job->progress = done;
    return compare(store, held.job.id.value);
}

Result<> QueueModel::finish(JobStore store)
{
    if (m_held.isEmpty())
        return {};
    const HeldClaim &held = anyHeld();
    const Verdict verdict = anyVerdict();
    const auto written = store.finish(held.job, held.worker, verdict, {});
    ExpectedJob *job = owned(held);
    ++m_seen[job ? u"finish"_s : u"stale finish"_s];
    if (!job)
        return refused(store, held.job.id.value, written, ErrorCode::LeaseLost);
    TRY(written);
    job->leave(verdict.state);
    if (hasEnded(verdict.state))
        job->wish = JobWish::None;
    job->dueMs = m_fixture.clock().nowMs() + verdict.waitMs;
    job->attempt -= int(verdict.spared);
    job->failures += int(verdict.counts);
    job->crashes = job->deaths = 0;
    return compare(store, held.job.id.value);
}

Result<> QueueModel::cancel(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.cancel(JobId{id}, u"me"_s);
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || hasEnded(job->state))
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    if (job->isWaiting())
        job->state = JobState::Cancelled;
    else
        job->wish = JobWish::Cancel;
    return compare(store, id);
}

Result<> QueueModel::retry(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.retry(JobId{id});
    const auto job = m_jobs.find(id);
    const bool mayBe = job != m_jobs.end()
                       && (job->state == JobState::Paused || job->state == JobState::Delayed
                           || job->state >= JobState::Cancelled);
    if (!mayBe)
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    job->state = JobState::Queued;
    job->dueMs = m_fixture.clock().nowMs();
    job->failures = job->crashes = job->deaths = 0;
    job->wish = JobWish::None;
    return compare(store, id);
}

Result<> QueueModel::discard(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.discard(JobId{id});
    if (!m_jobs.contains(id) || !hasEnded(m_jobs[id].state))
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    m_jobs.remove(id);
    return compare(store, id);
}

// One worker takes the other for dead: with a job that is to blame, or without.
Result<> QueueModel::orphans(JobStore store)
{
    const WorkerRecord &worker = anyWorker();
    const QSet<qint64> blamed = chance(50) ? QSet<qint64>{anyJob()} : QSet<qint64>{};
    TRY(store.requeueOrphans(worker.id, blamed));
    for (auto [id, job] : m_jobs.asKeyValueRange()) {
        if (job.state != JobState::Running || job.worker == worker.id)
            continue;
        ++m_seen[u"orphan"_s];
        job.crashes += int(blamed.contains(id));
        job.deaths += int(blamed.isEmpty());
        const bool isDangerous =
            job.crashes >= RetryPolicy::crashLimit || job.deaths >= RetryPolicy::deathLimit;
        job.leave(isDangerous ? JobState::Parked : JobState::Queued);
        if (job.wish == JobWish::Pause)
            job.wish = JobWish::None;
        TRY(compare(store, id));
    }
    return {};
}

Result<> QueueModel::promote(JobStore store)
{
    m_fixture.clock().advance(m_random.bounded(30));
    TRY(store.promoteDue());
    for (ExpectedJob &job : m_jobs) {
        if (job.state == JobState::Delayed && job.dueMs <= m_fixture.clock().nowMs())
            job.state = JobState::Queued;
    }
    return compareAll(store);
}

Result<> QueueModel::pause(JobStore store)
{
    const QString kind = QStringList{u"a"_s, u"b"_s, u""_s}[m_random.bounded(3)];
    if (chance(30)) {
        m_paused << kind;
        return store.pause(kind);
    }
    m_paused.remove(kind);
    return store.resume(kind);
}

Result<> QueueModel::pauseJob(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.pauseJob(JobId{id});
    const auto job = m_jobs.find(id);
    const bool runs = job != m_jobs.end() && job->state == JobState::Running;
    const bool mayBe =
        job != m_jobs.end()
        && (runs ? job->wish == JobWish::None : job->isWaiting() && job->state != JobState::Paused);
    if (!mayBe)
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    ++m_seen[u"pause"_s];
    if (runs)
        job->wish = JobWish::Pause;
    else
        job->state = JobState::Paused;
    return compare(store, id);
}

Result<> QueueModel::resumeJob(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.resumeJob(JobId{id});
    const auto job = m_jobs.find(id);
    const bool mayBe = job != m_jobs.end()
                       && (job->state == JobState::Paused
                           || (job->state == JobState::Running && job->wish == JobWish::Pause));
    if (!mayBe)
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    ++m_seen[u"resume"_s];
    if (job->state == JobState::Paused) {
        job->state = JobState::Queued;
        job->dueMs = m_fixture.clock().nowMs();
    }
    if (job->wish == JobWish::Pause)
        job->wish = JobWish::None;
    return compare(store, id);
}

} // namespace respool
