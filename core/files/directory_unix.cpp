// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/faultpoint.h"
#include "core/files/directory.h"
#include "core/files/errnofailure.h"
#include "core/files/relativepath.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QByteArray encoded(const QString &name)
{
    return QFile::encodeName(name);
}

FileEntry::Type typeOf(mode_t mode)
{
    if (S_ISREG(mode))
        return FileEntry::Type::File;
    if (S_ISDIR(mode))
        return FileEntry::Type::Directory;
    return S_ISLNK(mode) ? FileEntry::Type::Symlink : FileEntry::Type::Other;
}

FileEntry entryFrom(const QString &name, const struct stat &status)
{
    return {
        name,           typeOf(status.st_mode),
        status.st_size, qint64(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000,
        status.st_ino,  status.st_dev};
}

// What a tree must not leave: a mounted folder has another device, or, if it is mounted from the
// same volume, another mount. Kernels before 5.8 do not tell the mount.
struct Volume
{
    dev_t device = 0;
    quint64 mount = 0;
    bool operator==(const Volume &) const = default;
};

Result<Volume> volumeOf(int fd, const QString &path)
{
    struct statx status
    {};
    if (::statx(fd, "", AT_EMPTY_PATH, STATX_MNT_ID, &status) != 0)
        return errnoFailure(u"cannot look at"_s, path);
    return Volume{makedev(status.stx_dev_major, status.stx_dev_minor),
                  status.stx_mask & STATX_MNT_ID ? status.stx_mnt_id : 0};
}

// Names as the disk has them, which need not be text.
Result<QList<QByteArray>> rawNames(int folder, const QString &path)
{
    // A handle of its own: readdir moves the position, and duplicates share it.
    UniqueFd fd(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd)
        return errnoFailure(u"cannot read the folder"_s, path);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(::fdopendir(fd.get()), ::closedir);
    if (!stream)
        return errnoFailure(u"cannot read the folder"_s, path);
    fd.release(); // closedir() closes it
    QList<QByteArray> names;
    for (;;) {
        errno = 0;
        const dirent *item = ::readdir(stream.get());
        if (!item && errno != 0)
            return errnoFailure(u"cannot read the folder"_s, path);
        if (!item)
            return names;
        const QByteArray name(item->d_name);
        if (name != "." && name != "..")
            names << name;
    }
}

// Removes the folder and all in it. What is gone already is a success.
Result<> removeBelow(int around, const QByteArray &name, const QString &path, const Volume &volume)
{
    const UniqueFd folder(
        ::openat(around, name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!folder)
        return errno == ENOENT ? Result<>() : errnoFailure(u"cannot open the folder"_s, path);
    TRY_LET(const Volume here, volumeOf(folder.get(), path));
    if (here != volume)
        return fail(ErrorCode::Unsafe, u"%1 is another volume: unmount it first"_s.arg(path));
    TRY_LET(const QList<QByteArray> names, rawNames(folder.get(), path));
    for (const QByteArray &inner : names) {
        const QString innerPath = path + u'/' + QFile::decodeName(inner);
        struct stat status
        {};
        if (::fstatat(folder.get(), inner.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0
            && errno == ENOENT)
            continue;
        if (S_ISDIR(status.st_mode)) {
            TRY(removeBelow(folder.get(), inner, innerPath, volume));
            continue;
        }
        if (::unlinkat(folder.get(), inner.constData(), 0) != 0 && errno != ENOENT)
            return errnoFailure(u"cannot remove"_s, innerPath);
        faultPoint("files.removed");
    }
    if (::unlinkat(around, name.constData(), AT_REMOVEDIR) != 0 && errno != ENOENT)
        return errnoFailure(u"cannot remove the folder"_s, path);
    faultPoint("files.folder.removed");
    return {};
}

} // namespace

Result<Directory> Directory::open(const QString &path)
{
    UniqueFd fd(::open(encoded(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd)
        return errnoFailure(u"cannot open the folder"_s, path);
    return Directory(std::move(fd), path);
}

Result<Directory> Directory::child(const QString &name) const
{
    TRY(checkFileName(name));
    UniqueFd fd(::openat(m_fd.get(), encoded(name).constData(),
                         O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (fd)
        return Directory(std::move(fd), pathOf(name));
    // O_NOFOLLOW with O_DIRECTORY says ENOTDIR of a link: tell it from a file.
    const Failure failure = errnoFailure(u"cannot open the folder"_s, pathOf(name));
    if (const auto entry = stat(name); entry && entry->type == FileEntry::Type::Symlink)
        return fail(ErrorCode::Unsafe,
                    u"%1 is a symbolic link, which is never followed"_s.arg(pathOf(name)));
    return failure;
}

Result<Directory> Directory::descend(const QString &relative) const
{
    TRY_LET(const QStringList components, pathComponents(relative));
    TRY_LET(Directory current, duplicate());
    for (const QString &component : components) {
        TRY_LET(Directory next, current.child(component));
        current = std::move(next);
    }
    return current;
}

Result<Directory> Directory::duplicate() const
{
    UniqueFd fd(::fcntl(m_fd.get(), F_DUPFD_CLOEXEC, 0));
    if (!fd)
        return errnoFailure(u"cannot hold the folder"_s, m_path);
    return Directory(std::move(fd), m_path);
}

Result<QList<FileEntry>> Directory::entries() const
{
    TRY_LET(const QList<QByteArray> names, rawNames(m_fd.get(), m_path));
    QList<FileEntry> all;
    for (const QByteArray &name : names) {
        struct stat status
        {};
        if (::fstatat(m_fd.get(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0)
            all << entryFrom(QFile::decodeName(name), status); // else it went away meanwhile
    }
    return all;
}

Result<quint64> Directory::device() const
{
    struct stat status
    {};
    if (::fstat(m_fd.get(), &status) != 0)
        return errnoFailure(u"cannot look at"_s, m_path);
    return status.st_dev;
}

Result<FileEntry> Directory::stat(const QString &name) const
{
    TRY(checkFileName(name));
    struct stat status
    {};
    if (::fstatat(m_fd.get(), encoded(name).constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errnoFailure(u"cannot look at"_s, pathOf(name));
    return entryFrom(name, status);
}

Result<UniqueFd> Directory::openForReading(const QString &name) const
{
    TRY(checkFileName(name));
    // O_NONBLOCK: opening a pipe must not wait for its other end.
    UniqueFd fd(::openat(m_fd.get(), encoded(name).constData(),
                         O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!fd)
        return errnoFailure(u"cannot read"_s, pathOf(name));
    struct stat status
    {};
    if (::fstat(fd.get(), &status) != 0)
        return errnoFailure(u"cannot look at"_s, pathOf(name));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::Unsafe, u"%1 is not a regular file"_s.arg(pathOf(name)));
    return fd;
}

Result<UniqueFd> Directory::createExclusive(const QString &name, uint mode) const
{
    TRY(checkFileName(name));
    UniqueFd fd(::openat(m_fd.get(), encoded(name).constData(),
                         O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
    if (!fd)
        return errnoFailure(u"cannot make"_s, pathOf(name));
    faultPoint("files.created");
    return fd;
}

Result<> Directory::makeChild(const QString &name) const
{
    TRY(checkFileName(name));
    if (::mkdirat(m_fd.get(), encoded(name).constData(), 0755) != 0) {
        if (errno != EEXIST)
            return errnoFailure(u"cannot make the folder"_s, pathOf(name));
        TRY_LET(const FileEntry entry, stat(name));
        if (entry.type != FileEntry::Type::Directory)
            return fail(ErrorCode::Unsafe, u"%1 is in the way of a folder"_s.arg(pathOf(name)));
        return {};
    }
    faultPoint("files.folder.made");
    return sync();
}

Result<> Directory::moveTo(const QString &name, const Directory &target,
                           const QString &newName) const
{
    TRY(checkFileName(name));
    TRY(checkFileName(newName));
    const QByteArray from = encoded(name);
    const QByteArray to = encoded(newName);
    int moved = ::renameat2(m_fd.get(), from.constData(), target.m_fd.get(), to.constData(),
                            RENAME_NOREPLACE);
    if (moved != 0 && (errno == EINVAL || errno == ENOSYS)) {
        // The file system does not know the flag. The trash and the queue keep two of ours from
        // meeting here; what another program puts there between the two calls is a lost race.
        if (target.stat(newName))
            errno = EEXIST;
        else
            moved = ::renameat(m_fd.get(), from.constData(), target.m_fd.get(), to.constData());
    }
    if (moved != 0 && errno == EXDEV)
        return fail(ErrorCode::Refused,
                    u"%1 and %2 are on different volumes"_s.arg(pathOf(name), target.path()));
    if (moved != 0)
        return errnoFailure(u"cannot move"_s, pathOf(name) + u" to "_s + target.pathOf(newName));
    faultPoint("files.moved");
    TRY(target.sync());
    return sync();
}

Result<> Directory::replace(const QString &name, const QString &existing) const
{
    TRY(checkFileName(name));
    TRY(checkFileName(existing));
    if (::renameat(m_fd.get(), encoded(name).constData(), m_fd.get(), encoded(existing).constData())
        != 0)
        return errnoFailure(u"cannot replace"_s, pathOf(existing));
    faultPoint("files.replaced");
    return sync();
}

Result<bool> Directory::exchange(const QString &name, const QString &other) const
{
    TRY(checkFileName(name));
    TRY(checkFileName(other));
    if (::renameat2(m_fd.get(), encoded(name).constData(), m_fd.get(), encoded(other).constData(),
                    RENAME_EXCHANGE)
        != 0) {
        if (errno == EINVAL || errno == ENOSYS)
            return false;
        return errnoFailure(u"cannot replace"_s, pathOf(other));
    }
    faultPoint("files.exchanged");
    TRY(sync());
    return true;
}

Result<> Directory::link(const QString &name, const QString &newName) const
{
    TRY(checkFileName(name));
    TRY(checkFileName(newName));
    if (::linkat(m_fd.get(), encoded(name).constData(), m_fd.get(), encoded(newName).constData(), 0)
        != 0) {
        if (errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK)
            return fail(ErrorCode::Refused,
                        u"%1 cannot have a second name: the file system has no hard links"_s.arg(
                            pathOf(name)));
        return errnoFailure(u"cannot keep"_s, pathOf(newName));
    }
    faultPoint("files.linked");
    return sync();
}

Result<> Directory::removeFile(const QString &name) const
{
    TRY(checkFileName(name));
    if (::unlinkat(m_fd.get(), encoded(name).constData(), 0) != 0 && errno != ENOENT)
        return errnoFailure(u"cannot remove"_s, pathOf(name));
    faultPoint("files.removed");
    return {};
}

Result<> Directory::removeEmpty(const QString &name) const
{
    TRY(checkFileName(name));
    if (::unlinkat(m_fd.get(), encoded(name).constData(), AT_REMOVEDIR) != 0 && errno != ENOENT)
        return errnoFailure(u"cannot remove the folder"_s, pathOf(name));
    faultPoint("files.folder.removed");
    return {};
}

Result<> Directory::removeTree(const QString &name) const
{
    const auto entry = stat(name);
    if (!entry && entry.error().code == ErrorCode::NotFound)
        return {};
    TRY(entry);
    if (entry->type != FileEntry::Type::Directory)
        return removeFile(name);
    TRY_LET(const Volume volume, volumeOf(m_fd.get(), m_path));
    TRY(removeBelow(m_fd.get(), encoded(name), pathOf(name), volume));
    return sync();
}

Result<> Directory::sync() const
{
    if (::fsync(m_fd.get()) != 0)
        return errnoFailure(u"cannot write to disk"_s, m_path);
    faultPoint("files.synced");
    return {};
}

} // namespace respool
