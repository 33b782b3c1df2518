// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// The sanitizer makes each step many times as slow, and sees in a tenth of them what it can see.
#ifdef __SANITIZE_ADDRESS__
constexpr int steps = 10'000;
#else
constexpr int steps = 100'000;
#endif

// What has to be true of a job, by everything that was done to it.
struct Expected
{
    QString kind = {};
    int priority = 0;
    JobState state = JobState::Queued;
    qint64 dueMs = 0;
    qint64 worker = 0; // while it runs
    QByteArray checkpoint = {};
    qint64 progress = 0;
    int attempt = 0;
    int failures = 0;
    int crashes = 0;
    int deaths = 0;
    JobWish wish = JobWish::None;
    QList<JobState> outcomes = {}; // of each claim; Running: it has not ended

    int claim() const { return int(outcomes.size()); }
    bool isWaiting() const { return !hasEnded(state) && state != JobState::Running; }

    // The present claim ends, and with it the right of its owner.
    // A wish to pause comes true if the job has not ended, one to cancel waits for the next claim.
    void leave(JobState to)
    {
        outcomes.last() = to;
        worker = 0;
        if (hasEnded(to)) {
            state = to;
            return;
        }
        state = wish == JobWish::Pause   ? JobState::Paused
                : to == JobState::Paused ? JobState::Queued
                                         : to;
        if (wish == JobWish::Pause)
            wish = JobWish::None;
    }
};

// A claim as its owner remembers it, whether or not it still holds.
struct Held
{
    JobRecord job;
    qint64 worker = 0;
};

QString described(const Expected &job)
{
    QString outcomes;
    for (const JobState outcome : job.outcomes)
        outcomes += QString::number(int(outcome));
    return u"state %1, claim %2, attempt %3, failures %4, crashes %5, deaths %6, wish %7, "
           "checkpoint %8, progress %9, claims %10"_s.arg(int(job.state))
               .arg(job.claim())
               .arg(job.attempt)
               .arg(job.failures)
               .arg(job.crashes)
               .arg(job.deaths)
               .arg(int(job.wish))
               .arg(QString::fromUtf8(job.checkpoint))
               .arg(job.progress)
               .arg(outcomes);
}

} // namespace

// Two workers that each believe the other dead, and a user with every command, on one queue: many
// steps in random order, each compared with what has to be true after it.
class tst_Interleavings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void manySteps_keepEveryPromise();
    void cancel_isNotForgottenWhenTheRunEndsOtherwise_data();
    void cancel_isNotForgottenWhenTheRunEndsOtherwise();

private:
    static constexpr quint32 seed = 20260715;
    static constexpr int stepsAtOnce = 500; // in one commit
    static constexpr int fewJobs = 40;      // so that the steps meet on the same ones
    static constexpr qsizetype manyHeld = 120;

    using Step = Result<> (tst_Interleavings::*)(JobStore);

    // The calls that change the queue, each in one place.
    static Result<std::optional<JobRecord>> claimOne(JobStore store, const WorkerRecord &worker)
    {
        return respool::claimOne(store, worker, {u"a"_s, u"b"_s});
    }

    Result<> enqueue(JobStore store);
    Result<> claim(JobStore store);
    Result<> checkpoint(JobStore store);
    Result<> progress(JobStore store);
    Result<> finish(JobStore store);
    Result<> cancel(JobStore store);
    Result<> retry(JobStore store);
    Result<> discard(JobStore store);
    Result<> orphans(JobStore store);
    Result<> promote(JobStore store);
    Result<> pause(JobStore store);
    Result<> pauseJob(JobStore store);
    Result<> resumeJob(JobStore store);

    Result<> someSteps(Connection &connection);
    Result<> compare(JobStore store, qint64 id) const;
    Result<> compareAll(JobStore store) const;
    Result<> refused(JobStore store, qint64 id, const Result<> &answer, ErrorCode code) const;

    bool chance(int percent) { return m_random.bounded(100) < percent; }
    const WorkerRecord &anyWorker() { return m_workers[m_random.bounded(2)]; }
    const Held &anyHeld(); // there is one
    qint64 anyJob();
    bool isClaimable(const Expected &job) const;
    Expected *owned(const Held &held);
    Verdict anyVerdict();

    EngineFixture m_fixture;
    QRandomGenerator m_random{seed};
    WorkerRecord m_workers[2];
    BatchId m_batch;
    QMap<qint64, Expected> m_jobs;
    qint64 m_lastId = 0;
    QList<Held> m_held;
    QSet<QString> m_paused;
    QMap<QString, int> m_seen; // how often what was tried to happen did happen
};

