// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/connection.h"

#include "core/db/dialect.h"

#include <QSqlError>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html); the extended ones carry them in
// their low byte.
ErrorCode codeOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
        return ErrorCode::Busy;
    case 8: // SQLITE_READONLY
        return ErrorCode::PermissionDenied;
    case 13: // SQLITE_FULL
        return ErrorCode::NoSpace;
    default:
        return ErrorCode::Database;
    }
}

QVariant bindable(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    if (value.typeId() == QMetaType::QByteArray)
        return value.toByteArray().isNull() ? u""_s : QString::fromUtf8(value.toByteArray());
    return value;
}

} // namespace

Connection::Connection(const QSqlDatabase &db, const Dialect &dialect, SqlBook book)
    : m_db(db)
    , m_dialect(dialect)
    , m_book(std::move(book))
{}

Failure Connection::error(const QSqlQuery &query, const QString &what) const
{
    const QSqlError error = query.lastError();
    return fail(codeOf(error), u"%1: %2 (%3)"_s.arg(file(), error.text().trimmed(), what));
}

Result<int> Connection::run(const QString &name, const QVariantHash &binds)
{
    return read(name, binds, [](const Row &) {});
}

Result<int> Connection::read(const QString &name, const QVariantHash &binds, const RowReader &read)
{
    TRY_LET(QSqlQuery *const query, prepared(name, m_book.query(name)));
    for (auto it = binds.begin(); it != binds.end(); ++it)
        query->bindValue(u':' + it.key(), bindable(it.value()));
    return step(*query, name, read);
}

Result<int> Connection::runRow(const QString &name, const QVariantList &values)
{
    return readRow(name, values, [](const Row &) {});
}

Result<int> Connection::readRow(const QString &name, const QVariantList &values,
                                const RowReader &read)
{
    TRY_LET(QSqlQuery *const query, prepared(name, m_book.query(name)));
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(int(i), bindable(values[i]));
    return step(*query, name, read);
}

Result<QSqlQuery *> Connection::prepared(const QString &name, const QString &text)
{
    std::unique_ptr<QSqlQuery> &query = m_prepared[name];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(m_db);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(text))
            return error(*fresh, name);
        query = std::move(fresh);
    }
    return query.get();
}

Result<int> Connection::readCompiled(const QString &sql, const QVariantList &binds,
                                     const RowReader &read)
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return error(query, sql);
    for (const QVariant &value : binds)
        query.addBindValue(bindable(value));
    return step(query, sql, read);
}

Result<int> Connection::step(QSqlQuery &query, const QString &what, const RowReader &read)
{
    if (!query.exec()) {
        const Failure failure = error(query, what);
        query.finish();
        return failure;
    }
    int rows = 0;
    while (query.next()) {
        read(Row(query));
        ++rows;
    }
    // Wording an error costs more than a small statement: only when there is one.
    std::optional<Failure> failure;
    if (query.lastError().isValid())
        failure = error(query, what);
    // numRowsAffected() is stale after RETURNING; the rows read are the truth there.
    const int touched = query.isSelect() ? rows : query.numRowsAffected();
    query.finish();
    if (failure)
        return *failure;
    return touched;
}

Result<qint64> Connection::number(const QString &name, const QVariantHash &binds, qint64 otherwise)
{
    std::optional<qint64> first;
    TRY(read(name, binds, [&](const Row &row) {
        if (!first && !row.isNull(0))
            first = row.integer(0);
    }));
    return first.value_or(otherwise);
}

Result<> Connection::script(const QString &statement)
{
    QSqlQuery query(m_db);
    if (!query.exec(statement))
        return error(query, statement);
    return {};
}

Result<> Connection::control(const QString &statement)
{
    TRY_LET(QSqlQuery *const query, prepared(statement, statement));
    if (!query->exec())
        return error(*query, statement);
    query->finish();
    return {};
}

Result<> Connection::check()
{
    QStringList problems;
    TRY(read(u"database_check"_s, {}, [&](const Row &row) {
        if (row.text(0) != "ok"_L1)
            problems << row.text(0);
    }));
    if (!problems.isEmpty())
        return fail(ErrorCode::Database, u"%1 is damaged (%2)"_s.arg(file(), problems.first()));
    return {};
}

Result<> Connection::copyTo(const QString &file)
{
    QString quoted = file;
    quoted.replace(u'\'', u"''"_s);
    return script(m_dialect.copy.arg(u'\'' + quoted + u'\''));
}

Result<qint64> Connection::scalar(const QString &statement)
{
    QSqlQuery query(m_db);
    if (!query.exec(statement) || !query.next())
        return error(query, statement);
    return query.value(0).toLongLong();
}

Result<> Connection::begin()
{
    return control(m_dialect.begin);
}

Result<> Connection::commit()
{
    return control(u"COMMIT"_s);
}

void Connection::rollback()
{
    // A transaction that SQLite has already rolled back by itself answers with an error here;
    // the error that led to this place is the one that is told.
    (void) control(u"ROLLBACK"_s);
}

QString jsonArray(const QList<qint64> &ids)
{
    QString text = u"["_s;
    for (const qint64 id : ids)
        text += (text.size() > 1 ? u","_s : QString()) + QString::number(id);
    return text + u']';
}

} // namespace respool
