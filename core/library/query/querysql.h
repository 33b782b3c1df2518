// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/query.h"

#include <QVariantList>

namespace respool {

struct Dialect;

// SQL of fixed fragments, and the values for its question marks.
struct CompiledQuery
{
    QString sql;
    QVariantList binds;
};

// The query as a condition on the row r of recording; without one for the empty query.
CompiledQuery conditionOf(const Query &query, const Dialect &dialect);

// The same of one field that is yes or no.
QString yesOrNoCondition(const QueryField &field, bool yes);

} // namespace respool
