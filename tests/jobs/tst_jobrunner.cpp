// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/runnerfixture.h"

#include <QSignalSpy>

#include <atomic>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_JobRunner : public QObject, private RunnerFixture
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { open(); }
    void cleanup() { close(); }
    void job_runsToItsEnd();
    void job_thatFailsKeepsItsError();
    void job_thatThrowsFailsAndOthersGoOn();
    void atEnd_isUndoneWhenTheJobFails();
    void giveUp_runsWhenAWaitingJobIsCancelled();
    void newerPayload_isParked();
    void limit_holdsBackJobsOfOneKind();
    void threads_canBeMoreWhileJobsRun();
    void progress_isShown();
    void laneLimit_letsOnlyOneOfALaneRun();
    void changed_namesTheJobs();
};

void tst_JobRunner::job_runsToItsEnd()
{
    std::atomic<int> runs = 0;
    addKind(u"count"_s, [&](JobContext &) -> Result<> {
        ++runs;
        return {};
    });
    start();
    QSignalSpy idle(m_runner.get(), &JobRunner::idle);
    const JobId id = enqueue(u"count"_s);
    QTRY_COMPARE(job(id).state, JobState::Done);
    QCOMPARE(runs, 1);
    QTRY_VERIFY(m_runner->isIdle());
    QVERIFY(!idle.isEmpty());
}

void tst_JobRunner::job_thatFailsKeepsItsError()
{
    addKind(u"bad"_s,
            [](JobContext &) -> Result<> { return fail(ErrorCode::Media, u"garbage"_s); });
    start();
    const JobId id = enqueue(u"bad"_s);
    QTRY_COMPARE(job(id).state, JobState::Failed);
    QCOMPARE(job(id).error.detail, u"garbage"_s);
    const auto log = m_fixture.on<JobStore>([&](JobStore store) { return store.log(id); });
    QCOMPARE(log->size(), 1);
    QCOMPARE(log->first().level, LogLevel::Error);
}

void tst_JobRunner::job_thatThrowsFailsAndOthersGoOn()
{
    addKind(u"throw"_s, [](JobContext &) -> Result<> { throw std::runtime_error("boom"); });
    addKind(u"fine"_s, [](JobContext &) -> Result<> { return {}; });
    start(1);
    const JobId bad = enqueue(u"throw"_s);
    const JobId good = enqueue(u"fine"_s);
    QTRY_COMPARE(job(good).state, JobState::Done);
    QTRY_COMPARE(job(bad).state, JobState::Delayed);
    QCOMPARE(job(bad).error.detail, u"boom"_s);
}

void tst_JobRunner::atEnd_isUndoneWhenTheJobFails()
{
    addKind(u"effects"_s, [](JobContext &context) -> Result<> {
        context.atEnd([id = context.job().id](Connection &connection) -> Result<> {
            TRY(connection.run(u"pause_add"_s, {{u"kind"_s, u"written"_s}, {u"now"_s, 1}}));
            return fail(ErrorCode::Conflict, u"refused"_s);
        });
        return {};
    });
    start();
    const JobId id = enqueue(u"effects"_s);
    QTRY_COMPARE(job(id).state, JobState::Failed);
    QCOMPARE(job(id).error.detail, u"refused"_s);
    QVERIFY(m_fixture.on<JobStore>([](JobStore store) { return store.paused(); })->isEmpty());
}

void tst_JobRunner::giveUp_runsWhenAWaitingJobIsCancelled()
{
    std::atomic<int> givenUp = 0;
    addKind(u"marked"_s, [](JobContext &) -> Result<> { return {}; });
    m_kinds[u"marked"_s].giveUp = [&](Connection &, const JobRecord &) -> Result<> {
        ++givenUp;
        return {};
    };
    const JobId id = enqueue(u"marked"_s);
    auto cancelled = m_queue->cancel(id);
    QTRY_VERIFY(cancelled.isFinished());
    QVERIFY(cancelled.result());
    QCOMPARE(job(id).state, JobState::Cancelled);
    QCOMPARE(givenUp, 1);
}

