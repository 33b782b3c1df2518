// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace respool {

// What stands behind the field's name, and with it which comparisons it takes: a text is
// contained, a match is a word or phrase of the index of texts, a tag, a store and a word are equal, an id begins so, the others have an order.
enum class QueryType {
    Text,
    Match,
    Tag,
    Prefix,
    Store,
    Choice,
    YesNo,
    Count,
    Size,
    Duration,
    Date
};

struct QueryChoice
{
    QLatin1StringView word;
    qint64 number = 0;
};

// One row of the table of fields: everything that the parser, the compiler, the completion and
// the help know of a field.
//
// sql is a condition on the row r of recording. Its %1 is what the type makes of the values: of a
// text and a tag a comparison (LIKE ?), of a match all recordings that it holds for, of a store and
// a choice a list (?,?), of what has an order a range (BETWEEN ? AND ?); of yes or no it is the
// condition for yes, and sqlNo that for no where it is not just the contrary. Subqueries do not
// look at r where they need not: the database then answers them once, or are found by r.id.
//
// set, with the same %1, selects the ids of all recordings that the condition may hold for, and can
// begin with them: without one a field is only looked at row by row. %2 in it is where a text
// may be in a name. Of a match, %1 is what is matched; setWord is the set of one that is one word.
// isLight: the condition looks at nothing but what stands in the index recording_start.
struct QueryField
{
    QLatin1StringView name;
    QueryType type;
    QLatin1StringView example;
    const char *help; // in the context QueryField of the translations
    QLatin1StringView sql;
    QLatin1StringView sqlNo = {};
    QLatin1StringView set = {};
    QLatin1StringView setNo = {};
    QLatin1StringView setWord = {};
    bool isLight = false;
    bool isTallied = false; // and what it looks at stands in recording_tally, too
    std::span<const QueryChoice> choices = {};
    bool zeroIsUnknown = false; // and is less than nothing
    bool choosesState = false;
    bool isMask = false; // the numbers of its choices are bits of one number

    bool isOrdered() const { return type >= QueryType::Count; }
};

// In the order of the help. Words of a name are asked for with wordField(), which has no name.
std::span<const QueryField> queryFields();
const QueryField &wordField();
const QueryField *findField(const QString &name); // in any case; null: there is none
// The field that somebody meant who wrote this; null: nothing is near it.
const QueryField *nearestField(const QString &name);
QStringList fieldNames();

} // namespace respool
