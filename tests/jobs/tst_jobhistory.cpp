// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobhistory.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_JobHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void report_tellsOfEveryItem();
    void report_ofNoneIsNotFound();
    void report_isFoundByARecording();
    void report_isReadByMachines();
    void prune_takesTheOldest_data();
    void prune_takesTheOldest();
    void prune_keepsTheNewest();
    void prune_takesHistoryAlong();
    void pruneBatches_keepsThoseWithJobs();

private:
    static constexpr qint64 dayMs = 86'400'000;

    template <typename F>
    auto on(F work)
    {
        return m_fixture.on<JobHistory>(std::move(work));
    }
    // A batch of one job that ended so, now.
    BatchId addEnded(JobState state, const QString &kind = u"a"_s,
                     const QList<JobItem> &items = {});
    qint64 count(const QString &table);

    EngineFixture m_fixture;
};

BatchId tst_JobHistory::addEnded(JobState state, const QString &kind, const QList<JobItem> &items)
{
    const auto batch = m_fixture.on<JobStore>([&](JobStore store) -> Result<BatchId> {
        TRY_LET(const BatchId added, store.addBatch(kind, u"ada"_s, u"T-1, \"urgent\""_s));
        TRY(store.enqueue(added, {.kind = kind, .title = u"what"_s, .payload = "{}"}));
        TRY_LET(const WorkerRecord worker, store.addWorker(u"host"_s, 1));
        TRY_LET(const auto job, claimOne(store, worker, {kind}));
        TRY(store.addItems(job->id, items));
        const Error error = state == JobState::Done ? Error() : Error{ErrorCode::Io, u"no"_s};
        TRY(store.finish(*job, worker.id, {.state = state}, error));
        return added;
    });
    return batch ? *batch : BatchId();
}

qint64 tst_JobHistory::count(const QString &table)
{
    return *m_fixture.database().ask([&](Connection &connection) {
        return connection.scalar(u"SELECT count(*) FROM "_s + table);
    });
}

void tst_JobHistory::report_tellsOfEveryItem()
{
    const BatchId batch =
        addEnded(JobState::Failed, u"delete"_s,
                 {{u"one"_s, 5, {}, 0}, {u"two"_s, 7, {ErrorCode::Refused, u"under hold"_s}, 0}});
    const auto report = on([&](JobHistory history) { return history.report(batch); });
    QVERIFY(report);
    QCOMPARE(report->who, u"ada"_s);
    QCOMPARE(report->kind, u"delete"_s);
    QCOMPARE(report->askedMs, m_fixture.clock().nowMs());
    QCOMPARE(report->lines.size(), 2);
    QVERIFY(report->isFinal);
    QCOMPARE(report->lines[0].item, u"one"_s);
    QCOMPARE(report->lines[0].bytes, 5);
    QCOMPARE(report->lines[0].state, JobState::Done);
    QCOMPARE(report->lines[1].state, JobState::Failed);
    QCOMPARE(report->lines[1].error.detail, u"under hold"_s);

    const BatchId waiting = *m_fixture.on<JobStore>([](JobStore store) -> Result<BatchId> {
        TRY_LET(const BatchId added, store.addBatch(u"a"_s, u"ada"_s, {}));
        TRY(store.enqueue(added, {.kind = u"a"_s, .title = u"what"_s, .payload = "{}"}));
        return added;
    });
    const auto open = on([&](JobHistory history) { return history.report(waiting); });
    QCOMPARE(open->lines.size(), 1);
    QVERIFY(open->lines[0].isJob);
    QCOMPARE(open->lines[0].item, u"what"_s);
    QCOMPARE(open->lines[0].state, JobState::Queued);
    QVERIFY(!open->isFinal);

    // Half done: what has a result already does not make it final.
    QVERIFY(m_fixture.on<JobStore>([](JobStore store) -> Result<> {
        TRY_LET(const WorkerRecord worker, store.addWorker(u"host"_s, 1));
        TRY_LET(const auto job, claimOne(store, worker, {u"a"_s}));
        return store.addItem(job->id, {u"one"_s, 5, {}, 0});
    }));
    const auto half = on([&](JobHistory history) { return history.report(waiting); });
    QCOMPARE(half->lines.size(), 1);
    QVERIFY(!half->lines[0].isJob);
    QVERIFY(!half->isFinal);
}

void tst_JobHistory::report_ofNoneIsNotFound()
{
    const auto report = on([](JobHistory history) { return history.report(BatchId{9}); });
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::NotFound);
    QVERIFY(report.error().detail.contains(u'9'));
}

