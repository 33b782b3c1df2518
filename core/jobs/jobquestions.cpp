// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The questions of JobStore: what the window, the CLI and the runner want to know.

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/jobs/batch.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrows.h"
#include "core/jobs/jobstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString pageQuery(const JobFilter &filter)
{
    if (filter.batch.value > 0)
        return u"job_page_of_batch"_s;
    if (filter.state == JobState::Running)
        return u"job_page_running"_s;
    if (filter.state >= JobState::Failed)
        return u"job_page_attention"_s;
    return u"job_page"_s;
}

} // namespace

Result<JobRecord> JobStore::byId(JobId id)
{
    std::optional<JobRecord> job;
    TRY(m_connection.read(u"job_by_id"_s, {{u"id"_s, id.value}},
                          [&](const Row &row) { job = jobFrom(row); }));
    if (!job)
        return fail(ErrorCode::NotFound, u"there is no job %1"_s.arg(id.value));
    return *std::move(job);
}

Result<QList<JobRecord>> JobStore::died(const QString &kind)
{
    return jobsFrom(u"job_died"_s, {{u"kind"_s, kind}, {u"crashed"_s, int(ErrorCode::Crashed)}});
}

Result<QList<JobRecord>> JobStore::unfinishedOf(const QString &kind)
{
    return jobsFrom(u"job_unfinished_of"_s, {{u"kind"_s, kind}});
}

Result<QList<JobRecord>> JobStore::jobsFrom(const QString &query, const QVariantHash &values)
{
    QList<JobRecord> jobs;
    TRY(m_connection.read(query, values, [&](const Row &row) { jobs << jobFrom(row); }));
    return jobs;
}

Result<QList<JobRecord>> JobStore::find(const JobFilter &filter)
{
    return jobsFrom(pageQuery(filter),
                    {{u"state"_s, filter.state ? QVariant(int(*filter.state)) : QVariant()},
                     {u"batch"_s, filter.batch.value},
                     {u"kind"_s, filter.kind},
                     {u"before"_s, filter.before.value},
                     {u"limit"_s, filter.limit > 0 ? filter.limit : -1}});
}

Result<QList<JobAttempt>> JobStore::attempts(JobId id)
{
    TRY(byId(id));
    QList<JobAttempt> all;
    TRY(m_connection.read(u"attempt_list"_s, {{u"id"_s, id.value}}, [&](const Row &row) {
        all << JobAttempt{int(row.integer(0)),
                          row.text(1),
                          row.integer(2),
                          row.integer(3),
                          row.integer(4),
                          JobState(row.integer(5)),
                          {ErrorCode(row.integer(6)), row.text(7)}};
    }));
    return all;
}

Result<QList<JobLogLine>> JobStore::log(JobId id)
{
    TRY(byId(id));
    QList<JobLogLine> lines;
    TRY(m_connection.read(u"log_list"_s, {{u"id"_s, id.value}}, [&](const Row &row) {
        lines << JobLogLine{row.integer(0), LogLevel(row.integer(1)), row.text(2)};
    }));
    return lines;
}

Result<QList<JobItem>> JobStore::items(JobId id)
{
    TRY(byId(id));
    QList<JobItem> items;
    TRY(m_connection.read(u"item_list"_s, {{u"id"_s, id.value}}, [&](const Row &row) {
        items << JobItem{
            row.text(0), row.integer(1), {ErrorCode(row.integer(2)), row.text(3)}, row.integer(4)};
    }));
    return items;
}

Result<QSet<QString>> JobStore::paused()
{
    QSet<QString> kinds;
    TRY(m_connection.read(u"pause_list"_s, {}, [&](const Row &row) { kinds << row.text(0); }));
    return kinds;
}

Result<QueueStats> JobStore::stats()
{
    QueueStats stats;
    TRY_LET(stats.paused, m_connection.number(u"job_count_paused"_s));
    TRY_LET(stats.queued, m_connection.number(u"job_count_ready"_s));
    TRY_LET(stats.running, m_connection.number(u"job_count_running"_s));
    TRY_LET(stats.delayed, m_connection.number(u"job_count_delayed"_s));
    TRY(m_connection.read(u"job_count_finished"_s, {}, [&](const Row &row) {
        stats.done = row.integer(0);
        stats.cancelled = row.integer(1);
    }));
    TRY(m_connection.read(u"job_count_attention"_s, {}, [&](const Row &row) {
        stats.failed = row.integer(0);
        stats.parked = row.integer(1);
    }));
    TRY_LET(const QSet<QString> kinds, paused());
    stats.pausedKinds = kinds.values();
    std::ranges::sort(stats.pausedKinds);
    return stats;
}

Result<qint64> JobStore::unfinished(BatchId batch)
{
    TRY_LET(const qint64 known,
            m_connection.number(u"batch_exists"_s, {{u"batch"_s, batch.value}}));
    if (known == 0)
        return fail(ErrorCode::NotFound, u"there is no batch %1"_s.arg(batch.value));
    return m_connection.number(u"batch_unfinished"_s, {{u"batch"_s, batch.value}});
}

Result<QList<BatchRecord>> JobStore::batches(BatchId before, int limit)
{
    return batchPage({}, before, limit);
}

Result<BatchRecord> JobStore::batch(BatchId id)
{
    TRY_LET(const QList<BatchRecord> found, batchPage(id, {}, 1));
    if (id.value <= 0 || found.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no batch %1"_s.arg(id.value));
    return found.first();
}

Result<QList<BatchRecord>> JobStore::batchPage(BatchId only, BatchId before, int limit)
{
    QList<BatchRecord> batches;
    TRY(m_connection.read(u"batch_page"_s,
                          {{u"batch"_s, only.value},
                           {u"before"_s, before.value},
                           {u"limit"_s, limit > 0 ? limit : -1}},
                          [&](const Row &row) { batches << batchFrom(row); }));
    return batches;
}

Result<QList<std::pair<JobId, JobState>>> JobStore::jobsOf(BatchId batch)
{
    TRY(this->batch(batch));
    QList<std::pair<JobId, JobState>> jobs;
    TRY(m_connection.read(u"batch_jobs"_s, {{u"batch"_s, batch.value}}, [&](const Row &row) {
        jobs << std::pair(JobId{row.integer(0)}, JobState(row.integer(1)));
    }));
    return jobs;
}

} // namespace respool
