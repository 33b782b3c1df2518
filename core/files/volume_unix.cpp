// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/errnofailure.h"
#include "core/files/fileio.h"
#include "core/files/volume.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

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

Result<bool> isOnNetwork(const Directory &folder)
{
    // statfs(2): NFS, SMB, CIFS, SMB2, FUSE, AFS, Ceph, 9P, Coda, Lustre, GFS2, OCFS2, VirtualBox.
    constexpr std::array<quint32, 13> network{
        0x6969,     0x517b,     0xff534d42, 0xfe534d42, 0x65735546, 0x5346414f, 0x00c36400,
        0x01021997, 0x73757245, 0x0bd00bd0, 0x01161970, 0x7461636f, 0x786f4256};
    struct statfs status
    {};
    if (::fstatfs(folder.handle(), &status) != 0)
        return errnoFailure(u"cannot ask for the volume of"_s, folder.path());
    return std::ranges::find(network, quint32(status.f_type)) != network.end();
}

Result<VolumeSpace> spaceOf(const Directory &folder)
{
    struct statvfs status
    {};
    struct stat entry
    {};
    if (::fstatvfs(folder.handle(), &status) != 0 || ::fstat(folder.handle(), &entry) != 0)
        return errnoFailure(u"cannot ask for the space of"_s, folder.path());
    const qint64 unit = qint64(status.f_frsize);
    return VolumeSpace{quint64(entry.st_dev), qint64(status.f_bavail) * unit,
                       qint64(status.f_blocks) * unit};
}

Failure noSpaceFailure(const Directory &folder, qint64 neededBytes)
{
    // A quota may be full where the volume is not: then the whole need is what can be told.
    const auto free = freeBytes(folder);
    const qint64 missing = free && *free < neededBytes ? neededBytes - *free : neededBytes;
    return fail(ErrorCode::NoSpace,
                u"%1 more bytes are needed on the volume of %2: free them, the work then goes on"_s
                    .arg(missing)
                    .arg(folder.path()));
}

Result<> reserveSpace(const Directory &folder, const UniqueFd &file, qint64 bytes)
{
    if (::fallocate(file.get(), FALLOC_FL_KEEP_SIZE, 0, bytes) == 0)
        return {};
    const int error = errno;
    if (error == ENOSPC || error == EDQUOT) {
        // What was reserved before the volume was full must not count as used below.
        TRY(cutFile(file, 0, folder.path()));
        return noSpaceFailure(folder, bytes);
    }
    if (error != EOPNOTSUPP && error != ENOSYS)
        return errnoFailure(u"cannot reserve space in"_s, folder.path());
    TRY_LET(const qint64 free, freeBytes(folder));
    if (free < bytes)
        return noSpaceFailure(folder, bytes);
    return {};
}

} // namespace respool