void tst_Interleavings::init()
{
    m_fixture.open();
    m_random.seed(seed);
    m_jobs.clear();
    m_held.clear();
    m_paused.clear();
    m_lastId = 0;
    QVERIFY(m_fixture.on<JobStore>([this](JobStore store) -> Result<> {
        TRY_LET(m_batch, store.addBatch(u"a"_s, u"me"_s, {}));
        TRY_LET(m_workers[0], store.addWorker(u"left"_s, 1));
        TRY_LET(m_workers[1], store.addWorker(u"right"_s, 2));
        return {};
    }));
}

// One that exists, nearly always.
qint64 tst_Interleavings::anyJob()
{
    if (m_jobs.isEmpty() || chance(1))
        return m_lastId + 1;
    return *std::next(m_jobs.keyBegin(), m_random.bounded(m_jobs.size()));
}

// One of the newest every other time, for most of the older ones no longer hold.
const Held &tst_Interleavings::anyHeld()
{
    const qsizetype many = chance(50) ? std::min<qsizetype>(6, m_held.size()) : m_held.size();
    return m_held[m_held.size() - 1 - m_random.bounded(many)];
}

bool tst_Interleavings::isClaimable(const Expected &job) const
{
    return job.state == JobState::Queued && !m_paused.contains(QString())
           && !m_paused.contains(job.kind);
}

// The job of a claim that holds; null: the owner has lost it.
Expected *tst_Interleavings::owned(const Held &held)
{
    const auto job = m_jobs.find(held.job.id.value);
    const bool holds = job != m_jobs.end() && job->state == JobState::Running
                       && job->claim() == held.job.claim && job->worker == held.worker;
    return holds ? &*job : nullptr;
}

Verdict tst_Interleavings::anyVerdict()
{
    static const QList<Verdict> all{
        {.state = JobState::Done},
        {.state = JobState::Cancelled},
        {.state = JobState::Failed},
        {.state = JobState::Parked, .counts = true},
        {.state = JobState::Queued, .spared = true},
        {.state = JobState::Paused, .spared = true},
        {.state = JobState::Delayed, .waitMs = 50, .spared = true},
        {.state = JobState::Delayed, .waitMs = 100, .counts = true},
    };
    return all[m_random.bounded(all.size())];
}

Result<> tst_Interleavings::compare(JobStore store, qint64 id) const
{
    const auto job = store.byId(JobId{id});
    const auto expected = m_jobs.find(id);
    if (expected == m_jobs.end()) {
        if (job || job.error().code != ErrorCode::NotFound)
            return fail(ErrorCode::Internal, u"job %1 should not be there"_s.arg(id));
        return {};
    }
    if (!job)
        return Failure{job.error()};
    Expected is{.kind = job->kind,
                .priority = job->priority,
                .state = job->state,
                .checkpoint = job->checkpoint,
                .progress = job->progress.done,
                .attempt = job->attempt,
                .failures = job->failures,
                .crashes = job->crashes,
                .deaths = job->deaths,
                .wish = job->wish};
    TRY_LET(const QList<JobAttempt> attempts, store.attempts(JobId{id}));
    for (const JobAttempt &attempt : attempts) {
        is.outcomes << attempt.outcome;
        if ((attempt.outcome == JobState::Running) != (attempt.endedMs == 0))
            return fail(ErrorCode::Internal, u"job %1: an attempt half ended"_s.arg(id));
    }
    if (job->claim != attempts.size())
        return fail(
            ErrorCode::Internal,
            u"job %1: %2 claims, %3 attempts"_s.arg(id).arg(job->claim).arg(attempts.size()));
    if (described(is) != described(*expected))
        return fail(ErrorCode::Internal, u"job %1 is: %2\nand should be: %3"_s.arg(id).arg(
                                             described(is), described(*expected)));
    return {};
}

