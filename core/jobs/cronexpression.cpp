// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/cronexpression.h"

#include "core/jobs/wallclock.h"

#include <QDate>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int minutesPerDay = 24 * 60;
constexpr int calendarYears = 400; // after these the calendar repeats, weekdays and all

// One of the five columns: what stands in it.
struct Field
{
    const char *title;
    int low;
    int high;
    const char *names; // of low, low + 1, ...: three letters and a space each
};

constexpr Field minuteField{"minute", 0, 59, ""};
constexpr Field hourField{"hour", 0, 23, ""};
constexpr Field dayField{"day of month", 1, 31, ""};
constexpr Field monthField{"month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec "};
constexpr Field weekdayField{"day of week", 0, 7, "sun mon tue wed thu fri sat "};

Failure refuse(const Field &field, const QString &text, const QString &why)
{
    const QString names = QString::fromLatin1(field.names).trimmed();
    return fail(ErrorCode::InvalidArgument,
                u"the %1 field of a cron rule cannot be \"%2\": %3. Allowed are *, numbers from %4 "
                "to %5%6, lists (1,2), ranges (1-5) and steps (*/2, 1-5/2)"_s.arg(
                    QString::fromLatin1(field.title), text, why, QString::number(field.low),
                    QString::number(field.high),
                    names.isEmpty() ? QString() : u", the names "_s + names));
}

std::optional<int> wholeNumber(const QString &text)
{
    int number = 0;
    if (text.isEmpty() || text.size() > 4)
        return {};
    for (const QChar digit : text) {
        if (digit < u'0' || digit > u'9')
            return {};
        number = number * 10 + digit.digitValue();
    }
    return number;
}

Result<int> parseValue(const Field &field, const QString &text)
{
    if (const auto number = wholeNumber(text)) {
        if (*number >= field.low && *number <= field.high)
            return *number;
        return refuse(field, text, u"the number is out of range"_s);
    }
    const qsizetype at = QLatin1StringView(field.names).indexOf(text + u' ');
    if (text.size() == 3 && at >= 0)
        return field.low + int(at) / 4;
    return refuse(field, text, u"it is no such value"_s);
}

struct Range
{
    int first = 0;
    int last = 0;
    int step = 1;
};

// One element of a list: *, 5, 1-5, each of the first and the last with or without a step.
Result<Range> parseRange(const Field &field, const QString &text)
{
    const QString span = text.section(u'/', 0, 0);
    Range range{field.low, field.high};
    if (span != u"*"_s) {
        TRY_LET(range.first, parseValue(field, span.section(u'-', 0, 0)));
        range.last = range.first;
        if (span.contains(u'-')) {
            const QString end = span.section(u'-', 1);
            TRY_LET(range.last, parseValue(field, end));
            if (end == u"sun"_s && range.first > 0)
                range.last = 7;
            if (range.last < range.first)
                return refuse(field, text, u"the range ends before it begins"_s);
        }
    }
    if (text.contains(u'/')) {
        const auto step = wholeNumber(text.section(u'/', 1));
        if (!step || *step < 1)
            return refuse(field, text, u"a step is a number from 1 on"_s);
        if (span != u"*"_s && !span.contains(u'-'))
            return refuse(field, text, u"a step stands after * or a range"_s);
        range.step = *step;
    }
    return range;
}

template <size_t N>
Result<> parseField(const Field &field, const QString &text, std::bitset<N> &into)
{
    for (const QString &part : text.split(u',')) {
        TRY_LET(const Range range, parseRange(field, part));
        for (int value = range.first; value <= range.last; value += range.step)
            into.set(size_t(value));
    }
    return {};
}

} // namespace

