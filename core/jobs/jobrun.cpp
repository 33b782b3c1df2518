// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobrun.h"

#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/jobs/crashmark.h"

#include <QRandomGenerator>
#include <QThread>

#include <exception>

using namespace Qt::Literals::StringLiterals;

namespace respool {

JobRun::JobRun(Database &database, const Clock &clock, qint64 worker, JobRecord job, JobKind kind)
    : m_database(database)
    , m_clock(clock)
    , m_worker(worker)
    , m_job(std::move(job))
    , m_kind(std::move(kind))
{}

JobState JobRun::execute()
{
    const CrashMark::Scope mark(m_job.id);
    faultPoint("job.started");
    const JobState state = end(runJob());
    // It may have been stopped before it came by what an earlier attempt left.
    if (hasEnded(state) && state != JobState::Done && m_job.claim > 1 && m_kind.tidyUp)
        m_kind.tidyUp(m_job);
    m_over = true;
    return state;
}

JobState JobRun::end(Result<> outcome)
{
    // A job that would wait for another try ends at once when the user wants that.
    if (!outcome && m_wish == JobWish::Cancel
        && !hasEnded(RetryPolicy::judge(outcome, m_job, 0).state))
        outcome = stopped();
    for (;;) {
        const auto ended = writeEnd(outcome);
        if (ended)
            return *ended;
        if (ended.error().code == ErrorCode::LeaseLost) {
            qWarning("job %lld belongs to another worker now", m_job.id.value);
            return JobState::Running;
        }
        if (outcome) {
            // The last effects were refused, and nothing of them was kept: that is the outcome.
            outcome = Failure{ended.error()};
            continue;
        }
        // The queue's own volume is full or gone. The end is told when it is well again; a stop
        // leaves the row running, and the next worker takes the job back.
        qWarning("job %lld: its end cannot be written: %s", m_job.id.value,
                 qPrintable(ended.error().detail));
        {
            const QMutexLocker lock(&m_mutex);
            m_trouble = ended.error();
        }
        if (stopToken().stop_requested())
            return JobState::Running;
        QThread::sleep(1);
    }
}

Result<> JobRun::runJob()
{
    try {
        if (stopToken().stop_requested())
            return stopped();
        m_work = m_kind.make(m_job);
        return m_work->run(*this);
    } catch (const std::exception &thrown) {
        return fail(ErrorCode::Internal, QString::fromLocal8Bit(thrown.what()));
    }
}

Result<JobState> JobRun::writeEnd(const Result<> &outcome)
{
    const Verdict verdict =
        RetryPolicy::judge(outcome, m_job, QRandomGenerator::global()->generateDouble());
    const Error error = outcome ? Error() : outcome.error();
    TRY(m_database.wait([&](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY(store.finish(m_job, m_worker, verdict, error));
        if (outcome) {
            for (const Effects &effects : m_atEnd)
                TRY(effects(connection));
        } else if (error.code != ErrorCode::Interrupted && error.code != ErrorCode::Paused) {
            TRY(store.addLog(m_job.id, LogLevel::Error, error.detail));
            if (hasEnded(verdict.state) && m_kind.giveUp)
                TRY(m_kind.giveUp(connection, m_job));
        }
        if (hasEnded(verdict.state) && m_kind.ended)
            TRY(m_kind.ended(connection, m_job, verdict.state));
        const QMutexLocker lock(&m_mutex);
        if (m_progress.total > 0)
            TRY(connection.run(u"job_progress_end"_s, {{u"id"_s, m_job.id.value},
                                                       {u"done"_s, m_progress.done},
                                                       {u"total"_s, m_progress.total}}));
        return {};
    }));
    faultPoint("job.finished");
    return verdict.state;
}

void JobRun::interrupt()
{
    m_stop.request_stop();
}

void JobRun::heed(JobWish wish)
{
    JobWish none = JobWish::None;
    if (wish == JobWish::Cancel)
        m_wish = wish;
    else
        m_wish.compare_exchange_strong(none, wish);
    m_stop.request_stop();
}

Progress JobRun::lastProgress() const
{
    const QMutexLocker lock(&m_mutex);
    return m_progress;
}

std::optional<Error> JobRun::freshTrouble()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_trouble, {});
}

std::optional<Progress> JobRun::takeIf(bool &flag)
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(flag, false) ? std::optional(m_progress) : std::nullopt;
}

Failure JobRun::stopped() const
{
    const JobWish wish = m_wish;
    if (wish == JobWish::None)
        return fail(ErrorCode::Interrupted,
                    u"stopped at a safe point: the job goes on from there"_s);
    const Progress progress = lastProgress();
    const bool cancelled = wish == JobWish::Cancel;
    const QString word = cancelled ? u"cancelled"_s : u"paused"_s;
    return fail(cancelled ? ErrorCode::Cancelled : ErrorCode::Paused,
                progress.total > 0
                    ? u"%1, %2 of %3 done"_s.arg(word).arg(progress.done).arg(progress.total)
                    : word);
}

void JobRun::progress(Progress progress)
{
    const QMutexLocker lock(&m_mutex);
    m_progress = progress;
    m_fresh = true;
    m_unstored = true;
}

void JobRun::log(LogLevel level, const QString &text)
{
    // A log line that cannot be written must not stop the work; the program's log has it too.
    qInfo("job %lld: %s", m_job.id.value, qPrintable(text));
    const auto add = [id = m_job.id, level, text, &clock = m_clock](Connection &connection) {
        return JobStore(connection, clock).addLog(id, level, text);
    };
    // Who waits for the end of the job is told its warnings: they are there before it.
    if (level == LogLevel::Info)
        m_database.note(add);
    else
        m_database.write(add);
}

Result<> JobRun::checkpoint(const QByteArray &state, const QList<JobItem> &items,
                            const Effects &effects)
{
    JobWish wish = JobWish::None;
    TRY(m_database.wait([&](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY_LET(wish, store.checkpoint(m_job, m_worker, state));
        TRY(store.addItems(m_job.id, items));
        return effects ? effects(connection) : Result<>();
    }));
    faultPoint("job.checkpointed");
    m_job.checkpoint = state;
    if (wish != JobWish::None)
        heed(wish);
    return {};
}

void JobRun::atEnd(Effects effects)
{
    m_atEnd << std::move(effects);
}

} // namespace respool
