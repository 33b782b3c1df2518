// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/faultpoint.h"
#include "core/files/directory.h"
#include "core/files/errnofailure.h"
#include "core/files/relativepath.h"
#include "core/files/tree.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

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
    TRY_LET(Directory current, child(components.first()));
    for (const QString &component : components.mid(1)) {
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
    TRY_LET(const QList<RawName> names, rawNames(m_fd.get(), m_path));
    QList<FileEntry> all;
    for (const RawName &item : names) {
        struct stat status
        {};
        if (::fstatat(m_fd.get(), item.name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0)
            all << entryFrom(QFile::decodeName(item.name), status); // else it went away meanwhile
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

Result<FileEntry> Directory::self() const
{
    struct stat status
    {};
    if (::fstat(m_fd.get(), &status) != 0)
        return errnoFailure(u"cannot look at"_s, m_path);
    return entryFrom(m_path.mid(m_path.lastIndexOf(u'/') + 1), status);
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

Result<> Directory::moveTo(const QString &name, const Directory &target, const QString &newName,
                           Durable durable) const
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
    if (durable == Durable::Later)
        return {};
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

Result<> Directory::removeTree(const QString &name, Durable durable) const
{
    const auto entry = stat(name);
    if (!entry && entry.error().code == ErrorCode::NotFound)
        return {};
    TRY(entry);
    if (entry->type != FileEntry::Type::Directory)
        return removeFile(name);
    TRY(removeTreeBelow(m_fd.get(), encoded(name), pathOf(name)));
    return durable == Durable::Later ? Result<>() : sync();
}

Result<> Directory::holdsNoMount(const QString &name) const
{
    TRY(checkFileName(name));
    return refuseMountsBelow(m_fd.get(), encoded(name), pathOf(name));
}

Result<> Directory::sync() const
{
    if (::fsync(m_fd.get()) != 0)
        return errnoFailure(u"cannot write to disk"_s, m_path);
    faultPoint("files.synced");
    return {};
}

} // namespace respool
