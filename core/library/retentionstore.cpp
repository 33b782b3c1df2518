// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/retentionstore.h"

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/library/retentionquery.h"
#include "core/library/rootstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int rowsAtOnce = 50'000; // some tenths of a second

// What this program does not know may mean anything.
RetentionBound boundFrom(qint64 number)
{
    const bool known =
        number >= qint64(RetentionBound::Age) && number <= qint64(RetentionBound::Count);
    return known ? RetentionBound(number) : RetentionBound::Unknown;
}

RetentionRule ruleFrom(const Row &row)
{
    return {RetentionRuleId{row.integer(0)},
            row.text(1),
            row.text(2),
            int(row.integer(3)),
            boundFrom(row.integer(4)),
            row.integer(5),
            row.integer(6) != 0,
            row.text(7),
            row.integer(8)};
}

QVariantHash bindsOf(const RetentionRule &rule)
{
    return {{u"name"_s, rule.name.trimmed()}, {u"query"_s, rule.query.trimmed()},
            {u"language"_s, queryLanguage},   {u"bound"_s, int(rule.bound)},
            {u"amount"_s, rule.amount},       {u"enabled"_s, int(rule.enabled)}};
}

QString listOf(const QList<RecordingId> &ids)
{
    QList<qint64> numbers;
    for (const RecordingId id : ids)
        numbers << id.value;
    return jsonArray(numbers);
}

Failure noRule(const QString &which)
{
    return fail(ErrorCode::NotFound,
                u"there is no retention rule '%1': see 'retention list'"_s.arg(which));
}

Failure nameTaken(const QString &name)
{
    return fail(ErrorCode::Conflict,
                u"there is a retention rule '%1' already: remove it or take another name"_s.arg(
                    name.trimmed()));
}

} // namespace

Result<> RetentionStore::check(const RetentionRule &rule)
{
    QueryContext context{m_clock.nowMs()};
    TRY_LET(context.stores, RootStore(m_connection).all());
    return checkRule(rule, context);
}

Result<RetentionRuleId> RetentionStore::add(const RetentionRule &rule, const QString &who)
{
    TRY(check(rule));
    QVariantHash binds = bindsOf(rule);
    binds[u"who"_s] = who;
    binds[u"now"_s] = m_clock.nowMs();
    TRY_LET(const qint64 id, m_connection.number(u"retention_rule_add"_s, binds));
    return id > 0 ? Result<RetentionRuleId>(RetentionRuleId{id}) : nameTaken(rule.name);
}

Result<> RetentionStore::change(const RetentionRule &rule)
{
    TRY(check(rule));
    QVariantHash binds = bindsOf(rule);
    binds[u"id"_s] = rule.id.value;
    TRY_LET(const int rows, m_connection.run(u"retention_rule_change"_s, binds));
    if (rows > 0)
        return {};
    TRY_LET(const QList<RetentionRule> rules, all());
    const bool isThere = std::ranges::find(rules, rule.id, &RetentionRule::id) != rules.end();
    return isThere ? nameTaken(rule.name) : noRule(rule.name);
}

Result<> RetentionStore::remove(RetentionRuleId id)
{
    TRY_LET(const int rows, m_connection.run(u"retention_rule_remove"_s, {{u"id"_s, id.value}}));
    return rows > 0 ? Result<>() : Result<>(noRule(QString::number(id.value)));
}

Result<> RetentionStore::setEnabled(RetentionRuleId id, bool enabled)
{
    TRY_LET(const int rows, m_connection.run(u"retention_rule_enable"_s,
                                             {{u"id"_s, id.value}, {u"enabled"_s, int(enabled)}}));
    return rows > 0 ? Result<>() : Result<>(noRule(QString::number(id.value)));
}

Result<QList<RetentionRule>> RetentionStore::all()
{
    QList<RetentionRule> rules;
    TRY(m_connection.read(u"retention_rule_all"_s, {},
                          [&](const Row &row) { rules << ruleFrom(row); }));
    return rules;
}

Result<RetentionRule> RetentionStore::byName(const QString &name)
{
    TRY_LET(const QList<RetentionRule> rules, all());
    auto found = std::ranges::find(rules, name, &RetentionRule::name);
    if (found == rules.end())
        found = std::ranges::find_if(rules, [&](const RetentionRule &rule) {
            return QString::number(rule.id.value) == name;
        });
    return found == rules.end() ? Result<RetentionRule>(noRule(name)) : *found;
}

Result<bool> RetentionStore::readMore(RetentionScope &scope, const QueryContext &context)
{
    const RetentionRule &rule = scope.rule;
    if (rule.language > queryLanguage || rule.bound == RetentionBound::Unknown)
        return fail(ErrorCode::NewerVersion, u"the rule was written by a newer Respool"_s);
    TRY_LET(const Query query, readQuery(rule.query, context));
    CandidatePage page;
    page.rows = rowsAtOnce;
    if (rule.bound == RetentionBound::Age)
        page.beforeMs = context.nowMs - rule.amount * ageDayMs;
    if (!scope.candidates.isEmpty()) {
        page.afterMs = scope.candidates.last().startMs;
        page.afterId = scope.candidates.last().id;
    }
    const CompiledQuery compiled = candidatesQuery(query, page, m_connection.dialect());
    TRY_LET(const int rows,
            m_connection.readCompiled(compiled.sql, compiled.binds, [&](const Row &row) {
                scope.candidates << candidateFrom(row);
            }));
    return rows == rowsAtOnce;
}

Result<RetentionStore::Still> RetentionStore::still(const QList<RecordingId> &ids)
{
    Still still;
    TRY(m_connection.read(u"retention_still"_s, {{u"ids"_s, listOf(ids)}}, [&](const Row &row) {
        still.ids << RecordingId{row.integer(0)};
        still.bytes += row.integer(1);
    }));
    return still;
}

Result<QStringList> RetentionStore::uids(const QList<RecordingId> &ids)
{
    QStringList uids;
    TRY(m_connection.read(u"retention_uids"_s, {{u"ids"_s, listOf(ids)}},
                          [&](const Row &row) { uids << row.text(0); }));
    return uids;
}

} // namespace respool
