// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"
#include "core/jobs/workrule.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <atomic>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

class LambdaJob final : public Job
{
public:
    using Body = std::function<Result<>(JobContext &)>;
    explicit LambdaJob(Body body)
        : m_body(std::move(body))
    {}
    Result<> run(JobContext &context) override { return m_body(context); }

private:
    Body m_body;
};

} // namespace

class tst_JobRunner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void cleanup();
    void job_runsToItsEnd();
    void job_thatFailsKeepsItsError();
    void job_thatThrowsFailsAndOthersGoOn();
    void job_goesOnAtItsCheckpointAfterAStop();
    void job_isCancelledWhileItRuns();
    void atEnd_isUndoneWhenTheJobFails();
    void giveUp_runsWhenAWaitingJobIsCancelled();
    void newerPayload_isParked();
    void limit_holdsBackJobsOfOneKind();
    void orphans_ofADeadWorkerAreRunAgain();
    void progress_isShown();
    void pause_survivesARestart();
    void job_isPausedAndGoesOnFromItsCheckpoint();
    void batch_isPausedResumedCancelledAndRetried();
    void laneLimit_letsOnlyOneOfALaneRun();
    void stop_abandonsWhatDoesNotStop();
    void clock_setBackADayHoldsNothingUp();
    void hours_holdJobsUntilTheirWindowOpens();
    void changed_namesTheJobs();

private:
    void addKind(const QString &name, LambdaJob::Body body, int limit = 10);
    void start(int threads = 4);
    void stop() { m_runner.reset(); }
    JobId enqueue(const QString &kind, int version = 1);
    JobRecord job(JobId id);
    QString crashFile() const { return m_fixture.folder() + u"/worker.crash"_s; }

    EngineFixture m_fixture;
    JobKinds m_kinds;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<JobRunner> m_runner;
};

void tst_JobRunner::init()
{
    m_fixture.open();
    m_kinds.clear();
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
}

void tst_JobRunner::cleanup()
{
    m_runner.reset();
    m_queue.reset();
}

void tst_JobRunner::addKind(const QString &name, LambdaJob::Body body, int limit)
{
    m_kinds.insert(name,
                   {.make = [body = std::move(body)](
                                const JobRecord &) { return std::make_unique<LambdaJob>(body); },
                    .giveUp = {},
                    .version = 1,
                    .limit = limit});
}

void tst_JobRunner::start(int threads)
{
    m_runner =
        std::make_unique<JobRunner>(m_fixture.database(), m_fixture.clock(), *m_queue, m_kinds);
    const auto started = m_runner->start(threads, {}, crashFile());
    QVERIFY2(bool(started), started ? "" : qPrintable(started.error().detail));
}

JobId tst_JobRunner::enqueue(const QString &kind, int version)
{
    const JobId id = *m_fixture.on<JobStore>([&](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(kind, u"me"_s, {}));
        return store.enqueue(batch, {.kind = kind, .version = version, .payload = "{}"});
    });
    m_queue->announceWork();
    return id;
}

JobRecord tst_JobRunner::job(JobId id)
{
    return *m_fixture.on<JobStore>([&](JobStore store) { return store.byId(id); });
}

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

void tst_JobRunner::job_goesOnAtItsCheckpointAfterAStop()
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

void tst_JobRunner::job_isCancelledWhileItRuns()
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

void tst_JobRunner::orphans_ofADeadWorkerAreRunAgain()
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

void tst_JobRunner::pause_survivesARestart()
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
void tst_JobRunner::job_isPausedAndGoesOnFromItsCheckpoint()
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

void tst_JobRunner::batch_isPausedResumedCancelledAndRetried()
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

// The job's thread is let go afterwards, so that the test can end.
void tst_JobRunner::stop_abandonsWhatDoesNotStop()
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

void tst_JobRunner::clock_setBackADayHoldsNothingUp()
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
void tst_JobRunner::hours_holdJobsUntilTheirWindowOpens()
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
