// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/timetable.h"

#include "core/base/clock.h"
#include "core/base/user.h"
#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/scheduler.h"
#include "core/jobs/schedulestore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Timetable::Timetable(Database &database, const Clock &clock, JobQueue &queue, const JobKinds &kinds,
                     const ScheduleActions &actions, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_queue(queue)
    , m_kinds(kinds)
    , m_actions(actions)
{}

// The answers come by way of this object, on its thread, as those of the queue do.
template <typename F>
auto Timetable::ask(F question)
{
    return m_database.read(std::move(question)).on(this);
}

template <typename F>
auto Timetable::change(F work)
{
    using R = std::invoke_result_t<F, Connection &>;
    return m_database.write(std::move(work)).then(this, [this](const R &result) {
        m_queue.announceWork();
        return result;
    });
}

QFuture<Result<QList<ScheduleRecord>>> Timetable::schedules()
{
    return ask([&clock = m_clock](Connection &connection) {
        return ScheduleStore(connection, clock).all();
    });
}

QFuture<Result<ScheduleRecord>> Timetable::schedule(const QString &nameOrNumber)
{
    return ask([&clock = m_clock, nameOrNumber](Connection &connection) {
        return ScheduleStore(connection, clock).byName(nameOrNumber);
    });
}

QFuture<Result<QList<ScheduleRun>>> Timetable::runs(ScheduleId id, int limit)
{
    return ask([&clock = m_clock, id, limit](Connection &connection) {
        return ScheduleStore(connection, clock).runs(id, limit);
    });
}

QFuture<Result<ScheduleId>> Timetable::addSchedule(const ScheduleSpec &spec)
{
    return change([this, spec](Connection &connection) -> Result<ScheduleId> {
        const auto action = m_actions.constFind(spec.action);
        if (action == m_actions.cend())
            return fail(ErrorCode::InvalidArgument,
                        u"a schedule cannot '%1'; it can: %2"_s.arg(
                            spec.action, QStringList(m_actions.keys()).join(u", "_s)));
        TRY(action->check(connection, spec.payload));
        return ScheduleStore(connection, m_clock).add(spec, userName());
    });
}

QFuture<Result<>> Timetable::removeSchedule(ScheduleId id)
{
    return change([this, id](Connection &connection) {
        return ScheduleStore(connection, m_clock).remove(id);
    });
}

QFuture<Result<>> Timetable::enableSchedule(ScheduleId id, bool enabled)
{
    return change([this, id, enabled](Connection &connection) {
        return ScheduleStore(connection, m_clock).setEnabled(id, enabled);
    });
}

QFuture<Result<ScheduleRun>> Timetable::runSchedule(ScheduleId id)
{
    return change([this, id](Connection &connection) -> Result<ScheduleRun> {
        TRY_LET(const ScheduleRecord schedule, ScheduleStore(connection, m_clock).byId(id));
        return respool::runSchedule(connection, m_clock, m_actions, schedule, m_clock.nowMs());
    });
}

QFuture<Result<QList<WorkRule>>> Timetable::rules()
{
    return ask([](Connection &connection) { return WorkRuleStore(connection).all(); });
}

QFuture<Result<WorkHolds>> Timetable::holds()
{
    return ask([&clock = m_clock](Connection &connection) {
        return WorkRuleStore(connection).holds(clock.nowMs());
    });
}

QFuture<Result<>> Timetable::setRule(const WorkRule &rule)
{
    return change([this, rule](Connection &connection) -> Result<> {
        TRY(checkKindOrAll(m_kinds, rule.kind));
        return WorkRuleStore(connection).set(rule);
    });
}

QFuture<Result<>> Timetable::removeRule(const QString &kind)
{
    return change(
        [kind](Connection &connection) { return WorkRuleStore(connection).remove(kind); });
}

} // namespace respool