void tst_JobRunner::newerPayload_isParked()
{
    addKind(u"count"_s, [](JobContext &) -> Result<> { return {}; });
    start();
    const JobId id = enqueue(u"count"_s, 2);
    QTRY_COMPARE(job(id).state, JobState::Parked);
    QCOMPARE(job(id).error.code, ErrorCode::NewerVersion);
    stop();
    m_kinds[u"count"_s].version = 2;
    start();
    QTRY_COMPARE(job(id).state, JobState::Done);
}

void tst_JobRunner::limit_holdsBackJobsOfOneKind()
{
    std::atomic<int> now = 0;
    std::atomic<int> most = 0;
    addKind(
        u"one"_s,
        [&](JobContext &) -> Result<> {
            most = std::max<int>(most, ++now);
            QThread::yieldCurrentThread();
            --now;
            return {};
        },
        1);
    start(4);
    JobId last;
    for (int i = 0; i < 20; ++i)
        last = enqueue(u"one"_s);
    QTRY_COMPARE(job(last).state, JobState::Done);
    QCOMPARE(most, 1);
}

void tst_JobRunner::threads_canBeMoreWhileJobsRun()
{
    std::atomic<int> running = 0;
    std::atomic<bool> mayEnd = false;
    addKind(u"hold"_s, [&](JobContext &) -> Result<> {
        ++running;
        mayEnd.wait(false);
        return {};
    });
    m_kinds[u"hold"_s].limit = 5;
    start(1);
    for (int i = 0; i < 3; ++i)
        enqueue(u"hold"_s);
    QTRY_COMPARE(running, 1);
    m_runner->setThreads(3);
    const auto areThree = [&] { return running == 3; };
    QTRY_VERIFY(areThree()); // while the first one still runs
    mayEnd = true;
    mayEnd.notify_all();
    QTRY_VERIFY(m_runner->isIdle());
}

void tst_JobRunner::progress_isShown()
{
    addKind(u"steps"_s, [](JobContext &context) -> Result<> {
        context.progress({1, 2});
        return {};
    });
    QSignalSpy progressed(m_queue.get(), &JobQueue::progressed);
    start();
    const JobId id = enqueue(u"steps"_s);
    QTRY_COMPARE(job(id).state, JobState::Done);
    QTRY_VERIFY(!progressed.isEmpty());
    QCOMPARE(job(id).progress.done, 1);
    QCOMPARE(job(id).progress.total, 2);
}

void tst_JobRunner::laneLimit_letsOnlyOneOfALaneRun()
{
    std::atomic<int> now = 0;
    std::atomic<int> most = 0;
    addKind(u"lane"_s, [&](JobContext &) -> Result<> {
        most = std::max<int>(most, ++now);
        QThread::yieldCurrentThread();
        --now;
        return {};
    });
    m_kinds[u"lane"_s].laneLimit = 1;
    const auto enqueued = m_fixture.on<JobStore>([&](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId id, store.addBatch(u"lane"_s, u"me"_s, {}));
        JobId last;
        for (int i = 0; i < 20; ++i) {
            TRY_LET(last, store.enqueue(id, {.kind = u"lane"_s, .payload = "{}", .lane = u"s"_s}));
        }
        return last;
    });
    start(4);
    QTRY_COMPARE(job(*enqueued).state, JobState::Done);
    QCOMPARE(most, 1);
}

void tst_JobRunner::changed_namesTheJobs()
{
    addKind(u"count"_s, [](JobContext &) -> Result<> { return {}; });
    start();
    QSignalSpy idle(m_runner.get(), &JobRunner::idle);
    QTRY_VERIFY(!idle.isEmpty());
    QSet<qint64> named;
    connect(m_queue.get(), &JobQueue::changed, this, [&](const JobQueue::Jobs &jobs) {
        for (const JobId job : jobs)
            named << job.value;
    });
    const JobId id = enqueue(u"count"_s);
    QTRY_COMPARE(job(id).state, JobState::Done);
    QTRY_VERIFY(named.contains(id.value));
}

QTEST_GUILESS_MAIN(tst_JobRunner)
#include "tst_jobrunner.moc"
