// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"

#include <cerrno>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

ErrorCode codeOf(int error)
{
    switch (error) {
    case ENOENT:
        return ErrorCode::NotFound;
    case ENOTDIR:
        return ErrorCode::InvalidArgument;
    case ELOOP:
        return ErrorCode::Unsafe;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::PermissionDenied;
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::NoSpace;
    case EEXIST:
    case ENOTEMPTY:
        return ErrorCode::Conflict;
    case ETXTBSY:
    case EBUSY:
        return ErrorCode::Busy;
    default:
        return ErrorCode::Io;
    }
}

} // namespace

Failure errnoFailure(const QString &what, const QString &path)
{
    const int error = errno;
    return fail(codeOf(error),
                u"%1 %2: %3"_s.arg(what, path, QString::fromLocal8Bit(std::strerror(error))));
}

} // namespace respool