Result<> tst_Interleavings::compareAll(JobStore store) const
{
    TRY_LET(const QList<JobRecord> all, store.find({{}, {}, {}, {}, 0}));
    if (all.size() != m_jobs.size())
        return fail(ErrorCode::Internal,
                    u"%1 jobs instead of %2"_s.arg(all.size()).arg(m_jobs.size()));
    for (auto job = m_jobs.keyBegin(); job != m_jobs.keyEnd(); ++job)
        TRY(compare(store, *job));
    return {};
}

// A call that had to be refused was, and has changed nothing.
Result<> tst_Interleavings::refused(JobStore store, qint64 id, const Result<> &answer,
                                    ErrorCode code) const
{
    const ErrorCode expected =
        m_jobs.contains(id) || code == ErrorCode::LeaseLost ? code : ErrorCode::NotFound;
    if (answer || answer.error().code != expected)
        return fail(ErrorCode::Internal,
                    u"job %1: answer %2 instead of %3"_s.arg(id)
                        .arg(int(answer ? ErrorCode::None : answer.error().code))
                        .arg(int(expected)));
    return compare(store, id);
}

Result<> tst_Interleavings::enqueue(JobStore store)
{
    if (m_jobs.size() >= fewJobs)
        return {};
    const qint64 now = m_fixture.clock().nowMs();
    Expected job{.kind = chance(50) ? u"a"_s : u"b"_s, .priority = m_random.bounded(3)};
    job.dueMs = chance(20) ? now + m_random.bounded(1, 100) : now;
    job.state = job.dueMs > now ? JobState::Delayed : JobState::Queued;
    TRY_LET(const JobId id,
            store.enqueue(
                m_batch,
                {.kind = job.kind, .payload = "{}", .priority = job.priority, .dueMs = job.dueMs}));
    if (id.value <= m_lastId)
        return fail(ErrorCode::Internal, u"the number %1 was used before"_s.arg(id.value));
    m_lastId = id.value;
    m_jobs[m_lastId] = job;
    return compare(store, m_lastId);
}

Result<> tst_Interleavings::claim(JobStore store)
{
    const WorkerRecord &worker = anyWorker();
    TRY_LET(const std::optional<JobRecord> job, claimOne(store, worker));
    int highest = -1;
    for (const Expected &waiting : std::as_const(m_jobs)) {
        if (isClaimable(waiting))
            highest = std::max(highest, waiting.priority);
    }
    if (!job)
        return highest < 0 ? Result<>()
                           : fail(ErrorCode::Internal, u"a ready job was overlooked"_s);
    Expected &expected = m_jobs[job->id.value];
    if (!isClaimable(expected) || expected.priority < highest)
        return fail(ErrorCode::Internal, u"it was not the turn of job %1"_s.arg(job->id.value));
    if (job->claim != expected.claim() + 1)
        return fail(ErrorCode::Internal, u"job %1: claim %2 follows %3"_s.arg(job->id.value)
                                             .arg(job->claim)
                                             .arg(expected.claim()));
    expected.state = JobState::Running;
    expected.worker = worker.id;
    ++expected.attempt;
    expected.outcomes << JobState::Running;
    if (m_held.size() >= manyHeld)
        m_held.removeAt(m_random.bounded(m_held.size()));
    m_held << Held{*job, worker.id};
    return compare(store, job->id.value);
}

Result<> tst_Interleavings::checkpoint(JobStore store)
{
    if (m_held.isEmpty())
        return {};
    const Held &held = anyHeld();
    const QByteArray state = QByteArray::number(m_random.bounded(1000));
    const auto written = store.checkpoint(held.job, held.worker, state);
    Expected *job = owned(held);
    ++m_seen[job ? u"checkpoint"_s : u"stale checkpoint"_s];
    if (!job)
        return refused(store, held.job.id.value,
                       written ? Result<>() : Result<>(Failure{written.error()}),
                       ErrorCode::LeaseLost);
    if (!written || *written != job->wish)
        return fail(ErrorCode::Internal,
                    u"the owner of job %1 was not told whether to stop"_s.arg(held.job.id.value));
    job->checkpoint = state;
    job->crashes = job->deaths = 0;
    return compare(store, held.job.id.value);
}

