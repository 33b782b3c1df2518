// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <sqlite3.h>
#include <string_view>
#include <vector>

namespace respool {

// A database file through SQLite's own C interface: what any wrapper is measured against. An error
// ends the program, because a measurement that goes on after one measures nothing.
class SqliteFile
{
public:
    explicit SqliteFile(const QString &path);
    ~SqliteFile();
    Q_DISABLE_COPY_MOVE(SqliteFile)

    void exec(const QByteArray &sql); // any number of statements, without binds
    qint64 scalar(const QByteArray &sql);
    sqlite3 *handle() const { return m_db; }

private:
    sqlite3 *m_db = nullptr;
};

// A prepared statement. The values of run() and each() come in the order in which names lists the
// parameters; all parameters must be listed.
class SqliteStatement
{
public:
    SqliteStatement(const SqliteFile &file, const QByteArray &sql,
                    std::initializer_list<const char *> names = {});
    ~SqliteStatement();
    Q_DISABLE_COPY_MOVE(SqliteStatement)

    // Runs to the end; returns how many rows were touched.
    template <typename... V>
    int run(const V &...values)
    {
        each([](const SqliteStatement &) {}, values...);
        return sqlite3_changes(sqlite3_db_handle(m_statement));
    }

    // Hands each row to read and runs to the end.
    template <typename F, typename... V>
    void each(F read, const V &...values)
    {
        [[maybe_unused]] size_t next = 0;
        (bind(m_positions.at(next++), values), ...);
        while (step())
            read(*this);
    }

    int columns() const { return sqlite3_column_count(m_statement); }
    bool isText(int column) const
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_TEXT;
    }
    qint64 integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    std::string_view text(int column) const;

private:
    void bind(int position, qint64 value) { sqlite3_bind_int64(m_statement, position, value); }
    void bind(int position, std::string_view value)
    {
        sqlite3_bind_text(m_statement, position, value.data(), int(value.size()), SQLITE_STATIC);
    }
    bool step(); // false: at the end, and reset

    sqlite3_stmt *m_statement = nullptr;
    std::vector<int> m_positions;
};

} // namespace respool
