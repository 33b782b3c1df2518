// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDate>

#include <bitset>

namespace respool {

// Days of the week as a rule names them: "mon", "mon,thu", "mon-fri"; "fri-mon" goes over the end
// of the week. Any case. An empty set has no text.
class Weekdays
{
public:
    Weekdays() = default;
    static Weekdays all();
    static Result<Weekdays> parse(const QString &text);
    QString toText() const; // "mon-fri", "mon,thu"

    bool contains(QDate date) const { return m_days.test(date.dayOfWeek() - 1); }
    bool isAll() const { return m_days.all(); }

private:
    std::bitset<7> m_days; // from Monday on
};

// A time of day in minutes, "03:00" or "3:00"; up to 24:00, the end of the day, where a rule can
// mean that.
Result<int> parseMinuteOfDay(const QString &text);
QString minuteOfDayText(int minutes);

} // namespace respool
