// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobrunner.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/jobs/crashmark.h"
#include "core/jobs/jobqueue.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

JobRunner::JobRunner(Database &database, const Clock &clock, JobQueue &queue, const JobKinds &kinds,
                     QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_queue(queue)
    , m_kinds(kinds)
{
    m_tick.setInterval(100);
    m_store.setInterval(2000);
    m_poll.setInterval(1000);
    m_due.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &JobRunner::tick);
    connect(&m_store, &QTimer::timeout, this, &JobRunner::storeProgress);
    connect(&m_poll, &QTimer::timeout, this, &JobRunner::lookForChanges);
    connect(&m_due, &QTimer::timeout, this, &JobRunner::claim);
}

JobRunner::~JobRunner()
{
    stop();
}

Result<> JobRunner::start(int threads, const QList<QString> &kinds, const QString &crashFile)
{
    m_active = kinds.isEmpty() ? m_kinds.keys() : kinds;
    for (const QString &kind : std::as_const(m_active)) {
        if (!m_kinds.contains(kind))
            return fail(ErrorCode::InvalidArgument,
                        u"there is no kind of job '%1'; there are: %2"_s.arg(
                            kind, QStringList(m_kinds.keys()).join(u", "_s)));
    }
    m_pool.setMaxThreadCount(std::max(1, threads));
    TRY_LET(const QSet<qint64> blamed, CrashMark::install(crashFile));
    Orphans orphans;
    TRY(m_database.wait([&](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY_LET(m_worker,
                store.addWorker(QSysInfo::machineHostName(), QCoreApplication::applicationPid()));
        TRY_LET(orphans, store.requeueOrphans(m_worker.id, blamed));
        for (const JobId id : std::as_const(orphans.parked)) {
            TRY_LET(const JobRecord job, store.byId(id));
            if (const JobKind kind = m_kinds.value(job.kind); kind.giveUp)
                TRY(kind.giveUp(connection, job));
        }
        for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind)
            TRY(store.unpark(kind.key(), kind->version));
        return {};
    }));
    TRY(CrashMark::clear());
    if (!orphans.requeued.isEmpty() || !orphans.parked.isEmpty())
        qInfo("the last worker died: %lld jobs go on, %lld are parked",
              qlonglong(orphans.requeued.size()), qlonglong(orphans.parked.size()));
    connect(&m_queue, &JobQueue::workWanted, this, &JobRunner::lookForWork);
    m_poll.start();
    claim();
    return {};
}

void JobRunner::stop()
{
    if (m_stopping || m_worker.id == 0)
        return;
    m_stopping = true;
    for (QTimer *timer : {&m_tick, &m_store, &m_poll, &m_due})
        timer->stop();
    for (const auto &run : std::as_const(m_running))
        run->interrupt();
    m_pool.waitForDone();
    // What a claim that was under way has taken goes back unrun, together with the worker's end.
    const auto ended = m_database.wait([this](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY(connection.run(u"job_release_all"_s,
                           {{u"worker"_s, m_worker.id}, {u"now"_s, m_clock.nowMs()}}));
        return store.endWorker(m_worker.id);
    });
    if (!ended)
        qWarning("the worker's end cannot be written: %s", qPrintable(ended.error().detail));
}

