// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileuse.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>

namespace respool {

// A read lease is refused with EAGAIN while the file is open for writing anywhere (fcntl(2)). It
// is given back at once; a writer that comes in between is delayed by microseconds and raises a
// signal that is directed at nobody's handler, so it is set to one that is ignored by default.
FileUse writersOf(const Directory &folder, const QString &name)
{
    const auto fd = folder.openForReading(name);
    if (!fd)
        return FileUse::Unknown;
    if (::fcntl(fd->get(), F_SETSIG, SIGURG) != 0)
        return FileUse::Unknown;
    if (::fcntl(fd->get(), F_SETLEASE, F_RDLCK) == 0) {
        ::fcntl(fd->get(), F_SETLEASE, F_UNLCK);
        return FileUse::Free;
    }
    return errno == EAGAIN ? FileUse::Written : FileUse::Unknown;
}

// A write lease is refused while anybody else has the file open at all.
FileUse usersOf(const Directory &folder, const QString &name)
{
    const FileUse writers = writersOf(folder, name);
    if (writers != FileUse::Free)
        return writers;
    const auto fd = folder.openForReading(name);
    if (!fd || ::fcntl(fd->get(), F_SETSIG, SIGURG) != 0)
        return FileUse::Unknown;
    if (::fcntl(fd->get(), F_SETLEASE, F_WRLCK) == 0) {
        ::fcntl(fd->get(), F_SETLEASE, F_UNLCK);
        return FileUse::Free;
    }
    return errno == EAGAIN || errno == EBUSY ? FileUse::Read : FileUse::Unknown;
}

} // namespace respool
