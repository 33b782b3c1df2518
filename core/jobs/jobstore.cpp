// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobstore.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

JobStore::JobStore(Connection &connection, const Clock &clock)
    : m_connection(connection)
    , m_clock(clock)
{}

Result<BatchId> JobStore::addBatch(const QString &kind, const QString &who, const QString &reason)
{
    TRY_LET(const qint64 id, m_connection.number(u"batch_add"_s, {{u"kind"_s, kind},
                                                                  {u"who"_s, who},
                                                                  {u"reason"_s, reason},
                                                                  {u"now"_s, m_clock.nowMs()}}));
    return BatchId{id};
}

Result<JobId> JobStore::enqueue(BatchId batch, const JobSpec &spec)
{
    const qint64 now = m_clock.nowMs();
    const qint64 due = spec.dueMs > 0 ? spec.dueMs : now;
    const JobState state = due > now ? JobState::Delayed : JobState::Queued;
    TRY_LET(const qint64 id,
            m_connection.number(u"job_enqueue"_s, {{u"batch"_s, batch.value},
                                                   {u"kind"_s, spec.kind},
                                                   {u"version"_s, spec.version},
                                                   {u"title"_s, spec.title},
                                                   {u"payload"_s, spec.payload},
                                                   {u"priority"_s, spec.priority},
                                                   {u"state"_s, int(state)},
                                                   {u"due"_s, due},
                                                   {u"max_attempts"_s, spec.maxAttempts},
                                                   {u"now"_s, now}}));
    return JobId{id};
}

Result<std::optional<JobRecord>> JobStore::claim(const WorkerRecord &worker,
                                                 const QList<QString> &kinds)
{
    struct Candidate
    {
        qint64 id = 0, priority = 0, dueMs = 0;
    };
    std::optional<Candidate> best;
    TRY_LET(const QSet<QString> held, paused());
    if (held.contains(QString()))
        return std::optional<JobRecord>();
    for (const QString &kind : kinds) {
        if (held.contains(kind))
            continue;
        TRY(m_connection.read(u"job_best"_s, {{u"kind"_s, kind}}, [&](const Row &row) {
            const Candidate next{row.integer(0), row.integer(1), row.integer(2)};
            if (!best || next.priority > best->priority
                || (next.priority == best->priority
                    && std::pair(next.dueMs, next.id) < std::pair(best->dueMs, best->id)))
                best = next;
        }));
    }
    if (!best)
        return std::optional<JobRecord>();
    const qint64 now = m_clock.nowMs();
    TRY_LET(const int rows,
            m_connection.run(u"job_claim"_s,
                             {{u"id"_s, best->id}, {u"worker"_s, worker.id}, {u"now"_s, now}}));
    if (rows == 0)
        return std::optional<JobRecord>();
    TRY(m_connection.run(
        u"attempt_add"_s,
        {{u"id"_s, best->id}, {u"host"_s, worker.host}, {u"pid"_s, worker.pid}, {u"now"_s, now}}));
    TRY_LET(JobRecord job, byId(JobId{best->id}));
    return std::optional(std::move(job));
}

Result<int> JobStore::promoteDue()
{
    return m_connection.run(u"job_promote"_s, {{u"now"_s, m_clock.nowMs()}});
}

Result<std::optional<qint64>> JobStore::nextDueMs()
{
    TRY_LET(const qint64 due, m_connection.number(u"job_next_due"_s, {}, -1));
    return due < 0 ? std::optional<qint64>() : due;
}

Result<int> JobStore::parkUnknown(const QSet<QString> &known)
{
    int parked = 0;
    QString kind;
    for (;;) {
        bool found = false;
        TRY(m_connection.read(u"job_kind_after"_s, {{u"kind"_s, kind}}, [&](const Row &row) {
            found = !row.isNull(0);
            kind = row.text(0);
        }));
        if (!found)
            return parked;
        if (known.contains(kind))
            continue;
        TRY_LET(const int rows,
                m_connection.run(
                    u"job_park_kind"_s,
                    {{u"kind"_s, kind},
                     {u"now"_s, m_clock.nowMs()},
                     {u"code"_s, int(ErrorCode::UnknownKind)},
                     {u"text"_s, u"this program does not know jobs of the kind '%1': a newer "
                                 "Respool will run them"_s.arg(kind)}}));
        parked += rows;
    }
}

Result<int> JobStore::unpark(const QString &kind, int version)
{
    int total = 0;
    for (const ErrorCode code : {ErrorCode::UnknownKind, ErrorCode::NewerVersion}) {
        TRY_LET(const int rows, m_connection.run(u"job_unpark"_s, {{u"kind"_s, kind},
                                                                   {u"version"_s, version},
                                                                   {u"code"_s, int(code)},
                                                                   {u"now"_s, m_clock.nowMs()}}));
        total += rows;
    }
    return total;
}

Result<bool> JobStore::checkpoint(const JobRecord &job, qint64 worker, const QByteArray &state)
{
    faultPoint("job.checkpoint");
    bool cancelled = false;
    TRY_LET(const int rows, m_connection.read(u"job_checkpoint"_s,
                                              {{u"id"_s, job.id.value},
                                               {u"claim"_s, job.claim},
                                               {u"worker"_s, worker},
                                               {u"checkpoint"_s, state}},
                                              [&](const Row &row) { cancelled = row.integer(0); }));
    if (rows == 0)
        return fail(ErrorCode::LeaseLost);
    return cancelled;
}

