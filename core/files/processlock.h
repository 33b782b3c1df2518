// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/uniquefd.h"

#include <optional>

namespace respool {

// A lock that one process holds and the kernel frees at its death. The file stays: removing it
// would let two processes lock two files of one name. The holder's pid stands in it, for people.
class ProcessLock
{
public:
    // Empty when another process holds it. Errors: the file cannot be made.
    static Result<std::optional<ProcessLock>> tryLock(const QString &path);

private:
    explicit ProcessLock(UniqueFd fd)
        : m_fd(std::move(fd))
    {}
    UniqueFd m_fd;
};

} // namespace respool
