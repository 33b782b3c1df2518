// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <linux/filter.h>
#include <vector>

namespace respool {

// The system calls that a process may make which reads an untrusted file: reading and writing what
// is open, memory, the clock, and to end. Every other one fails with EPERM. Compiled once, since
// that costs as much as a fork, and entered by each process for itself.
class SystemCallFilter
{
public:
    static Result<SystemCallFilter> compile();
    SystemCallFilter() = default; // lets everything pass

    // There is no way back. Errors: a kernel that has no such filter, or nothing to enter.
    Result<> enter() const;

private:
    std::vector<sock_filter> m_program;
};

} // namespace respool