Result<> JobStore::finish(const JobRecord &job, qint64 worker, const Verdict &verdict,
                          const Error &error)
{
    faultPoint("job.finish");
    const qint64 now = m_clock.nowMs();
    TRY_LET(const int rows, m_connection.run(u"job_finish"_s, {{u"id"_s, job.id.value},
                                                               {u"claim"_s, job.claim},
                                                               {u"worker"_s, worker},
                                                               {u"state"_s, int(verdict.state)},
                                                               {u"due"_s, now + verdict.waitMs},
                                                               {u"failed"_s, int(verdict.counts)},
                                                               {u"spared"_s, int(verdict.spared)},
                                                               {u"now"_s, now},
                                                               {u"code"_s, int(error.code)},
                                                               {u"text"_s, error.detail}}));
    if (rows == 0)
        return fail(ErrorCode::LeaseLost);
    TRY(m_connection.run(u"attempt_end"_s, {{u"id"_s, job.id.value},
                                            {u"claim"_s, job.claim},
                                            {u"outcome"_s, int(verdict.state)},
                                            {u"code"_s, int(error.code)},
                                            {u"text"_s, error.detail},
                                            {u"now"_s, now}}));
    return {};
}

Result<> JobStore::setProgress(const JobRecord &job, Progress progress)
{
    TRY(m_connection.run(u"job_progress_set"_s, {{u"id"_s, job.id.value},
                                                 {u"claim"_s, job.claim},
                                                 {u"done"_s, progress.done},
                                                 {u"total"_s, progress.total}}));
    return {};
}

Result<QList<JobId>> JobStore::cancelRequests(qint64 worker)
{
    QList<JobId> ids;
    TRY(m_connection.read(u"job_cancel_requests"_s, {{u"worker"_s, worker}},
                          [&](const Row &row) { ids << JobId{row.integer(0)}; }));
    return ids;
}

Result<Orphans> JobStore::requeueOrphans(qint64 worker, const QSet<qint64> &blamed)
{
    struct Orphan
    {
        qint64 id = 0, claim = 0, crashes = 0, deaths = 0;
    };
    QList<Orphan> all;
    TRY(m_connection.read(u"job_orphans"_s, {{u"worker"_s, worker}}, [&](const Row &row) {
        all << Orphan{row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
    }));
    Orphans result;
    for (Orphan orphan : all) {
        // A death that left no mark may be anybody's fault; one that did is the fault of the job
        // it names, and the jobs beside it are innocent.
        if (blamed.contains(orphan.id))
            ++orphan.crashes;
        else if (blamed.isEmpty())
            ++orphan.deaths;
        const bool park =
            orphan.crashes >= RetryPolicy::crashLimit || orphan.deaths >= RetryPolicy::deathLimit;
        const QString text =
            park ? u"Respool died %1 times in a row while this job ran: look at the recording, "
                   "then retry or discard the job"_s.arg(orphan.crashes + orphan.deaths)
                 : u"Respool died while this job ran"_s;
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
    faultPoint("job.orphans");
    return result;
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

// Tells a job that does not exist from one that is in the wrong state.
Failure JobStore::notChanged(JobId id, const QString &what)
{
    const auto job = byId(id);
    if (!job)
        return Failure{job.error()};
    return fail(ErrorCode::Refused, u"job %1 %2"_s.arg(id.value).arg(what));
}

Result<> JobStore::cancel(JobId id, const QString &who)
{
    TRY_LET(const int waiting, m_connection.run(u"job_cancel_waiting"_s,
                                                {{u"id"_s, id.value},
                                                 {u"now"_s, m_clock.nowMs()},
                                                 {u"code"_s, int(ErrorCode::Cancelled)},
                                                 {u"text"_s, u"cancelled by %1"_s.arg(who)}}));
    if (waiting > 0)
        return {};
    TRY_LET(const int running, m_connection.run(u"job_cancel_running"_s, {{u"id"_s, id.value}}));
    if (running > 0)
        return {};
    return notChanged(id, u"has ended already: nothing to cancel"_s);
}

Result<> JobStore::retry(JobId id)
{
    TRY_LET(const int rows,
            m_connection.run(u"job_retry"_s, {{u"id"_s, id.value}, {u"now"_s, m_clock.nowMs()}}));
    if (rows > 0)
        return {};
    return notChanged(id, u"is done, running or waiting for its turn: nothing to retry"_s);
}

Result<> JobStore::discard(JobId id)
{
    TRY_LET(const int rows, m_connection.run(u"job_discard"_s, {{u"id"_s, id.value}}));
    if (rows > 0)
        return {};
    return notChanged(id, u"has not ended: cancel it first"_s);
}

Result<> JobStore::pause(const QString &kind)
{
    TRY(m_connection.run(u"pause_add"_s, {{u"kind"_s, kind}, {u"now"_s, m_clock.nowMs()}}));
    return {};
}

Result<> JobStore::resume(const QString &kind)
{
    TRY(m_connection.run(u"pause_remove"_s, {{u"kind"_s, kind}}));
    return {};
}

Result<> JobStore::addLog(JobId id, LogLevel level, const QString &text)
{
    TRY(m_connection.run(u"log_add"_s, {{u"id"_s, id.value},
                                        {u"now"_s, m_clock.nowMs()},
                                        {u"level"_s, int(level)},
                                        {u"text"_s, text}}));
    return {};
}

Result<> JobStore::addItem(JobId id, const JobItem &item)
{
    TRY(m_connection.run(u"item_add"_s, {{u"id"_s, id.value},
                                         {u"item"_s, item.item},
                                         {u"bytes"_s, item.bytes},
                                         {u"code"_s, int(item.error.code)},
                                         {u"text"_s, item.error.detail},
                                         {u"now"_s, m_clock.nowMs()}}));
    return {};
}

} // namespace respool
