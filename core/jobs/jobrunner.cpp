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

namespace {

constexpr int stopMs = 4000; // of the five seconds that a stop may take

} // namespace

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
    m_poll.setInterval(pollMs);
    m_due.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &JobRunner::tick);
    connect(&m_store, &QTimer::timeout, this, &JobRunner::storeProgress);
    connect(&m_poll, &QTimer::timeout, this, &JobRunner::poll);
    connect(&m_due, &QTimer::timeout, this, &JobRunner::claim);
    m_hold.setSingleShot(true);
    connect(&m_hold, &QTimer::timeout, this, &JobRunner::watchHolds);
}

JobRunner::~JobRunner()
{
    stop();
}

Result<> JobRunner::start(int threads, const QList<QString> &kinds, const QString &crashFile)
{
    m_active = kinds.isEmpty() ? m_kinds.keys() : kinds;
    for (const QString &kind : std::as_const(m_active))
        TRY(checkKindOrAll(m_kinds, kind));
    m_pool.setMaxThreadCount(std::max(1, threads));
    TRY(begin(crashFile));
    connect(&m_queue, &JobQueue::workWanted, this, &JobRunner::lookForWork);
    connect(&m_queue, &JobQueue::workComing, this, &JobRunner::claim);
    m_wallMs = m_clock.nowMs();
    m_elapsed.start();
    m_poll.start();
    claim();
    return {};
}

// Takes over what the last worker left behind.
Result<> JobRunner::begin(const QString &crashFile)
{
    TRY_LET(const QSet<qint64> blamed, CrashMark::install(crashFile));
    Orphans orphans;
    TRY(m_database.wait([&](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY_LET(m_worker,
                store.addWorker(QSysInfo::machineHostName(), QCoreApplication::applicationPid()));
        TRY_LET(orphans, store.requeueOrphans(m_worker.id, blamed));
        for (const JobId id : std::as_const(orphans.parked)) {
            TRY_LET(const JobRecord job, store.byId(id));
            const JobKind kind = m_kinds.value(job.kind);
            if (kind.giveUp)
                TRY(kind.giveUp(connection, job));
            if (kind.ended)
                TRY(kind.ended(connection, job, job.state));
        }
        for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind)
            TRY(store.unpark(kind.key(), kind->version));
        TRY(store.promoteStuck());
        return {};
    }));
    TRY(CrashMark::clear());
    tidyUp();
    if (!orphans.requeued.isEmpty() || !orphans.parked.isEmpty())
        qInfo("the last worker died: %lld jobs go on, %lld are parked",
              qlonglong(orphans.requeued.size()), qlonglong(orphans.parked.size()));
    return {};
}

// A job that goes on tidies up after itself.
void JobRunner::tidyUp()
{
    m_pool.start([&database = m_database, &clock = m_clock, kinds = m_kinds] {
        for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind) {
            if (!kind->tidyUp)
                continue;
            const auto died = database.ask([&](Connection &connection) {
                return JobStore(connection, clock).died(kind.key());
            });
            for (const JobRecord &job : died ? *died : QList<JobRecord>())
                kind->tidyUp(job);
        }
    });
}

void JobRunner::setThreads(int threads)
{
    m_pool.setMaxThreadCount(std::max(1, threads));
    claim();
}

int JobRunner::stop()
{
    if (m_stopping || m_worker.id == 0)
        return 0;
    m_stopping = true;
    for (QTimer *timer : {&m_tick, &m_store, &m_poll, &m_due, &m_hold})
        timer->stop();
    for (const auto &run : std::as_const(m_running))
        run->interrupt();
    const bool allDone = m_pool.waitForDone(stopMs);
    QSet<qint64> stuck;
    for (const auto &run : std::as_const(m_running)) {
        if (!run->isOver())
            stuck << run->job().id.value;
    }
    // What a claim that was under way has taken goes back unrun, together with the worker's end.
    const auto ended = m_database.wait([&](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY(store.release(m_worker.id, stuck));
        TRY(store.abandon(m_worker.id));
        return store.endWorker(m_worker.id);
    });
    if (!ended)
        qWarning("the worker's end cannot be written: %s", qPrintable(ended.error().detail));
    return allDone ? 0 : std::max(1, int(stuck.size())); // 1: what tidies up is stuck
}

