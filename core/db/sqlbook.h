// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

namespace respool {

struct Dialect;

// The named queries of resources/sql/queries, with the overrides of one dialect already applied.
// A query begins with "-- name: table_verb" and an override with "-- name: table_verb @dialect".
class SqlBook
{
public:
    static Result<SqlBook> load(const Dialect &dialect);
    QString query(const QString &name) const;
    QStringList names() const { return m_queries.keys(); }

private:
    QHash<QString, QString> m_queries;
};

} // namespace respool
