// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/faultpoint.h"
#include "core/files/errnofailure.h"
#include "core/files/fileio.h"

#include <QByteArray>
#include <QList>

#include <cerrno>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype mostAttributeBytes = 64 * 1024; // the kernel's limit, for the list and a value

// Some names belong to the system (security.*, trusted.*) or to another kind of file system: what
// cannot be set here is not ours to keep.
void copyExtendedAttributes(int from, int to)
{
    QByteArray names(mostAttributeBytes, Qt::Uninitialized);
    const ssize_t length = ::flistxattr(from, names.data(), size_t(names.size()));
    if (length <= 0)
        return;
    names.truncate(length);
    QByteArray value(mostAttributeBytes, Qt::Uninitialized);
    const QList<QByteArray> list = names.split('\0');
    for (const QByteArray &name : list) {
        if (name.isEmpty())
            continue;
        const ssize_t size =
            ::fgetxattr(from, name.constData(), value.data(), size_t(value.size()));
        if (size >= 0)
            ::fsetxattr(to, name.constData(), value.constData(), size_t(size), 0);
    }
}

} // namespace

qint64 readAt(int fd, char *data, qint64 size, qint64 position)
{
    qint64 done = 0;
    while (done < size) {
        const ssize_t got = ::pread(fd, data + done, size_t(size - done), position + done);
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            return -errno;
        if (got > 0)
            done += got;
    }
    return done;
}

qint64 writeAt(int fd, const char *data, qint64 size, qint64 position)
{
    qint64 done = 0;
    while (done < size) {
        const ssize_t put = ::pwrite(fd, data + done, size_t(size - done), position + done);
        if (put < 0 && errno != EINTR)
            return -errno;
        if (put > 0)
            done += put;
    }
    return done;
}

Result<FileIdentity> identityOf(const UniqueFd &file, const QString &path)
{
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return errnoFailure(u"cannot look at"_s, path);
    return FileIdentity{status.st_dev, status.st_ino, status.st_size,
                        qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

Result<quint64> linkCountOf(const UniqueFd &file, const QString &path)
{
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return errnoFailure(u"cannot look at"_s, path);
    return quint64(status.st_nlink);
}

Result<> syncFile(const UniqueFd &file, const QString &path)
{
    if (::fsync(file.get()) != 0)
        return errnoFailure(u"cannot write to disk"_s, path);
    faultPoint("files.file.synced");
    return {};
}

Result<> cutFile(const UniqueFd &file, qint64 bytes, const QString &path)
{
    if (::ftruncate(file.get(), bytes) != 0)
        return errnoFailure(u"cannot set the size of"_s, path);
    return {};
}

Result<> copyAttributes(const UniqueFd &from, const UniqueFd &to, const QString &path)
{
    struct stat status = {};
    if (::fstat(from.get(), &status) != 0)
        return errnoFailure(u"cannot look at"_s, path);
    // The owner comes before the mode, as its change clears bits of the mode. Who may not give
    // the file away can still set a group of his own.
    int owned = ::fchown(to.get(), status.st_uid, status.st_gid);
    if (owned != 0 && errno == EPERM)
        owned = ::fchown(to.get(), uid_t(-1), status.st_gid);
    if (owned != 0 && errno != EPERM)
        return errnoFailure(u"cannot set the owner of"_s, path);
    if (::fchmod(to.get(), status.st_mode & 07777) != 0)
        return errnoFailure(u"cannot set the mode of"_s, path);
    copyExtendedAttributes(from.get(), to.get());
    const timespec times[2] = {status.st_atim, status.st_mtim};
    if (::futimens(to.get(), times) != 0)
        return errnoFailure(u"cannot set the times of"_s, path);
    return {};
}

} // namespace respool
