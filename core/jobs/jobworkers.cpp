// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The worker's side of JobStore: who runs jobs, what the user wants of them, and what becomes of
// the jobs of a worker that died or was closed.

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/connection.h"
#include "core/jobs/jobstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<QHash<qint64, JobWish>> JobStore::wishes(qint64 worker)
{
    QHash<qint64, JobWish> wishes;
    TRY(m_connection.read(u"job_wishes"_s, {{u"worker"_s, worker}}, [&](const Row &row) {
        wishes.insert(row.integer(0), JobWish(row.integer(1)));
    }));
    return wishes;
}

struct JobStore::Orphan
{
    qint64 id = 0, claim = 0, crashes = 0, deaths = 0;
};

Result<QList<JobStore::Orphan>> JobStore::orphans(const QString &query, qint64 worker)
{
    QList<Orphan> all;
    TRY(m_connection.read(query, {{u"worker"_s, worker}}, [&](const Row &row) {
        all << Orphan{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
    }));
    return all;
}

Result<Orphans> JobStore::requeueOrphans(qint64 worker, const QSet<qint64> &blamed)
{
    TRY_LET(QList<Orphan> all, orphans(u"job_orphans"_s, worker));
    for (Orphan &orphan : all) {
        // A death that left no mark may be anybody's fault; one that did is the fault of the job
        // it names, and the jobs beside it are innocent.
        if (blamed.contains(orphan.id))
            ++orphan.crashes;
        else if (blamed.isEmpty())
            ++orphan.deaths;
    }
    Orphans result;
    TRY(endOrphans(all, u"Respool died"_s, result));
    faultPoint("job.orphans");
    return result;
}

Result<> JobStore::release(qint64 worker, const QSet<qint64> &except)
{
    TRY_LET(const QList<Orphan> all, orphans(u"job_mine"_s, worker));
    for (const Orphan &orphan : all) {
        if (except.contains(orphan.id))
            continue;
        const Error closed{ErrorCode::Interrupted, u"Respool was closed before the job began"_s};
        JobRecord job;
        job.id = JobId{orphan.id};
        job.claim = int(orphan.claim);
        TRY(finish(job, worker, {.state = JobState::Queued, .spared = true}, closed));
    }
    return {};
}

Result<Orphans> JobStore::abandon(qint64 worker)
{
    TRY_LET(QList<Orphan> all, orphans(u"job_mine"_s, worker));
    for (Orphan &orphan : all)
        ++orphan.deaths;
    Orphans result;
    TRY(endOrphans(all, u"Respool was closed and did not wait any longer"_s, result));
    return result;
}

Result<> JobStore::endOrphans(const QList<Orphan> &orphans, const QString &how, Orphans &result)
{
    for (const Orphan &orphan : orphans) {
        const bool park =
            orphan.crashes >= RetryPolicy::crashLimit || orphan.deaths >= RetryPolicy::deathLimit;
        const QString text =
            park
                ? u"%1 while this job ran, %2 times in a row: look at the recording, then retry or "
                  "discard the job"_s.arg(how)
                      .arg(orphan.crashes + orphan.deaths)
                : u"%1 while this job ran"_s.arg(how);
        const JobState state = park ? JobState::Parked : JobState::Queued;
        TRY(m_connection.run(u"job_orphan_end"_s, {{u"id"_s, orphan.id},
                                                   {u"claim"_s, orphan.claim},
                                                   {u"state"_s, int(state)},
                                                   {u"crashes"_s, orphan.crashes},
                                                   {u"deaths"_s, orphan.deaths},
                                                   {u"code"_s, int(ErrorCode::Crashed)},
                                                   {u"text"_s, text},
                                                   {u"now"_s, m_clock.nowMs()}}));
        TRY(m_connection.run(u"attempt_end"_s, {{u"id"_s, orphan.id},
                                                {u"claim"_s, orphan.claim},
                                                {u"outcome"_s, int(state)},
                                                {u"code"_s, int(ErrorCode::Crashed)},
                                                {u"text"_s, text},
                                                {u"now"_s, m_clock.nowMs()}}));
        (park ? result.parked : result.requeued) << JobId{orphan.id};
    }
    return {};
}

Result<WorkerRecord> JobStore::addWorker(const QString &host, qint64 pid)
{
    const qint64 now = m_clock.nowMs();
    TRY_LET(const qint64 id,
            m_connection.number(u"worker_add"_s,
                                {{u"host"_s, host}, {u"pid"_s, pid}, {u"now"_s, now}}));
    return WorkerRecord{id, host, pid, now, now, 0};
}

Result<> JobStore::seeWorker(qint64 worker)
{
    TRY(m_connection.run(u"worker_seen"_s, {{u"worker"_s, worker}, {u"now"_s, m_clock.nowMs()}}));
    return {};
}

Result<> JobStore::endWorker(qint64 worker)
{
    TRY(m_connection.run(u"worker_end"_s, {{u"worker"_s, worker}, {u"now"_s, m_clock.nowMs()}}));
    return {};
}

Result<std::optional<WorkerRecord>> JobStore::lastWorker()
{
    std::optional<WorkerRecord> last;
    TRY(m_connection.read(u"worker_last"_s, {}, [&](const Row &row) {
        last = WorkerRecord{row.integer(0), row.text(1),    row.integer(2),
                            row.integer(3), row.integer(4), row.integer(5)};
    }));
    return last;
}

} // namespace respool
