// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/schedulerule.h"

#include "core/jobs/daytext.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 longestMs = 3650 * WallClock::dayMs;

qint64 unitMs(QChar unit)
{
    if (unit == u'd')
        return WallClock::dayMs;
    return unit == u'h' ? 60 * WallClock::minuteMs : WallClock::minuteMs;
}

// The time of day of a run, as minute and hour of a cron expression.
Result<QString> cronTime(const QString &text)
{
    TRY_LET(const int minutes, parseMinuteOfDay(text));
    if (minutes == 24 * 60)
        return fail(ErrorCode::InvalidArgument,
                    u"\"24:00\" is the end of a day, not a time of day: give 00:00 of the next"_s);
    return u"%1 %2"_s.arg(minutes % 60).arg(minutes / 60);
}

} // namespace

Result<ScheduleRule> ScheduleRule::parse(const QString &text, const QString &zone)
{
    ScheduleRule rule;
    TRY_LET(rule.m_clock, WallClock::in(zone));
    const QString plain = text.simplified().toLower();
    TRY(rule.read(plain.section(u' ', 0, 0), plain.section(u' ', 1)));
    return rule;
}

Result<> ScheduleRule::read(const QString &kind, const QString &rest)
{
    if (kind == u"every"_s)
        return readInterval(rest);
    if (kind == u"daily"_s) {
        TRY_LET(const QString time, cronTime(rest));
        TRY_LET(m_cron, CronExpression::parse(time + u" * * *"_s));
        m_text = u"daily "_s + minuteOfDayText(*parseMinuteOfDay(rest));
        return {};
    }
    if (kind == u"weekly"_s) {
        TRY_LET(const Weekdays days, Weekdays::parse(rest.section(u' ', 0, 0)));
        const QString timeText = rest.section(u' ', 1);
        TRY_LET(const QString time, cronTime(timeText));
        TRY_LET(m_cron, CronExpression::parse(time + u" * * "_s + days.toText()));
        m_text = u"weekly %1 %2"_s.arg(days.toText(), minuteOfDayText(*parseMinuteOfDay(timeText)));
        return {};
    }
    if (kind == u"cron"_s) {
        TRY_LET(m_cron, CronExpression::parse(rest));
        m_text = u"cron "_s + m_cron->toText();
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                u"\"%1\" is no kind of rule: give \"every 6h\", \"daily 03:00\", "
                "\"weekly mon,thu 03:00\" or \"cron 0 3 * * mon-fri\""_s.arg(kind));
}

Result<> ScheduleRule::readInterval(const QString &text)
{
    static const QRegularExpression shape(u"^([0-9]{1,7})([mhd])$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 lengthMs = unit.isEmpty() ? 0 : count * unitMs(unit[0]);
    if (lengthMs < WallClock::minuteMs || lengthMs > longestMs)
        return fail(ErrorCode::InvalidArgument,
                    u"\"%1\" is no interval: give minutes, hours or days, from 1m to 3650d, as in "
                    "\"every 15m\", \"every 6h\", \"every 2d\""_s.arg(text));
    m_intervalMs = lengthMs;
    m_text = u"every %1%2"_s.arg(count).arg(unit);
    return {};
}

qint64 ScheduleRule::next(qint64 afterMs) const
{
    return m_intervalMs ? afterMs + *m_intervalMs : m_cron.value().next(afterMs, m_clock);
}

qint64 ScheduleRule::latest(qint64 dueMs, qint64 nowMs) const
{
    if (nowMs <= dueMs)
        return dueMs;
    if (m_intervalMs)
        return nowMs - (nowMs - dueMs) % *m_intervalMs;
    // next() never falls, so the span between a due time and now is halved until no other due
    // time is left in it: some forty steps, however long nobody looked.
    qint64 beyondMs = nowMs;
    while (dueMs < beyondMs && next(dueMs) <= nowMs) {
        const qint64 middleMs = dueMs + (beyondMs - dueMs) / 2;
        const qint64 foundMs = next(middleMs);
        if (foundMs <= nowMs)
            dueMs = foundMs;
        else
            beyondMs = middleMs;
    }
    return dueMs;
}

} // namespace respool
