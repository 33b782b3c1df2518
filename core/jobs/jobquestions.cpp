// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The questions of JobStore: what the window, the CLI and the runner want to know.

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/jobs/batch.h"
#include "core/jobs/batchfilter.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrows.h"
#include "core/jobs/jobstore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

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

QString batchQuery(const BatchFilter &filter)
{
    if (!filter.words.isEmpty())
        return u"batch_newest_matching"_s;
    switch (filter.group) {
    case JobGroup::All:
        return u"batch_newest"_s;
    case JobGroup::Open:
        return u"batch_newest_open"_s;
    case JobGroup::Attention:
        return u"batch_newest_bad"_s;
    case JobGroup::Ended:
        return u"batch_newest_ended"_s;
    }
    Q_UNREACHABLE();
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

Result<QList<JobLogLine>> JobStore::log(JobId id, int most)
{
    TRY(byId(id));
    QVariantHash values{{u"id"_s, id.value}};
    if (most > 0)
        values.insert(u"limit"_s, most);
    QList<JobLogLine> lines;
    TRY(m_connection.read(most > 0 ? u"log_newest"_s : u"log_list"_s, values, [&](const Row &row) {
        lines << JobLogLine{row.integer(0), LogLevel(row.integer(1)), row.text(2)};
    }));
    if (most > 0)
        std::ranges::reverse(lines);
    return lines;
}

Result<QList<JobItem>> JobStore::items(JobId id, int most)
{
    TRY(byId(id));
    QVariantHash values{{u"id"_s, id.value}};
    if (most > 0)
        values.insert(u"limit"_s, most);
    QList<JobItem> items;
    TRY(m_connection.read(most > 0 ? u"item_newest"_s : u"item_list"_s, values,
                          [&](const Row &row) {
                              items << JobItem{row.text(0),
                                               row.integer(1),
                                               {ErrorCode(row.integer(2)), row.text(3)},
                                               row.integer(4)};
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
    TRY_LET(stats.unseen, m_connection.number(u"job_count_unseen"_s));
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

Result<QList<BatchRecord>> JobStore::batches(const BatchFilter &filter)
{
    QVariantHash values{{u"before"_s, filter.before.value},
                        {u"limit"_s, filter.limit > 0 ? filter.limit : -1}};
    if (!filter.words.isEmpty()) {
        values.insert(u"mark"_s, int(filter.group));
        values.insert(searchValues(filter.words));
    }
    QList<qint64> ids;
    TRY(m_connection.read(batchQuery(filter), values,
                          [&](const Row &row) { ids << row.integer(0); }));
    return sumsOf(ids);
}

Result<BatchRecord> JobStore::batch(BatchId id)
{
    TRY_LET(const QList<BatchRecord> found, sumsOf({id.value}));
    if (found.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no batch %1"_s.arg(id.value));
    return found.first();
}

Result<QList<BatchRecord>> JobStore::sumsOf(const QList<qint64> &batches)
{
    QJsonArray ids;
    for (const qint64 id : batches)
        ids << id;
    QList<BatchRecord> sums;
    TRY(m_connection.read(
        u"batch_sums"_s,
        {{u"ids"_s, QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact))}},
        [&](const Row &row) { sums << batchFrom(row); }));
    return sums;
}

Result<QList<JobRecord>> JobStore::jobsIn(BatchId batch, const BatchFilter &filter)
{
    const bool isBad = filter.group == JobGroup::Attention;
    QVariantHash values = searchValues(filter.words);
    values.insert(u"batch"_s, batch.value);
    values.insert(u"limit"_s, filter.limit > 0 ? filter.limit : -1);
    QList<JobRecord> jobs;
    if (isIn(filter.group, JobState::Running)) {
        TRY_LET(jobs, jobsFrom(u"job_running_in_batch"_s, values));
    }
    values.insert(u"mark"_s, int(filter.group));
    TRY_LET(const QList<JobRecord> others,
            jobsFrom(isBad ? u"job_page_in_batch_bad"_s : u"job_page_in_batch"_s, values));
    return jobs + others;
}

Result<QList<JobRecord>> JobStore::bad()
{
    QList<JobRecord> jobs;
    TRY(m_connection.read(u"job_bad"_s, {}, [&](const Row &row) {
        JobRecord job;
        job.id = JobId{row.integer(0)};
        job.batch = BatchId{row.integer(1)};
        job.kind = row.text(2);
        jobs << job;
    }));
    return jobs;
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
