// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/wallclock.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// More than the distance of any wall to UTC, and than any step of a clock: Apia's was a day.
constexpr qint64 reachMs = 26 * 3'600'000LL;

QDateTime instant(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC);
}

// isTimeZoneIdAvailable() knows the places of the map only, and so neither Etc/UTC nor the older
// names of a place, which systems are set to. QTimeZone itself takes more than there is: it reads
// a word without a slash as a POSIX rule, and follows a path. So a name with a slash is taken by
// its shape and if QTimeZone finds it.
bool isZone(const QString &zone)
{
    if (QTimeZone::isTimeZoneIdAvailable(zone.toLatin1()))
        return true;
    static const QRegularExpression shape(u"^[A-Z][A-Za-z_]*(/[A-Z][A-Za-z0-9_+-]*)+$"_s);
    return shape.match(zone).hasMatch() && QTimeZone(zone.toLatin1()).isValid();
}

} // namespace

WallClock::WallClock(const QTimeZone &zone)
    : m_zone(zone)
{}

Result<WallClock> WallClock::in(const QString &zone)
{
    if (isZone(zone))
        return WallClock(QTimeZone(zone.toLatin1()));
    return fail(ErrorCode::InvalidArgument,
                u"no time zone \"%1\": give an IANA id such as Europe/Berlin or UTC; if it is one, "
                "install or update the package tzdata"_s.arg(zone));
}

qint64 WallClock::wallMs(QDate date, QTime time)
{
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
}

qint64 WallClock::dayOf(qint64 wallMs)
{
    const qint64 into = wallMs % dayMs;
    return wallMs - (into < 0 ? into + dayMs : into);
}

qint64 WallClock::offsetMs(qint64 utcMs) const
{
    return m_zone.offsetFromUtc(instant(utcMs)) * 1000LL;
}

// The instants in [fromMs, toMs] from which on another offset holds.
QList<qint64> WallClock::shifts(qint64 fromMs, qint64 toMs) const
{
    QList<qint64> found;
    for (const auto &change : m_zone.transitions(instant(fromMs), instant(toMs))) {
        const qint64 atMs = change.atUtc.toMSecsSinceEpoch();
        // A change of the name alone moves no clock.
        if (offsetMs(atMs) != offsetMs(atMs - 1))
            found.append(atMs);
    }
    return found;
}

qint64 WallClock::shownAt(qint64 utcMs) const
{
    return utcMs + offsetMs(utcMs);
}

qint64 WallClock::reachedBy(qint64 utcMs) const
{
    qint64 latest = shownAt(utcMs);
    for (const qint64 shiftMs : shifts(utcMs - reachMs, utcMs))
        latest = std::max(latest, shownAt(shiftMs - 1));
    return latest;
}

qint64 WallClock::firstAt(qint64 wallMs) const
{
    // Between two shifts the wall runs evenly. The first stretch that gets as far as wallMs has
    // the instant; where it begins later than that, its beginning is the end of the gap.
    qint64 sinceMs = wallMs - reachMs;
    for (const qint64 shiftMs : shifts(sinceMs + 1, wallMs + reachMs)) {
        const qint64 utcMs = wallMs - offsetMs(sinceMs);
        if (utcMs < shiftMs)
            return std::max(utcMs, sinceMs);
        sinceMs = shiftMs;
    }
    return std::max(wallMs - offsetMs(sinceMs), sinceMs);
}

std::optional<qint64> WallClock::againAt(qint64 wallMs) const
{
    const qint64 firstMs = firstAt(wallMs);
    for (const qint64 shiftMs : shifts(firstMs + 1, firstMs + reachMs)) {
        const qint64 utcMs = wallMs - offsetMs(shiftMs);
        if (utcMs >= shiftMs && shownAt(utcMs) == wallMs)
            return utcMs;
    }
    return {};
}

bool WallClock::hasDay(qint64 wallMs) const
{
    const qint64 day = dayOf(wallMs);
    return shownAt(firstAt(day)) < day + dayMs;
}

std::optional<qint64> WallClock::nextShift(qint64 utcMs) const
{
    for (;;) {
        const QTimeZone::OffsetData change = m_zone.nextTransition(instant(utcMs));
        if (!change.atUtc.isValid())
            return {};
        const qint64 atMs = change.atUtc.toMSecsSinceEpoch();
        if (atMs <= utcMs)
            return {};
        if (offsetMs(atMs) != offsetMs(atMs - 1))
            return atMs;
        utcMs = atMs;
    }
}

} // namespace respool
