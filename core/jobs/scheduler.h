// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/schedule.h"

#include <QObject>
#include <QTimer>

namespace respool {

class Clock;
class Database;
class JobQueue;

// Runs the schedules that come due: enqueues their work, once for each due time, whatever happens
// to the process, the machine or its clock. Runs that were missed become one. Lives on the main
// thread of the worker; does not know what the actions do.
class Scheduler final : public QObject
{
    Q_OBJECT

public:
    Scheduler(Database &database, const Clock &clock, JobQueue &queue,
              const ScheduleActions &actions, QObject *parent = nullptr);

    void start();
    void look();        // something may have come due
    void clockJumped(); // the clock was set, or the machine has slept
    bool isLooking() const { return m_looking; }

private:
    void runAll(const QList<ScheduleRecord> &due);
    void sleepUntil(std::optional<qint64> nextMs);

    Database &m_database;
    const Clock &m_clock;
    JobQueue &m_queue;
    const ScheduleActions &m_actions;
    QTimer m_due;
    bool m_looking = false;
    bool m_lookAgain = false;
};

// Runs one schedule for one due time in the given transaction. A run whose predecessor goes on yet
// enqueues nothing and says so. Database thread. Errors: those of the action; nothing is kept then.
Result<ScheduleRun> runSchedule(Connection &connection, const Clock &clock,
                                const ScheduleActions &actions, const ScheduleRecord &schedule,
                                qint64 dueMs);

} // namespace respool
