// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/enginefixture.h"
#include "ui/jobmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_JobModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void change_reloadsByItself();
    void runningJob_isShownBeforeAThousandNewerOnes();
    void progress_isLive();
    void attention_findsAJobThatFailedLongAgo();
    void states_haveWordsAndIcons();

private:
    Result<JobId> enqueue(const QString &title);
    void failOne();

    EngineFixture m_fixture;
    JobKinds m_kinds;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<JobModel> m_model;
};

void tst_JobModel::init()
{
    m_fixture.open();
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
    m_model = std::make_unique<JobModel>(*m_queue);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
}

void tst_JobModel::cleanup()
{
    m_model.reset();
    m_queue.reset();
}

Result<JobId> tst_JobModel::enqueue(const QString &title)
{
    return m_fixture.on<JobStore>([&](JobStore &&store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(u"remux"_s, u"tester"_s, {}));
        return store.enqueue(batch, {.kind = u"remux"_s, .title = title});
    });
}

void tst_JobModel::change_reloadsByItself()
{
    QVERIFY(enqueue(u"a"_s));
    QVERIFY(enqueue(u"b"_s));
    m_queue->announceChange();
    QTRY_COMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->job(m_model->index(0, 0)).title, u"b"_s); // the newest
}

void tst_JobModel::runningJob_isShownBeforeAThousandNewerOnes()
{
    const auto first = enqueue(u"first"_s);
    QVERIFY(first);
    const auto filled = m_fixture.on<JobStore>([&](JobStore &&store) -> Result<> {
        TRY_LET(const WorkerRecord worker, store.addWorker(u"host"_s, 1));
        TRY(store.claim(worker, {u"remux"_s}));
        TRY_LET(const BatchId batch, store.addBatch(u"remux"_s, u"tester"_s, {}));
        for (int i = 0; i < 1000; ++i)
            TRY(store.enqueue(batch, {.kind = u"remux"_s, .title = u"waits"_s}));
        return {};
    });
    QVERIFY(filled);
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 501);
    QCOMPARE(m_model->job(m_model->index(0, 0)).id, *first);
}

void tst_JobModel::progress_isLive()
{
    const auto id = enqueue(u"a"_s);
    QVERIFY(id);
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 1);
    const QModelIndex cell = m_model->index(0, JobModel::ProgressColumn);
    QCOMPARE(cell.data(JobModel::ProgressRole).toInt(), -1);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_queue->announceProgress(*id, {25, 100});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell.data(JobModel::ProgressRole).toInt(), 250);
    QCOMPARE(cell.data().toString(), u"25 %"_s);
}

void tst_JobModel::failOne()
{
    const auto failed = m_fixture.on<JobStore>([&](JobStore &&store) -> Result<> {
        TRY_LET(const WorkerRecord worker, store.addWorker(u"host"_s, 1));
        TRY_LET(const auto job, store.claim(worker, {u"remux"_s}));
        Verdict verdict;
        verdict.state = JobState::Failed;
        return store.finish(*job, worker.id, verdict, {ErrorCode::Media, u"x.webm: no video"_s});
    });
    QVERIFY2(bool(failed), failed ? "" : qPrintable(failed.error().detail));
}

void tst_JobModel::attention_findsAJobThatFailedLongAgo()
{
    const auto bad = enqueue(u"bad"_s);
    QVERIFY(bad);
    failOne();
    for (int i = 0; i < 3; ++i)
        QVERIFY(enqueue(u"waits"_s));
    m_model->setAttentionOnly(true);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->job(m_model->index(0, 0)).id, *bad);
    QVERIFY(m_model->index(0, JobModel::ErrorColumn).data().toString().contains(u"no video"_s));
    m_model->setAttentionOnly(false);
    QTRY_COMPARE(m_model->rowCount(), 4);
}

void tst_JobModel::states_haveWordsAndIcons()
{
    QVERIFY(enqueue(u"a"_s));
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->index(0, JobModel::State).data().toString(), u"Waiting"_s);
    QVERIFY(m_model->index(0, JobModel::Kind).data(Qt::DecorationRole).isValid());
    QVERIFY(m_model->index(0, JobModel::State)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"Waiting"_s));
}

QTEST_MAIN(tst_JobModel)
#include "tst_jobmodel.moc"
