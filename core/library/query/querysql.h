// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/query.h"

#include <QVariantList>

namespace respool {

struct Dialect;
struct QueryField;

// SQL of fixed fragments, and the values for its question marks.
struct CompiledQuery
{
    QString sql;
    QVariantList binds;
};

// The query as a condition on the row r of recording; without one for the empty query.
CompiledQuery conditionOf(const Query &query, const Dialect &dialect);

// Ways to the recordings that a query can hold for, without looking at each: of every condition
// that must hold and knows one, a SELECT of the ids of all that it may hold for. SQLite's.
QList<CompiledQuery> setsOf(const Query &query, const Dialect &dialect);

// Every condition in it is one of these fields.
bool isOnly(const Query &query, bool QueryField::*kind);

// The same of one field that is yes or no.
QString yesOrNoCondition(const QueryField &field, bool yes);

} // namespace respool