void JobRunner::claim()
{
    if (m_stopping)
        return;
    if (m_claiming) {
        m_claimAgain = true;
        return;
    }
    const int freeThreads = m_pool.maxThreadCount() - int(m_running.size());
    if (freeThreads <= 0)
        return;
    QHash<QString, int> room;
    for (const QString &kind : std::as_const(m_active))
        room.insert(kind, m_kinds.value(kind).limit);
    for (const auto &run : std::as_const(m_running))
        --room[run->job().kind];

    m_claiming = true;
    m_idle = false;
    auto next = std::make_shared<std::optional<qint64>>();
    m_database
        .write([this, freeThreads, room, next](Connection &connection) -> Result<QList<JobRecord>> {
            TRY_LET(QList<JobRecord> jobs, claimBatch(connection, freeThreads, room));
            TRY_LET(*next, JobStore(connection, m_clock).nextDueMs());
            return jobs;
        })
        .then(this, [this, freeThreads, next](const Result<QList<JobRecord>> &claimed) {
            m_claiming = false;
            if (m_stopping)
                return;
            if (!claimed) {
                qWarning("no job can be claimed: %s", qPrintable(claimed.error().detail));
                m_due.start(1000);
                return;
            }
            for (const JobRecord &job : *claimed)
                begin(job);
            if (*next)
                m_due.start(int(std::clamp<qint64>(**next - m_clock.nowMs(), 1, 60'000)));
            if (!claimed->isEmpty())
                m_queue.announceChange();
            if (std::exchange(m_claimAgain, false))
                return claim();
            if (claimed->size() < freeThreads)
                m_idle = true;
            if (isIdle())
                emit idle();
        });
}

// Runs on a database thread and touches only what never changes after start().
Result<QList<JobRecord>> JobRunner::claimBatch(Connection &connection, int freeThreads,
                                               const QHash<QString, int> &room) const
{
    JobStore store(connection, m_clock);
    TRY(store.promoteDue());
    TRY(store.parkUnknown({m_kinds.keyBegin(), m_kinds.keyEnd()}));
    QList<JobRecord> jobs;
    QHash<QString, int> left = room;
    while (jobs.size() < freeThreads) {
        QList<QString> kinds;
        for (auto kind = left.cbegin(); kind != left.cend(); ++kind) {
            if (*kind > 0)
                kinds << kind.key();
        }
        TRY_LET(std::optional<JobRecord> job, store.claim(m_worker, kinds));
        if (!job)
            break;
        --left[job->kind];
        if (job->version > m_kinds.value(job->kind).version) {
            const Error newer{
                ErrorCode::NewerVersion,
                u"job %1 was made by a newer Respool, which will run it"_s.arg(job->id.value)};
            TRY(store.finish(*job, m_worker.id, {.state = JobState::Parked, .spared = true},
                             newer));
            continue;
        }
        jobs << *std::move(job);
    }
    faultPoint("job.claimed");
    return jobs;
}

void JobRunner::begin(const JobRecord &job)
{
    auto run =
        std::make_shared<JobRun>(m_database, m_clock, m_worker.id, job, m_kinds.value(job.kind));
    m_running.insert(job.id.value, run);
    m_tick.start();
    m_store.start();
    m_pool.start([this, run] {
        run->execute();
        QMetaObject::invokeMethod(this, [this, id = run->job().id] { ended(id); });
    });
}

void JobRunner::ended(JobId id)
{
    tick();
    m_running.remove(id.value);
    if (m_running.isEmpty()) {
        m_tick.stop();
        m_store.stop();
    }
    m_queue.announceChange();
    emit recordsChanged();
    claim();
}

void JobRunner::tick()
{
    for (const auto &run : std::as_const(m_running)) {
        if (const auto progress = run->freshProgress())
            m_queue.announceProgress(run->job().id, *progress);
    }
}

void JobRunner::storeProgress()
{
    QList<std::pair<JobRecord, Progress>> all;
    for (const auto &run : std::as_const(m_running))
        all << std::pair(run->job(), run->lastProgress());
    m_database.note(
        [all, worker = m_worker.id, &clock = m_clock](Connection &connection) -> Result<> {
            JobStore store(connection, clock);
            for (const auto &[job, progress] : all)
                TRY(store.setProgress(job, progress));
            return store.seeWorker(worker);
        });
}

void JobRunner::lookForChanges()
{
    m_database.changeMark().then(this, [this](const Result<qint64> &mark) {
        if (!mark || *mark == m_changeMark)
            return;
        m_changeMark = *mark;
        m_queue.announceChange();
        lookForWork();
    });
}

void JobRunner::lookForWork()
{
    if (m_stopping)
        return;
    if (!m_running.isEmpty()) {
        m_database
            .read([worker = m_worker.id, &clock = m_clock](Connection &connection) {
                return JobStore(connection, clock).cancelRequests(worker);
            })
            .then(this, [this](const Result<QList<JobId>> &wanted) {
                if (!wanted)
                    return;
                for (const JobId id : *wanted) {
                    if (const auto run = m_running.value(id.value))
                        run->cancel();
                }
            });
    }
    claim();
}

} // namespace respool
