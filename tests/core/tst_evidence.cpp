// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/base/user.h"
#include "core/commands.h"
#include "core/db/database.h"
#include "core/engine.h"
#include "core/evidence.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What is written down of the verbs of a user, and whether a report shows that it was changed.
class tst_Evidence : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_engine.reset(); }
    void holds_standInTheLog();
    void liftingAHold_needsAReason();
    void deletion_standsInTheLogFromOrderToEnd();
    void permanentDeletion_isToldInBothSteps();
    void cancelledBatch_saysWhoCancelled();
    void stores_standInTheLog();
    void report_ofAnUnchangedDatabaseIsIntact();
    void report_thatWasChangedSaysWhat_data();
    void report_thatWasChangedSaysWhat();
    void report_isNoLongerThatOfALogWrittenAnew();
    void html_escapesHostileNames();
    void reports_nameWhatWasLeftAlone();
    void log_thatWasCutOffIsBroken();
    void log_isExportedAsItStands();
    void history_tellsOfOneRecording();

private:
    Commands &commands() { return m_engine->commands(); }
    Evidence &evidence() { return m_engine->evidence(); }
    void work();
    QList<RecordingId> ids(std::optional<RecordingState> state = {});
    QList<AuditRow> rows(const QString &recording = {});
    BatchId deleteAll(const DeleteOptions &options);
    QJsonObject reportJson(BatchId batch);
    Result<> script(const QStringList &statements);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
};

void tst_Evidence::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->path();
    options.database.file = m_folder->filePath(u"respool.db"_s);
    auto engine = Engine::start(options);
    QVERIFY2(bool(engine), engine ? "" : qPrintable(engine.error().detail));
    m_engine = *std::move(engine);
    m_store->addSession(firstUid);
    m_store->addSession(secondUid);
    QVERIFY(await(commands().openStore(m_store->path())));
    work();
    QCOMPARE(ids().size(), 2);
}

void tst_Evidence::work()
{
    if (!m_engine->isWorker())
        QVERIFY(m_engine->work());
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 20'000);
}

QList<RecordingId> tst_Evidence::ids(std::optional<RecordingState> state)
{
    RecordingFilter filter;
    filter.state = state;
    return *await(m_engine->catalog().ids(filter));
}

QList<AuditRow> tst_Evidence::rows(const QString &recording)
{
    QList<AuditRow> rows = *await(evidence().page({.recording = recording, .limit = 0}));
    std::ranges::reverse(rows);
    return rows;
}

BatchId tst_Evidence::deleteAll(const DeleteOptions &options)
{
    const auto plan = await(commands().planDelete(ids(), options));
    const auto enqueued = await(commands().deleteRecordings(*plan, options));
    work();
    return enqueued ? enqueued->batch : BatchId();
}

QJsonObject tst_Evidence::reportJson(BatchId batch)
{
    return QJsonDocument::fromJson(toJson(*await(evidence().report(batch)))).object();
}

// As somebody does who has the file of the database, beside the program.
Result<> tst_Evidence::script(const QStringList &statements)
{
    TRY_LET(const auto database, Database::open({m_folder->filePath(u"respool.db"_s)}));
    return database->wait([&](Connection &connection) -> Result<> {
        for (const QString &statement : statements)
            TRY(connection.script(statement));
        return {};
    });
}

void tst_Evidence::holds_standInTheLog()
{
    const qsizetype before = rows().size();
    QVERIFY(await(commands().addHold(ids(), u" audit "_s)));
    QVERIFY(await(commands().removeHold({ids().first()}, u"case closed"_s)));
    QVERIFY(await(commands().removeHold({ids().first()}, u"again"_s))); // under none: not told
    const QList<AuditRow> added = rows().mid(before);
    QCOMPARE(added.size(), 3);
    QCOMPARE(added[0].action, u"hold-add"_s);
    QCOMPARE(added[0].recording, QString(firstUid));
    QCOMPARE(added[1].recording, QString(secondUid));
    QCOMPARE(added[1].reason, u"audit"_s);
    QCOMPARE(added[1].who, userName());
    QCOMPARE(added[2].action, u"hold-lift"_s);
    QCOMPARE(added[2].reason, u"case closed"_s);
    QCOMPARE(added[2].details()[u"held"_s].toString(), u"audit"_s);
    QVERIFY(!added[2].store.isEmpty());
    QCOMPARE(await(evidence().verifyLog())->brokenId, 0);
}

