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

// From the state of the lowest number on.
constexpr std::array stateWords{"paused", "queued",    "running", "delayed",
                                "done",   "cancelled", "failed",  "parked"};
constexpr int firstState = int(JobState::Paused);

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
    return m_database.read(std::move(question)).on(this);
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

QFuture<Result<QList<JobLogLine>>> JobQueue::log(JobId id, int most)
{
    return ask([&clock = m_clock, id, most](Connection &connection) {
        return JobStore(connection, clock).log(id, most);
    });
}

QFuture<Result<QList<JobItem>>> JobQueue::items(JobId id, int most)
{
    return ask([&clock = m_clock, id, most](Connection &connection) {
        return JobStore(connection, clock).items(id, most);
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

QFuture<Result<QList<BatchRecord>>> JobQueue::batches(const BatchFilter &filter)
{
    return ask([&clock = m_clock, filter](Connection &connection) {
        return JobStore(connection, clock).batches(filter);
    });
}

QFuture<Result<QList<JobRecord>>> JobQueue::jobsIn(BatchId batch, const BatchFilter &filter)
{
    return ask([&clock = m_clock, batch, filter](Connection &connection) {
        return JobStore(connection, clock).jobsIn(batch, filter);
    });
}

QFuture<Result<BatchRecord>> JobQueue::batch(BatchId id)
{
    return ask([&clock = m_clock, id](Connection &connection) {
        return JobStore(connection, clock).batch(id);
    });
}

QFuture<Result<>> JobQueue::cancel(JobId id)
{
    return changeJob(
        id, [](JobStore &store, JobId job) { return store.cancel(job, userName()); }, "cancel");
}

QFuture<Result<>> JobQueue::pause(JobId id)
{
    return changeJob(id, [](JobStore &store, JobId job) { return store.pauseJob(job); });
}

QFuture<Result<>> JobQueue::resume(JobId id)
{
    return changeJob(id, [](JobStore &store, JobId job) { return store.resumeJob(job); });
}

QFuture<Result<>> JobQueue::retry(JobId id)
{
    return changeJob(
        id, [](JobStore &store, JobId job) { return store.retry(job); }, "retry");
}

QFuture<Result<>> JobQueue::setPriority(JobId id, int priority)
{
    return change({id}, [&clock = m_clock, id, priority](Connection &connection) {
        return JobStore(connection, clock).setPriority(id, priority);
    });
}

QFuture<Result<>> JobQueue::discard(JobId id)
{
    return change({id}, [this, id](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY_LET(const JobRecord job, store.byId(id));
        TRY(store.discard(id));
        return witness(connection, {u"discard"_s, job.kind, job.batch, id});
    });
}

QFuture<Result<>> JobQueue::cancel(BatchId id)
{
    return changeAll(
        id, [](JobState state) { return !hasEnded(state); },
        [](JobStore &store, JobId job) { return store.cancel(job, userName()); }, "cancel");
}

QFuture<Result<>> JobQueue::pause(BatchId id)
{
    return changeAll(
        id, [](JobState state) { return !hasEnded(state) && state != JobState::Paused; },
        [](JobStore &store, JobId job) { return store.pauseJob(job); });
}

// A running job may be about to pause.
QFuture<Result<>> JobQueue::resume(BatchId id)
{
    return changeAll(
        id, [](JobState state) { return state == JobState::Paused || state == JobState::Running; },
        [](JobStore &store, JobId job) { return store.resumeJob(job); });
}

QFuture<Result<>> JobQueue::retry(BatchId id)
{
    return changeAll(
        id, [](JobState state) { return state >= JobState::Failed; },
        [](JobStore &store, JobId job) { return store.retry(job); }, "retry");
}

QFuture<Result<>> JobQueue::pause(const QString &kind)
{
    return change({}, [this, kind](Connection &connection) -> Result<> {
        TRY(checkKindOrAll(m_kinds, kind));
        return JobStore(connection, m_clock).pause(kind);
    });
}

QFuture<Result<>> JobQueue::resume(const QString &kind)
{
    return change({}, [this, kind](Connection &connection) -> Result<> {
        TRY(checkKindOrAll(m_kinds, kind));
        return JobStore(connection, m_clock).resume(kind);
    });
}

QFuture<Result<>> JobQueue::changeJob(JobId id, Verb verb, const char *deed)
{
    return change({id}, [this, id, verb, deed](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY(verb(store, id));
        if (deed) {
            TRY_LET(const JobRecord job, store.byId(id));
            TRY(witness(connection, {QString::fromLatin1(deed), job.kind, job.batch, id}));
        }
        return giveUpIfEnded(connection, id);
    });
}

// One transaction for all: the whole batch, or, after an error, nothing of it.
QFuture<Result<>> JobQueue::changeAll(BatchId batch, bool (*fits)(JobState), Verb verb,
                                      const char *deed)
{
    return change({}, [this, batch, fits, verb, deed](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY_LET(const auto jobs, store.jobsOf(batch));
        int changed = 0;
        for (const auto &[id, state] : jobs) {
            if (!fits(state))
                continue;
            const auto done = verb(store, id);
            if (!done && done.error().code == ErrorCode::Refused)
                continue;
            TRY(done);
            if (deed && changed == 0) { // the jobs of a batch are of kinds that are told alike
                TRY_LET(const JobRecord first, store.byId(id));
                TRY(witness(connection, {QString::fromLatin1(deed), first.kind, batch, {}}));
            }
            TRY(giveUpIfEnded(connection, id));
            ++changed;
        }
        if (changed == 0)
            return fail(ErrorCode::Refused,
                        u"batch %1 has no job to do that with"_s.arg(batch.value));
        return {};
    });
}

// A waiting job that is cancelled has ended, and its marks are taken back.
Result<> JobQueue::giveUpIfEnded(Connection &connection, JobId id) const
{
    TRY_LET(const JobRecord job, JobStore(connection, m_clock).byId(id));
    const JobKind kind = m_kinds.value(job.kind);
    if (!hasEnded(job.state))
        return {};
    if (kind.giveUp)
        TRY(kind.giveUp(connection, job));
    return kind.ended ? kind.ended(connection, job, job.state) : Result<>();
}

// Only of the kinds whose ends are on record, too.
Result<> JobQueue::witness(Connection &connection, const JobDeed &deed) const
{
    if (!m_witness || !m_kinds.value(deed.kind).ended)
        return {};
    return m_witness(connection, deed);
}

QFuture<Result<>> JobQueue::change(const Jobs &jobs, std::function<Result<>(Connection &)> work)
{
    auto written = m_database.write(std::move(work));
    announceComing();
    return written.then(this, [this, jobs](const Result<> &result) {
        announceWork(jobs);
        return result;
    });
}

void JobQueue::setTrouble(const Error &trouble)
{
    if (trouble.code == m_trouble.code && trouble.detail == m_trouble.detail)
        return;
    m_trouble = trouble;
    emit troubleChanged(trouble);
}

void JobQueue::announceChange(const Jobs &jobs)
{
    emit changed(jobs);
}

void JobQueue::announceWork(const Jobs &jobs)
{
    emit changed(jobs);
    emit workWanted(jobs);
}

void JobQueue::announceProgress(JobId id, Progress progress)
{
    emit progressed(id, progress);
}

QString toText(JobState state)
{
    return QString::fromLatin1(stateWords.at(size_t(int(state) - firstState)));
}

std::optional<JobState> jobStateFrom(const QString &text)
{
    for (size_t i = 0; i < stateWords.size(); ++i) {
        if (text == QLatin1StringView(stateWords.at(i)))
            return JobState(int(i) + firstState);
    }
    return {};
}

} // namespace respool
