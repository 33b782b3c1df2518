// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/sqliteapi.h"

namespace respool {

SqliteFile::SqliteFile(const QString &path)
{
    if (sqlite3_open(path.toUtf8().constData(), &m_db) != SQLITE_OK)
        qFatal("%s: %s", qPrintable(path), sqlite3_errmsg(m_db));
}

SqliteFile::~SqliteFile()
{
    sqlite3_close(m_db);
}

void SqliteFile::exec(const QByteArray &sql)
{
    if (sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_db));
}

qint64 SqliteFile::scalar(const QByteArray &sql)
{
    qint64 value = 0;
    SqliteStatement(*this, sql).each([&](const SqliteStatement &row) { value = row.integer(0); });
    return value;
}

SqliteStatement::SqliteStatement(const SqliteFile &file, const QByteArray &sql,
                                 std::initializer_list<const char *> names)
{
    if (sqlite3_prepare_v2(file.handle(), sql.constData(), int(sql.size()), &m_statement, nullptr)
        != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(file.handle()));
    for (const char *name : names) {
        m_positions.push_back(
            sqlite3_bind_parameter_index(m_statement, (':' + QByteArray(name)).constData()));
        if (m_positions.back() == 0)
            qFatal("%s: it has no parameter %s", sql.constData(), name);
    }
    if (sqlite3_bind_parameter_count(m_statement) != int(names.size()))
        qFatal("%s: it has more parameters than are bound", sql.constData());
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

std::string_view SqliteStatement::text(int column) const
{
    const auto *start = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {start, size_t(sqlite3_column_bytes(m_statement, column))};
}

bool SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        qFatal("%s: %s", sqlite3_sql(m_statement), sqlite3_errmsg(sqlite3_db_handle(m_statement)));
    sqlite3_reset(m_statement);
    return false;
}

} // namespace respool
