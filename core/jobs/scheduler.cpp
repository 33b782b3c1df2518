// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/scheduler.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "core/jobs/schedulerule.h"
#include "core/jobs/schedulestore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 longestSleepMs = 60'000;
constexpr int againMs = 1000; // after an error of the database

// The batch of the last run, if it has not ended.
Result<std::optional<BatchId>> goingOn(Connection &connection, const Clock &clock,
                                       const ScheduleRecord &schedule)
{
    if (!schedule.last || schedule.last->batch.value == 0)
        return std::optional<BatchId>();
    const auto unfinished = JobStore(connection, clock).unfinished(schedule.last->batch);
    if (!unfinished && unfinished.error().code == ErrorCode::NotFound)
        return std::optional<BatchId>(); // its history has been pruned
    TRY(unfinished);
    return *unfinished > 0 ? std::optional(schedule.last->batch) : std::nullopt;
}

// Says that the run has failed, so that the next one is not held up.
Result<> noteFailure(Connection &connection, const Clock &clock, const ScheduleRecord &schedule,
                     qint64 dueMs, const Error &error)
{
    ScheduleStore store(connection, clock);
    TRY(store.addRun(schedule.id, {dueMs, clock.nowMs(), {}, error}));
    const auto rule = ScheduleRule::parse(schedule.spec.rule, schedule.spec.zone);
    return store.setNext(schedule.id, rule ? rule->next(dueMs) : 0);
}

// The latest due time that has come; those before it were missed and become this one.
qint64 latestDue(const ScheduleRecord &schedule, qint64 nowMs)
{
    const auto rule = ScheduleRule::parse(schedule.spec.rule, schedule.spec.zone);
    return rule ? rule->latest(schedule.nextMs, nowMs) : schedule.nextMs;
}

} // namespace

Result<ScheduleRun> runSchedule(Connection &connection, const Clock &clock,
                                const ScheduleActions &actions, const ScheduleRecord &schedule,
                                qint64 dueMs)
{
    ScheduleStore store(connection, clock);
    TRY_LET(const ScheduleRule rule, ScheduleRule::parse(schedule.spec.rule, schedule.spec.zone));
    const auto action = actions.constFind(schedule.spec.action);
    if (action == actions.cend())
        return fail(ErrorCode::UnknownKind,
                    u"this program does not know how to '%1'"_s.arg(schedule.spec.action));
    ScheduleRun run{dueMs, clock.nowMs(), {}, {}};
    TRY_LET(const auto before, goingOn(connection, clock, schedule));
    if (before) {
        run.error = {ErrorCode::Busy,
                     u"batch %1 of the run before had not ended"_s.arg(before->value)};
    } else {
        TRY_LET(run.batch, action->enqueue(connection, schedule));
    }
    faultPoint("schedule.enqueued");
    TRY_LET(const bool isFirst, store.addRun(schedule.id, run));
    if (!isFirst)
        return fail(ErrorCode::Conflict, u"this run has happened already"_s);
    if (schedule.nextMs > 0 && schedule.nextMs <= dueMs)
        TRY(store.setNext(schedule.id, rule.next(dueMs)));
    return run;
}

Scheduler::Scheduler(Database &database, const Clock &clock, JobQueue &queue,
                     const ScheduleActions &actions, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_queue(queue)
    , m_actions(actions)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Scheduler::look);
}

void Scheduler::start()
{
    connect(&m_queue, &JobQueue::workWanted, this, &Scheduler::look);
    clockJumped(); // it may have been set while nobody worked
}

void Scheduler::clockJumped()
{
    m_database
        .write([&clock = m_clock](Connection &connection) {
            return ScheduleStore(connection, clock).mend();
        })
        .then(this, [this](const Result<> &) { look(); });
}

void Scheduler::look()
{
    if (std::exchange(m_looking, true)) {
        m_lookAgain = true;
        return;
    }
    m_database
        .read([&clock = m_clock](Connection &connection) {
            return ScheduleStore(connection, clock).due();
        })
        .then(this, [this](const Result<QList<ScheduleRecord>> &due) {
            if (due) {
                runAll(*due);
            } else {
                m_looking = false;
                m_due.start(againMs);
            }
        });
}

// Each in a transaction of its own, the failures in a second one: what an action has enqueued
// before it failed must not stay.
void Scheduler::runAll(const QList<ScheduleRecord> &due)
{
    for (const ScheduleRecord &schedule : due) {
        const qint64 dueMs = latestDue(schedule, m_clock.nowMs());
        m_database
            .write([this, schedule, dueMs](Connection &connection) {
                return runSchedule(connection, m_clock, m_actions, schedule, dueMs);
            })
            .then(this, [this, schedule, dueMs](const Result<ScheduleRun> &run) {
                if (run) {
                    m_queue.announceWork();
                    return;
                }
                qWarning("schedule '%s': %s", qPrintable(schedule.spec.name),
                         qPrintable(run.error().detail));
                m_database.write(
                    [this, schedule, dueMs, error = run.error()](Connection &connection) {
                        return noteFailure(connection, m_clock, schedule, dueMs, error);
                    });
            });
    }
    m_database
        .write([&clock = m_clock](Connection &connection) {
            return ScheduleStore(connection, clock).nextDueMs();
        })
        .then(this, [this](const Result<std::optional<qint64>> &next) {
            m_looking = false;
            sleepUntil(next ? *next : m_clock.nowMs() + againMs);
            if (std::exchange(m_lookAgain, false))
                look();
        });
}

void Scheduler::sleepUntil(std::optional<qint64> nextMs)
{
    if (!nextMs)
        return m_due.stop();
    m_due.start(int(std::clamp<qint64>(*nextMs - m_clock.nowMs(), 1, longestSleepMs)));
}

} // namespace respool
