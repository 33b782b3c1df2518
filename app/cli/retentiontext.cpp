// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/retentiontext.h"

#include "app/cli/format.h"
#include "core/base/units.h"

#include <QJsonArray>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QJsonValue isoTime(qint64 utcMs)
{
    return utcMs > 0 ? QJsonValue(isoText(utcMs)) : QJsonValue();
}

// How many stay for which reason.
QMap<QString, qint64> reasonsOf(const RetentionChoice &choice)
{
    QMap<QString, qint64> reasons;
    for (const RetentionStay &stay : choice.stay)
        ++reasons[toText(stay.why)];
    return reasons;
}

void printOutcome(const Session &session, const RetentionOutcome &outcome)
{
    const QString name = u"rule '%1' (%2)"_s.arg(outcome.rule.name, ruleText(outcome.rule));
    if (outcome.error.code != ErrorCode::None) {
        session.say(u"%1 deletes nothing: %2"_s.arg(name, outcome.error.detail));
        return;
    }
    const RetentionChoice &choice = outcome.choice;
    session.print(u"%1: %2, %3 bytes"_s.arg(name, counted(choice.go.size(), u"recording"_s))
                      .arg(choice.bytes));
    QStringList stays;
    for (const auto &[reason, count] : reasonsOf(choice).asKeyValueRange())
        stays << u"%1 %2"_s.arg(count).arg(reason);
    if (!stays.isEmpty())
        session.print(u"  stay: "_s + stays.join(u", "_s));
}

QString daily(qint64 bytes)
{
    return u"%1 a day"_s.arg(sizeText(std::abs(bytes)));
}

QString forecastText(const StorageForecast &forecast)
{
    switch (forecast.trend) {
    case StorageTrend::Fills:
        return u"full on %1 at %2"_s.arg(timeText(forecast.fullMs).left(10),
                                         daily(forecast.bytesPerDay));
    case StorageTrend::Shrinks:
        return u"shrinks by %1"_s.arg(daily(forecast.bytesPerDay));
    case StorageTrend::Steady:
        return u"not full within ten years at %1"_s.arg(daily(forecast.bytesPerDay));
    case StorageTrend::TooLittle:
        return u"too little is known to say when it is full"_s;
    }
    Q_UNREACHABLE();
}

