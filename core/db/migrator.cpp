// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/migrator.h"

#include "core/base/faultpoint.h"
#include "core/db/connection.h"
#include "core/db/dialect.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct Migration
{
    int version = 0;
    QStringList statements;
};

// A statement ends with ';' at the end of a line: QSQLITE refuses two in one exec().
QStringList statementsOf(const QString &script)
{
    QStringList list;
    QString current;
    for (const QString &line : script.split(u'\n')) {
        if (line.startsWith("--"_L1) || line.trimmed().isEmpty())
            continue;
        current += line + u'\n';
        if (line.endsWith(u';')) {
            list << current.chopped(2);
            current.clear();
        }
    }
    return list;
}

Result<QList<Migration>> migrationsOf(const Dialect &dialect)
{
    QList<Migration> all;
    const QDir folder(":/sql/"_L1 + dialect.name);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Internal, name);
        all << Migration{name.left(3).toInt(), statementsOf(QString::fromUtf8(file.readAll()))};
    }
    return all;
}

Result<> backUp(Connection &connection, qint64 installed)
{
    const QString target = u"%1.before-%2"_s.arg(connection.file()).arg(installed + 1);
    if (QFile::exists(target))
        QFile::remove(target); // of a migration that was killed
    return connection.copyTo(target);
}

Result<> apply(Connection &connection, const Migration &migration)
{
    faultPoint("db.migrate.begin");
    TRY(connection.inTransaction([&]() -> Result<> {
        // Asked again under the write lock: another process may have migrated meanwhile.
        TRY_LET(const qint64 installed, connection.scalar(connection.dialect().readVersion));
        if (installed >= migration.version)
            return {};
        for (const QString &statement : migration.statements) {
            TRY(connection.script(statement));
            faultPoint("db.migrate.statement");
        }
        TRY(connection.script(connection.dialect().writeVersion.arg(migration.version)));
        faultPoint("db.migrate.commit");
        return {};
    }));
    faultPoint("db.migrate.done");
    return {};
}

} // namespace

Result<int> migrate(Connection &connection)
{
    const Dialect &dialect = connection.dialect();
    TRY_LET(const qint64 installed, connection.scalar(dialect.readVersion));
    TRY_LET(const QList<Migration> all, migrationsOf(dialect));
    const int newest = all.isEmpty() ? 0 : all.last().version;
    if (installed > newest)
        return fail(ErrorCode::NewerVersion,
                    u"%1 was written by a newer Respool (schema %2, this program knows %3): "
                    "install that version, or use another data folder"_s.arg(connection.file())
                        .arg(installed)
                        .arg(newest));
    if (installed > 0 && installed < newest)
        TRY(backUp(connection, installed));
    for (const Migration &migration : all) {
        if (migration.version > installed)
            TRY(apply(connection, migration));
    }
    return newest;
}

} // namespace respool
