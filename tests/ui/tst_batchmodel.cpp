// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evidence.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"
#include "ui/batchmodel.h"
#include "ui/batchpage.h"
#include "ui/jobmodel.h"
#include "ui/jobpage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_BatchModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void batches_areSummedUp();
    void change_reloadsByItself();
    void rate_isOfTheProgressThatMoved_data();
    void rate_isOfTheProgressThatMoved();
    void rate_endsWithTheBatch();
    void batch_isChosen();
    void verbs_areForWhatTheBatchHas();

private:
    Result<BatchId> enqueue(const QString &kind, int jobs, qint64 units = 1);
    void claim(const QString &kind);
    void progressTo(Progress progress);
    void end();
    void drain();
    QString text(int column) const { return m_model->index(0, column).data().toString(); }

    EngineFixture m_fixture;
    JobKinds m_kinds;
    WorkerRecord m_worker;
    JobRecord m_job; // that was claimed
    qint64 m_elapsedMs = 0;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<Evidence> m_evidence;
    std::unique_ptr<BatchModel> m_model;
};

void tst_BatchModel::init()
{
    m_fixture.open();
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
    m_evidence = std::make_unique<Evidence>(m_fixture.database(), m_fixture.clock(), *m_queue);
    m_model = std::make_unique<BatchModel>(*m_queue);
    m_elapsedMs = 0;
    m_model->setElapsed([this] { return m_elapsedMs; });
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
}

void tst_BatchModel::cleanup()
{
    drain();
    m_model.reset();
    m_evidence.reset();
    m_queue.reset();
}

// Lets what was asked for be answered: a debug build of Qt does not forgive an answer to an object
// that is gone.
void tst_BatchModel::drain()
{
    for (int i = 0; i < 3; ++i) { // an answer may ask again
        const auto asked = m_queue->stats();
        while (!asked.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

Result<BatchId> tst_BatchModel::enqueue(const QString &kind, int jobs, qint64 units)
{
    return m_fixture.on<JobStore>([&](JobStore &&store) -> Result<BatchId> {
        TRY_LET(const BatchId batch, store.addBatch(kind, u"tester"_s, u"because"_s));
        for (int i = 0; i < jobs; ++i)
            TRY(store.enqueue(batch, {.kind = kind, .title = u"a"_s, .units = units}));
        return batch;
    });
}

void tst_BatchModel::claim(const QString &kind)
{
    const auto claimed = m_fixture.on<JobStore>([&](JobStore &&store) -> Result<> {
        TRY_LET(m_worker, store.addWorker(u"host"_s, 1));
        TRY_LET(const auto job, claimOne(store, m_worker, {kind}));
        m_job = job.value();
        return {};
    });
    QVERIFY2(bool(claimed), claimed ? "" : qPrintable(claimed.error().detail));
}

void tst_BatchModel::progressTo(Progress progress)
{
    QVERIFY(m_fixture.on<JobStore>(
        [&](JobStore &&store) { return store.setProgress(m_job, progress); }));
    QSignalSpy loaded(m_model.get(), &BatchModel::loaded);
    m_model->reload();
    QTRY_COMPARE(loaded.size(), 1);
}

void tst_BatchModel::end()
{
    Verdict verdict;
    verdict.state = JobState::Done;
    QVERIFY(m_fixture.on<JobStore>(
        [&](JobStore &&store) { return store.finish(m_job, m_worker.id, verdict, {}); }));
}

void tst_BatchModel::batches_areSummedUp()
{
    QVERIFY(enqueue(u"scan"_s, 1));
    claim(u"scan"_s);
    end();
    QVERIFY(enqueue(u"remux"_s, 4, 100));
    claim(u"remux"_s);
    progressTo({50, 100});
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(text(BatchModel::Kind), u"Make seekable"_s);
    QCOMPARE(text(BatchModel::Jobs), u"1 running, 3 waiting"_s);
    QCOMPARE(text(BatchModel::State), u"Running"_s);
    QCOMPARE(text(BatchModel::ProgressColumn), u"12 %"_s);
    QCOMPARE(m_model->index(0, 0).data(JobModel::ProgressRole).toInt(), 125);
    QCOMPARE(text(BatchModel::Who), u"tester"_s);
    QVERIFY(m_model->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"because"_s));
    const QModelIndex older = m_model->index(1, BatchModel::Jobs);
    QCOMPARE(older.data().toString(), u"1 done"_s);
    QCOMPARE(older.data(JobModel::ProgressRole).toInt(), 1000);
    QCOMPARE(older.data(JobModel::StateRole).toInt(), int(JobState::Done));
}

void tst_BatchModel::change_reloadsByItself()
{
    const auto batch = enqueue(u"scan"_s, 1);
    QVERIFY(batch);
    m_queue->announceChange();
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->batch(m_model->index(0, 0)).id, *batch);
}

void tst_BatchModel::rate_isOfTheProgressThatMoved_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qint64>("units");
    QTest::addColumn<QString>("rate");
    QTest::newRow("bytes") << u"remux"_s << qint64(100'000'000) << u"10.0 MB/s"_s;
    QTest::newRow("recordings") << u"delete"_s << qint64(50) << u"5.0 items/s"_s;
}

