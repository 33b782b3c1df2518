// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/jobs/schedule.h"
#include "core/jobs/workrule.h"

#include <QFuture>
#include <QObject>

namespace respool {

class Clock;
class Database;
class JobQueue;

// When work is done, as window and CLI see it: the schedules that enqueue jobs and the rules that
// hold them. Lives on the main thread; every call answers by a future, and its changes are on disk
// when that future ends.
class Timetable final : public QObject
{
    Q_OBJECT

public:
    Timetable(Database &database, const Clock &clock, JobQueue &queue, const JobKinds &kinds,
              const ScheduleActions &actions, QObject *parent = nullptr);

    QFuture<Result<QList<ScheduleRecord>>> schedules();                    // by name
    QFuture<Result<ScheduleRecord>> schedule(const QString &nameOrNumber); // Errors: NotFound
    QFuture<Result<QList<ScheduleRun>>> runs(ScheduleId id, int limit);    // newest first
    // Errors: InvalidArgument (rule, zone, action, payload), NotFound (what it is about), Conflict.
    QFuture<Result<ScheduleId>> addSchedule(const ScheduleSpec &spec);
    QFuture<Result<>> removeSchedule(ScheduleId id);
    QFuture<Result<>> enableSchedule(ScheduleId id, bool enabled);
    // Now, whatever its rule says. Errors: NotFound, those of the action.
    QFuture<Result<ScheduleRun>> runSchedule(ScheduleId id);

    QFuture<Result<QList<WorkRule>>> rules();
    QFuture<Result<WorkHolds>> holds(); // what the rules mean now
    // In the place of the one for its kind. Errors: InvalidArgument (an unknown kind).
    QFuture<Result<>> setRule(const WorkRule &rule);
    QFuture<Result<>> removeRule(const QString &kind); // Errors: NotFound

private:
    template <typename F>
    auto ask(F question);
    template <typename F>
    auto change(F work);

    Database &m_database;
    const Clock &m_clock;
    JobQueue &m_queue;
    const JobKinds &m_kinds;
    const ScheduleActions &m_actions;
};

} // namespace respool
