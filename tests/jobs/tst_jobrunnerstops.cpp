// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/workrule.h"
#include "tests/support/claims.h"
#include "tests/support/runnerfixture.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <atomic>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// Jobs that are held, stopped, or left by a worker that died, and go on.
class tst_JobRunnerStops : public QObject, private RunnerFixture
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { open(); }
    void cleanup() { close(); }
    void job_goesOnAtItsCheckpointAfterAStop();
    void job_isCancelledWhileItRuns();
    void orphans_ofADeadWorkerAreRunAgain();
    void pause_survivesARestart();
    void job_isPausedAndGoesOnFromItsCheckpoint();
    void batch_isPausedResumedCancelledAndRetried();
    void stop_abandonsWhatDoesNotStop();
    void clock_setBackADayHoldsNothingUp();
    void hours_holdJobsUntilTheirWindowOpens();
};

void tst_JobRunnerStops::job_goesOnAtItsCheckpointAfterAStop()
{
    QSemaphore halfway;
    std::atomic<int> steps = 0;
    addKind(u"long"_s, [&](JobContext &context) -> Result<> {
        for (int step = context.job().checkpoint.toInt(); step < 10; ++step) {
            ++steps;
            TRY(context.checkpoint(QByteArray::number(step + 1), {}, {}));
            if (step == 4) {
                halfway.release();
                while (!context.stopToken().stop_requested() && context.job().claim == 1)
                    QThread::yieldCurrentThread();
            }
            if (context.stopToken().stop_requested())
                return context.stopped();
        }
        return {};
    });
    start();
    const JobId id = enqueue(u"long"_s);
    QTRY_VERIFY(halfway.available() > 0);
    stop();
    QCOMPARE(job(id).state, JobState::Queued);
    QCOMPARE(job(id).checkpoint, QByteArray("5"));
    QCOMPARE(job(id).attempt, 0);
    start();
    QTRY_COMPARE(job(id).state, JobState::Done);
    QCOMPARE(steps, 10);
    QCOMPARE(job(id).attempt, 1);
}

void tst_JobRunnerStops::job_isCancelledWhileItRuns()
{
    std::atomic<bool> begun = false;
    addKind(u"endless"_s, [&](JobContext &context) -> Result<> {
        context.progress({3, 7});
        begun = true;
        while (!context.stopToken().stop_requested())
            QThread::yieldCurrentThread();
        return context.stopped();
    });
    start();
    const JobId id = enqueue(u"endless"_s);
    QTRY_VERIFY(begun);
    QCOMPARE(job(id).state, JobState::Running);
    m_queue->cancel(id);
    QTRY_COMPARE(job(id).state, JobState::Cancelled);
    QCOMPARE(job(id).error.detail, u"cancelled, 3 of 7 done"_s);
}

void tst_JobRunnerStops::orphans_ofADeadWorkerAreRunAgain()
{
    addKind(u"count"_s, [](JobContext &) -> Result<> { return {}; });
    const JobId id = enqueue(u"count"_s);
    QVERIFY(m_fixture.on<JobStore>([](JobStore store) -> Result<> {
        TRY_LET(const WorkerRecord dead, store.addWorker(u"host"_s, 1));
        TRY(claimOne(store, dead, {u"count"_s}));
        return {};
    }));
    QCOMPARE(job(id).state, JobState::Running);
    start();
    QTRY_COMPARE(job(id).state, JobState::Done);
    QCOMPARE(job(id).attempt, 2);
}

void tst_JobRunnerStops::pause_survivesARestart()
{
    addKind(u"count"_s, [](JobContext &) -> Result<> { return {}; });
    start();
    auto paused = m_queue->pause();
    QTRY_VERIFY(paused.isFinished());
    const JobId id = enqueue(u"count"_s);
    stop();
    start();
    QSignalSpy idle(m_runner.get(), &JobRunner::idle);
    QTRY_VERIFY(!idle.isEmpty());
    QCOMPARE(job(id).state, JobState::Queued);
    m_queue->resume();
    QTRY_COMPARE(job(id).state, JobState::Done);
}

// The slot is given back: with one thread, another job runs meanwhile.
void tst_JobRunnerStops::job_isPausedAndGoesOnFromItsCheckpoint()
{
    std::atomic<int> steps = 0;
    addKind(u"long"_s, [&](JobContext &context) -> Result<> {
        const int from = context.job().checkpoint.toInt();
        for (int step = from; step < 4; ++step) {
            ++steps;
            context.progress({step + 1, 4});
            TRY(context.checkpoint(QByteArray::number(step + 1), {}, {}));
            while (from == 0 && step == 1 && !context.stopToken().stop_requested())
                QThread::yieldCurrentThread();
            if (context.stopToken().stop_requested())
                return context.stopped();
        }
        return {};
    });
    addKind(u"short"_s, [](JobContext &) -> Result<> { return {}; });
    start(1);
    const JobId id = enqueue(u"long"_s);
    QTRY_COMPARE(steps, 2);
    m_queue->pause(id);
    QTRY_COMPARE(job(id).state, JobState::Paused);
    QCOMPARE(job(id).error.detail, u"paused, 2 of 4 done"_s);
    QCOMPARE(job(id).attempt, 0);
    const JobId other = enqueue(u"short"_s);
    QTRY_COMPARE(job(other).state, JobState::Done);
    m_queue->resume(id);
    QTRY_COMPARE(job(id).state, JobState::Done);
    QCOMPARE(steps, 4);
}

