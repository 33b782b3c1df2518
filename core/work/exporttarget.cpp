// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/exporttarget.h"

#include "core/files/atomicfile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QByteArray noteOf(const FileEntry &file)
{
    return QJsonDocument(QJsonObject{{u"device"_s, QString::number(file.device)},
                                     {u"inode"_s, QString::number(file.inode)},
                                     {u"bytes"_s, file.bytes},
                                     {u"modifiedMs"_s, file.mtimeMs}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

Result<ExportTarget> ExportTarget::open(const QString &path, const QList<StoreInfo> &stores)
{
    const QFileInfo info(path);
    if (info.isRelative() || info.fileName().isEmpty())
        return fail(ErrorCode::InvalidArgument, u"%1 is no place for a file"_s.arg(path));
    TRY_LET(Directory folder, Directory::open(info.path()));
    const QString place = QFileInfo(info.path()).canonicalFilePath() + u'/';
    for (const StoreInfo &store : stores) {
        if (place.startsWith(store.path + u'/'))
            return fail(ErrorCode::Refused,
                        u"%1 is inside the store '%2': choose a folder outside of it"_s.arg(
                            path, store.name));
    }
    return ExportTarget(std::move(folder), info.fileName());
}

QString ExportTarget::partName() const
{
    return partNameOf(m_name);
}

Result<UniqueFd> ExportTarget::begin() const
{
    TRY(m_folder.removeFile(partName()));
    return m_folder.createExclusive(partName(), 0600);
}

Result<QByteArray> ExportTarget::note() const
{
    TRY_LET(const FileEntry file, m_folder.stat(partName()));
    return noteOf(file);
}

bool ExportTarget::isInPlace(const QByteArray &note) const
{
    if (note.isEmpty())
        return false;
    const auto file = m_folder.stat(m_name);
    return file && noteOf(*file) == note;
}

Failure ExportTarget::thereAlready() const
{
    return fail(ErrorCode::Conflict,
                u"%1/%2 exists already: choose another name, or replace it (--overwrite)"_s.arg(
                    m_folder.path(), m_name));
}

Result<> ExportTarget::refuseIfThere() const
{
    const auto file = m_folder.stat(m_name);
    if (file)
        return thereAlready();
    if (file.error().code == ErrorCode::NotFound)
        return {};
    return Failure{file.error()};
}

Result<> ExportTarget::takePlace(bool overwrite) const
{
    const auto moved = m_folder.moveTo(partName(), m_folder, m_name);
    if (moved || moved.error().code != ErrorCode::Conflict)
        return moved;
    if (!overwrite)
        return thereAlready();
    TRY_LET(const FileEntry file, m_folder.stat(m_name));
    if (file.type != FileEntry::Type::File)
        return fail(ErrorCode::Conflict,
                    u"%1/%2 is no file that could be replaced"_s.arg(m_folder.path(), m_name));
    return m_folder.replace(partName(), m_name);
}

void ExportTarget::discard() const
{
    // There is an error to tell already; what stays is thrown away by the next attempt.
    (void) m_folder.removeFile(partName());
}

} // namespace respool