void tst_Evidence::liftingAHold_needsAReason()
{
    QVERIFY(await(commands().addHold(ids(), u"audit"_s)));
    QCOMPARE(codeOf(await(commands().removeHold(ids(), u"  "_s))), ErrorCode::InvalidArgument);
    QVERIFY(await(m_engine->catalog().recordings(ids()))->first().held);
}

void tst_Evidence::deletion_standsInTheLogFromOrderToEnd()
{
    const qsizetype before = rows().size();
    const BatchId batch = deleteAll({.reason = u"T-1"_s});
    const QList<AuditRow> added = rows().mid(before);
    QCOMPARE(added.size(), 2);
    QCOMPARE(added[0].action, u"delete"_s);
    QCOMPARE(added[0].batch, batch.value);
    QCOMPARE(added[0].reason, u"T-1"_s);
    QCOMPARE(added[0].details()[u"count"_s].toInteger(), 2);
    QCOMPARE(added[1].action, u"job-end"_s);
    QCOMPARE(added[1].who, userName());
    QCOMPARE(added[1].details()[u"done"_s].toInteger(), 2);
    QCOMPARE(added[1].details()[u"state"_s].toString(), u"done"_s);
    QVERIFY(added[1].details()[u"bytes"_s].toInteger() > 0);
    QCOMPARE(added[1].details()[u"digest"_s].toString().size(), 64);
}

void tst_Evidence::permanentDeletion_isToldInBothSteps()
{
    const BatchId batch = deleteAll({.permanent = true});
    const auto report = await(evidence().report(batch));
    QVERIFY(report);
    const QList<ReportSums> sums = sumsOf(report->batch);
    QCOMPARE(sums.size(), 2);
    QCOMPARE(sums[0].step, u"delete"_s);
    QCOMPARE(sums[1].step, u"purge"_s);
    QCOMPARE(sums[1].done, 2);
    QCOMPARE(report->chain.size(), 3);
    QVERIFY(report->plan()[u"permanent"_s].toBool());
    QVERIFY(await(evidence().verifyReport(toJson(*report)))->problems.isEmpty());
}

void tst_Evidence::cancelledBatch_saysWhoCancelled()
{
    QVERIFY(await(m_engine->queue().pause()));
    const auto plan = await(commands().planDelete(ids(), {}));
    const auto enqueued = await(commands().deleteRecordings(*plan, {}));
    QVERIFY(await(m_engine->queue().cancel(enqueued->batch)));
    const QList<AuditRow> chain = await(evidence().report(enqueued->batch))->chain;
    QCOMPARE(chain.size(), 3);
    QCOMPARE(chain[1].action, u"cancel"_s);
    QCOMPARE(chain[1].who, userName());
    QCOMPARE(chain[2].details()[u"state"_s].toString(), u"cancelled"_s);
    QCOMPARE(chain[2].details()[u"done"_s].toInteger(), 0);
}

void tst_Evidence::stores_standInTheLog()
{
    QCOMPARE(rows().first().action, u"store-add"_s);
    QCOMPARE(rows().first().details()[u"path"_s].toString(), m_store->path());
    QVERIFY(await(commands().removeStore(await(m_engine->catalog().stores())->first().id)));
    QCOMPARE(rows().last().action, u"store-remove"_s);
    QCOMPARE(rows().last().store, rows().first().store);
    QCOMPARE(rows().last().details()[u"recordings"_s].toInteger(), 2);
}

