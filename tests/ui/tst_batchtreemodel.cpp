// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/queuefixture.h"
#include "ui/batchtreemodel.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_BatchTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void batches_areSummedUp();
    void change_reloadsByItself();
    void batch_unfoldsIntoItsJobs();
    void jobs_comeInPages();
    void jobThatBegins_movesToTheTop();
    void foldedBatch_isNotKeptUpToDate();
    void filter_showsWhatNeedsAttention();
    void search_findsAJobByItsError();
    void manyBatches_comeInPages();
    void rate_isOfTheProgressThatMoved_data();
    void rate_isOfTheProgressThatMoved();
    void jobInProgress_hasItsOwnRate();
    void waitingJob_saysWhatFor_data();
    void waitingJob_saysWhatFor();
    void heldQueue_saysWhy();
    void unseenFailure_isBoldUntilItIsSeen();
    void clearedBatch_leaves();

private:
    void reload();
    QModelIndex unfold(BatchId batch);
    QString text(const QModelIndex &row, int column) const
    {
        return row.siblingAtColumn(column).data().toString();
    }
    QStringList titles(const QModelIndex &batch) const;

    QueueFixture m_fixture;
    qint64 m_elapsedMs = 0;
    std::unique_ptr<BatchTreeModel> m_model;
};

void tst_BatchTreeModel::init()
{
    m_fixture.open();
    m_elapsedMs = 0;
    m_model = std::make_unique<BatchTreeModel>(m_fixture.queue());
    m_model->setElapsed([this] { return m_elapsedMs; });
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
}

void tst_BatchTreeModel::cleanup()
{
    m_fixture.drain();
    m_model.reset();
    m_fixture.close();
}

void tst_BatchTreeModel::reload()
{
    QSignalSpy loaded(m_model.get(), &BatchTreeModel::loaded);
    // The first answer may be to a question from before, which knew less.
    for (int answer = 0; answer < 2; ++answer) {
        loaded.clear();
        m_model->reload();
        QTRY_VERIFY(!loaded.isEmpty());
    }
}

QModelIndex tst_BatchTreeModel::unfold(BatchId batch)
{
    QSignalSpy loaded(m_model.get(), &BatchTreeModel::jobsLoaded);
    m_model->setUnfolded(m_model->indexOf(batch), true);
    [&] { QTRY_VERIFY(!loaded.isEmpty()); }();
    return m_model->indexOf(batch);
}

QStringList tst_BatchTreeModel::titles(const QModelIndex &batch) const
{
    QStringList all;
    for (int row = 0; row < m_model->rowCount(batch); ++row)
        all << m_model->index(row, BatchTreeModel::What, batch).data().toString();
    return all;
}

void tst_BatchTreeModel::batches_areSummedUp()
{
    m_fixture.enqueue(u"scan"_s, {u"s"_s});
    m_fixture.endNext(u"scan"_s, JobState::Done);
    const BatchId batch =
        m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}, u"because"_s, 100);
    const JobRecord job = m_fixture.begin(u"remux"_s);
    QVERIFY(m_fixture.store([&](JobStore &&store) { return store.setProgress(job, {50, 100}); }));
    reload();
    QCOMPARE(m_model->rowCount(), 2);
    const QModelIndex top = m_model->indexOf(batch);
    QCOMPARE(text(top, BatchTreeModel::Name), u"Make seekable"_s);
    QCOMPARE(text(top, BatchTreeModel::What), u"1 running, 3 waiting"_s);
    QCOMPARE(text(top, BatchTreeModel::State), u"Running"_s);
    QCOMPARE(text(top, BatchTreeModel::ProgressColumn), u"12 %"_s);
    QCOMPARE(top.data(BatchTreeModel::ProgressRole).toInt(), 125);
    QCOMPARE(text(top, BatchTreeModel::Who), u"tester"_s);
    QVERIFY(top.data(Qt::ToolTipRole).toString().contains(u"because"_s));
    const QModelIndex older = m_model->index(1, 0);
    QCOMPARE(text(older, BatchTreeModel::What), u"1 done"_s);
    QCOMPARE(older.data(BatchTreeModel::ProgressRole).toInt(), 1000);
    QCOMPARE(older.data(BatchTreeModel::StateRole).toInt(), int(JobState::Done));
    QCOMPARE(older.data(Qt::AccessibleTextRole).toString(), u"Scan, 1 done, Done, 100 %"_s);
}

