// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace respool {

struct QueryField;

// The version of the language, kept beside every text of it that is stored.
inline constexpr int queryLanguage = 2;

// What one query may be at most: a text that was pasted by mistake, or made by a hostile hand, is
// refused in words, and neither the parser nor the database goes deeper than this.
inline constexpr qsizetype mostQueryLength = 4096;
inline constexpr int mostQueryDepth = 32;
inline constexpr int mostQueryValues = 250;

enum class QueryOp { Has, Equal, NotEqual, Greater, GreaterEqual, Less, LessEqual };

// One value as it was typed, and the numbers it stands for: from up to, but without, to. Texts
// have no numbers.
struct QueryValue
{
    QString text = {}; // without quotes
    QString last = {}; // of a range: its other end; either may be empty
    bool range = false;
    qint64 from = 0;
    qint64 to = 0;
};

struct QueryTerm
{
    const QueryField *field = nullptr; // a row of the table of fields; never null in a term
    QueryOp op = QueryOp::Has;
    QList<QueryValue> values = {}; // any of them
};

// The syntax tree. At most mostQueryDepth high; All and Any have two children or more, Not has one.
struct QueryNode
{
    enum class Kind { All, Any, Not, Term };
    Kind kind = Kind::Term;
    std::vector<QueryNode> children = {};
    QueryTerm term = {};
};

// A question about recordings, read from the text that people type. A value; any thread. Without
// a root it is the empty question, which every recording answers.
struct Query
{
    std::optional<QueryNode> root = {};

    bool isEmpty() const { return !root; }
    // A query that says nothing about where a recording is leaves out what is in the trash.
    bool choosesState() const;
    // The same question with every operator written out, and every parenthesis that helps to read
    // it, as long as it can be read again.
    QString toText() const;
};

// What is wrong with a text, and where: a part of it that is marked for the user.
struct QueryMistake
{
    ErrorCode code = ErrorCode::InvalidArgument;
    QString message; // names the cure
    qsizetype position = 0;
    qsizetype length = 0; // 0 only at the end of the text
};

// What a text is read against: dates are relative to an instant, and are those of a time zone.
struct QueryContext
{
    qint64 nowMs = 0;
    QTimeZone zone = QTimeZone::systemTimeZone();
    QList<StoreInfo> stores = {};
};

struct ParsedQuery
{
    Query query = {};
    std::optional<QueryMistake> mistake = {};
};

// Words, "phrases", field:value with : = != > >= < <=, lists a,b and ranges a..b, AND, OR, NOT, a
// minus before what must not be, and parentheses. What stands side by side must hold together.
ParsedQuery parseQuery(const QString &text, const QueryContext &context);

// The same for who cannot mark a place: the error names it.
Result<Query> readQuery(const QString &text, const QueryContext &context);

// The text as one word or value of the language, within quotes where it needs them.
QString queryQuoted(const QString &text);

} // namespace respool
