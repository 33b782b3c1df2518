// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/workwindow.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A window of one day a week opens again after seven days; after fourteen, if the zone skipped
// that day.
constexpr int horizonDays = 16;
constexpr int wholeDay = 24 * 60;

QDate dateOf(qint64 wallMs)
{
    return QDate(1970, 1, 1).addDays(WallClock::dayOf(wallMs) / WallClock::dayMs);
}

} // namespace

Result<WorkWindow> WorkWindow::parse(const QString &text, const QString &zone)
{
    WorkWindow window;
    TRY_LET(window.m_clock, WallClock::in(zone));
    const QString plain = text.simplified().toLower();
    if (plain == u"always"_s)
        return window;
    const QString hours = plain.section(u' ', -1);
    if (hours.count(u'-') != 1 || plain.count(u' ') > 1)
        return fail(ErrorCode::InvalidArgument,
                    u"\"%1\" is no window of time: give \"22:00-06:00\", "
                    "\"mon-fri 22:00-06:00\" or \"always\""_s.arg(plain));
    if (plain.contains(u' ')) {
        TRY_LET(window.m_days, Weekdays::parse(plain.section(u' ', 0, 0)));
    }
    TRY_LET(window.m_begin, parseMinuteOfDay(hours.section(u'-', 0, 0)));
    TRY_LET(window.m_end, parseMinuteOfDay(hours.section(u'-', 1)));
    if (window.m_begin == wholeDay || window.m_begin == window.m_end)
        return fail(
            ErrorCode::InvalidArgument,
            u"the window \"%1\" has no length: for whole days give 00:00-24:00"_s.arg(hours));
    return window;
}

QString WorkWindow::toText() const
{
    const QString hours = minuteOfDayText(m_begin) + u'-' + minuteOfDayText(m_end);
    if (!m_days.isAll())
        return m_days.toText() + u' ' + hours;
    return m_begin == 0 && m_end == wholeDay ? u"always"_s : hours;
}

bool WorkWindow::coversWall(qint64 wallMs) const
{
    const QDate date = dateOf(wallMs);
    const qint64 minute = (wallMs - WallClock::dayOf(wallMs)) / WallClock::minuteMs;
    if (m_begin < m_end)
        return m_days.contains(date) && m_begin <= minute && minute < m_end;
    return (m_days.contains(date) && m_begin <= minute)
           || (m_days.contains(date.addDays(-1)) && minute < m_end);
}

bool WorkWindow::isOpen(qint64 nowMs) const
{
    return coversWall(m_clock.reachedBy(nowMs));
}

qint64 WorkWindow::nextChangeMs(qint64 nowMs) const
{
    const qint64 reachedMs = m_clock.reachedBy(nowMs);
    const bool open = coversWall(reachedMs);
    const auto [early, late] = std::minmax(m_begin, m_end);
    for (int day = 0; day <= horizonDays; ++day) {
        for (const int minute : {early, late}) {
            const qint64 wallMs =
                WallClock::dayOf(reachedMs) + day * WallClock::dayMs + minute * WallClock::minuteMs;
            if (wallMs <= reachedMs)
                continue;
            // What the clock skips may swallow the edge of a window, or all of it.
            const qint64 atMs = m_clock.firstAt(wallMs);
            if (isOpen(atMs) != open)
                return atMs;
        }
    }
    return std::numeric_limits<qint64>::max();
}

} // namespace respool