void tst_JobRunnerStops::batch_isPausedResumedCancelledAndRetried()
{
    std::atomic<bool> fails = true;
    addKind(u"x"_s, [&](JobContext &) -> Result<> {
        return fails ? Result<>(fail(ErrorCode::Media, u"bad"_s)) : Result<>();
    });
    const BatchId batch = *m_fixture.on<JobStore>([&](JobStore store) -> Result<BatchId> {
        TRY_LET(const BatchId id, store.addBatch(u"x"_s, u"me"_s, {}));
        for (int i = 0; i < 3; ++i)
            TRY(store.enqueue(id, {.kind = u"x"_s, .payload = "{}"}));
        return id;
    });
    const auto record = [&] {
        return *m_fixture.on<JobStore>([&](JobStore store) { return store.batch(batch); });
    };
    const auto done = [](QFuture<Result<>> future) {
        return QTest::qWaitFor([&] { return future.isFinished(); }) && future.result();
    };
    QVERIFY(done(m_queue->pause(batch)));
    QCOMPARE(record().count(JobState::Paused), 3);
    QVERIFY(!done(m_queue->retry(batch)));
    start();
    QVERIFY(done(m_queue->resume(batch)));
    QTRY_COMPARE(record().count(JobState::Failed), 3);
    QCOMPARE(record().state(), JobState::Failed);
    QVERIFY(!done(m_queue->cancel(batch)));
    fails = false;
    QVERIFY(done(m_queue->retry(batch)));
    QTRY_COMPARE(record().count(JobState::Done), 3);
    QVERIFY(record().hasEnded());
    QVERIFY(!done(m_queue->cancel(BatchId{77})));
}

// The job's thread is let go afterwards, so that the test can end.
void tst_JobRunnerStops::stop_abandonsWhatDoesNotStop()
{
    std::atomic<bool> begun = false;
    std::atomic<bool> letGo = false;
    addKind(u"deaf"_s, [&](JobContext &) -> Result<> {
        begun = true;
        while (!letGo)
            QThread::yieldCurrentThread();
        return {};
    });
    start();
    const JobId id = enqueue(u"deaf"_s);
    QTRY_VERIFY(begun);
    QCOMPARE(m_runner->stop(), 1);
    QCOMPARE(job(id).state, JobState::Queued);
    QCOMPARE(job(id).deaths, 1);
    letGo = true;
    stop();
    QCOMPARE(job(id).state, JobState::Queued); // what it did too late counts for nothing
}

void tst_JobRunnerStops::clock_setBackADayHoldsNothingUp()
{
    constexpr qint64 day = 86'400'000;
    std::atomic<int> runs = 0;
    addKind(u"retried"_s, [&](JobContext &) -> Result<> {
        return ++runs == 1 ? Result<>(fail(ErrorCode::Busy, u"in use"_s)) : Result<>();
    });
    start();
    const JobId id = enqueue(u"retried"_s);
    QTRY_COMPARE(job(id).state, JobState::Delayed);
    QSignalSpy jumped(m_runner.get(), &JobRunner::clockJumped);
    m_fixture.clock().advance(-day);
    QTRY_VERIFY(!jumped.isEmpty());
    QTRY_COMPARE(job(id).state, JobState::Done);
    QCOMPARE(runs, 2);
}

// The clock of the test stands at 22:13 UTC.
void tst_JobRunnerStops::hours_holdJobsUntilTheirWindowOpens()
{
    constexpr qint64 hour = 3'600'000;
    std::atomic<bool> begun = false;
    addKind(u"night"_s, [&](JobContext &context) -> Result<> {
        const bool first = context.job().claim == 1;
        begun = true;
        while (first && !context.stopToken().stop_requested())
            QThread::yieldCurrentThread();
        return first ? Result<>(context.stopped()) : Result<>();
    });
    addKind(u"day"_s, [](JobContext &) -> Result<> { return {}; });
    const WorkRule rule{u"night"_s, *WorkWindow::parse(u"23:00-06:00"_s, u"UTC"_s), false};
    QVERIFY(m_fixture.database().wait(
        [&](Connection &connection) { return WorkRuleStore(connection).set(rule); }));
    start();
    const JobId night = enqueue(u"night"_s);
    const JobId daily = enqueue(u"day"_s);
    QTRY_COMPARE(job(daily).state, JobState::Done);
    QCOMPARE(job(night).state, JobState::Queued);
    m_fixture.clock().advance(hour);
    QTRY_VERIFY(begun);
    m_fixture.clock().advance(8 * hour);
    QTRY_COMPARE(job(night).state, JobState::Queued); // stopped at its safe point
    QCOMPARE(job(night).attempt, 0);
    m_fixture.clock().advance(16 * hour);
    QTRY_COMPARE(job(night).state, JobState::Done);
}

QTEST_GUILESS_MAIN(tst_JobRunnerStops)
#include "tst_jobrunnerstops.moc"
