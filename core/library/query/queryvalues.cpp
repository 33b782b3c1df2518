// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/queryvalues.h"

#include "core/library/query/queryfields.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr double mostNumber = 4e18; // what a 64 bit integer holds, and some room
constexpr qint64 mostUnits = 1'000'000;

Failure badValue(const QString &words)
{
    return fail(ErrorCode::InvalidArgument, words);
}

bool same(const QString &one, QAnyStringView other)
{
    return QAnyStringView::compare(one, other, Qt::CaseInsensitive) == 0;
}

Result<qint64> choiceFrom(const QueryField &field, const QString &text)
{
    QStringList words;
    for (const QueryChoice &choice : field.choices) {
        if (same(text, choice.word))
            return choice.number;
        words << choice.word;
    }
    return badValue(
        u"'%1' is no %2: write %3"_s.arg(text, QString(field.name), words.join(u", "_s)));
}

Result<qint64> yesOrNo(const QString &text)
{
    if (same(text, "yes"_L1))
        return 1;
    if (same(text, "no"_L1))
        return 0;
    return badValue(u"'%1' is neither yes nor no: write yes or no"_s.arg(text));
}

// By its name as it is, its uid, or its name in another case.
Result<qint64> storeFrom(const QString &text, const QList<StoreInfo> &stores)
{
    QStringList names;
    for (const StoreInfo &store : stores) {
        if (store.name == text || store.uid == text)
            return store.id.value;
        names << queryQuoted(store.name);
    }
    const auto found = std::ranges::find_if(
        stores, [&](const StoreInfo &store) { return same(store.name, text); });
    if (found != stores.end())
        return found->id.value;
    constexpr qsizetype mostNames = 10;
    return fail(ErrorCode::NotFound, names.isEmpty()
                                         ? u"there is no store '%1', nor any other"_s.arg(text)
                                         : u"there is no store '%1': write %2"_s.arg(
                                             text, names.mid(0, mostNames).join(u", "_s)));
}

Result<qint64> countFrom(const QString &text)
{
    bool ok = false;
    const qint64 count = text.toLongLong(&ok);
    if (!ok || count < 0 || count > mostUnits)
        return badValue(u"'%1' is no number: write a whole number, such as 2"_s.arg(text));
    return count;
}

qint64 msOf(QStringView unit)
{
    switch (unit.front().toLower().toLatin1()) {
    case 's':
        return 1000;
    case 'm':
        return 60'000;
    case 'h':
        return 3'600'000;
    case 'd':
        return 86'400'000;
    default:
        return 7 * 86'400'000LL;
    }
}