QString trendWord(StorageTrend trend)
{
    switch (trend) {
    case StorageTrend::Fills:
        return u"fills"_s;
    case StorageTrend::Shrinks:
        return u"shrinks"_s;
    case StorageTrend::Steady:
        return u"steady"_s;
    case StorageTrend::TooLittle:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QStringList cells(const QString &name, const StorageSum &live, const StorageSum &trash)
{
    return {name, QString::number(live.count), QString::number(live.bytes),
            QString::number(trash.count), QString::number(trash.bytes)};
}

QStringList head(const QString &name)
{
    return {name, u"RECORDINGS"_s, u"BYTES"_s, u"IN TRASH"_s, u"BYTES"_s};
}

QString monthText(const MonthStorage &month)
{
    return month.year == 0 ? u"unknown"_s
                           : u"%1-%2"_s.arg(month.year, 4, 10, QChar(u'0'))
                                 .arg(month.month, 2, 10, QChar(u'0'));
}

QJsonObject sumsJson(const StorageSum &live, const StorageSum &trash)
{
    return {{u"live"_s, QJsonObject{{u"recordings"_s, live.count}, {u"bytes"_s, live.bytes}}},
            {u"trash"_s, QJsonObject{{u"recordings"_s, trash.count}, {u"bytes"_s, trash.bytes}}}};
}

} // namespace

QString ruleText(const RetentionRule &rule)
{
    return rule.query.isEmpty() ? boundText(rule) : u"%1: %2"_s.arg(rule.query, boundText(rule));
}

void printPlan(const Session &session, const RetentionPlan &plan)
{
    for (const RetentionOutcome &outcome : plan.rules)
        printOutcome(session, outcome);
    for (const RetentionGroup &group : plan.groups) {
        for (const Refusal &refusal : group.deletion.refused)
            session.say(u"left alone: "_s + refusal.error.detail);
    }
    if (plan.count == 0) {
        session.print(plan.rules.isEmpty() ? u"no rule is on"_s : u"nothing would be deleted"_s);
        return;
    }
    session.print(u"would delete %1, %2 (%3 bytes), into the trash"_s
                      .arg(counted(plan.count, u"recording"_s), sizeText(plan.bytes))
                      .arg(plan.bytes));
    if (plan.oldestMs > 0)
        session.print(u"from %1 to %2"_s.arg(timeText(plan.oldestMs), timeText(plan.newestMs)));
}

void printStorage(const Session &session, const StorageReport &report)
{
    QList<QStringList> rows{head(u"STORE"_s)};
    for (const StoreStorage &row : report.stores)
        rows << cells(row.store.name, row.live, row.trash);
    rows << cells(u"all"_s, report.live, report.trash);
    session.print(table(rows));
    rows = {head(u"KIND"_s)};
    for (const KindStorage &row : report.kinds)
        rows << cells(toText(row.kind), row.live, row.trash);
    session.print(u'\n' + table(rows));
    rows = {head(u"MONTH"_s)};
    for (const MonthStorage &row : report.months)
        rows << cells(monthText(row), row.live, row.trash);
    session.print(u'\n' + table(rows));
    rows = {{u"VOLUME OF"_s, u"FREE"_s, u"TOTAL"_s, u"FORECAST"_s}};
    for (const VolumeStorage &row : report.volumes)
        rows << QStringList{row.path, sizeText(row.freeBytes), sizeText(row.totalBytes),
                            forecastText(row.forecast)};
    session.print(u'\n' + table(rows));
    for (const StoreStorage &row : report.stores) {
        if (row.volume < 0)
            session.say(u"store %1 is offline: its volume is not counted"_s.arg(row.store.name));
    }
}

QJsonObject toJson(const RetentionRule &rule)
{
    return {{u"id"_s, rule.id.value},   {u"name"_s, rule.name},
            {u"query"_s, rule.query},   {u"limit"_s, toText(rule.bound)},
            {u"amount"_s, rule.amount}, {u"enabled"_s, rule.enabled},
            {u"who"_s, rule.who},       {u"created"_s, isoTime(rule.createdMs)}};
}

QJsonObject toJson(const RetentionPlan &plan)
{
    QJsonArray rules;
    for (const RetentionOutcome &outcome : plan.rules) {
        QJsonObject stay;
        for (const auto &[reason, count] : reasonsOf(outcome.choice).asKeyValueRange())
            stay[reason] = count;
        const bool wrong = outcome.error.code != ErrorCode::None;
        rules << QJsonObject{
            {u"rule"_s, toJson(outcome.rule)},
            {u"count"_s, outcome.choice.go.size()},
            {u"bytes"_s, outcome.choice.bytes},
            {u"oldest"_s, isoTime(outcome.choice.oldestMs)},
            {u"newest"_s, isoTime(outcome.choice.newestMs)},
            {u"stay"_s, stay},
            {u"error"_s, wrong ? QJsonValue(outcome.error.detail) : QJsonValue(QJsonValue::Null)}};
    }
    QJsonArray groups, refused;
    for (const RetentionGroup &group : plan.groups) {
        groups << QJsonObject{{u"rules"_s, QJsonArray::fromStringList(group.rules)},
                              {u"count"_s, group.deletion.ready.size()},
                              {u"bytes"_s, group.deletion.bytes},
                              {u"recordings"_s, QJsonArray::fromStringList(group.deletion.uids)}};
        for (const Refusal &refusal : group.deletion.refused)
            refused << QJsonObject{{u"id"_s, refusal.uid}, {u"reason"_s, refusal.error.detail}};
    }
    return {{u"at"_s, isoTime(plan.atMs)},
            {u"count"_s, plan.count},
            {u"bytes"_s, plan.bytes},
            {u"oldest"_s, isoTime(plan.oldestMs)},
            {u"newest"_s, isoTime(plan.newestMs)},
            {u"rules"_s, rules},
            {u"groups"_s, groups},
            {u"refused"_s, refused}};
}

QJsonObject toJson(const RetentionBatch &batch)
{
    QJsonObject json = toJson(batch.enqueued);
    json[u"rules"_s] = QJsonArray::fromStringList(batch.rules);
    json[u"count"_s] = batch.count;
    json[u"bytes"_s] = batch.bytes;
    json[u"recordings"_s] = QJsonArray::fromStringList(batch.uids);
    return json;
}

QJsonObject toJson(const StorageReport &report)
{
    QJsonArray stores, kinds, months, volumes;
    for (const StoreStorage &row : report.stores) {
        QJsonObject json = sumsJson(row.live, row.trash);
        json[u"store"_s] = row.store.name;
        json[u"volume"_s] = row.volume < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(row.volume);
        stores << json;
    }
    for (const KindStorage &row : report.kinds) {
        QJsonObject json = sumsJson(row.live, row.trash);
        json[u"kind"_s] = toText(row.kind);
        kinds << json;
    }
    for (const MonthStorage &row : report.months) {
        QJsonObject json = sumsJson(row.live, row.trash);
        json[u"month"_s] =
            row.year == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(monthText(row));
        months << json;
    }
    for (const VolumeStorage &row : report.volumes)
        volumes << QJsonObject{{u"path"_s, row.path},
                               {u"freeBytes"_s, row.freeBytes},
                               {u"totalBytes"_s, row.totalBytes},
                               {u"trend"_s, trendWord(row.forecast.trend)},
                               {u"bytesPerDay"_s, row.forecast.bytesPerDay},
                               {u"full"_s, isoTime(row.forecast.fullMs)}};
    QJsonObject json = sumsJson(report.live, report.trash);
    json[u"at"_s] = isoTime(report.atMs);
    json[u"stores"_s] = stores;
    json[u"kinds"_s] = kinds;
    json[u"months"_s] = months;
    json[u"volumes"_s] = volumes;
    return json;
}

Result<qint64> daysFromText(const QString &text)
{
    QString digits = text.trimmed().toLower();
    qint64 days = 1;
    if (digits.endsWith(u'd')) {
        digits.chop(1);
    } else if (digits.endsWith(u'w')) {
        digits.chop(1);
        days = 7;
    } else if (digits.endsWith(u'y')) {
        digits.chop(1);
        days = 365;
    }
    bool isNumber = false;
    const int number = digits.toInt(&isNumber);
    if (!isNumber || number <= 0)
        return fail(ErrorCode::InvalidArgument,
                    u"'%1' is no age: write 90d, 12w or 2y"_s.arg(text));
    return number * days;
}

} // namespace respool
