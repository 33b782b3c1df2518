// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"
#include "ui/jobmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QLocale>
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
    void namedJob_isReadAgainByItself();
    void namedJobs_keepTheOrderOfAPage();
    void namedJobThatIsGone_leaves();
    void heldJob_saysUntilWhen();
    void delayedJob_saysWhenItIsTriedAgain();

private:
    Result<> claimBest();
    QString title(int row) const { return m_model->job(m_model->index(row, 0)).title; }
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
        TRY(claimOne(store, worker, {u"remux"_s}));
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
        TRY_LET(const auto job, claimOne(store, worker, {u"remux"_s}));
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

Result<> tst_JobModel::claimBest()
{
    return m_fixture.on<JobStore>([&](JobStore &&store) -> Result<> {
        TRY_LET(const WorkerRecord worker, store.addWorker(u"host"_s, 1));
        TRY(claimOne(store, worker, {u"remux"_s}));
        return {};
    });
}

// The other row has changed, too, but nobody said so: it is not read.
void tst_JobModel::namedJob_isReadAgainByItself()
{
    const auto first = enqueue(u"a"_s);
    const auto second = enqueue(u"b"_s);
    QVERIFY(first && second);
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 2);
    QVERIFY(m_fixture.on<JobStore>([&](JobStore &&store) -> Result<> {
        TRY(store.setPriority(*first, 1));
        return store.setPriority(*second, 2);
    }));
    QSignalSpy loaded(m_model.get(), &JobModel::loaded);
    m_queue->announceChange({*second});
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(m_model->index(0, JobModel::Priority).data().toString(), u"+2"_s);
    QCOMPARE(m_model->index(1, JobModel::Priority).data().toString(), QString());
}

void tst_JobModel::namedJobs_keepTheOrderOfAPage()
{
    const auto first = enqueue(u"a"_s);
    QVERIFY(first);
    QVERIFY(enqueue(u"b"_s));
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 2);
    QVERIFY(claimBest()); // the oldest
    const auto third = enqueue(u"c"_s);
    QVERIFY(third);
    m_queue->announceChange({*first, *third});
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(title(0), u"a"_s); // runs
    QCOMPARE(title(1), u"c"_s); // the newest
    QCOMPARE(title(2), u"b"_s);
}

void tst_JobModel::namedJobThatIsGone_leaves()
{
    const auto first = enqueue(u"a"_s);
    QVERIFY(first);
    QVERIFY(enqueue(u"b"_s));
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 2);
    QVERIFY(m_fixture.on<JobStore>([&](JobStore &&store) -> Result<> {
        TRY(store.cancel(*first, u"tester"_s));
        return store.discard(*first);
    }));
    m_queue->announceChange({*first});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(title(0), u"b"_s);
}

void tst_JobModel::heldJob_saysUntilWhen()
{
    QVERIFY(enqueue(u"a"_s));
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 1);
    const auto state = [this] { return m_model->index(0, JobModel::State).data().toString(); };
    const qint64 opensMs = QDateTime(QDate(2040, 1, 2), QTime(22, 0)).toMSecsSinceEpoch();
    m_model->setHolds({{{u"delete"_s, opensMs, false}}, {}, false});
    QCOMPARE(state(), u"Waiting"_s); // another kind is held
    m_model->setHolds({{{u"remux"_s, 0, true}}, {}, false});
    QCOMPARE(state(), u"Waits for the mains"_s);
    m_model->setHolds({{{QString(), opensMs, false}, {u"remux"_s, 0, true}}, {}, false});
    QVERIFY2(state().startsWith(u"Waits until"_s), qPrintable(state()));
    QVERIFY2(state().contains(QLocale().toString(QTime(22, 0), QLocale::ShortFormat)),
             qPrintable(state()));
}

void tst_JobModel::delayedJob_saysWhenItIsTriedAgain()
{
    QVERIFY(enqueue(u"a"_s));
    const qint64 dueMs = QDateTime(QDate(2040, 1, 2), QTime(14, 5)).toMSecsSinceEpoch();
    QVERIFY(m_fixture.on<JobStore>([&](JobStore &&store) -> Result<> {
        TRY_LET(const WorkerRecord worker, store.addWorker(u"host"_s, 1));
        TRY_LET(const auto job, claimOne(store, worker, {u"remux"_s}));
        Verdict verdict;
        verdict.state = JobState::Delayed;
        verdict.waitMs = dueMs - m_fixture.clock().nowMs();
        return store.finish(*job, worker.id, verdict, {ErrorCode::Offline, u"not there"_s});
    }));
    m_model->reload();
    QTRY_COMPARE(m_model->rowCount(), 1);
    const QString state = m_model->index(0, JobModel::State).data().toString();
    QVERIFY2(state.startsWith(u"Tries again at"_s), qPrintable(state));
    QVERIFY2(state.contains(QLocale().toString(QTime(14, 5), QLocale::ShortFormat)),
             qPrintable(state));
    QVERIFY(m_model->index(0, JobModel::ErrorColumn).data().toString().contains(u"not there"_s));
}

QTEST_MAIN(tst_JobModel)
#include "tst_jobmodel.moc"
