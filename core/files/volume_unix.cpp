// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/files/volume.h"

#include <sys/statvfs.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<qint64> freeBytes(const Directory &folder)
{
    struct statvfs status
    {};
    if (::fstatvfs(folder.handle(), &status) != 0)
        return errnoFailure(u"cannot ask for the free space of"_s, folder.path());
    return qint64(status.f_bavail) * qint64(status.f_frsize);
}

} // namespace respool