void tst_BatchTreeModel::change_reloadsByItself()
{
    reload();
    QCOMPARE(m_model->rowCount(), 0);
    m_fixture.enqueue(u"scan"_s, {u"s"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
}

void tst_BatchTreeModel::batch_unfoldsIntoItsJobs()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    reload();
    QModelIndex top = m_model->indexOf(batch);
    QVERIFY(m_model->hasChildren(top));
    QVERIFY(m_model->canFetchMore(top) || m_model->rowCount(top) == 2); // the tester has asked
    top = unfold(batch);
    QTRY_COMPARE(titles(top), (QStringList{u"a"_s, u"b"_s}));
    const QModelIndex first = m_model->index(0, 0, top);
    QCOMPARE(first.parent(), top);
    QVERIFY(!m_model->isBatch(first));
    QCOMPARE(m_model->batch(first).id, batch);
    QCOMPARE(m_model->job(first).title, u"a"_s);
    QCOMPARE(m_model->job(top).id, JobId());
    QVERIFY(!m_model->hasChildren(first));
    QCOMPARE(text(first, BatchTreeModel::State), u"Waiting"_s);
    QVERIFY(first.data(Qt::DecorationRole).isValid());
}

void tst_BatchTreeModel::jobs_comeInPages()
{
    QStringList many;
    for (int i = 0; i < 450; ++i)
        many << u"job %1"_s.arg(i);
    const BatchId batch = m_fixture.enqueue(u"remux"_s, many);
    reload();
    QModelIndex top = unfold(batch);
    QTRY_COMPARE(m_model->rowCount(top), 200);
    m_model->loadMoreJobs(top);
    QTRY_COMPARE(m_model->rowCount(top), 400);
    m_model->loadMoreJobs(top);
    QTRY_COMPARE(m_model->rowCount(top), 450);
    QCOMPARE(titles(top), many);
    m_model->loadMoreJobs(top); // there are none
    m_fixture.drain();
    QCOMPARE(m_model->rowCount(top), 450);
}

void tst_BatchTreeModel::jobThatBegins_movesToTheTop()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s, u"c"_s});
    reload();
    const QModelIndex top = unfold(batch);
    QTRY_COMPARE(m_model->rowCount(top), 3);
    const QPersistentModelIndex second = m_model->index(1, 0, top);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_fixture.endNext(u"remux"_s, JobState::Done);
    m_fixture.begin(u"remux"_s);
    QTRY_COMPARE(titles(top), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(second.row(), 0); // whoever has chosen it goes along
    QVERIFY(reset.isEmpty());
}

void tst_BatchTreeModel::foldedBatch_isNotKeptUpToDate()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    reload();
    const QModelIndex top = unfold(batch);
    QTRY_COMPARE(m_model->rowCount(top), 2);
    m_model->setUnfolded(top, false);
    QSignalSpy jobs(m_model.get(), &BatchTreeModel::jobsLoaded);
    m_fixture.endNext(u"remux"_s, JobState::Done);
    QTRY_COMPARE(text(top, BatchTreeModel::What), u"1 waiting, 1 done"_s);
    QVERIFY(jobs.isEmpty());
    m_model->setUnfolded(top, true);
    QTRY_COMPARE(text(m_model->index(0, 0, top), BatchTreeModel::State), u"Done"_s);
}

