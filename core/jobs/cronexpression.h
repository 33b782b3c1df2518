// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <bitset>
#include <optional>

class QDate;

namespace respool {

class WallClock;

// The five time fields of crontab(5) as Vixie cron reads them: minute, hour, day of month, month,
// day of week (0 and 7 are Sunday). A value; any thread. Names have three letters, any case, and
// may stand in ranges; in a range that ends with it sun is the seventh day: fri-sun.
//
// Where both day fields are restricted, that is, without a *, a day that matches one of them is
// enough; else it must match both. (*/2 has a *.)
//
// When the clock changes, cron(8) says: jobs at a particular time that was skipped run soon after
// the change, and those in a repeated time do not run again, but wildcards follow the new time at
// once. Here the hour field decides which of the two an expression is. A * in the minute field
// alone does not make it a wildcard, as it does in cron: "*/15 2 * * *" would lose the night on
// which 02:00 to 03:00 is skipped. Skipped times of one gap run once together, when it ends, and
// a day that is skipped as a whole has no run.
class CronExpression
{
public:
    // InvalidArgument: names the field, what is wrong in it and what is allowed; also for an
    // expression that never comes due, like the 30th of February.
    static Result<CronExpression> parse(const QString &text);
    QString toText() const { return m_text; } // lower case, one space between fields

    // The first due instant after afterMs (UTC ms) by the clock on that wall.
    qint64 next(qint64 afterMs, const WallClock &clock) const;

private:
    CronExpression() = default;
    bool fallsOn(QDate date) const;
    std::optional<int> minuteFrom(int minuteOfDay) const;
    std::optional<qint64> nextShown(qint64 wallMs) const;
    qint64 nextFixed(qint64 afterMs, const WallClock &clock) const;
    qint64 nextWildcard(qint64 afterMs, const WallClock &clock) const;

    QString m_text;
    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_days;
    std::bitset<13> m_months;
    std::bitset<8> m_weekdays; // from Monday = 1 to Sunday = 7, as QDate has them
    bool m_anyHour = false;    // a * in the hour field
    bool m_eitherDay = false;  // both day fields are restricted
};

} // namespace respool
