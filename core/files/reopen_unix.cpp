// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/files/relativepath.h"
#include "core/files/reopen.h"

#include <QFile>

#include <array>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<UniqueFd> reopenForWriting(const Directory &folder, const QString &name)
{
    TRY(checkFileName(name));
    const QString path = folder.path() + u'/' + name;
    UniqueFd file(::openat(folder.handle(), QFile::encodeName(name).constData(),
                           O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status = {};
    if (!file || ::fstat(file.get(), &status) != 0)
        return errnoFailure(u"cannot open"_s, path);
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::Unsafe, u"%1 is not a regular file"_s.arg(path));
    return file;
}

Result<> setModified(const UniqueFd &file, qint64 modifiedMs, const QString &path)
{
    const timespec modified{time_t(modifiedMs / 1000), long(modifiedMs % 1000) * 1'000'000};
    const std::array<timespec, 2> times{timespec{0, UTIME_OMIT}, modified};
    if (::futimens(file.get(), times.data()) != 0)
        return errnoFailure(u"cannot set the time of"_s, path);
    return {};
}

} // namespace respool
