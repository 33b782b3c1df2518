// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/query.h"

namespace respool {

// A Field is only there with an Op behind it, a Value only behind an Op, a Comma or a Range.
struct QueryToken
{
    enum class Kind { Word, Field, Op, Value, Comma, Range, Open, Close, Not, And, Or, End };
    Kind kind = Kind::End;
    QString text; // without quotes and escapes
    bool quoted = false;
    qsizetype at = 0;
    qsizetype length = 0;

    qsizetype end() const { return at + length; }
};

// The words of a query. They end with an End, also where one of them is wrong: then the mistake is
// told, and what stands before it is still good for a completion.
struct QueryTokens
{
    QList<QueryToken> tokens;
    std::optional<QueryMistake> mistake = {};
};

QueryTokens queryTokens(const QString &text);

} // namespace respool
