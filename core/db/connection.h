// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/db/sqlbook.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantHash>

#include <concepts>
#include <functional>
#include <memory>
#include <unordered_map>

namespace respool {

struct Dialect;

// One row handed to the reader of a query. Columns count from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {}
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toString().toUtf8(); }
    bool isNull(int column) const { return m_query.isNull(column); }

private:
    const QSqlQuery &m_query;
};

// One open connection, as the stores see it. Lives on one database thread; a store never keeps it
// and never leaves that thread. Statements are prepared once and kept: preparing at each call
// costs four times as much.
class Connection
{
public:
    Connection(const QSqlDatabase &db, const Dialect &dialect, SqlBook book);

    // Runs a named query and returns how many rows it touched. Binds by name, without the colon;
    // a null QString is bound as the empty text, an invalid QVariant as NULL.
    Result<int> run(const QString &name, const QVariantHash &binds = {});

    // Runs a named query, hands each row to read, and always steps the statement to its end and
    // finishes it: an unfinished UPDATE ... RETURNING keeps SQLite's write lock, and its rows are
    // not true before the end was reached without an error. read must not run the same query.
    using RowReader = std::function<void(const Row &)>;
    Result<int> read(const QString &name, const QVariantHash &binds, const RowReader &read);

    // The same with values for the marks "?", by position: for what is run very often.
    Result<int> runRow(const QString &name, const QVariantList &values);
    Result<int> readRow(const QString &name, const QVariantList &values, const RowReader &read);

    // The first column of the first row, or otherwise.
    Result<qint64> number(const QString &name, const QVariantHash &binds = {},
                          qint64 otherwise = 0);

    // Fixed text: migrations and pragmas only.
    Result<> script(const QString &statement);
    // Fixed text of transaction control, prepared once as the named queries are.
    Result<> control(const QString &statement);
    Result<qint64> scalar(const QString &statement);

    // Runs the text of the query compiler with positional binds: the one place where text is
    // not from a file.
    Result<int> readCompiled(const QString &sql, const QVariantList &binds, const RowReader &read);

    // Looks through the file. Errors: Database, with the first thing that is wrong.
    Result<> check();

    // Writes a copy of the whole database into a file that is not there yet. Every page is read, so
    // a copy that was written is the copy of a readable database. Not within a transaction.
    Result<> copyTo(const QString &file);

    // A transaction of its own, rolled back unless work succeeds and the commit does too. Not for
    // work given to Database: that is in a transaction already.
    template <std::invocable F>
    auto inTransaction(F work) -> std::invoke_result_t<F>
    {
        TRY(begin());
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        TRY(commit());
        return result;
    }

    Result<> begin();
    Result<> commit();
    void rollback();

    const Dialect &dialect() const { return m_dialect; }
    QString file() const { return m_db.databaseName(); }

private:
    Result<QSqlQuery *> prepared(const QString &name, const QString &text);
    Result<int> step(QSqlQuery &query, const QString &what, const RowReader &read);
    Failure error(const QSqlQuery &query, const QString &what) const;

    QSqlDatabase m_db;
    const Dialect &m_dialect;
    SqlBook m_book;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
};

// Many ids in one bound value, for json_each().
QString jsonArray(const QList<qint64> &ids);

} // namespace respool
