// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobhistory.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 dayMs = 86'400'000;

ReportLine lineFrom(const Row &row)
{
    ReportLine line;
    line.job = JobId{row.integer(0)};
    line.isJob = row.isNull(2);
    line.item = row.text(line.isJob ? 3 : 2);
    line.bytes = row.integer(4);
    line.error = {ErrorCode(row.integer(5)), row.text(6)};
    line.atMs = row.integer(7);
    line.kind = row.text(8);
    if (line.isJob)
        line.state = JobState(row.integer(1));
    else
        line.state = line.error.code == ErrorCode::None ? JobState::Done : JobState::Failed;
    return line;
}

} // namespace

Result<BatchReport> JobHistory::report(BatchId batch)
{
    BatchReport report;
    TRY(m_connection.read(u"batch_by_id"_s, {{u"batch"_s, batch.value}}, [&](const Row &row) {
        report.batch = batch;
        report.kind = row.text(0);
        report.who = row.text(1);
        report.reason = row.text(2);
        report.askedMs = row.integer(3);
    }));
    if (report.batch != batch)
        return fail(ErrorCode::NotFound, u"there is no batch %1"_s.arg(batch.value));
    TRY(m_connection.read(u"batch_lines"_s, {{u"batch"_s, batch.value}},
                          [&](const Row &row) { report.lines << lineFrom(row); }));
    TRY_LET(const qint64 open,
            m_connection.number(u"batch_unfinished"_s, {{u"batch"_s, batch.value}}));
    report.isFinal = open == 0;
    return report;
}

Result<BatchId> JobHistory::batchOf(const QString &uidPrefix)
{
    TRY_LET(const qint64 batch,
            m_connection.number(u"batch_of_item"_s, {{u"prefix"_s, uidPrefix},
                                                     {u"after"_s, uidPrefix + u"\U0010FFFF"_s}}));
    if (batch == 0)
        return fail(ErrorCode::NotFound, u"no job tells of a recording '%1'"_s.arg(uidPrefix));
    return BatchId{batch};
}

Result<int> JobHistory::prune(const QString &kind, const KeepRule &rule, int most)
{
    faultPoint("history.prune.begin");
    TRY_LET(const int old, m_connection.run(u"job_prune_old"_s, {{u"kind"_s, kind},
                                                                 {u"before"_s, oldestKept(rule)},
                                                                 {u"limit"_s, most}}));
    faultPoint("history.prune.old");
    if (old >= most)
        return old;
    TRY_LET(const int many, m_connection.run(u"job_prune_many"_s, {{u"kind"_s, kind},
                                                                   {u"keep"_s, rule.jobs},
                                                                   {u"limit"_s, most - old}}));
    faultPoint("history.prune.many");
    return old + many;
}

Result<int> JobHistory::pruneBatches(const KeepRule &rule, int most)
{
    TRY(m_connection.run(u"schedule_runs_prune"_s, {{u"before"_s, oldestKept(rule)}}));
    TRY_LET(const int batches, m_connection.run(u"batch_prune"_s, {{u"before"_s, oldestKept(rule)},
                                                                   {u"limit"_s, most}}));
    faultPoint("history.prune.batches");
    return batches;
}

qint64 JobHistory::oldestKept(const KeepRule &rule) const
{
    return m_clock.nowMs() - rule.days * dayMs;
}

} // namespace respool
