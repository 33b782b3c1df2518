// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/schedule.h"

namespace respool {

class Clock;
class Row;

// The SQL of the schedules. Plain synchronous calls, made on a database thread.
class ScheduleStore
{
public:
    ScheduleStore(Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {}

    // Errors: InvalidArgument (rule, zone), Conflict (the name).
    Result<ScheduleId> add(const ScheduleSpec &spec, const QString &who);
    Result<> remove(ScheduleId id); // Errors: NotFound
    // Runs that came due while it was off are not made up for. Errors: NotFound.
    Result<> setEnabled(ScheduleId id, bool enabled);

    Result<QList<ScheduleRecord>> all();                       // by name
    Result<ScheduleRecord> byId(ScheduleId id);                // Errors: NotFound
    Result<ScheduleRecord> byName(const QString &name);        // or by number. Errors: NotFound.
    Result<QList<ScheduleRun>> runs(ScheduleId id, int limit); // newest first

    Result<QList<ScheduleRecord>> due();
    Result<std::optional<qint64>> nextDueMs();
    // false: this run has happened already.
    Result<bool> addRun(ScheduleId id, const ScheduleRun &run);
    Result<> setNext(ScheduleId id, qint64 nextMs);
    // After the clock was set back: no interval is longer than it was meant to be.
    Result<> mend();

private:
    Result<QList<ScheduleRecord>> read(const QString &query, const QVariantHash &binds);

    Connection &m_connection;
    const Clock &m_clock;
};

} // namespace respool