void tst_BatchModel::rate_isOfTheProgressThatMoved()
{
    QFETCH(QString, kind);
    QFETCH(qint64, units);
    QFETCH(QString, rate);
    QVERIFY(enqueue(kind, 1, units));
    claim(kind);
    progressTo({0, units});
    QCOMPARE(text(BatchModel::Rate), QString());
    m_elapsedMs = 2000;
    progressTo({units * 2 / 10, units});
    QCOMPARE(text(BatchModel::Rate), rate);
    QCOMPARE(text(BatchModel::Left), u"9 s"_s);
    // Read again before the next progress is stored: nothing leaps.
    m_elapsedMs = 3000;
    progressTo({units * 2 / 10, units});
    QCOMPARE(text(BatchModel::Rate), rate);
    m_elapsedMs = 4000;
    progressTo({units * 4 / 10, units});
    QCOMPARE(text(BatchModel::Rate), rate);
    // What stands still for long becomes slower.
    m_elapsedMs = 12'000;
    progressTo({units * 4 / 10, units});
    QVERIFY(text(BatchModel::Rate) != rate);
}

void tst_BatchModel::rate_endsWithTheBatch()
{
    QVERIFY(enqueue(u"delete"_s, 1, 50));
    claim(u"delete"_s);
    progressTo({0, 50});
    m_elapsedMs = 2000;
    progressTo({10, 50});
    QVERIFY(!text(BatchModel::Rate).isEmpty());
    end();
    m_model->reload();
    QTRY_COMPARE(text(BatchModel::State), u"Done"_s);
    QVERIFY(text(BatchModel::Rate).isEmpty());
    QVERIFY(text(BatchModel::Left).isEmpty());
}

void tst_BatchModel::batch_isChosen()
{
    const auto first = enqueue(u"scan"_s, 2);
    QVERIFY(first);
    QVERIFY(enqueue(u"delete"_s, 3));
    JobPage page(*m_queue, *m_evidence);
    auto *batches = page.findChild<BatchPage *>()->table();
    QTRY_COMPARE(batches->model()->rowCount(), 2);
    QTRY_COMPARE(page.table()->model()->rowCount(), 5);
    batches->selectRow(1);
    QTRY_COMPARE(page.table()->model()->rowCount(), 2);
    // A job of another batch that changes stays away.
    m_queue->announceChange({JobId{5}});
    m_queue->announceChange({JobId{1}});
    QSignalSpy loaded(qobject_cast<JobModel *>(page.table()->model()), &JobModel::loaded);
    QTRY_VERIFY(!loaded.isEmpty());
    QCOMPARE(page.table()->model()->rowCount(), 2);
    page.findChild<BatchPage *>()->chooseNone();
    QTRY_COMPARE(page.table()->model()->rowCount(), 5);
    drain();
}

void tst_BatchModel::verbs_areForWhatTheBatchHas()
{
    QVERIFY(enqueue(u"scan"_s, 2));
    BatchPage page(*m_queue, *m_evidence);
    QTRY_COMPARE(page.table()->model()->rowCount(), 1);
    const auto action = [&](const QString &text) {
        const QList<QAction *> actions = page.table()->actions();
        return *std::ranges::find(actions, text, &QAction::text);
    };
    QVERIFY(!action(u"Pause"_s)->isEnabled());
    page.table()->selectRow(0);
    QVERIFY(action(u"Pause"_s)->isEnabled());
    QVERIFY(!action(u"Resume"_s)->isEnabled());
    QVERIFY(!action(u"Retry what failed"_s)->isEnabled());
    action(u"Pause"_s)->trigger();
    QTRY_COMPARE(page.table()->model()->index(0, BatchModel::State).data().toString(), u"Paused"_s);
    QTRY_VERIFY(action(u"Resume"_s)->isEnabled());
    QVERIFY(!action(u"Pause"_s)->isEnabled());
    action(u"Cancel"_s)->trigger();
    QTRY_COMPARE(page.table()->model()->index(0, BatchModel::State).data().toString(),
                 u"Cancelled"_s);
    QTRY_VERIFY(!action(u"Cancel"_s)->isEnabled());
    drain();
}

QTEST_MAIN(tst_BatchModel)
#include "tst_batchmodel.moc"
