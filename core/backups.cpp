// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backups.h"

#include "core/base/faultpoint.h"
#include "core/files/directory.h"
#include "core/files/fileio.h"

#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype keptCopies = 3;
constexpr auto unfinished = "unfinished.db"_L1;

QString nameOf(QDate day)
{
    return u"respool-%1.db"_s.arg(day.toString(Qt::ISODate));
}

QStringList copiesIn(const QString &folder)
{
    return QDir(folder).entryList({u"respool-[0-9]*-[0-9]*-[0-9]*.db"_s}, QDir::Files, QDir::Name);
}

} // namespace

Result<QString> Backups::begin(QDate day) const
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::PermissionDenied,
                    u"the folder of backups %1 cannot be made"_s.arg(m_folder));
    if (copiesIn(m_folder).contains(nameOf(day)))
        return QString();
    TRY_LET(const Directory folder, Directory::open(m_folder));
    // Of a copy that was killed; SQLite keeps two files beside an open one.
    for (const char *suffix : {"", "-wal", "-shm"})
        TRY(folder.removeFile(unfinished + QLatin1StringView(suffix)));
    faultPoint("backup.begin");
    return QDir(m_folder).filePath(unfinished);
}

Result<> Backups::keep(QDate day) const
{
    faultPoint("backup.copied");
    TRY_LET(const Directory folder, Directory::open(m_folder));
    {
        TRY_LET(const UniqueFd copy, folder.openForReading(unfinished));
        TRY(syncFile(copy, QDir(m_folder).filePath(unfinished)));
    }
    faultPoint("backup.synced");
    TRY(folder.moveTo(unfinished, folder, nameOf(day)));
    faultPoint("backup.named");
    const QStringList copies = copiesIn(m_folder);
    for (const QString &old : copies.first(std::max<qsizetype>(0, copies.size() - keptCopies)))
        TRY(folder.removeFile(old));
    faultPoint("backup.kept");
    return {};
}

QString Backups::newest() const
{
    const QStringList copies = copiesIn(m_folder);
    return copies.isEmpty() ? QString() : QDir(m_folder).filePath(copies.last());
}

} // namespace respool
