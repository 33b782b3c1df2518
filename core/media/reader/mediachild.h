// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediatasks.h"
#include "core/media/reader/mediamessage.h"
#include "core/media/reader/systemcallfilter.h"

#include <sys/types.h>

namespace respool {

struct MediaChildWork
{
    pid_t parent = 0;
    qint64 ownBytes = 0; // what the program takes that does nothing
    SystemCallFilter filter;
    UniqueFd request;
    MediaMessage message;
    MediaTasks further; // beside those of core/media
};

// What this process has mapped. 0: the system does not tell.
qint64 addressSpaceBytes();

// The rest of a forked child's life: gives away every right it does not need, does the one task it
// was made for, and ends. Dies when its parent dies.
[[noreturn]] void runMediaChild(MediaChildWork work);

} // namespace respool
