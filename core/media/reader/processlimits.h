// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace respool {

struct ProcessLimits
{
    qint64 memoryBytes = 0; // address space in all
    qint64 cpuMs = 0;
    qint64 fileBytes = 0;
};

// Under AddressSanitizer the address space is terabytes from the start.
extern const bool addressSpaceCanBeLimited;

// From now on this process gets no more than that, no further descriptor, no process, and leaves
// no core file.
void limitMyself(const ProcessLimits &limits);

} // namespace respool
