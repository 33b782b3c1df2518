// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/atomicfile.h"
#include "core/files/errnofailure.h"
#include "core/files/processlock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<std::optional<ProcessLock>> ProcessLock::tryLock(const QString &path)
{
    UniqueFd fd(::open(QFile::encodeName(path).constData(),
                       O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd)
        return errnoFailure(u"cannot make the lock"_s, path);
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return std::optional<ProcessLock>();
        return errnoFailure(u"cannot lock"_s, path);
    }
    if (::ftruncate(fd.get(), 0) != 0)
        return errnoFailure(u"cannot write"_s, path);
    TRY(writeAll(fd.get(), QByteArray::number(::getpid()) + '\n', path));
    return std::optional(ProcessLock(std::move(fd)));
}

} // namespace respool