// "-7d": so long before now. Days and longer go by the calendar: a day ago is the same time of day.
std::optional<QDateTime> relative(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(u"^-([0-9]{1,6})(mo|[smhdwy])$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const int count = -match.captured(1).toInt();
    const QString unit = match.captured(2).toLower();
    if (unit == "y"_L1)
        return now.addYears(count);
    if (unit == "mo"_L1)
        return now.addMonths(count);
    if (unit == "d"_L1 || unit == "w"_L1)
        return now.addDays(qint64(count) * (unit == "w"_L1 ? 7 : 1));
    return now.addMSecs(count * msOf(unit));
}

QueryInterval days(const QDate &from, const QDate &to, const QTimeZone &zone)
{
    return {from.startOfDay(zone).toMSecsSinceEpoch(), to.startOfDay(zone).toMSecsSinceEpoch()};
}

// Anything from a year to a second; what follows is not looked at when the form does not match.
Result<QueryInterval> absolute(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression form(
        u"^([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:[T ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?)?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    const auto given = [&](int group) { return !match.captured(group).isEmpty(); };
    const QDate day(number(1), given(2) ? number(2) : 1, given(3) ? number(3) : 1);
    const QTime time(number(4), number(5), number(6));
    if (!match.hasMatch() || !day.isValid() || !time.isValid() || day.year() < 1970)
        return badValue(
            u"'%1' is no date: write 2026-01-31, 2026-01, 2026, 2026-01-31T12:00, today, "
            "yesterday, or -7d for seven days ago (m h d w mo y)"_s.arg(text));
    if (!given(2))
        return days(day, day.addYears(1), zone);
    if (!given(3))
        return days(day, day.addMonths(1), zone);
    if (!given(4))
        return days(day, day.addDays(1), zone);
    const qint64 ms = QDateTime(day, time, zone).toMSecsSinceEpoch();
    return QueryInterval{ms, ms + (given(6) ? 1000 : 60'000)};
}

QString unitError(const QString &text)
{
    return u"'%1' is no duration: write 90s, 10m, 1h30m, 2d or 1:30:00"_s.arg(text);
}

} // namespace

Result<qint64> sizeFromText(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,15})(?:\\.([0-9]{1,6}))?([KMGTP]?)(i?)B?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    const QString letter = match.captured(3).toUpper();
    const double step = match.captured(4).isEmpty() ? 1000 : 1024;
    const double bytes = (match.captured(1) + u'.' + match.captured(2)).toDouble()
                         * std::pow(step, letter.isEmpty() ? 0 : u"KMGTP"_s.indexOf(letter) + 1);
    const bool unitless = letter.isEmpty() && !match.captured(4).isEmpty();
    if (!match.hasMatch() || unitless || bytes > mostNumber)
        return badValue(
            u"'%1' is no size: write bytes, or a number with K, M, G or T, such as 1.5G; "
            "Ki, Mi and so on count in steps of 1024"_s.arg(text));
    return qint64(std::llround(bytes));
}

Result<qint64> durationFromText(const QString &text)
{
    static const QRegularExpression clock(
        u"^(?:([0-9]{1,6}):)?([0-9]{1,6}):([0-5][0-9])(?:\\.([0-9]{1,3}))?$"_s);
    static const QRegularExpression seconds(u"^[0-9]{1,9}(?:\\.[0-9]{1,3})?$"_s);
    static const QRegularExpression whole(u"^(?:[0-9]{1,9}(?:\\.[0-9]{1,6})?(?:ms|[smhdw]))+$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression piece(u"([0-9.]+)(ms|[smhdw])"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (const auto match = clock.match(text); match.hasMatch()) {
        const qint64 minutes = match.captured(2).toLongLong();
        if (!match.captured(1).isEmpty() && minutes > 59)
            return badValue(unitError(text));
        const qint64 ms = match.captured(4).leftJustified(3, u'0').toLongLong();
        return ((match.captured(1).toLongLong() * 60 + minutes) * 60
                + match.captured(3).toLongLong())
                   * 1000
               + ms;
    }
    if (seconds.match(text).hasMatch())
        return qint64(std::llround(text.toDouble() * 1000));
    if (!whole.match(text).hasMatch())
        return badValue(unitError(text));
    double ms = 0;
    for (auto found = piece.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString unit = match.captured(2).toLower();
        ms += match.captured(1).toDouble() * (unit == "ms"_L1 ? 1 : double(msOf(unit)));
    }
    if (ms > mostNumber)
        return badValue(unitError(text));
    return qint64(std::llround(ms));
}

Result<QueryInterval> datesFromText(const QString &text, const QueryContext &context)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(context.nowMs, context.zone);
    if (same(text, "now"_L1))
        return QueryInterval{context.nowMs, context.nowMs + 1};
    if (same(text, "today"_L1))
        return days(now.date(), now.date().addDays(1), context.zone);
    if (same(text, "yesterday"_L1))
        return days(now.date().addDays(-1), now.date(), context.zone);
    if (const auto instant = relative(text, now)) {
        const qint64 ms = std::max<qint64>(1, instant->toMSecsSinceEpoch());
        return QueryInterval{ms, ms + 1};
    }
    return absolute(text, context.zone);
}

Result<QueryInterval> intervalOf(const QueryField &field, const QString &text,
                                 const QueryContext &context)
{
    if (field.zeroIsUnknown && same(text, "unknown"_L1))
        return QueryInterval{0, 1};
    if (field.type == QueryType::Date) {
        TRY_LET(const QueryInterval dates, datesFromText(text, context));
        return QueryInterval{std::max<qint64>(1, dates.from), dates.to}; // 0 is no date
    }
    const auto number = [&]() -> Result<qint64> {
        switch (field.type) {
        case QueryType::Choice:
            return choiceFrom(field, text);
        case QueryType::YesNo:
            return yesOrNo(text);
        case QueryType::Store:
            return storeFrom(text, context.stores);
        case QueryType::Count:
            return countFrom(text);
        case QueryType::Size:
            return sizeFromText(text);
        case QueryType::Duration:
            return durationFromText(text);
        case QueryType::Text:
        case QueryType::Match:
        case QueryType::Tag:
        case QueryType::Prefix:
        case QueryType::Date:
            break;
        }
        return 0;
    }();
    if (!number)
        return Failure{number.error()};
    return QueryInterval{*number, *number + 1};
}

} // namespace respool
