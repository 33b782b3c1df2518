// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What JobRunner keeps an eye on: the progress of its jobs, what other processes have committed and
// what the user wants, the clock, and the hours in which work may be done.

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"

#include <algorithm>

namespace respool {

namespace {

constexpr qint64 jumpMs = 3000;  // what two clocks may part by from one poll to the next
constexpr qint64 powerMs = 5000; // how late the battery may be noticed

} // namespace

void JobRunner::tick()
{
    for (const auto &run : std::as_const(m_running)) {
        if (const auto progress = run->freshProgress())
            m_queue.announceProgress(run->job().id, *progress);
        if (const auto trouble = run->freshTrouble())
            m_queue.setTrouble(*trouble);
    }
}

void JobRunner::storeProgress()
{
    QList<std::pair<JobRecord, Progress>> all;
    for (const auto &run : std::as_const(m_running)) {
        if (const auto progress = run->unstoredProgress())
            all << std::pair(run->job(), *progress);
    }
    m_database
        .note([all, worker = m_worker.id, &clock = m_clock](Connection &connection) -> Result<> {
            JobStore store(connection, clock);
            for (const auto &[job, progress] : all)
                TRY(store.setProgress(job, progress));
            return store.seeWorker(worker);
        })
        .then(this, [this](const Result<> &stored) {
            if (!stored)
                m_queue.setTrouble(stored.error());
        });
}

void JobRunner::poll()
{
    watchClock();
    lookForChanges();
}

// Timers stand still while the machine sleeps, and what is due by the clock may have come near or
// gone far when the clock is set.
void JobRunner::watchClock()
{
    const qint64 now = m_clock.nowMs();
    const qint64 jumped = now - m_wallMs - m_elapsed.restart();
    m_wallMs = now;
    if (std::abs(jumped) < jumpMs)
        return;
    m_database
        .write([&clock = m_clock](Connection &connection) {
            return JobStore(connection, clock).promoteStuck();
        })
        .then(this, [this](const Result<int> &) {
            emit clockJumped();
            watchHolds();
            lookForWork();
        });
}

void JobRunner::watchHolds()
{
    m_database
        .read([&clock = m_clock](Connection &connection) {
            return WorkRuleStore(connection).holds(clock.nowMs());
        })
        .then(this, [this](const Result<WorkHolds> &holds) {
            if (!holds)
                return m_hold.start(pollMs);
            obey(*holds);
            claim();
        });
}

// A job that may not go on any more stops at its next safe point and waits in the queue.
void JobRunner::obey(const WorkHolds &holds)
{
    for (const auto &run : std::as_const(m_running)) {
        if (holds.holdsKind(run->job().kind))
            run->interrupt();
    }
    qint64 sleep = longestSleepMs;
    if (holds.nextChangeMs)
        sleep = std::min(sleep, *holds.nextChangeMs - m_clock.nowMs());
    if (holds.watchesPower)
        sleep = std::min<qint64>(sleep, powerMs);
    if (holds.nextChangeMs || holds.watchesPower)
        m_hold.start(int(std::max<qint64>(1, sleep)));
    else
        m_hold.stop();
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
                return JobStore(connection, clock).wishes(worker);
            })
            .then(this, [this](const Result<QHash<qint64, JobWish>> &wishes) {
                if (!wishes)
                    return;
                for (auto wish = wishes->cbegin(); wish != wishes->cend(); ++wish) {
                    if (const auto run = m_running.value(wish.key()))
                        run->heed(*wish);
                }
            });
        watchHolds(); // a rule may be new
    }
    claim();
}

} // namespace respool
