// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/queuemodel.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString described(const ExpectedJob &job)
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

void QueueModel::open()
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
qint64 QueueModel::anyJob()
{
    if (m_jobs.isEmpty() || chance(1))
        return m_lastId + 1;
    return *std::next(m_jobs.keyBegin(), m_random.bounded(m_jobs.size()));
}

// One of the newest every other time, for most of the older ones no longer hold.
const HeldClaim &QueueModel::anyHeld()
{
    const qsizetype many = chance(50) ? std::min<qsizetype>(6, m_held.size()) : m_held.size();
    return m_held[m_held.size() - 1 - m_random.bounded(many)];
}

bool QueueModel::isClaimable(const ExpectedJob &job) const
{
    return job.state == JobState::Queued && !m_paused.contains(QString())
           && !m_paused.contains(job.kind);
}

// The job of a claim that holds; null: the owner has lost it.
ExpectedJob *QueueModel::owned(const HeldClaim &held)
{
    const auto job = m_jobs.find(held.job.id.value);
    const bool holds = job != m_jobs.end() && job->state == JobState::Running
                       && job->claim() == held.job.claim && job->worker == held.worker;
    return holds ? &*job : nullptr;
}

Verdict QueueModel::anyVerdict()
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

Result<> QueueModel::compare(JobStore store, qint64 id) const
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
    ExpectedJob is{.kind = job->kind,
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

Result<> QueueModel::compareAll(JobStore store) const
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
Result<> QueueModel::refused(JobStore store, qint64 id, const Result<> &answer,
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

Result<> QueueModel::takeSteps()
{
    return m_fixture.database().wait(
        [this](Connection &connection) { return someSteps(connection); });
}

Result<> QueueModel::someSteps(Connection &connection)
{
    using T = QueueModel;
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

} // namespace respool