void tst_Evidence::report_ofAnUnchangedDatabaseIsIntact()
{
    const BatchId batch = deleteAll({.reason = u"=T-1"_s});
    const auto check = await(evidence().verifyReport(QJsonDocument(reportJson(batch)).toJson()));
    QVERIFY(check);
    QCOMPARE(check->problems, QStringList());
    QCOMPARE(check->recordings, 2);
    QCOMPARE(check->jobs, 1);
    QCOMPARE(check->rows, 2);
    QCOMPARE(codeOf(await(evidence().verifyReport("{}"))), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(await(evidence().verifyReport("nonsense"))), ErrorCode::InvalidArgument);
}

void tst_Evidence::report_thatWasChangedSaysWhat_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("says");
    QTest::newRow("a recording") << QString(firstUid) << u"another"_s << u"results of job"_s;
    QTest::newRow("a reason") << u"\"reason\": \"T-1\",\n    \"sums"_s
                              << u"\"reason\": \"T-2\",\n    \"sums"_s << u"another 'reason'"_s;
    QTest::newRow("the log") << u"job-end"_s << u"job-und"_s << u"audit log was changed"_s;
    QTest::newRow("the plan") << u"\"count\": 2"_s << u"\"count\": 3"_s << u"another 'plan'"_s;
}

void tst_Evidence::report_thatWasChangedSaysWhat()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, says);
    const BatchId batch = deleteAll({.reason = u"T-1"_s});
    QString json = QString::fromUtf8(QJsonDocument(reportJson(batch)).toJson());
    QVERIFY2(json.contains(from), qPrintable(json));
    json.replace(from, to);
    const auto check = await(evidence().verifyReport(json.toUtf8()));
    QVERIFY(check);
    QVERIFY2(check->problems.join(u'\n').contains(says), qPrintable(check->problems.join(u'\n')));
}

// Somebody who rewrites the whole chain of the database still has not got at the report.
void tst_Evidence::report_isNoLongerThatOfALogWrittenAnew()
{
    const BatchId batch = deleteAll({.reason = u"T-1"_s});
    const QByteArray report = QJsonDocument(reportJson(batch)).toJson();
    QList<AuditRow> chain = rows();
    m_engine.reset();
    QStringList statements{u"DROP TRIGGER audit_no_update"_s};
    chain[0].who = u"nobody"_s;
    for (qsizetype i = 0; i < chain.size(); ++i) {
        chain[i].prior = i > 0 ? chain[i - 1].hash : QString();
        chain[i].hash = hashOf(chain[i]);
        statements << u"UPDATE audit SET who = '%1', prior = '%2', hash = '%3' WHERE id = %4"_s.arg(
            chain[i].who, chain[i].prior, chain[i].hash, QString::number(chain[i].id));
    }
    QVERIFY(script(statements));
    EngineOptions options;
    options.dataFolder = m_folder->path();
    options.database.file = m_folder->filePath(u"respool.db"_s);
    m_engine = *Engine::start(options);
    QCOMPARE(await(evidence().verifyLog())->brokenId, 0); // the chain alone cannot show that
    const auto check = await(evidence().verifyReport(report));
    QVERIFY(!check->problems.isEmpty());
    QVERIFY2(check->problems.first().contains(u"another one in the audit log"_s),
             qPrintable(check->problems.first()));
}

