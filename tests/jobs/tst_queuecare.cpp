// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/queuefixture.h"

#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What is asked of all batches at once, and what is done about all that failed or ended.
class tst_QueueCare : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void cleanup() { m_fixture.close(); }
    void groups_holdTheirBatches();
    void pages_goOnBehindTheLast();
    void jobsOfABatch_beginWithWhatRuns();
    void words_areFoundInTextsKindsAndStates_data();
    void words_areFoundInTextsKindsAndStates();
    void signsOfTheDatabase_areNoWildcards();
    void failure_isNewsUntilItIsSeen();
    void failureAfterARetry_isNewsAgain();
    void allThatFailed_isRetried();
    void endedJobs_areCleared();
    void priority_isShiftedForAWholeBatch();
    void logAndResults_canBeCutShort();

private:
    QList<qint64> batches(const BatchFilter &filter);
    QStringList titles(BatchId batch, const BatchFilter &filter);
    BatchId enqueue(const QString &kind, const QStringList &titles, const QString &reason = {})
    {
        return m_fixture.enqueue(kind, titles, reason);
    }
    JobRecord endNext(const QString &kind, JobState state, const Error &error = {})
    {
        return m_fixture.endNext(kind, state, error);
    }
    QueueStats stats() { return m_fixture.stats(); }
    JobQueue &queue() { return m_fixture.queue(); }
    template <typename F>
    auto wait(F future)
    {
        return m_fixture.wait(future);
    }

    QueueFixture m_fixture;
};

void tst_QueueCare::init()
{
    JobKind evidence;
    evidence.isEvidence = true;
    m_fixture.open({{u"remux"_s, {}}, {u"scan"_s, {}}, {u"delete"_s, evidence}});
}

QList<qint64> tst_QueueCare::batches(const BatchFilter &filter)
{
    QList<qint64> ids;
    const auto found = m_fixture.store([&](JobStore &&store) { return store.batches(filter); });
    if (!found)
        return {-1};
    for (const BatchRecord &batch : *found)
        ids << batch.id.value;
    return ids;
}

QStringList tst_QueueCare::titles(BatchId batch, const BatchFilter &filter)
{
    QStringList all;
    const auto found =
        m_fixture.store([&](JobStore &&store) { return store.jobsIn(batch, filter); });
    if (!found)
        return {found.error().detail};
    for (const JobRecord &job : *found)
        all << job.title;
    return all;
}

