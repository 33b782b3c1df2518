// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/trash.h"

#include "core/base/faultpoint.h"
#include "core/files/relativepath.h"
#include "core/library/storeidentity.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto trashName = "trash"_L1;
constexpr auto purgeName = "purge"_L1;

// A path cut into the folder around it and its last component.
struct Place
{
    Directory folder;
    QString name;
};

Result<Place> placeOf(const Directory &root, const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    TRY_LET(Directory folder, slash < 0 ? root.duplicate() : root.descend(path.first(slash)));
    return Place{std::move(folder), path.mid(slash + 1)};
}

Result<Directory> makePath(const Directory &root, const QStringList &components)
{
    TRY_LET(Directory current, root.duplicate());
    for (const QString &component : components) {
        TRY(current.makeChild(component));
        TRY_LET(Directory next, current.child(component));
        current = std::move(next);
    }
    return current;
}

// Whether something is there; an error is neither yes nor no. Below a file there is nothing.
Result<bool> exists(const Result<Place> &place)
{
    if (!place && place.error().code == ErrorCode::InvalidArgument)
        return false;
    if (!place)
        return place.error().code == ErrorCode::NotFound ? Result<bool>(false)
                                                         : Result<bool>(Failure{place.error()});
    const auto entry = place->folder.stat(place->name);
    if (!entry && entry.error().code != ErrorCode::NotFound)
        return Failure{entry.error()};
    return bool(entry);
}

// Whether the folder in the trash was made for a single file of this name.
Result<bool> holdsOnly(const Directory &root, const QString &folder, const QString &name)
{
    TRY_LET(const Directory opened, root.descend(folder));
    TRY_LET(const QList<FileEntry> entries, opened.entries());
    return entries.size() == 1 && entries.first().name == name
           && entries.first().type != FileEntry::Type::Directory;
}

// The folders that a move has emptied, as far up as they are empty.
void removeEmptyFolders(const Directory &root, const QStringList &components, qsizetype keep)
{
    for (qsizetype depth = components.size(); depth > keep; --depth) {
        const auto around = root.descend(components.first(depth - 1).join(u'/'));
        if (!around || !around->removeEmpty(components[depth - 1]))
            return; // not empty: another recording is in it
    }
}

} // namespace

Result<QString> Trash::moveIn(const QString &path, const QString &folder, const QString &uid) const
{
    TRY_LET(const QStringList components, pathComponents(path));
    TRY(checkFileName(folder));
    TRY(checkFileName(uid));
    // A recording of a folder store is a file: it keeps its name inside a folder of its own.
    const QString base = u"%1/%2/%3/%4"_s.arg(respoolFolder, trashName, folder, uid);
    const QString asFile = base + u'/' + components.last();
    const auto source = placeOf(m_root, path);
    TRY_LET(const bool here, exists(source));
    if (!here) {
        TRY_LET(const bool moved, exists(placeOf(m_root, base)));
        if (!moved)
            return fail(ErrorCode::NotFound, u"%1/%2 is not there"_s.arg(m_root.path(), path));
        TRY_LET(const bool isFile, holdsOnly(m_root, base, components.last()));
        return isFile ? asFile : base;
    }
    TRY_LET(const FileEntry entry, source->folder.stat(source->name));
    if (entry.type == FileEntry::Type::Symlink)
        return fail(ErrorCode::Unsafe, u"%1 is a symbolic link and is left alone"_s.arg(path));
    const bool isFile = entry.type != FileEntry::Type::Directory;
    QStringList target{respoolFolder, trashName, folder};
    if (isFile)
        target << uid;
    TRY_LET(const Directory around, makePath(m_root, target));
    faultPoint("trash.in.before");
    TRY(source->folder.moveTo(source->name, around, isFile ? source->name : uid));
    faultPoint("trash.in.after");
    return isFile ? asFile : base;
}

Result<> Trash::moveOut(const QString &trashPath, const QString &path) const
{
    TRY_LET(const QStringList inTrash, pathComponents(trashPath));
    TRY_LET(const QStringList target, pathComponents(path));
    const auto source = placeOf(m_root, trashPath);
    TRY_LET(const bool here, exists(source));
    TRY_LET(const bool there, exists(placeOf(m_root, path)));
    if (!here && there) {
        removeEmptyFolders(m_root, inTrash.first(inTrash.size() - 1), 2);
        return {};
    }
    if (!here)
        return fail(ErrorCode::NotFound, u"%1/%2 is not there"_s.arg(m_root.path(), trashPath));
    if (there)
        return fail(ErrorCode::Conflict,
                    u"%1/%2 is there again: move it away, then restore"_s.arg(m_root.path(), path));
    TRY_LET(const Directory around, makePath(m_root, target.first(target.size() - 1)));
    faultPoint("trash.out.before");
    TRY(source->folder.moveTo(source->name, around, target.last()));
    faultPoint("trash.out.after");
    removeEmptyFolders(m_root, inTrash.first(inTrash.size() - 1), 2);
    return {};
}

Result<> Trash::purge(const QString &trashPath) const
{
    TRY_LET(const QStringList inTrash, pathComponents(trashPath));
    if (inTrash.size() < 4 || inTrash[0] != respoolFolder || inTrash[1] != trashName)
        return fail(ErrorCode::Unsafe, u"'%1' is not in the trash"_s.arg(trashPath));
    // What goes is .respool/trash/<folder>/<uid>, whatever lies in it.
    const QString name = inTrash[2] + u'-' + inTrash[3];
    TRY_LET(const Directory grave, makePath(m_root, {respoolFolder, purgeName}));
    const auto source = placeOf(m_root, inTrash.first(4).join(u'/'));
    TRY_LET(const bool here, exists(source));
    if (here) {
        TRY(grave.removeTree(name));
        faultPoint("trash.purge.before");
        TRY(source->folder.moveTo(source->name, grave, name));
        faultPoint("trash.purge.moved");
    }
    TRY(grave.removeTree(name));
    faultPoint("trash.purge.removed");
    removeEmptyFolders(m_root, inTrash.first(3), 2);
    return {};
}

Result<> Trash::sweep() const
{
    const auto grave = m_root.descend(u"%1/%2"_s.arg(respoolFolder, purgeName));
    if (!grave)
        return grave.error().code == ErrorCode::NotFound ? Result<>() : Failure{grave.error()};
    TRY_LET(const QList<FileEntry> entries, grave->entries());
    for (const FileEntry &entry : entries)
        TRY(grave->removeTree(entry.name));
    return {};
}

} // namespace respool
