// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/daytext.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr std::array<QLatin1StringView, 7> names = {"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1,
                                                    "fri"_L1, "sat"_L1, "sun"_L1};

Result<size_t> parseDay(const QString &text)
{
    for (size_t day = 0; day < names.size(); ++day) {
        if (text.compare(names[day], Qt::CaseInsensitive) == 0)
            return day;
    }
    return fail(ErrorCode::InvalidArgument,
                u"\"%1\" is no day of the week: give mon, tue, wed, thu, fri, sat or sun, a list "
                "(mon,thu) or a range (mon-fri)"_s.arg(text));
}

} // namespace

Weekdays Weekdays::all()
{
    Weekdays days;
    days.m_days.set();
    return days;
}

Result<Weekdays> Weekdays::parse(const QString &text)
{
    Weekdays days;
    for (const QString &part : text.split(u',')) {
        TRY_LET(const size_t first, parseDay(part.section(u'-', 0, 0)));
        TRY_LET(const size_t last, parseDay(part.section(u'-', part.contains(u'-') ? 1 : 0)));
        for (size_t day = first; day != last; day = (day + 1) % names.size())
            days.m_days.set(day);
        days.m_days.set(last);
    }
    return days;
}

QString Weekdays::toText() const
{
    QStringList parts;
    for (size_t first = 0; first < names.size(); ++first) {
        if (!m_days.test(first))
            continue;
        size_t last = first;
        while (last + 1 < names.size() && m_days.test(last + 1))
            ++last;
        if (last - first >= 2) {
            parts.append(names[first] + u'-' + names[last]);
            first = last;
        } else {
            parts.append(names[first]);
        }
    }
    return parts.join(u',');
}

Result<int> parseMinuteOfDay(const QString &text)
{
    static const QRegularExpression shape(u"^([0-9]{1,2}):([0-9]{2})$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    const int minute = match.captured(2).toInt();
    const int minutes = match.captured(1).toInt() * 60 + minute;
    if (!match.hasMatch() || minute > 59 || minutes > 24 * 60)
        return fail(
            ErrorCode::InvalidArgument,
            u"\"%1\" is no time of day: give hours and minutes, 00:00 to 23:59"_s.arg(text));
    return minutes;
}

QString minuteOfDayText(int minutes)
{
    return u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

} // namespace respool
