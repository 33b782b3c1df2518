// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/retentionrule.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QString toText(RetentionBound bound)
{
    switch (bound) {
    case RetentionBound::Unknown:
        return u"unknown"_s;
    case RetentionBound::Age:
        return u"age"_s;
    case RetentionBound::Size:
        return u"size"_s;
    case RetentionBound::Count:
        return u"count"_s;
    }
    Q_UNREACHABLE();
}

QString boundText(const RetentionRule &rule)
{
    switch (rule.bound) {
    case RetentionBound::Unknown:
        return u"nothing that this program knows"_s;
    case RetentionBound::Age:
        return u"older than %1 days"_s.arg(rule.amount);
    case RetentionBound::Size:
        return u"beyond %1 bytes in each store"_s.arg(rule.amount);
    case RetentionBound::Count:
        return u"all but the newest %1"_s.arg(rule.amount);
    }
    Q_UNREACHABLE();
}

QString reasonOf(const QStringList &ruleNames)
{
    QStringList quoted;
    for (const QString &name : ruleNames)
        quoted << u'\'' + name + u'\'';
    return (quoted.size() == 1 ? u"retention rule "_s : u"retention rules "_s)
           + quoted.join(u" and "_s);
}

Result<> checkRule(const RetentionRule &rule, const QueryContext &context)
{
    if (rule.name.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument, u"a retention rule needs a name"_s);
    if (rule.amount <= 0 || rule.bound == RetentionBound::Unknown)
        return fail(ErrorCode::InvalidArgument,
                    u"the limit of a retention rule must be more than nothing"_s);
    if (rule.bound == RetentionBound::Age && rule.amount > mostRetentionDays)
        return fail(ErrorCode::InvalidArgument,
                    u"an age is %1 days at most"_s.arg(mostRetentionDays));
    TRY(readQuery(rule.query, context));
    return {};
}

} // namespace respool
