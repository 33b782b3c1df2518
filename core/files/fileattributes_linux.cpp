// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/files/fileattributes.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <cerrno>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<> copyExtended(int from, int to, const QString &path)
{
    const ssize_t size = ::flistxattr(from, nullptr, 0);
    if (size <= 0)
        return {}; // none, or the file system has none
    QByteArray names(size, Qt::Uninitialized);
    names.resize(std::max<ssize_t>(0, ::flistxattr(from, names.data(), size_t(size))));
    for (const QByteArray &name : names.split('\0')) {
        if (name.isEmpty())
            continue;
        const ssize_t length = ::fgetxattr(from, name.constData(), nullptr, 0);
        QByteArray value(std::max<ssize_t>(0, length), Qt::Uninitialized);
        if (length < 0
            || ::fgetxattr(from, name.constData(), value.data(), size_t(length)) != length)
            continue; // it went away meanwhile
        if (::fsetxattr(to, name.constData(), value.constData(), size_t(length), 0) != 0
            && errno != EPERM && errno != EOPNOTSUPP)
            return errnoFailure(u"cannot keep the attributes of"_s, path);
    }
    return {};
}

} // namespace

Result<> copyAttributes(int from, int to, const QString &path)
{
    struct stat status
    {};
    if (::fstat(from, &status) != 0)
        return errnoFailure(u"cannot look at"_s, path);
    if (::fchown(to, status.st_uid, status.st_gid) != 0 && errno != EPERM)
        return errnoFailure(u"cannot keep the owner of"_s, path);
    // After the owner: changing that one clears the set-id bits.
    if (::fchmod(to, status.st_mode & 07777) != 0)
        return errnoFailure(u"cannot keep the mode of"_s, path);
    TRY(copyExtended(from, to, path));
    const std::array times{status.st_atim, status.st_mtim};
    if (::futimens(to, times.data()) != 0)
        return errnoFailure(u"cannot keep the times of"_s, path);
    return {};
}

} // namespace respool
