// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/schedulestore.h"

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/jobs/schedulerule.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

ScheduleRun runFrom(const Row &row, int column)
{
    return {row.integer(column),
            row.integer(column + 1),
            BatchId{row.integer(column + 2)},
            {ErrorCode(row.integer(column + 3)), row.text(column + 4)}};
}

ScheduleRecord scheduleFrom(const Row &row)
{
    ScheduleRecord schedule;
    schedule.id = ScheduleId{row.integer(0)};
    schedule.spec = {row.text(1), row.text(2), row.bytes(3), row.text(4), row.text(5)};
    schedule.who = row.text(6);
    schedule.createdMs = row.integer(7);
    schedule.enabled = row.integer(8) != 0;
    schedule.nextMs = row.integer(9);
    if (!row.isNull(10))
        schedule.last = runFrom(row, 10);
    return schedule;
}

Failure noSchedule(const QString &which)
{
    return fail(ErrorCode::NotFound,
                u"there is no schedule '%1': see 'schedule list'"_s.arg(which));
}

} // namespace

Result<ScheduleId> ScheduleStore::add(const ScheduleSpec &spec, const QString &who)
{
    if (spec.name.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument, u"a schedule needs a name"_s);
    TRY_LET(const ScheduleRule rule, ScheduleRule::parse(spec.rule, spec.zone));
    const qint64 now = m_clock.nowMs();
    TRY_LET(const qint64 id, m_connection.number(u"schedule_add"_s, {{u"name"_s, spec.name},
                                                                     {u"action"_s, spec.action},
                                                                     {u"payload"_s, spec.payload},
                                                                     {u"rule"_s, rule.toText()},
                                                                     {u"zone"_s, spec.zone},
                                                                     {u"who"_s, who},
                                                                     {u"now"_s, now},
                                                                     {u"next"_s, rule.next(now)}}));
    if (id == 0)
        return fail(
            ErrorCode::Conflict,
            u"there is a schedule '%1' already: remove it or take another name"_s.arg(spec.name));
    return ScheduleId{id};
}

Result<> ScheduleStore::remove(ScheduleId id)
{
    TRY_LET(const int rows, m_connection.run(u"schedule_remove"_s, {{u"id"_s, id.value}}));
    return rows > 0 ? Result<>() : Result<>(noSchedule(QString::number(id.value)));
}

Result<> ScheduleStore::setEnabled(ScheduleId id, bool enabled)
{
    TRY_LET(const ScheduleRecord schedule, byId(id));
    TRY_LET(const ScheduleRule rule, ScheduleRule::parse(schedule.spec.rule, schedule.spec.zone));
    TRY(m_connection.run(u"schedule_enable"_s,
                         {{u"id"_s, id.value}, {u"enabled"_s, int(enabled)}}));
    return setNext(id, rule.next(m_clock.nowMs()));
}

Result<QList<ScheduleRecord>> ScheduleStore::read(const QString &query, const QVariantHash &binds)
{
    QList<ScheduleRecord> schedules;
    TRY(m_connection.read(query, binds, [&](const Row &row) { schedules << scheduleFrom(row); }));
    return schedules;
}

Result<QList<ScheduleRecord>> ScheduleStore::all()
{
    return read(u"schedule_all"_s, {});
}

Result<ScheduleRecord> ScheduleStore::byId(ScheduleId id)
{
    TRY_LET(const auto found, read(u"schedule_by_id"_s, {{u"id"_s, id.value}}));
    return found.isEmpty() ? Result<ScheduleRecord>(noSchedule(QString::number(id.value)))
                           : found.first();
}

Result<ScheduleRecord> ScheduleStore::byName(const QString &name)
{
    TRY_LET(const auto found, read(u"schedule_by_name"_s, {{u"name"_s, name}}));
    if (!found.isEmpty())
        return found.first();
    bool isNumber = false;
    const ScheduleId id{name.toLongLong(&isNumber)};
    return isNumber ? byId(id) : Result<ScheduleRecord>(noSchedule(name));
}

Result<QList<ScheduleRun>> ScheduleStore::runs(ScheduleId id, int limit)
{
    QList<ScheduleRun> runs;
    TRY(m_connection.read(u"schedule_runs"_s, {{u"id"_s, id.value}, {u"limit"_s, limit}},
                          [&](const Row &row) { runs << runFrom(row, 0); }));
    return runs;
}

Result<QList<ScheduleRecord>> ScheduleStore::due()
{
    return read(u"schedule_due"_s, {{u"now"_s, m_clock.nowMs()}});
}

Result<std::optional<qint64>> ScheduleStore::nextDueMs()
{
    TRY_LET(const qint64 next, m_connection.number(u"schedule_next"_s, {}, -1));
    return next < 0 ? std::optional<qint64>() : next;
}

Result<bool> ScheduleStore::addRun(ScheduleId id, const ScheduleRun &run)
{
    TRY_LET(const int rows,
            m_connection.run(u"schedule_run_add"_s, {{u"id"_s, id.value},
                                                     {u"due"_s, run.dueMs},
                                                     {u"ran"_s, run.ranMs},
                                                     {u"batch"_s, run.batch.value},
                                                     {u"code"_s, int(run.error.code)},
                                                     {u"text"_s, run.error.detail}}));
    return rows > 0;
}

Result<> ScheduleStore::setNext(ScheduleId id, qint64 nextMs)
{
    TRY(m_connection.run(u"schedule_set_next"_s, {{u"id"_s, id.value}, {u"next"_s, nextMs}}));
    return {};
}

Result<> ScheduleStore::mend()
{
    const qint64 now = m_clock.nowMs();
    TRY_LET(const QList<ScheduleRecord> schedules, all());
    for (const ScheduleRecord &schedule : schedules) {
        const auto rule = ScheduleRule::parse(schedule.spec.rule, schedule.spec.zone);
        if (rule && rule->intervalMs() && schedule.nextMs > now + *rule->intervalMs())
            TRY(setNext(schedule.id, now + *rule->intervalMs()));
    }
    return {};
}

} // namespace respool
