// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/query/querycompletion.h"

#include "core/library/query/queryfields.h"
#include "core/library/query/querylexer.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Kind = QueryToken::Kind;

constexpr qsizetype mostCandidates = 50;

QStringList quotedAll(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted << queryQuoted(name);
    return quoted;
}

QStringList valuesOf(const QueryField &field, const QueryNames &names)
{
    QStringList values;
    switch (field.type) {
    case QueryType::Choice:
        for (const QueryChoice &choice : field.choices)
            values << choice.word;
        return values;
    case QueryType::YesNo:
        return {u"yes"_s, u"no"_s};
    case QueryType::Store:
        return quotedAll(names.stores);
    case QueryType::Tag:
        return quotedAll(names.tags);
    case QueryType::Date:
        values << u"today"_s << u"yesterday"_s << u"-7d"_s << u"-1mo"_s;
        break;
    case QueryType::Duration:
        break;
    case QueryType::Text:
    case QueryType::Match:
    case QueryType::Prefix:
    case QueryType::Count:
    case QueryType::Size:
        return {};
    }
    if (field.zeroIsUnknown)
        values << u"unknown"_s;
    return values;
}

// Those that begin so, then those that contain it; what is there already needs no completion.
QStringList matching(const QStringList &all, const QString &typed)
{
    QStringList first, other;
    const QString begun = typed.startsWith(u'"') ? typed : u'"' + typed;
    for (const QString &one : all) {
        if (one.compare(typed, Qt::CaseInsensitive) == 0)
            return {};
        if (one.startsWith(typed, Qt::CaseInsensitive)
            || one.startsWith(begun, Qt::CaseInsensitive))
            first << one;
        else if (one.contains(typed, Qt::CaseInsensitive))
            other << one;
    }
    return (first + other).mid(0, mostCandidates);
}

QStringList namesLike(const QString &typed)
{
    QStringList names;
    for (const QString &name : fieldNames()) {
        if (name.startsWith(typed, Qt::CaseInsensitive))
            names << name + u':';
    }
    return names;
}

} // namespace

QueryCompletion completionAt(const QString &text, qsizetype place, const QueryNames &names)
{
    const QString begun = text.first(std::clamp<qsizetype>(place, 0, text.size()));
    if (begun.size() > mostQueryLength)
        return {};
    const QList<QueryToken> tokens = queryTokens(begun).tokens;
    qsizetype at = tokens.size() - 2; // before the End
    if (at < 0 || tokens[at].end() != begun.size())
        return {};
    const QueryToken &last = tokens[at];
    if (last.kind == Kind::Word)
        return last.quoted ? QueryCompletion{}
                           : QueryCompletion{last.at, nullptr, namesLike(last.text)};
    if (last.kind != Kind::Value && last.kind != Kind::Op && last.kind != Kind::Comma)
        return {};
    const bool typed = last.kind == Kind::Value;
    while (at > 0 && tokens[at].kind != Kind::Field)
        --at;
    const QueryField *field = findField(tokens[at].text);
    if (!field || tokens[at].kind != Kind::Field)
        return {};
    const qsizetype from = typed ? last.at : begun.size();
    return {from, field, matching(valuesOf(*field, names), begun.sliced(from))};
}

} // namespace respool