Result<CronExpression> CronExpression::parse(const QString &text)
{
    CronExpression cron;
    cron.m_text = text.simplified().toLower();
    const QStringList fields = cron.m_text.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != 5)
        return fail(ErrorCode::InvalidArgument,
                    u"\"%1\" has %2 fields: a cron rule has five: minute, hour, day of month, "
                    "month, day of week, as in \"0 3 * * mon-fri\""_s.arg(
                        cron.m_text, QString::number(fields.size())));
    TRY(parseField(minuteField, fields[0], cron.m_minutes));
    TRY(parseField(hourField, fields[1], cron.m_hours));
    TRY(parseField(dayField, fields[2], cron.m_days));
    TRY(parseField(monthField, fields[3], cron.m_months));
    TRY(parseField(weekdayField, fields[4], cron.m_weekdays));
    if (cron.m_weekdays.test(0))
        cron.m_weekdays.set(7);
    cron.m_anyHour = fields[1].contains(u'*');
    cron.m_eitherDay = !fields[2].contains(u'*') && !fields[4].contains(u'*');
    if (!cron.nextShown(0))
        return fail(ErrorCode::InvalidArgument,
                    u"\"%1\" never comes due: no month it names has a day of month \"%2\""_s.arg(
                        cron.m_text, fields[2]));
    return cron;
}

bool CronExpression::fallsOn(QDate date) const
{
    const bool day = m_days.test(size_t(date.day()));
    const bool weekday = m_weekdays.test(size_t(date.dayOfWeek()));
    return m_eitherDay ? day || weekday : day && weekday;
}

// The first minute of a day that is due, from that one on.
std::optional<int> CronExpression::minuteFrom(int minuteOfDay) const
{
    for (int minute = minuteOfDay; minute < minutesPerDay;) {
        if (!m_hours.test(size_t(minute / 60)))
            minute += 60 - minute % 60;
        else if (!m_minutes.test(size_t(minute % 60)))
            ++minute;
        else
            return minute;
    }
    return {};
}

// The first time after wallMs at which the fields match, on a wall that skips and repeats nothing.
std::optional<qint64> CronExpression::nextShown(qint64 wallMs) const
{
    const qint64 day = WallClock::dayOf(wallMs);
    const QDate epoch(1970, 1, 1);
    QDate date = epoch.addDays(day / WallClock::dayMs);
    const QDate end = date.addYears(calendarYears);
    int from = int((wallMs - day) / WallClock::minuteMs) + 1;
    while (date <= end) {
        if (!m_months.test(size_t(date.month()))) {
            date = QDate(date.year(), date.month(), 1).addMonths(1);
        } else {
            const auto minute = fallsOn(date) ? minuteFrom(from) : std::nullopt;
            if (minute)
                return epoch.daysTo(date) * WallClock::dayMs + *minute * WallClock::minuteMs;
            date = date.addDays(1);
        }
        from = 0;
    }
    return {};
}

qint64 CronExpression::next(qint64 afterMs, const WallClock &clock) const
{
    return m_anyHour ? nextWildcard(afterMs, clock) : nextFixed(afterMs, clock);
}

// Each time runs when the wall first comes to it, or past it. A time that was reached already does
// not run again, so the search goes on from the furthest one, not from the one that is shown.
qint64 CronExpression::nextFixed(qint64 afterMs, const WallClock &clock) const
{
    qint64 wallMs = clock.reachedBy(afterMs);
    for (;;) {
        // parse() saw to it that there is one.
        wallMs = nextShown(wallMs).value();
        if (clock.hasDay(wallMs))
            return clock.firstAt(wallMs);
    }
}

// Each stretch between two shifts of the clock stands for itself.
qint64 CronExpression::nextWildcard(qint64 afterMs, const WallClock &clock) const
{
    for (;;) {
        const qint64 offsetMs = clock.shownAt(afterMs + 1) - (afterMs + 1);
        const qint64 dueMs = nextShown(afterMs + offsetMs).value() - offsetMs;
        const auto shiftMs = clock.nextShift(afterMs + 1);
        if (!shiftMs || dueMs < *shiftMs)
            return dueMs;
        afterMs = *shiftMs - 1;
    }
}

} // namespace respool