void tst_JobHistory::report_isFoundByARecording()
{
    addEnded(JobState::Done, u"delete"_s, {{u"2f6b-one"_s, 5, {}, 0}});
    m_fixture.clock().advance(1000);
    const BatchId newer = addEnded(JobState::Done, u"restore"_s, {{u"2f6b-one"_s, 5, {}, 0}});
    m_fixture.clock().advance(1000);
    addEnded(JobState::Done, u"delete"_s, {{u"another"_s, 5, {}, 0}});
    QCOMPARE(*on([](JobHistory history) { return history.batchOf(u"2f6b"_s); }), newer);
    const auto none = on([](JobHistory history) { return history.batchOf(u"3"_s); });
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
}

void tst_JobHistory::report_isReadByMachines()
{
    const BatchId batch = addEnded(JobState::Done, u"delete"_s,
                                   {{u"a,b\n"_s, 5, {ErrorCode::Io, u"he said \"no\""_s}, 0}});
    const auto report = on([&](JobHistory history) { return history.report(batch); });
    const QByteArray csv = toCsv(*report);
    QVERIFY2(
        csv.startsWith("batch,kind,who,asked,reason,job,recording,bytes,result,error,at,step\r\n"),
        csv.constData());
    QVERIFY2(csv.contains(R"("T-1, ""urgent""")"), csv.constData());
    QVERIFY2(csv.contains("\"a,b\n\",5,failed,\"he said \"\"no\"\"\""), csv.constData());
    const QJsonObject json = QJsonDocument::fromJson(toJson(*report)).object();
    QCOMPARE(json[u"reason"_s].toString(), u"T-1, \"urgent\""_s);
    QCOMPARE(json[u"final"_s].toBool(), true);
    const QJsonObject line = json[u"lines"_s].toArray().first().toObject();
    QCOMPARE(line[u"recording"_s].toString(), u"a,b\n"_s);
    QCOMPARE(line[u"error"_s][u"code"_s].toInt(), int(ErrorCode::Io));
}

void tst_JobHistory::prune_takesTheOldest_data()
{
    QTest::addColumn<JobState>("state");
    QTest::addColumn<bool>("goes");
    QTest::newRow("done") << JobState::Done << true;
    QTest::newRow("cancelled") << JobState::Cancelled << true;
    QTest::newRow("failed") << JobState::Failed << false;
    QTest::newRow("parked") << JobState::Parked << false;
}

void tst_JobHistory::prune_takesTheOldest()
{
    QFETCH(const JobState, state);
    QFETCH(const bool, goes);
    addEnded(state);
    addEnded(state, u"b"_s);
    m_fixture.clock().advance(2 * dayMs);
    addEnded(state);
    const auto prune = [&](qint64 days) {
        return *on([&](JobHistory history) { return history.prune(u"a"_s, {.days = days}, 10); });
    };
    QCOMPARE(prune(3), 0);
    QCOMPARE(prune(1), goes ? 1 : 0);
    QCOMPARE(prune(1), 0);
    QCOMPARE(count(u"job"_s), goes ? 2 : 3); // the newer one and the other kind
}

void tst_JobHistory::prune_keepsTheNewest()
{
    for (int i = 0; i < 5; ++i) {
        addEnded(JobState::Done);
        m_fixture.clock().advance(1000);
    }
    const auto prune = [&](qint64 keep, int most) {
        return *on([&](JobHistory history) { return history.prune(u"a"_s, {.jobs = keep}, most); });
    };
    QCOMPARE(prune(5, 10), 0);
    QCOMPARE(prune(1, 2), 2);
    QCOMPARE(prune(1, 10), 2);
    const auto left = m_fixture.on<JobStore>([](JobStore store) { return store.find({}); });
    QCOMPARE(left->size(), 1);
    QCOMPARE(left->first().id, JobId{5});
}

void tst_JobHistory::prune_takesHistoryAlong()
{
    addEnded(JobState::Done, u"a"_s, {{u"one"_s, 5, {}, 0}});
    QVERIFY(count(u"job_attempt"_s) == 1 && count(u"job_item"_s) == 1);
    QCOMPARE(*on([](JobHistory history) { return history.prune(u"a"_s, {.jobs = 0}, 9); }), 1);
    for (const QString &table : {u"job"_s, u"job_attempt"_s, u"job_item"_s, u"job_log"_s})
        QCOMPARE(count(table), 0);
}

void tst_JobHistory::pruneBatches_keepsThoseWithJobs()
{
    addEnded(JobState::Done);
    addEnded(JobState::Failed);
    m_fixture.clock().advance(2 * dayMs);
    const KeepRule rule{.days = 1};
    QCOMPARE(*on([&](JobHistory history) { return history.pruneBatches(rule, 9); }), 0);
    QCOMPARE(*on([&](JobHistory history) { return history.prune(u"a"_s, rule, 9); }), 1);
    QCOMPARE(*on([&](JobHistory history) { return history.pruneBatches(rule, 9); }), 1);
    QCOMPARE(count(u"batch"_s), 1);
}

QTEST_GUILESS_MAIN(tst_JobHistory)
#include "tst_jobhistory.moc"