Result<> tst_Interleavings::progress(JobStore store)
{
    if (m_held.isEmpty())
        return {};
    const Held &held = anyHeld();
    const qint64 done = m_random.bounded(1000);
    TRY(store.setProgress(held.job, {done, 1000}));
    if (Expected *job = owned(held))
        job->progress = done;
    return compare(store, held.job.id.value);
}

Result<> tst_Interleavings::finish(JobStore store)
{
    if (m_held.isEmpty())
        return {};
    const Held &held = anyHeld();
    const Verdict verdict = anyVerdict();
    const auto written = store.finish(held.job, held.worker, verdict, {});
    Expected *job = owned(held);
    ++m_seen[job ? u"finish"_s : u"stale finish"_s];
    if (!job)
        return refused(store, held.job.id.value, written, ErrorCode::LeaseLost);
    TRY(written);
    job->leave(verdict.state);
    if (hasEnded(verdict.state))
        job->wish = JobWish::None;
    job->dueMs = m_fixture.clock().nowMs() + verdict.waitMs;
    job->attempt -= int(verdict.spared);
    job->failures += int(verdict.counts);
    job->crashes = job->deaths = 0;
    return compare(store, held.job.id.value);
}

Result<> tst_Interleavings::cancel(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.cancel(JobId{id}, u"me"_s);
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || hasEnded(job->state))
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    if (job->isWaiting())
        job->state = JobState::Cancelled;
    else
        job->wish = JobWish::Cancel;
    return compare(store, id);
}

Result<> tst_Interleavings::retry(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.retry(JobId{id});
    const auto job = m_jobs.find(id);
    const bool mayBe = job != m_jobs.end()
                       && (job->state == JobState::Paused || job->state == JobState::Delayed
                           || job->state >= JobState::Cancelled);
    if (!mayBe)
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    job->state = JobState::Queued;
    job->dueMs = m_fixture.clock().nowMs();
    job->failures = job->crashes = job->deaths = 0;
    job->wish = JobWish::None;
    return compare(store, id);
}

Result<> tst_Interleavings::discard(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.discard(JobId{id});
    if (!m_jobs.contains(id) || !hasEnded(m_jobs[id].state))
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    m_jobs.remove(id);
    return compare(store, id);
}

// One worker takes the other for dead: with a job that is to blame, or without.
Result<> tst_Interleavings::orphans(JobStore store)
{
    const WorkerRecord &worker = anyWorker();
    const QSet<qint64> blamed = chance(50) ? QSet<qint64>{anyJob()} : QSet<qint64>{};
    TRY(store.requeueOrphans(worker.id, blamed));
    for (auto [id, job] : m_jobs.asKeyValueRange()) {
        if (job.state != JobState::Running || job.worker == worker.id)
            continue;
        ++m_seen[u"orphan"_s];
        job.crashes += int(blamed.contains(id));
        job.deaths += int(blamed.isEmpty());
        const bool isDangerous =
            job.crashes >= RetryPolicy::crashLimit || job.deaths >= RetryPolicy::deathLimit;
        job.leave(isDangerous ? JobState::Parked : JobState::Queued);
        if (job.wish == JobWish::Pause)
            job.wish = JobWish::None;
        TRY(compare(store, id));
    }
    return {};
}

Result<> tst_Interleavings::promote(JobStore store)
{
    m_fixture.clock().advance(m_random.bounded(30));
    TRY(store.promoteDue());
    for (Expected &job : m_jobs) {
        if (job.state == JobState::Delayed && job.dueMs <= m_fixture.clock().nowMs())
            job.state = JobState::Queued;
    }
    return compareAll(store);
}

Result<> tst_Interleavings::pause(JobStore store)
{
    const QString kind = QStringList{u"a"_s, u"b"_s, u""_s}[m_random.bounded(3)];
    if (chance(30)) {
        m_paused << kind;
        return store.pause(kind);
    }
    m_paused.remove(kind);
    return store.resume(kind);
}

