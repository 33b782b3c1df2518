// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/cronexpression.h"
#include "core/jobs/wallclock.h"

#include <optional>

namespace respool {

// When a schedule comes due. A value; any thread; does not know what it enqueues or what time it
// is. Times of day are those of the clock on the wall in its zone, as CronExpression explains;
// an interval is real time, counted from the run before.
//   every 15m | 6h | 2d      at least a minute
//   daily 03:00
//   weekly mon,thu 03:00     days as in Weekdays
//   cron 0 3 * * mon-fri     the five fields of crontab(5)
class ScheduleRule
{
public:
    // zone: an IANA id; an interval needs one as well, so that rules can be changed into each
    // other. InvalidArgument: says what is wrong and what is allowed.
    static Result<ScheduleRule> parse(const QString &text, const QString &zone);
    QString toText() const { return m_text; } // what parse() takes, in its plainest form
    QString zone() const { return m_clock.zone(); }

    // The first due time after afterMs (UTC ms); for an interval that is afterMs plus it.
    qint64 next(qint64 afterMs) const;
    // Given that dueMs is due, the latest due time up to nowMs; dueMs itself, if nowMs is before
    // it. Whoever was away runs that one and counts those before it as missed.
    qint64 latest(qint64 dueMs, qint64 nowMs) const;
    // Nothing for a rule that goes by the wall clock.
    std::optional<qint64> intervalMs() const { return m_intervalMs; }

private:
    ScheduleRule() = default;
    Result<> read(const QString &kind, const QString &rest);
    Result<> readInterval(const QString &text);

    QString m_text;
    WallClock m_clock;
    std::optional<qint64> m_intervalMs;   // this one
    std::optional<CronExpression> m_cron; // or that one
};

} // namespace respool