void tst_Evidence::html_escapesHostileNames()
{
    EvidenceReport report;
    const QString hostile = u"<script>alert(\"1\")</script>&'"_s;
    report.batch.batch = BatchId{1};
    report.batch.kind = u"delete"_s;
    report.batch.who = hostile;
    report.batch.reason = hostile;
    report.batch.lines << ReportLine{
        JobId{1}, u"delete"_s, hostile, false, 5, JobState::Failed, {ErrorCode::Io, hostile}, 1};
    AuditRow order;
    order.action = u"delete"_s;
    order.who = hostile;
    order.detail =
        QJsonDocument(
            QJsonObject{
                {u"count"_s, 1},
                {u"rule"_s, hostile},
                {u"oldest"_s, hostile},
                {u"newest"_s, hostile},
                {u"stores"_s, QJsonArray{QJsonObject{{u"name"_s, hostile}, {u"path"_s, hostile}}}},
                {u"refused"_s, QJsonArray{QJsonObject{{u"id"_s, hostile}, {u"reason"_s, hostile}}}},
                {u"notFound"_s, QJsonArray{hostile}}})
            .toJson();
    report.chain << order;
    QLocale::setDefault(QLocale::German); // of the window, not of the report
    const QByteArray html = toHtml(report);
    QLocale::setDefault(QLocale::c());
    QVERIFY(!html.contains(" Bytes"));
    QVERIFY(!html.contains("<script"));
    QVERIFY(!html.contains("alert(\""));
    QVERIFY(html.count("&lt;script&gt;") >= 11);
    QVERIFY(html.contains("not final"));
    QVERIFY(!html.contains("http://") && !html.contains("https://")); // one file, and no other
}

void tst_Evidence::reports_nameWhatWasLeftAlone()
{
    QVERIFY(await(commands().addHold({ids().first()}, u"audit"_s)));
    const BatchId batch = deleteAll({.notFound = {u"gone-1"_s, u"=gone-2"_s}});
    const auto report = await(evidence().report(batch));
    for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Json, ReportFormat::Html}) {
        const QByteArray text = formatted(*report, format);
        QVERIFY2(text.contains("under hold (audit)"), text.constData());
        QVERIFY2(text.contains("gone-1"), text.constData());
    }
    QVERIFY(toCsv(*report).contains(",'=gone-2,"));
    QCOMPARE(report->plan()[u"held"_s].toInteger(), 1);
    QVERIFY(await(evidence().verifyReport(toJson(*report)))->problems.isEmpty());
}

void tst_Evidence::log_thatWasCutOffIsBroken()
{
    QVERIFY(await(commands().addHold(ids(), u"audit"_s)));
    const qint64 last = rows().last().id;
    QVERIFY(script(
        {u"DROP TRIGGER audit_no_delete"_s, u"DELETE FROM audit WHERE id = %1"_s.arg(last)}));
    const auto check = await(evidence().verifyLog());
    QCOMPARE(check->brokenId, last);
    QVERIFY2(check->problem.contains(u"missing"_s), qPrintable(check->problem));
}

void tst_Evidence::log_isExportedAsItStands()
{
    QVERIFY(await(commands().addHold(ids(), u"audit"_s)));
    const QString file = m_folder->filePath(u"log.jsonl"_s);
    const auto head = await(evidence().exportLog(file));
    QVERIFY(head);
    QCOMPARE(head->hash, rows().last().hash);
    AuditChain chain;
    for (const QByteArray &line : samples::readFile(file).trimmed().split('\n'))
        QCOMPARE(chain.follow(auditRowFrom(QJsonDocument::fromJson(line).object())), std::nullopt);
    QCOMPARE(chain.head().hash, head->hash);
    QCOMPARE(codeOf(await(evidence().exportLog(u"/nowhere/x"_s))), ErrorCode::Io);
}

void tst_Evidence::history_tellsOfOneRecording()
{
    QVERIFY(await(commands().addHold({ids().last()}, u"audit"_s)));
    deleteAll({});
    const auto first = await(evidence().historyOf(firstUid));
    QCOMPARE(first->results.size(), 1);
    QCOMPARE(first->results.first().kind, u"delete"_s);
    QCOMPARE(first->rows.size(), 2);
    QCOMPARE(first->rows.first().action, u"job-end"_s);
    const auto second = await(evidence().historyOf(secondUid));
    QCOMPARE(second->results.size(), 0);
    QCOMPARE(second->rows.size(), 1);
    QCOMPARE(second->rows.first().action, u"hold-add"_s);
}

QTEST_GUILESS_MAIN(tst_Evidence)
#include "tst_evidence.moc"
