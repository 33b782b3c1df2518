// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evidence.h"

#include "core/base/clock.h"
#include "core/base/pending.h"
#include "core/db/database.h"
#include "core/jobs/jobhistory.h"
#include "core/jobs/jobqueue.h"
#include "core/library/auditstore.h"
#include "core/library/recordingcatalog.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int rowsAtOnce = 2000;

Result<EvidenceReport> reportOf(Connection &connection, const Clock &clock, BatchId batch)
{
    EvidenceReport report;
    TRY_LET(report.batch, JobHistory(connection, clock).report(batch));
    AuditStore audit(connection, clock);
    TRY_LET(report.chain, audit.ofBatch(batch.value));
    TRY_LET(report.head, audit.head());
    report.madeMs = clock.nowMs();
    return report;
}

// Hands every row over, oldest first, without keeping the database thread for all of them. Pool
// thread.
template <typename F>
Result<> walk(Database &database, const Clock &clock, F see)
{
    for (qint64 after = 0;;) {
        TRY_LET(const QList<AuditRow> rows, database.ask([&](Connection &connection) {
            return AuditStore(connection, clock).after(after, rowsAtOnce);
        }));
        for (const AuditRow &row : rows) {
            if (!see(row))
                return {};
            after = row.id;
        }
        if (rows.size() < rowsAtOnce)
            return {};
    }
}

Result<AuditCheck> checkLog(Database &database, const Clock &clock)
{
    AuditCheck check;
    AuditChain chain;
    // Asked before the walk: what is written meanwhile is no missing row.
    TRY_LET(const qint64 highest, database.ask([&](Connection &connection) {
        return AuditStore(connection, clock).highest();
    }));
    TRY(walk(database, clock, [&](const AuditRow &row) {
        const auto wrong = chain.follow(row);
        if (wrong) {
            check.brokenId = row.id;
            check.brokenAtMs = row.atMs;
            check.problem = *wrong;
        }
        check.rows += wrong ? 0 : 1;
        return !wrong;
    }));
    check.head = chain.head();
    if (check.brokenId == 0 && check.head.id < highest) {
        check.brokenId = check.head.id + 1;
        check.problem =
            u"rows %1 to %2 are missing at the end of the log"_s.arg(check.brokenId).arg(highest);
    }
    return check;
}

Result<AuditHead> writeLog(Database &database, const Clock &clock, QFileDevice &out)
{
    AuditHead last;
    bool written = true;
    TRY(walk(database, clock, [&](const AuditRow &row) {
        written = out.write(QJsonDocument(toJson(row)).toJson(QJsonDocument::Compact) + '\n') > 0;
        last = {row.id, row.hash};
        return written;
    }));
    if (!written)
        return fail(ErrorCode::Io,
                    u"%1 cannot be written: %2"_s.arg(out.fileName(), out.errorString()));
    return last;
}

// The rows of the report as the database has them now.
Result<> compareWithLog(Connection &connection, const Clock &clock, const QJsonObject &report,
                        ReportCheck &check)
{
    AuditStore audit(connection, clock);
    const auto compare = [&](qint64 id, const QString &hash) -> Result<> {
        TRY_LET(const std::optional<AuditRow> row, audit.byId(id));
        if (!row)
            check.problems << u"row %1 is not in the audit log of this database"_s.arg(id);
        else if (row->hash != hash || hashOf(*row) != hash)
            check.problems << u"row %1 is another one in the audit log of this database"_s.arg(id);
        return {};
    };
    for (const QJsonValue row : report[u"chain"_s].toArray())
        TRY(compare(row[u"id"_s].toInteger(), row[u"hash"_s].toString()));
    const QJsonObject head = report[u"head"_s].toObject();
    return compare(head[u"id"_s].toInteger(), head[u"hash"_s].toString());
}

} // namespace

Evidence::Evidence(Database &database, const Clock &clock, JobQueue &queue,
                   RecordingCatalog &catalog)
    : m_database(database)
    , m_clock(clock)
    , m_queue(queue)
{
    connect(&queue, &JobQueue::changed, this, &Evidence::changed);
    connect(&catalog, &RecordingCatalog::changed, this, &Evidence::changed);
}

// The answers come by way of the queue, on its thread: who asked may be gone by then.
template <typename F>
auto Evidence::ask(F question)
{
    return m_database.read(std::move(question)).on(&m_queue);
}

template <typename F>
auto Evidence::look(F work)
{
    return inBackground(std::move(work)).on(&m_queue);
}

QFuture<Result<QList<AuditRow>>> Evidence::page(const AuditFilter &filter)
{
    return ask([&clock = m_clock, filter](Connection &connection) {
        return AuditStore(connection, clock).page(filter);
    });
}

QFuture<Result<RecordingHistory>> Evidence::historyOf(const QString &uid)
{
    return ask([&clock = m_clock, uid](Connection &connection) -> Result<RecordingHistory> {
        RecordingHistory history;
        TRY_LET(history.rows, AuditStore(connection, clock).page({.recording = uid}));
        TRY(connection.read(u"item_history"_s, {{u"item"_s, uid}}, [&](const Row &row) {
            history.results << ItemResult{BatchId{row.integer(0)},
                                          JobId{row.integer(1)},
                                          row.text(2),
                                          {row.text(3),
                                           row.integer(4),
                                           {ErrorCode(row.integer(5)), row.text(6)},
                                           row.integer(7)}};
        }));
        return history;
    });
}

QFuture<Result<AuditCheck>> Evidence::verifyLog()
{
    return look([this] { return checkLog(m_database, m_clock); });
}

QFuture<Result<AuditHead>> Evidence::exportLog(const QString &file)
{
    return look([this, file]() -> Result<AuditHead> {
        if (file == u"-") {
            QFile out;
            if (!out.open(stdout, QIODevice::WriteOnly))
                return fail(ErrorCode::Io, out.errorString());
            return writeLog(m_database, m_clock, out);
        }
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly))
            return fail(ErrorCode::Io, u"%1 cannot be written: %2"_s.arg(file, out.errorString()));
        TRY_LET(const AuditHead head, writeLog(m_database, m_clock, out));
        if (!out.commit())
            return fail(ErrorCode::Io, u"%1 cannot be written: %2"_s.arg(file, out.errorString()));
        return head;
    });
}

QFuture<Result<EvidenceReport>> Evidence::report(BatchId batch)
{
    return ask([&clock = m_clock, batch](Connection &connection) {
        return reportOf(connection, clock, batch);
    });
}

QFuture<Result<EvidenceReport>> Evidence::reportOn(const QString &uidPrefix)
{
    return ask([&clock = m_clock, uidPrefix](Connection &connection) -> Result<EvidenceReport> {
        TRY_LET(const BatchId batch, JobHistory(connection, clock).batchOf(uidPrefix));
        return reportOf(connection, clock, batch);
    });
}

QFuture<Result<ReportCheck>> Evidence::verifyReport(const QByteArray &json)
{
    return look([this, json]() -> Result<ReportCheck> {
        const QJsonObject report = QJsonDocument::fromJson(json).object();
        TRY_LET(ReportCheck check, checkReport(report));
        TRY(m_database.ask([&](Connection &connection) {
            return compareWithLog(connection, m_clock, report, check);
        }));
        return check;
    });
}

} // namespace respool
