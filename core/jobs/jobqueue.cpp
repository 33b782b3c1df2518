// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"

#include "core/base/user.h"
#include "core/db/database.h"
#include "core/jobs/jobhistory.h"
#include "core/jobs/jobstore.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr std::array stateWords{"queued",    "running", "delayed", "done",
                                "cancelled", "failed",  "parked"};

} // namespace

JobQueue::JobQueue(Database &database, const Clock &clock, const JobKinds &kinds, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_kinds(kinds)
{}

// The answer comes by way of this object, on its thread: who asked may be gone by then, and a
// database thread must not meet a widget that is being destroyed.
template <typename F>
auto JobQueue::ask(F question)
{
    using R = std::invoke_result_t<F, Connection &>;
    return m_database.read(std::move(question)).then(this, [](const R &answer) { return answer; });
}

QFuture<Result<QList<JobRecord>>> JobQueue::find(const JobFilter &filter)
{
    return ask([&clock = m_clock, filter](Connection &connection) {
        return JobStore(connection, clock).find(filter);
    });
}

QFuture<Result<JobRecord>> JobQueue::job(JobId id)
{
    return ask([&clock = m_clock, id](Connection &connection) {
        return JobStore(connection, clock).byId(id);
    });
}

QFuture<Result<QList<JobAttempt>>> JobQueue::attempts(JobId id)
{
    return ask([&clock = m_clock, id](Connection &connection) {
        return JobStore(connection, clock).attempts(id);
    });
}

QFuture<Result<QList<JobLogLine>>> JobQueue::log(JobId id)
{
    return ask([&clock = m_clock, id](Connection &connection) {
        return JobStore(connection, clock).log(id);
    });
}

QFuture<Result<QList<JobItem>>> JobQueue::items(JobId id)
{
    return ask([&clock = m_clock, id](Connection &connection) {
        return JobStore(connection, clock).items(id);
    });
}

QFuture<Result<QueueStats>> JobQueue::stats()
{
    return ask(
        [&clock = m_clock](Connection &connection) { return JobStore(connection, clock).stats(); });
}

QFuture<Result<BatchReport>> JobQueue::report(BatchId batch)
{
    return ask([&clock = m_clock, batch](Connection &connection) {
        return JobHistory(connection, clock).report(batch);
    });
}

QFuture<Result<BatchReport>> JobQueue::reportOn(const QString &uidPrefix)
{
    return ask([&clock = m_clock, uidPrefix](Connection &connection) -> Result<BatchReport> {
        JobHistory history(connection, clock);
        TRY_LET(const BatchId batch, history.batchOf(uidPrefix));
        return history.report(batch);
    });
}

QFuture<Result<>> JobQueue::cancel(JobId id)
{
    return change([&clock = m_clock, &kinds = m_kinds, id](Connection &connection) -> Result<> {
        JobStore store(connection, clock);
        TRY(store.cancel(id, userName()));
        TRY_LET(const JobRecord job, store.byId(id));
        const JobKind kind = kinds.value(job.kind);
        return hasEnded(job.state) && kind.giveUp ? kind.giveUp(connection, job) : Result<>();
    });
}

QFuture<Result<>> JobQueue::retry(JobId id)
{
    return change([&clock = m_clock, id](Connection &connection) {
        return JobStore(connection, clock).retry(id);
    });
}

QFuture<Result<>> JobQueue::discard(JobId id)
{
    return change([&clock = m_clock, id](Connection &connection) {
        return JobStore(connection, clock).discard(id);
    });
}

QFuture<Result<>> JobQueue::pause(const QString &kind)
{
    return change([&clock = m_clock, kind](Connection &connection) {
        return JobStore(connection, clock).pause(kind);
    });
}

QFuture<Result<>> JobQueue::resume(const QString &kind)
{
    return change([&clock = m_clock, kind](Connection &connection) {
        return JobStore(connection, clock).resume(kind);
    });
}

QFuture<Result<>> JobQueue::change(std::function<Result<>(Connection &)> work)
{
    return m_database.write(std::move(work)).then(this, [this](const Result<> &result) {
        announceWork();
        return result;
    });
}

void JobQueue::announceChange()
{
    emit changed();
}

void JobQueue::announceWork()
{
    emit changed();
    emit workWanted();
}

void JobQueue::announceProgress(JobId id, Progress progress)
{
    emit progressed(id, progress);
}

QString toText(JobState state)
{
    return QString::fromLatin1(stateWords.at(size_t(state)));
}

std::optional<JobState> jobStateFrom(const QString &text)
{
    for (size_t i = 0; i < stateWords.size(); ++i) {
        if (text == QLatin1StringView(stateWords.at(i)))
            return JobState(i);
    }
    return {};
}

} // namespace respool
