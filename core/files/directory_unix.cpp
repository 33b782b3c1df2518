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
    // A handle of its own: readdir moves the position, and duplicates share it.
    UniqueFd fd(::openat(m_fd.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd)
        return errnoFailure(u"cannot read the folder"_s, m_path);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(::fdopendir(fd.get()), ::closedir);
    if (!stream)
        return errnoFailure(u"cannot read the folder"_s, m_path);
    fd.release(); // closedir() closes it
    QList<FileEntry> all;
    for (;;) {
        errno = 0;
        const dirent *item = ::readdir(stream.get());
        if (!item) {
            if (errno != 0)
                return errnoFailure(u"cannot read the folder"_s, m_path);
            return all;
        }
        const QString name = QFile::decodeName(item->d_name);
        if (name == "."_L1 || name == ".."_L1)
            continue;
        struct stat status
        {};
        if (::fstatat(m_fd.get(), item->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0)
            all << entryFrom(name, status); // else it went away meanwhile
    }
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
    }
    faultPoint("files.folder.made");
    // Also for one that is there: a crash may have come between its making and this.
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

Result<> Directory::sync() const
{
    if (::fsync(m_fd.get()) != 0)
        return errnoFailure(u"cannot write to disk"_s, m_path);
    faultPoint("files.synced");
    return {};
}

} // namespace respool