void tst_BatchTreeModel::filter_showsWhatNeedsAttention()
{
    const BatchId bad = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    m_fixture.endNext(u"remux"_s, JobState::Done);
    m_fixture.endNext(u"remux"_s, JobState::Failed, {ErrorCode::Media, u"no video"_s});
    for (int i = 0; i < 80; ++i) // it failed long ago
        m_fixture.enqueue(u"scan"_s, {u"s"_s});
    QSignalSpy loaded(m_model.get(), &BatchTreeModel::loaded);
    m_model->setFilter(JobGroup::Attention, {});
    QTRY_VERIFY(!loaded.isEmpty());
    QCOMPARE(m_model->rowCount(), 1);
    const QModelIndex top = unfold(bad);
    QTRY_COMPARE(titles(top), QStringList{u"b"_s});
    QVERIFY(text(m_model->index(0, 0, top), BatchTreeModel::Why).contains(u"no video"_s));
}

void tst_BatchTreeModel::search_findsAJobByItsError()
{
    m_fixture.enqueue(u"scan"_s, {u"s"_s});
    const BatchId bad = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    m_fixture.endNext(u"remux"_s, JobState::Failed, {ErrorCode::Media, u"no video"_s});
    const auto found = [&](const QString &words) {
        QSignalSpy loaded(m_model.get(), &BatchTreeModel::loaded);
        m_model->setFilter(JobGroup::All, words);
        [&] { QTRY_VERIFY(!loaded.isEmpty()); }();
        return m_model->rowCount();
    };
    QCOMPARE(found(u"video"_s), 1);
    QCOMPARE(titles(unfold(bad)), QStringList{u"a"_s});
    QCOMPARE(found(u"seekable failed"_s), 1); // a kind and a state, as they are called
    QCOMPARE(found(u"seekable done"_s), 0);
    QCOMPARE(found(u"  "_s), 2);
}

void tst_BatchTreeModel::manyBatches_comeInPages()
{
    for (int i = 0; i < 130; ++i)
        m_fixture.enqueue(u"scan"_s, {u"s"_s});
    reload();
    // A view asks for more as it is scrolled; the tester does at once.
    while (m_model->canFetchMore({}))
        m_model->fetchMore({});
    QTRY_VERIFY(m_model->rowCount() >= 120);
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 130);
}

void tst_BatchTreeModel::rate_isOfTheProgressThatMoved_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("rate");
    QTest::newRow("bytes") << u"remux"_s << u"100 bytes/s"_s;
    QTest::newRow("recordings") << u"delete"_s << u"100 items/s"_s;
}

void tst_BatchTreeModel::rate_isOfTheProgressThatMoved()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, rate);
    const BatchId batch = m_fixture.enqueue(kind, {u"a"_s}, {}, 1000);
    const JobRecord job = m_fixture.begin(kind);
    const auto progress = [&](qint64 done) {
        QVERIFY(m_fixture.store([&](JobStore &&store) {
            return store.setProgress(job, {done, 1000});
        }));
        reload();
    };
    progress(100);
    const QModelIndex top = m_model->indexOf(batch);
    QCOMPARE(text(top, BatchTreeModel::Rate), QString());
    m_elapsedMs = 2000;
    progress(300);
    QCOMPARE(text(top, BatchTreeModel::Rate), rate);
    QCOMPARE(text(top, BatchTreeModel::Left), u"8 s"_s);
    QVERIFY(m_fixture.end(job, JobState::Done));
    QTRY_COMPARE(text(top, BatchTreeModel::State), u"Done"_s);
    QCOMPARE(text(top, BatchTreeModel::Rate), QString());
    QCOMPARE(text(top, BatchTreeModel::Left), QString());
}

void tst_BatchTreeModel::jobInProgress_hasItsOwnRate()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    const JobRecord job = m_fixture.begin(u"remux"_s);
    reload();
    const QModelIndex top = unfold(batch);
    QTRY_COMPARE(m_model->rowCount(top), 2);
    m_fixture.queue().announceProgress(job.id, {0, 1000});
    m_elapsedMs = 1000;
    m_fixture.queue().announceProgress(job.id, {250, 1000});
    const QModelIndex first = m_model->index(0, 0, top);
    QCOMPARE(first.data(BatchTreeModel::ProgressRole).toInt(), 250);
    QCOMPARE(text(first, BatchTreeModel::ProgressColumn), u"25 %"_s);
    QCOMPARE(text(first, BatchTreeModel::Rate), u"250 bytes/s"_s);
    QCOMPARE(text(first, BatchTreeModel::Left), u"4 s"_s);
    QCOMPARE(text(m_model->index(1, 0, top), BatchTreeModel::Rate), QString());
}

