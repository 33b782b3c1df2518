// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/trash.h"

#include "core/base/faultpoint.h"
#include "core/files/relativepath.h"
#include "core/library/storeidentity.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto trashName = "trash"_L1;
constexpr auto purgeName = "purge"_L1;
constexpr qsizetype longestName = 255; // of all file systems that matter

QString groundPath()
{
    return u"%1/%2"_s.arg(respoolFolder, purgeName);
}

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

// A move that is found done need not be on disk: who made it may have died before its sync.
Result<> syncMove(const Result<Place> &from, const Result<Place> &to)
{
    if (to)
        TRY(to->folder.sync());
    return from ? from->folder.sync() : Result<>(); // no folder: nothing can come back in it
}

// .respool/trash/<folder>/<uid>, whatever lies in it: folder and uid. Nothing outside the trash.
struct Grave
{
    QString folder;
    QString uid;
    QString path() const { return u"%1/%2/%3"_s.arg(respoolFolder, trashName, folder); }
    // In .respool/purge. The name of a folder may be as long as a name can be.
    QString name() const
    {
        const QString both = folder + u'-' + uid;
        if (QFile::encodeName(both).size() <= longestName)
            return both;
        const QByteArray hash = QCryptographicHash::hash(both.toUtf8(), QCryptographicHash::Sha256);
        return QString::fromLatin1(hash.toHex());
    }
};

Result<Grave> graveOf(const QString &trashPath)
{
    TRY_LET(const QStringList inTrash, pathComponents(trashPath));
    if (inTrash.size() < 4 || inTrash[0] != respoolFolder || inTrash[1] != trashName)
        return fail(ErrorCode::Unsafe, u"'%1' is not in the trash"_s.arg(trashPath));
    return Grave{inTrash[2], inTrash[3]};
}

bool isSame(const FileEntry &one, const FileEntry &other)
{
    return one.inode == other.inode && one.device == other.device;
}