Result<> tst_Interleavings::pauseJob(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.pauseJob(JobId{id});
    const auto job = m_jobs.find(id);
    const bool runs = job != m_jobs.end() && job->state == JobState::Running;
    const bool mayBe =
        job != m_jobs.end()
        && (runs ? job->wish == JobWish::None : job->isWaiting() && job->state != JobState::Paused);
    if (!mayBe)
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    ++m_seen[u"pause"_s];
    if (runs)
        job->wish = JobWish::Pause;
    else
        job->state = JobState::Paused;
    return compare(store, id);
}

Result<> tst_Interleavings::resumeJob(JobStore store)
{
    const qint64 id = anyJob();
    const auto asked = store.resumeJob(JobId{id});
    const auto job = m_jobs.find(id);
    const bool mayBe = job != m_jobs.end()
                       && (job->state == JobState::Paused
                           || (job->state == JobState::Running && job->wish == JobWish::Pause));
    if (!mayBe)
        return refused(store, id, asked, ErrorCode::Refused);
    TRY(asked);
    ++m_seen[u"resume"_s];
    if (job->state == JobState::Paused) {
        job->state = JobState::Queued;
        job->dueMs = m_fixture.clock().nowMs();
    }
    if (job->wish == JobWish::Pause)
        job->wish = JobWish::None;
    return compare(store, id);
}

Result<> tst_Interleavings::someSteps(Connection &connection)
{
    using T = tst_Interleavings;
    static const QList<std::pair<int, Step>> often{
        {18, &T::enqueue},  {21, &T::claim},  {14, &T::checkpoint}, {5, &T::progress},
        {15, &T::finish},   {5, &T::cancel},  {5, &T::retry},       {6, &T::discard},
        {1, &T::orphans},   {3, &T::promote}, {2, &T::pause},       {3, &T::pauseJob},
        {2, &T::resumeJob},
    };
    for (int i = 0; i < stepsAtOnce; ++i) {
        int pick = m_random.bounded(100);
        const auto step = std::ranges::find_if(
            often, [&](const auto &entry) { return (pick -= entry.first) < 0; });
        TRY((this->*step->second)(JobStore(connection, m_fixture.clock())));
    }
    return {};
}

void tst_Interleavings::manySteps_keepEveryPromise()
{
    qInfo("seed %u", seed);
    for (int done = 0; done < steps; done += stepsAtOnce) {
        const auto went = m_fixture.database().wait(
            [this](Connection &connection) { return someSteps(connection); });
        QVERIFY2(bool(went),
                 went ? "" : qPrintable(u"after %1 steps: "_s.arg(done) + went.error().detail));
    }
    for (const auto &[what, count] : m_seen.asKeyValueRange())
        qInfo("%d times: %s", count, qPrintable(what));
    for (const QString &what : {u"checkpoint"_s, u"stale checkpoint"_s, u"finish"_s,
                                u"stale finish"_s, u"orphan"_s, u"pause"_s, u"resume"_s})
        QVERIFY2(m_seen[what] > steps / 500, qPrintable(what));
}

void tst_Interleavings::cancel_isNotForgottenWhenTheRunEndsOtherwise_data()
{
    QTest::addColumn<int>("state");
    QTest::newRow("the program closes") << int(JobState::Queued);
    QTest::newRow("the job has to wait") << int(JobState::Delayed);
}

// The wish was acknowledged, and the run ends before it hears of it.
void tst_Interleavings::cancel_isNotForgottenWhenTheRunEndsOtherwise()
{
    QFETCH(const int, state);
    const auto job = m_fixture.on<JobStore>([&](JobStore store) -> Result<JobRecord> {
        TRY_LET(const JobId id, store.enqueue(m_batch, {.kind = u"a"_s, .payload = "{}"}));
        TRY_LET(const std::optional<JobRecord> mine, claimOne(store, m_workers[0]));
        TRY(store.cancel(id, u"me"_s));
        TRY(store.finish(*mine, m_workers[0].id, {.state = JobState(state), .spared = true}, {}));
        return store.byId(id);
    });
    QVERIFY(job);
    QVERIFY(job->state == JobState::Cancelled || job->wish == JobWish::Cancel);
}

QTEST_GUILESS_MAIN(tst_Interleavings)
#include "tst_interleavings.moc"
