// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QTimeZone>

#include <optional>

class QDate;
class QTime;

namespace respool {

// The clock on the wall of one time zone: which instants show a local date and time. A value; any
// thread; does not know what time it is.
//
// An instant is utcMs, milliseconds since the epoch. What the wall shows is wallMs, the same count
// read off the wall's date and time: 86,400,000 a day, whatever the zone does. Where the clock goes
// forward, wall times are skipped; where it goes back, they are shown twice. QDateTime leaves open
// what it makes of either, so both are worked out here, from the offsets of the zone alone.
class WallClock
{
public:
    static constexpr qint64 minuteMs = 60'000;
    static constexpr qint64 dayMs = 86'400'000;

    WallClock() = default; // UTC

    // zone: an IANA id, such as Europe/Berlin. InvalidArgument: there is none of that name.
    static Result<WallClock> in(const QString &zone);
    QString zone() const { return QString::fromLatin1(m_zone.id()); }

    static qint64 wallMs(QDate date, QTime time);
    // The start of the day that wallMs falls on.
    static qint64 dayOf(qint64 wallMs);

    qint64 shownAt(qint64 utcMs) const;
    // The latest time that was shown up to and at utcMs: while a repeated hour is shown again, the
    // one before the clock went back. Never falls as utcMs grows.
    qint64 reachedBy(qint64 utcMs) const;

    // The first instant at which the wall shows wallMs or has just skipped it: then it is the one
    // at which the gap ends. Never falls as wallMs grows.
    qint64 firstAt(qint64 wallMs) const;
    // The second instant that shows wallMs, where the clock goes back over it.
    std::optional<qint64> againAt(qint64 wallMs) const;
    // False: the zone skips the whole day of wallMs, as Pacific/Apia did with 2011-12-30.
    bool hasDay(qint64 wallMs) const;

    // The first instant after utcMs from which on the wall's distance to UTC is another one.
    std::optional<qint64> nextShift(qint64 utcMs) const;

private:
    explicit WallClock(const QTimeZone &zone);
    qint64 offsetMs(qint64 utcMs) const;
    QList<qint64> shifts(qint64 fromMs, qint64 toMs) const;

    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace respool
