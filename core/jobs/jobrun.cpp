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
    Result<> outcome = runJob();
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
        } else if (error.code != ErrorCode::Interrupted) {
            TRY(store.addLog(m_job.id, LogLevel::Error, error.detail));
            if (hasEnded(verdict.state) && m_kind.giveUp)
                TRY(m_kind.giveUp(connection, m_job));
        }
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

void JobRun::cancel()
{
    m_cancelled = true;
    m_stop.request_stop();
}

Progress JobRun::lastProgress() const
{
    const QMutexLocker lock(&m_mutex);
    return m_progress;
}

std::optional<Progress> JobRun::freshProgress()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_fresh)
        return {};
    m_fresh = false;
    return m_progress;
}

Failure JobRun::stopped() const
{
    if (m_cancelled) {
        const Progress progress = lastProgress();
        return fail(ErrorCode::Cancelled,
                    progress.total > 0
                        ? u"cancelled, %1 of %2 done"_s.arg(progress.done).arg(progress.total)
                        : u"cancelled"_s);
    }
    return fail(ErrorCode::Interrupted, u"Respool was closed: the job goes on at the next start"_s);
}

void JobRun::progress(Progress progress)
{
    const QMutexLocker lock(&m_mutex);
    m_progress = progress;
    m_fresh = true;
}

void JobRun::log(LogLevel level, const QString &text)
{
    // A log line that cannot be written must not stop the work; the program's log has it too.
    qInfo("job %lld: %s", m_job.id.value, qPrintable(text));
    m_database.note([id = m_job.id, level, text, &clock = m_clock](Connection &connection) {
        return JobStore(connection, clock).addLog(id, level, text);
    });
}

Result<> JobRun::checkpoint(const QByteArray &state, const QList<JobItem> &items,
                            const Effects &effects)
{
    bool cancelWanted = false;
    TRY(m_database.wait([&](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY_LET(cancelWanted, store.checkpoint(m_job, m_worker, state));
        for (const JobItem &item : items)
            TRY(store.addItem(m_job.id, item));
        return effects ? effects(connection) : Result<>();
    }));
    faultPoint("job.checkpointed");
    m_job.checkpoint = state;
    if (cancelWanted)
        cancel();
    return {};
}

void JobRun::atEnd(Effects effects)
{
    m_atEnd << std::move(effects);
}

} // namespace respool
