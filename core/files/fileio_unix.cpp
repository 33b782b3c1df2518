// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/faultpoint.h"
#include "core/files/errnofailure.h"
#include "core/files/fileio.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

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

void startWriteBack(int fd, qint64 position, qint64 size)
{
    (void) ::sync_file_range(fd, position, size, SYNC_FILE_RANGE_WRITE); // a hint only
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

} // namespace respool
