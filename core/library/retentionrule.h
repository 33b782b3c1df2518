// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/query.h"

namespace respool {

struct RetentionRuleId
{
    qint64 value = 0;
    auto operator<=>(const RetentionRuleId &) const = default;
};

// What a rule limits. The numbers are stored.
enum class RetentionBound {
    Unknown = 0, // what a newer program has stored; deletes nothing
    Age = 1,     // days since the start, of 24 hours each; what began earlier goes
    Size = 2,    // bytes in each store; the oldest go until the others are no more than that
    Count = 3,   // recordings; all but the newest go
};

// How long the recordings that a query names are kept. A value.
struct RetentionRule
{
    RetentionRuleId id = {};
    QString name;
    QString query; // empty: every recording
    int language = queryLanguage;
    RetentionBound bound = RetentionBound::Age;
    qint64 amount = 0; // days, bytes or recordings, as bound says
    bool enabled = true;
    QString who = {};
    qint64 createdMs = 0;
};

inline constexpr qint64 ageDayMs = 86'400'000;
inline constexpr qint64 mostRetentionDays = 36'500;

// The words of the CLI and its JSON; not translated.
QString toText(RetentionBound bound);           // age, size, count
QString boundText(const RetentionRule &rule);   // "older than 90 days"
QString reasonOf(const QStringList &ruleNames); // of a deletion: "retention rule 'a'"

// Errors: InvalidArgument (no name, an amount that means nothing, what is wrong with the query),
// NotFound (a store that the query names).
Result<> checkRule(const RetentionRule &rule, const QueryContext &context);

} // namespace respool