void tst_QueueCare::groups_holdTheirBatches()
{
    const qint64 bad = enqueue(u"remux"_s, {u"a"_s, u"b"_s}).value;
    endNext(u"remux"_s, JobState::Failed);
    endNext(u"remux"_s, JobState::Done);
    const qint64 done = enqueue(u"scan"_s, {u"c"_s}).value;
    endNext(u"scan"_s, JobState::Done);
    const qint64 open = enqueue(u"scan"_s, {u"d"_s}).value;
    enqueue(u"scan"_s, {}); // found nothing to do
    QCOMPARE(batches({}), (QList<qint64>{open, done, bad}));
    QCOMPARE(batches({.group = JobGroup::Open}), QList<qint64>{open});
    QCOMPARE(batches({.group = JobGroup::Attention}), QList<qint64>{bad});
    QCOMPARE(batches({.group = JobGroup::Ended}), (QList<qint64>{done, bad}));
    QCOMPARE(titles({bad}, {.group = JobGroup::Attention}), QStringList{u"a"_s});
    QCOMPARE(titles({bad}, {}), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(titles({bad}, {.group = JobGroup::Open}), QStringList());
}

void tst_QueueCare::pages_goOnBehindTheLast()
{
    QList<qint64> all;
    for (int i = 0; i < 5; ++i)
        all.prepend(enqueue(u"scan"_s, {u"a"_s}).value);
    for (const JobGroup group : {JobGroup::All, JobGroup::Open}) {
        QCOMPARE(batches({.group = group, .limit = 2}), all.first(2));
        QCOMPARE(batches({.group = group, .before = {all[1]}, .limit = 2}), all.mid(2, 2));
        QCOMPARE(batches({.group = group, .before = {all[3]}, .limit = 2}), all.mid(4));
    }
}

void tst_QueueCare::jobsOfABatch_beginWithWhatRuns()
{
    const BatchId batch = enqueue(u"remux"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    endNext(u"remux"_s, JobState::Done);
    m_fixture.begin(u"remux"_s);
    QCOMPARE(titles(batch, {}), (QStringList{u"b"_s, u"a"_s, u"c"_s, u"d"_s}));
    QCOMPARE(titles(batch, {.limit = 2}), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(titles(batch, {.group = JobGroup::Open}), (QStringList{u"b"_s, u"c"_s, u"d"_s}));
}

void tst_QueueCare::words_areFoundInTextsKindsAndStates_data()
{
    QTest::addColumn<QList<JobWord>>("words");
    QTest::addColumn<QStringList>("found"); // in the first batch
    const QStringList all{u"alpha"_s, u"beta"_s};
    QTest::newRow("a title") << QList<JobWord>{{u"ALPH"_s, {}, {}}} << QStringList{u"alpha"_s};
    QTest::newRow("an error") << QList<JobWord>{{u"no cluster"_s, {}, {}}}
                              << QStringList{u"alpha"_s};
    QTest::newRow("a reason") << QList<JobWord>{{u"because"_s, {}, {}}} << all;
    QTest::newRow("who") << QList<JobWord>{{u"teste"_s, {}, {}}} << all;
    QTest::newRow("a kind") << QList<JobWord>{{u"seekable"_s, {u"remux"_s}, {}}} << all;
    QTest::newRow("a state") << QList<JobWord>{{u"fail"_s, {}, {JobState::Failed}}}
                             << QStringList{u"alpha"_s};
    QTest::newRow("every word counts")
        << QList<JobWord>{{u"alpha"_s, {}, {}}, {u"beta"_s, {}, {}}} << QStringList();
    QTest::newRow("two words of one job")
        << QList<JobWord>{{u"alpha"_s, {}, {}}, {u"cluster"_s, {}, {}}} << QStringList{u"alpha"_s};
    QTest::newRow("nothing") << QList<JobWord>{{u"gamma"_s, {}, {}}} << QStringList();
}

void tst_QueueCare::words_areFoundInTextsKindsAndStates()
{
    QFETCH(const QList<JobWord>, words);
    QFETCH(const QStringList, found);
    const BatchId first = enqueue(u"remux"_s, {u"alpha"_s, u"beta"_s}, u"because"_s);
    enqueue(u"scan"_s, {u"other"_s});
    endNext(u"remux"_s, JobState::Failed, {ErrorCode::Media, u"no cluster was found"_s});
    QCOMPARE(titles(first, {.words = words}), found);
    // "tester" has asked for both.
    const bool isInBoth = words.first().text == u"teste"_s;
    QCOMPARE(batches({.words = words}).size(), found.isEmpty() ? 0 : isInBoth ? 2 : 1);
}

void tst_QueueCare::signsOfTheDatabase_areNoWildcards()
{
    enqueue(u"remux"_s, {u"100% of a_b\\c"_s});
    enqueue(u"remux"_s, {u"plain"_s});
    for (const QString &word : {u"0%"_s, u"a_b"_s, u"b\\c"_s})
        QCOMPARE(batches({.words = {{word, {}, {}}}}).size(), 1);
    for (const QString &word : {u"p%n"_s, u"p_ain"_s, u"' OR 1=1 --"_s, u"\"}]"_s})
        QCOMPARE(batches({.words = {{word, {}, {}}}}).size(), 0);
}

void tst_QueueCare::failure_isNewsUntilItIsSeen()
{
    enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    const JobRecord first = endNext(u"remux"_s, JobState::Failed);
    endNext(u"remux"_s, JobState::Parked);
    QCOMPARE(stats().unseen, 2);
    QVERIFY(wait(queue().see(first.id)));
    QCOMPARE(stats().unseen, 1);
    QVERIFY(m_fixture.store([&](JobStore &&store) { return store.byId(first.id); })->seen);
    QSignalSpy changed(&queue(), &JobQueue::changed);
    QVERIFY(wait(queue().seeAll()));
    QCOMPARE(changed.size(), 1); // other windows count them no longer, either
    QCOMPARE(stats().unseen, 0);
    QCOMPARE(stats().failed + stats().parked, 2); // and they are still there
}

void tst_QueueCare::failureAfterARetry_isNewsAgain()
{
    enqueue(u"remux"_s, {u"a"_s});
    const JobRecord job = endNext(u"remux"_s, JobState::Failed);
    QVERIFY(wait(queue().see(job.id)));
    QVERIFY(wait(queue().retry(job.id)));
    QCOMPARE(stats().unseen, 0);
    m_fixture.clock().advance(1000);
    endNext(u"remux"_s, JobState::Failed);
    QCOMPARE(stats().unseen, 1);
}

void tst_QueueCare::allThatFailed_isRetried()
{
    QVERIFY(!wait(queue().retryFailed()));
    enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    enqueue(u"scan"_s, {u"c"_s});
    endNext(u"remux"_s, JobState::Failed);
    endNext(u"remux"_s, JobState::Done);
    endNext(u"scan"_s, JobState::Parked);
    QVERIFY(wait(queue().retryFailed()));
    QCOMPARE(stats().queued, 2);
    QCOMPARE(stats().failed + stats().parked, 0);
    QCOMPARE(stats().done, 1);
}

void tst_QueueCare::endedJobs_areCleared()
{
    QStringList many;
    for (int i = 0; i < 120; ++i) // more than at once
        many << QString::number(i);
    enqueue(u"scan"_s, many);
    for (int i = 0; i < 119; ++i)
        endNext(u"scan"_s, JobState::Done);
    enqueue(u"remux"_s, {u"bad"_s, u"cancelled"_s});
    endNext(u"remux"_s, JobState::Failed);
    endNext(u"remux"_s, JobState::Cancelled);
    enqueue(u"delete"_s, {u"evidence"_s});
    endNext(u"delete"_s, JobState::Done);
    const auto gone = wait(queue().clearEnded());
    QVERIFY(gone);
    QCOMPARE(*gone, 120);
    const QueueStats left = stats();
    QCOMPARE(left.done, 1); // the evidence
    QCOMPARE(left.cancelled, 0);
    QCOMPARE(left.failed, 1);
    QCOMPARE(left.queued, 1);
}

void tst_QueueCare::priority_isShiftedForAWholeBatch()
{
    const BatchId batch = enqueue(u"remux"_s, {u"a"_s, u"b"_s});
    endNext(u"remux"_s, JobState::Done);
    QVERIFY(wait(queue().shiftPriority(batch, 1)));
    QVERIFY(wait(queue().shiftPriority(batch, 1)));
    const auto jobs = m_fixture.store([&](JobStore &&store) { return store.jobsIn(batch, {}); });
    QCOMPARE(jobs->at(0).priority, 0); // it has ended
    QCOMPARE(jobs->at(1).priority, 2);
    endNext(u"remux"_s, JobState::Done);
    QCOMPARE(wait(queue().shiftPriority(batch, 1)).error().code, ErrorCode::Refused);
    QCOMPARE(wait(queue().shiftPriority({77}, 1)).error().code, ErrorCode::NotFound);
}

void tst_QueueCare::logAndResults_canBeCutShort()
{
    enqueue(u"remux"_s, {u"a"_s});
    const JobRecord job = m_fixture.begin(u"remux"_s);
    const auto told = m_fixture.store([&](JobStore &&store) -> Result<> {
        for (int i = 0; i < 5; ++i) {
            TRY(store.addLog(job.id, LogLevel::Info, QString::number(i)));
            TRY(store.addItem(job.id, {QString::number(i), 1,
                                       i == 1 ? Error{ErrorCode::Io, u"bad"_s} : Error(), 0}));
        }
        return {};
    });
    QVERIFY(told);
    const auto log = wait(queue().log(job.id, 2));
    QCOMPARE(log->size(), 2);
    QCOMPARE(log->first().text, u"3"_s);
    QCOMPARE(log->last().text, u"4"_s);
    const auto items = wait(queue().items(job.id, 2));
    QCOMPARE(items->size(), 2);
    QCOMPARE(items->first().item, u"1"_s); // what went wrong
    QCOMPARE(wait(queue().items(job.id))->size(), 5);
}

QTEST_GUILESS_MAIN(tst_QueueCare)
#include "tst_queuecare.moc"
