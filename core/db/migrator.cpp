// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/migrator.h"

#include "core/base/faultpoint.h"
#include "core/db/connection.h"
#include "core/db/dialect.h"

#include <QCoreApplication>
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

// A damaged database is not migrated. The copy gets its name when it is whole and still is of the
// old schema: another process may have migrated meanwhile, and its backup must stay.
Result<> backUp(Connection &connection, qint64 installed)
{
    TRY(connection.check());
    const QString target = u"%1.before-%2"_s.arg(connection.file()).arg(installed + 1);
    const QString part = u"%1.%2.part"_s.arg(target).arg(QCoreApplication::applicationPid());
    QFile::remove(part); // of a migration that was killed
    TRY(connection.copyTo(part));
    faultPoint("db.migrate.copied");
    TRY_LET(const qint64 now, connection.scalar(connection.dialect().readVersion));
    if (now != installed) {
        QFile::remove(part);
        return {};
    }
    QFile::remove(target);
    if (!QFile::rename(part, target))
        return fail(ErrorCode::Io, u"the backup %1 cannot be written"_s.arg(target));
    return {};
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
