// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/batchreport.h"
#include "core/library/audit.h"

namespace respool {

// The report of a batch together with what the audit log says of it: the plan, who ordered it, how
// each job ended and the digest of its results. The head of the log pins all rows before it: whoever
// keeps the report can tell later whether the log was written anew.
struct EvidenceReport
{
    BatchReport batch;
    QList<AuditRow> chain; // the rows about this batch, oldest first
    AuditHead head;        // of the log when the report was made
    qint64 madeMs = 0;

    QJsonObject plan() const; // empty: the batch is no deletion, or is older than the log
    // The digest that the log has of the results of a job; empty: the job has not ended.
    QString digestOf(JobId job) const;
};

// What came of the recordings of a report, by the job that tells it.
struct ReportSums
{
    QString step; // the kind of the job
    qint64 done = 0, failed = 0, bytes = 0;
};
QList<ReportSums> sumsOf(const BatchReport &report);

// The table of the batch, and behind it what was left alone or not found.
QByteArray toCsv(const EvidenceReport &report);
QByteArray toJson(const EvidenceReport &report);
// One page that needs no other file, for the screen and for the printer.
QByteArray toHtml(const EvidenceReport &report);

enum class ReportFormat { Csv, Json, Html };
QByteArray formatted(const EvidenceReport &report, ReportFormat format);

// What looking at a report that was kept has shown.
struct ReportCheck
{
    qint64 recordings = 0, jobs = 0, rows = 0;
    QStringList problems; // empty: nothing was changed
};

// Looks whether a report agrees with itself: each row of the chain gives its hash, the lines of each
// job give the digest in the log, and who and why are those of the order. Errors: InvalidArgument
// (no report of ours).
Result<ReportCheck> checkReport(const QJsonObject &report);

} // namespace respool