void tst_BatchTreeModel::waitingJob_saysWhatFor_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("state");
    QTest::newRow("space") << Error{ErrorCode::NoSpace,
                                    u"1200000000 more bytes are needed on the volume of /data: "
                                    "free them, the work then goes on"_s}
                           << u"Waits for space: 1.2 GB more needed on /data"_s;
    QTest::newRow("another job")
        << Error{ErrorCode::Busy, u"waits for job 12 (remux), which works on it"_s}
        << u"Waits for another program or job: waits for job 12 (remux), which works on it"_s;
    QTest::newRow("its store") << Error{ErrorCode::Offline, u"/mnt/x is not mounted"_s}
                               << u"Waits for its store: /mnt/x is not mounted"_s;
    QTest::newRow("another try") << Error{ErrorCode::Io, u"short read"_s} << u"Tries again at "_s;
}

void tst_BatchTreeModel::waitingJob_saysWhatFor()
{
    QFETCH(const Error, error);
    QFETCH(const QString, state);
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s});
    QVERIFY(m_fixture.end(m_fixture.begin(u"remux"_s), JobState::Delayed, error, 60'000));
    reload();
    const QModelIndex top = unfold(batch);
    QTRY_COMPARE(m_model->rowCount(top), 1);
    const QString said = text(m_model->index(0, 0, top), BatchTreeModel::State);
    QVERIFY2(said.startsWith(state), qPrintable(said));
}

void tst_BatchTreeModel::heldQueue_saysWhy()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s});
    reload();
    const QModelIndex top = unfold(batch);
    QTRY_COMPARE(m_model->rowCount(top), 1);
    const auto state = [&] { return text(m_model->index(0, 0, top), BatchTreeModel::State); };
    m_model->setHolds({{}, {u"remux"_s}});
    QCOMPARE(state(), u"Waits: jobs of this kind are paused"_s);
    m_model->setHolds({{}, {QString()}});
    QCOMPARE(state(), u"Waits: the queue is paused"_s);
    WorkHolds night;
    night.holds = {{QString(), 4'102'441'200'000, false}};
    m_model->setHolds({night, {}});
    QVERIFY(state().startsWith(u"Waits until "_s));
    QCOMPARE(text(top, BatchTreeModel::State), state());
    m_model->setHolds({});
    QCOMPARE(state(), u"Waiting"_s);
}

void tst_BatchTreeModel::unseenFailure_isBoldUntilItIsSeen()
{
    const BatchId batch = m_fixture.enqueue(u"remux"_s, {u"a"_s});
    const JobRecord job = m_fixture.endNext(u"remux"_s, JobState::Failed);
    reload();
    const QModelIndex top = unfold(batch);
    QTRY_COMPARE(m_model->rowCount(top), 1);
    const auto isBold = [](const QModelIndex &index) {
        return index.data(Qt::FontRole).value<QFont>().bold();
    };
    QVERIFY(isBold(top));
    QVERIFY(isBold(m_model->index(0, 0, top)));
    QVERIFY(m_fixture.wait(m_fixture.queue().see(job.id)));
    QTRY_VERIFY(!isBold(top));
    QTRY_VERIFY(!isBold(m_model->index(0, 0, top)));
}

void tst_BatchTreeModel::clearedBatch_leaves()
{
    m_fixture.enqueue(u"scan"_s, {u"a"_s});
    const BatchId kept = m_fixture.enqueue(u"scan"_s, {u"b"_s});
    const JobRecord job = m_fixture.endNext(u"scan"_s, JobState::Done);
    reload();
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_fixture.wait(m_fixture.queue().discard(job.id)));
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(m_model->indexOf(kept).isValid());
}

QTEST_MAIN(tst_BatchTreeModel)
#include "tst_batchtreemodel.moc"
