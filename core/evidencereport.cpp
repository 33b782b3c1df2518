// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evidencereport.h"

#include "core/base/units.h"
#include "core/jobs/resultdigest.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

bool isEndOf(const AuditRow &row, qint64 job)
{
    return row.action == act::jobEnd && row.details()[u"job"_s].toInteger() == job;
}

// A job that was retried has several ends: the last one counts.
QString digestIn(const QList<AuditRow> &chain, qint64 job)
{
    const auto end = std::find_if(chain.crbegin(), chain.crend(),
                                  [&](const AuditRow &row) { return isEndOf(row, job); });
    return end == chain.crend() ? QString() : end->details()[u"digest"_s].toString();
}

const AuditRow *orderIn(const QList<AuditRow> &chain, const QString &kind)
{
    const auto order = std::ranges::find(chain, kind, &AuditRow::action);
    return order == chain.end() ? nullptr : &*order;
}

JobItem itemFrom(const QJsonObject &line)
{
    const QJsonObject error = line[u"error"_s].toObject();
    return {line[u"recording"_s].toString(),
            line[u"bytes"_s].toInteger(),
            {ErrorCode(error[u"code"_s].toInt()), error[u"text"_s].toString()},
            QDateTime::fromString(line[u"at"_s].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch()};
}

void checkChain(const QList<AuditRow> &chain, ReportCheck &check)
{
    for (const AuditRow &row : chain) {
        ++check.rows;
        if (row.hash != hashOf(row))
            check.problems << u"row %1 of the audit log was changed in the report"_s.arg(row.id);
    }
}

void checkOrder(const QJsonObject &report, const QList<AuditRow> &chain, ReportCheck &check)
{
    const AuditRow *order = orderIn(chain, report[u"kind"_s].toString());
    if (!order) {
        check.problems << u"the audit log in the report has no row about who ordered it"_s;
        return;
    }
    const auto compare = [&](const QString &field, const QJsonValue &logged) {
        if (report[field] != logged)
            check.problems << u"the report says another '%1' than the audit log"_s.arg(field);
    };
    compare(u"who"_s, order->who);
    compare(u"reason"_s, order->reason);
    compare(u"batch"_s, order->batch);
    compare(u"plan"_s, order->details());
}

void checkLines(const QJsonObject &report, const QList<AuditRow> &chain, ReportCheck &check)
{
    QMap<qint64, QList<JobItem>> items;
    for (const QJsonValue value : report[u"lines"_s].toArray()) {
        const QJsonObject line = value.toObject();
        if (line.contains(u"recording"_s))
            items[line[u"job"_s].toInteger()] << itemFrom(line);
    }
    for (const AuditRow &row : chain) {
        if (row.action == act::jobEnd)
            items[row.details()[u"job"_s].toInteger()]; // one that is left out is seen, too
    }
    for (auto job = items.cbegin(); job != items.cend(); ++job) {
        ++check.jobs;
        check.recordings += job->size();
        const QString digest = digestIn(chain, job.key());
        if (digest.isEmpty())
            check.problems << u"job %1 had not ended when the report was made"_s.arg(job.key());
        else if (digest != digestOf(*job))
            check.problems << u"the results of job %1 were changed: they do not give its digest"_s
                                  .arg(job.key());
    }
}

} // namespace

QJsonObject EvidenceReport::plan() const
{
    const AuditRow *order = orderIn(chain, batch.kind);
    return order ? order->details() : QJsonObject();
}

QString EvidenceReport::digestOf(JobId job) const
{
    return digestIn(chain, job.value);
}

QList<ReportSums> sumsOf(const BatchReport &report)
{
    QList<ReportSums> sums;
    for (const ReportLine &line : report.lines) {
        if (line.isJob)
            continue;
        auto sum = std::ranges::find(sums, line.kind, &ReportSums::step);
        if (sum == sums.end())
            sum = sums.insert(sums.end(), {line.kind});
        const bool done = line.state == JobState::Done;
        sum->done += done ? 1 : 0;
        sum->failed += done ? 0 : 1;
        sum->bytes += done ? line.bytes : 0;
    }
    return sums;
}

QByteArray toCsv(const EvidenceReport &report)
{
    QByteArray csv = toCsv(report.batch);
    const BatchReport &batch = report.batch;
    const auto add = [&](const QString &id, const QString &result, const QString &why) {
        csv += csvRow({QString::number(batch.batch.value),
                       batch.kind,
                       batch.who,
                       isoText(batch.askedMs),
                       batch.reason,
                       {},
                       id,
                       u"0"_s,
                       result,
                       why,
                       isoText(batch.askedMs),
                       u"plan"_s});
    };
    const QJsonObject plan = report.plan();
    for (const QJsonValue refused : plan[u"refused"_s].toArray())
        add(refused[u"id"_s].toString(), u"left alone"_s, refused[u"reason"_s].toString());
    for (const QJsonValue id : plan[u"notFound"_s].toArray())
        add(id.toString(), u"not found"_s, {});
    return csv;
}

QByteArray toJson(const EvidenceReport &report)
{
    QJsonObject json = jsonOf(report.batch);
    QJsonArray chain;
    for (const AuditRow &row : report.chain)
        chain << toJson(row);
    QJsonArray sums;
    for (const ReportSums &sum : sumsOf(report.batch))
        sums << QJsonObject{{u"step"_s, sum.step},
                            {u"done"_s, sum.done},
                            {u"failed"_s, sum.failed},
                            {u"bytes"_s, sum.bytes}};
    json[u"plan"_s] = report.plan();
    json[u"sums"_s] = sums;
    json[u"made"_s] = isoText(report.madeMs);
    json[u"chain"_s] = chain;
    json[u"head"_s] = QJsonObject{{u"id"_s, report.head.id}, {u"hash"_s, report.head.hash}};
    return QJsonDocument(json).toJson();
}

QByteArray formatted(const EvidenceReport &report, ReportFormat format)
{
    switch (format) {
    case ReportFormat::Csv:
        return toCsv(report);
    case ReportFormat::Json:
        return toJson(report);
    case ReportFormat::Html:
        return toHtml(report);
    }
    Q_UNREACHABLE();
}

Result<ReportCheck> checkReport(const QJsonObject &report)
{
    if (!report.contains(u"batch"_s) || !report.contains(u"lines"_s))
        return fail(ErrorCode::InvalidArgument,
                    u"this is no report in JSON: write one with 'report BATCH --format json'"_s);
    if (report[u"chain"_s].toArray().isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    u"the report names no row of the audit log: nothing can be compared"_s);
    QList<AuditRow> chain;
    for (const QJsonValue row : report[u"chain"_s].toArray())
        chain << auditRowFrom(row.toObject());
    ReportCheck check;
    checkChain(chain, check);
    checkOrder(report, chain, check);
    checkLines(report, chain, check);
    return check;
}

} // namespace respool
