// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The questions of JobStore: what the window, the CLI and the runner want to know.

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

JobRecord recordFrom(const Row &row)
{
    JobRecord job;
    job.id = JobId{row.integer(0)};
    job.batch = BatchId{row.integer(1)};
    job.kind = row.text(2);
    job.version = int(row.integer(3));
    job.title = row.text(4);
    job.payload = row.bytes(5);
    job.checkpoint = row.bytes(6);
    job.priority = int(row.integer(7));
    job.state = JobState(row.integer(8));
    job.dueMs = row.integer(9);
    job.claim = int(row.integer(10));
    job.attempt = int(row.integer(11));
    job.failures = int(row.integer(12));
    job.maxAttempts = int(row.integer(13));
    job.crashes = int(row.integer(14));
    job.deaths = int(row.integer(15));
    job.cancelRequested = row.integer(16) != 0;
    job.createdMs = row.integer(17);
    job.startedMs = row.integer(18);
    job.finishedMs = row.integer(19);
    job.error = {ErrorCode(row.integer(20)), row.text(21)};
    job.progress = {row.integer(22), row.integer(23)};
    return job;
}

} // namespace

Result<JobRecord> JobStore::byId(JobId id)
{
    std::optional<JobRecord> job;
    TRY(m_connection.read(u"job_by_id"_s, {{u"id"_s, id.value}},
                          [&](const Row &row) { job = recordFrom(row); }));
    if (!job)
        return fail(ErrorCode::NotFound, u"there is no job %1"_s.arg(id.value));
    return *std::move(job);
}

Result<QList<JobRecord>> JobStore::find(const JobFilter &filter)
{
    QList<JobRecord> jobs;
    TRY(m_connection.read(u"job_page"_s,
                          {{u"state"_s, filter.state ? int(*filter.state) : -1},
                           {u"batch"_s, filter.batch.value},
                           {u"kind"_s, filter.kind},
                           {u"before"_s, filter.before.value},
                           {u"limit"_s, filter.limit > 0 ? filter.limit : -1}},
                          [&](const Row &row) { jobs << recordFrom(row); }));
    return jobs;
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
    stats.paused = kinds.values();
    std::ranges::sort(stats.paused);
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

} // namespace respool