// Somebody has exchanged it in this very instant: what is there now was not looked at.
Failure exchanged(const QString &name, const Result<> &back, const QString &place)
{
    return fail(ErrorCode::Unsafe,
                u"%1 was exchanged for something else while it was being deleted: %2"_s.arg(
                    name, back ? u"that is left alone"_s : u"that lies in %1 now"_s.arg(place)));
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

// The folder at path, held for the moves to come.
Result<Trash::Held> Trash::kept(const QString &path, bool make)
{
    if (const Held known = m_kept.value(path))
        return known;
    constexpr qsizetype most = 64; // a process has a thousand handles
    if (m_kept.size() >= most) {
        TRY(sync());
        m_kept.clear();
    }
    TRY_LET(Directory folder, make ? makePath(m_root, path.split(u'/')) : m_root.descend(path));
    const auto held = std::make_shared<const Directory>(std::move(folder));
    m_kept.insert(path, held);
    return held;
}

Result<QString> Trash::moveIn(const QString &path, const QString &folder, const QString &uid,
                              const std::optional<FileEntry> &looked)
{
    TRY_LET(const QStringList components, pathComponents(path));
    TRY(checkFileName(folder));
    TRY(checkFileName(uid));
    if (!looked || components.size() > 1)
        return moveAnyIn(path, folder, uid, looked);
    const auto moved = moveFolderIn(path, folder, uid, *looked);
    if (moved || moved.error().code != ErrorCode::NotFound)
        return moved;
    // Gone since it was looked at, or the trash's folder is: a purge that emptied it takes it away.
    TRY(sync());
    m_kept.clear();
    return moveAnyIn(path, folder, uid, looked);
}

// The way of nearly all recordings, in two calls of the system: the folder lies in the root.
Result<QString> Trash::moveFolderIn(const QString &name, const QString &folder, const QString &uid,
                                    const FileEntry &looked)
{
    const QString base = u"%1/%2/%3"_s.arg(respoolFolder, trashName, folder);
    TRY_LET(const Held around, kept(base, true));
    faultPoint("trash.in.before");
    TRY(m_root.moveTo(name, *around, uid, Durable::Later));
    m_rootChanged = true;
    faultPoint("trash.in.after");
    const auto moved = around->stat(uid);
    if (moved && isSame(*moved, looked))
        return base + u'/' + uid;
    const auto back = around->moveTo(uid, m_root, name, Durable::Later);
    return exchanged(name, back, base + u'/' + uid);
}

Result<QString> Trash::moveAnyIn(const QString &path, const QString &folder, const QString &uid,
                                 const std::optional<FileEntry> &looked)
{
    // A recording of a folder store is a file: it keeps its name inside a folder of its own.
    const QString base = u"%1/%2/%3/%4"_s.arg(respoolFolder, trashName, folder, uid);
    const QString name = path.mid(path.lastIndexOf(u'/') + 1);
    const QString asFile = base + u'/' + name;
    const auto source = placeOf(m_root, path);
    TRY_LET(const bool here, exists(source));
    if (!here) {
        TRY_LET(const bool moved, exists(placeOf(m_root, base)));
        if (!moved)
            return fail(ErrorCode::NotFound, u"%1/%2 is not there"_s.arg(m_root.path(), path));
        TRY_LET(const bool isFile, holdsOnly(m_root, base, name));
        TRY(syncMove(source, placeOf(m_root, isFile ? asFile : base)));
        return isFile ? asFile : base;
    }
    TRY_LET(const FileEntry entry, source->folder.stat(source->name));
    if (entry.type == FileEntry::Type::Symlink)
        return fail(ErrorCode::Unsafe, u"%1 is a symbolic link and is left alone"_s.arg(path));
    if (looked && !isSame(entry, *looked))
        return exchanged(path, {}, {});
    const bool isFile = entry.type != FileEntry::Type::Directory;
    QStringList target{respoolFolder, trashName, folder};
    if (isFile)
        target << uid;
    TRY_LET(const Directory around, makePath(m_root, target));
    faultPoint("trash.in.before");
    const QString newName = isFile ? source->name : uid;
    TRY(source->folder.moveTo(source->name, around, newName));
    faultPoint("trash.in.after");
    const QString place = isFile ? asFile : base;
    if (const auto moved = around.stat(newName); moved && isSame(*moved, entry))
        return place;
    return exchanged(path, around.moveTo(newName, source->folder, source->name), place);
}

Result<> Trash::moveOut(const QString &trashPath, const QString &path)
{
    TRY_LET(const QStringList inTrash, pathComponents(trashPath));
    TRY_LET(const QStringList target, pathComponents(path));
    if (inTrash.size() != 4 || target.size() != 1)
        return moveAnyOut(trashPath, path);
    const QString base = inTrash.first(3).join(u'/');
    const auto around = kept(base, false);
    if (!around)
        return moveAnyOut(trashPath, path); // it says why, or finds it moved already
    faultPoint("trash.out.before");
    if (!(*around)->moveTo(inTrash.last(), m_root, path, Durable::Later))
        return moveAnyOut(trashPath, path);
    m_rootChanged = true;
    m_left << base;
    faultPoint("trash.out.after");
    return {};
}

Result<> Trash::moveAnyOut(const QString &trashPath, const QString &path)
{
    TRY_LET(const QStringList inTrash, pathComponents(trashPath));
    TRY_LET(const QStringList target, pathComponents(path));
    const auto source = placeOf(m_root, trashPath);
    TRY_LET(const bool here, exists(source));
    TRY_LET(const bool there, exists(placeOf(m_root, path)));
    if (!here && there) {
        TRY(syncMove(source, placeOf(m_root, path)));
        removeEmptyFolders(m_root, inTrash.first(inTrash.size() - 1), 2);
        return {};
    }
    if (!here) {
        const auto grave = graveOf(trashPath);
        TRY_LET(const bool buried,
                grave ? exists(placeOf(m_root, groundPath() + u'/' + grave->name())) : false);
        return buried ? fail(ErrorCode::Refused, u"%1 is being removed for good: it is not whole "
                                                 "any more"_s.arg(trashPath))
                      : fail(ErrorCode::NotFound,
                             u"%1/%2 is not there"_s.arg(m_root.path(), trashPath));
    }
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

Result<> Trash::bury(const QString &trashPath)
{
    TRY_LET(const Grave grave, graveOf(trashPath));
    if (!m_ground) {
        TRY_LET(Directory ground, makePath(m_root, {respoolFolder, purgeName}));
        m_ground = std::make_shared<const Directory>(std::move(ground));
    }
    const auto around = kept(grave.path(), false);
    if (!around)
        return around.error().code == ErrorCode::NotFound ? Result<>() : Failure{around.error()};
    TRY((*around)->holdsNoMount(grave.uid)); // or half of it would be removed
    faultPoint("trash.purge.before");
    const auto move = [&] {
        return (*around)->moveTo(grave.uid, *m_ground, grave.name(), Durable::Later);
    };
    Result<> moved = move();
    if (!moved && moved.error().code == ErrorCode::Conflict) {
        TRY(m_ground->removeTree(grave.name())); // a purge that broke off has left it in the way
        moved = move();
    }
    if (!moved && moved.error().code != ErrorCode::NotFound)
        return moved;
    m_left << grave.path();
    faultPoint("trash.purge.moved");
    return {};
}

Result<> Trash::remove(const QString &trashPath) const
{
    TRY_LET(const Grave grave, graveOf(trashPath));
    TRY(m_ground->removeTree(grave.name(), Durable::Later));
    faultPoint("trash.purge.removed");
    return {};
}

Result<> Trash::sync()
{
    faultPoint("trash.sync.before");
    for (const Held &folder : std::as_const(m_kept))
        TRY(folder->sync());
    if (m_ground)
        TRY(m_ground->sync());
    if (m_rootChanged)
        TRY(m_root.sync());
    m_rootChanged = false;
    faultPoint("trash.sync.after");
    m_left.removeDuplicates();
    for (const QString &path : std::exchange(m_left, {})) {
        const QStringList components = path.split(u'/');
        m_kept.remove(path); // it may be gone now, and another one be made in its place
        removeEmptyFolders(m_root, components, components.size() - 1);
    }
    return {};
}

Result<> Trash::sweep() const
{
    const auto grave = m_root.descend(groundPath());
    if (!grave)
        return grave.error().code == ErrorCode::NotFound ? Result<>() : Failure{grave.error()};
    TRY_LET(const QList<FileEntry> entries, grave->entries());
    for (const FileEntry &entry : entries)
        TRY(grave->removeTree(entry.name));
    return {};
}

} // namespace respool
