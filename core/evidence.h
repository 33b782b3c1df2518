// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evidencereport.h"

#include <QFuture>
#include <QObject>

namespace respool {

class Clock;
class Database;
class JobQueue;
class RecordingCatalog;

// One job's result for one recording.
struct ItemResult
{
    BatchId batch;
    JobId job;
    QString kind;
    JobItem item;
};

// All that is known to have been done to one recording, newest first.
struct RecordingHistory
{
    QList<AuditRow> rows;
    QList<ItemResult> results;
};

// The audit log and the reports, as window and CLI see them: questions only. Lives on the main
// thread; walks through files and the whole log on threads of the pool.
class Evidence final : public QObject
{
    Q_OBJECT

public:
    Evidence(Database &database, const Clock &clock, JobQueue &queue, RecordingCatalog &catalog);

    QFuture<Result<QList<AuditRow>>> page(const AuditFilter &filter);
    QFuture<Result<RecordingHistory>> historyOf(const QString &uid);

    // Walks the whole log. A broken one is an answer, no error.
    QFuture<Result<AuditCheck>> verifyLog();
    // Writes it as JSON lines, oldest first, into a file that takes the place of an old one; - is
    // stdout. Returns the head. Errors: Io.
    QFuture<Result<AuditHead>> exportLog(const QString &file);

    QFuture<Result<EvidenceReport>> report(BatchId batch); // Errors: NotFound
    // Of the newest batch that tells of a recording whose uid begins so. Errors: NotFound.
    QFuture<Result<EvidenceReport>> reportOn(const QString &uidPrefix);
    // Compares a report in JSON with itself and with the log. Errors: InvalidArgument.
    QFuture<Result<ReportCheck>> verifyReport(const QByteArray &json);

signals:
    // There may be new rows. Often there are none: whatever changes is told so.
    void changed();

private:
    template <typename F>
    auto ask(F question);
    template <typename F>
    auto look(F work);

    Database &m_database;
    const Clock &m_clock;
    JobQueue &m_queue;
};

} // namespace respool