QList<KindRoom> JobRunner::room() const
{
    QList<KindRoom> all;
    for (const QString &name : m_active) {
        const JobKind kind = m_kinds.value(name);
        KindRoom room{name, kind.limit, kind.laneLimit};
        for (const auto &run : m_running) {
            if (run->job().kind != name)
                continue;
            --room.free;
            ++room.running[run->job().lane];
        }
        all << room;
    }
    return all;
}

void JobRunner::claim()
{
    if (m_stopping)
        return;
    if (m_claiming) {
        m_claimAgain = true;
        return;
    }
    const int most = m_pool.maxThreadCount() - int(m_running.size());
    if (most <= 0)
        return;
    m_claiming = true;
    m_idle = false;
    m_database
        .write([this, most, room = room()](Connection &connection) {
            return claimBatch(connection, most, room);
        })
        .then(this, [this, most](const Result<Claimed> &result) { claimed(result, most); });
}

// Runs on a database thread and touches only what never changes after start().
Result<JobRunner::Claimed> JobRunner::claimBatch(Connection &connection, int most,
                                                 QList<KindRoom> room) const
{
    JobStore store(connection, m_clock);
    TRY(store.promoteDue());
    TRY(store.parkUnknown({m_kinds.keyBegin(), m_kinds.keyEnd()}));
    Claimed claimed;
    TRY_LET(claimed.holds, WorkRuleStore(connection).holds(m_clock.nowMs()));
    room.removeIf([&](const KindRoom &kind) { return claimed.holds.holdsKind(kind.kind); });
    TRY_LET(claimed.jobs, store.claim(m_worker, room, most));
    for (const JobRecord &job : std::as_const(claimed.jobs)) {
        if (job.version <= m_kinds.value(job.kind).version)
            continue;
        const Error newer{
            ErrorCode::NewerVersion,
            u"job %1 was made by a newer Respool, which will run it"_s.arg(job.id.value)};
        TRY(store.finish(job, m_worker.id, {.state = JobState::Parked, .spared = true}, newer));
        claimed.parked << job.id;
    }
    claimed.jobs.removeIf([&](const JobRecord &job) { return claimed.parked.contains(job.id); });
    TRY_LET(claimed.nextDueMs, store.nextDueMs());
    faultPoint("job.claimed");
    return claimed;
}

void JobRunner::claimed(const Result<Claimed> &claimed, int wanted)
{
    m_claiming = false;
    if (m_stopping)
        return;
    m_queue.setTrouble(claimed ? Error() : claimed.error());
    if (!claimed) {
        qWarning("no job can be claimed: %s", qPrintable(claimed.error().detail));
        m_due.start(pollMs);
        return;
    }
    JobQueue::Jobs changed = claimed->parked;
    for (const JobRecord &job : claimed->jobs) {
        run(job);
        changed << job.id;
    }
    obey(claimed->holds);
    if (claimed->nextDueMs)
        m_due.start(
            int(std::clamp<qint64>(*claimed->nextDueMs - m_clock.nowMs(), 1, longestSleepMs)));
    if (!changed.isEmpty())
        m_queue.announceChange(changed);
    // A job of a newer program took the place of one that can be run.
    if (std::exchange(m_claimAgain, false) || !claimed->parked.isEmpty())
        return claim();
    if (claimed->jobs.size() < wanted)
        m_idle = true;
    if (isIdle())
        emit idle();
}

void JobRunner::run(const JobRecord &job)
{
    auto run =
        std::make_shared<JobRun>(m_database, m_clock, m_worker.id, job, m_kinds.value(job.kind));
    if (job.wish != JobWish::None)
        run->heed(job.wish); // it was on its way to stop when its worker died
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
    m_queue.announceChange({id});
    emit recordsChanged();
    claim();
}

} // namespace respool
