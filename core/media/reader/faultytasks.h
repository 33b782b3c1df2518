// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediatasks.h"

namespace respool {

// Tasks that do what a defect of a demuxer would do, so that tests can see that it harms nobody:
//   crash  calls abort()
//   hang   computes for ever
//   hoard  allocates {"bytes"} and more
//   fill   writes {"bytes"} into its first file and answers the errno
//   open   answers the errnos of opening a file and a socket, starting a process and a program, and of
//          a signal to the parent
// nullptr without RESPOOL_FAULT_POINTS, and for every other verb.
MediaTask faultyTask(const QString &verb);

} // namespace respool
