// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

namespace respool {

// How many bytes may still be written to the volume that holds the folder.
Result<qint64> freeBytes(const Directory &folder);

// Whether the folder lies on another machine, as far as the system tells: it tells nothing then of
// what others do there. File systems of programs (FUSE) count as such.
Result<bool> isOnNetwork(const Directory &folder);
// The space of the volume that holds the folder. device tells volumes apart.
struct VolumeSpace
{
    quint64 device = 0;
    qint64 freeBytes = 0;
    qint64 totalBytes = 0;
};
Result<VolumeSpace> spaceOf(const Directory &folder);

// Reserves space for a new file in the folder, so that a full volume shows before the work. Where
// the file system cannot reserve, the free space is compared. The file's size stays; cutFile()
// gives back what was too much. NoSpace says how many bytes more are needed, and where.
Result<> reserveSpace(const Directory &folder, const UniqueFd &file, qint64 bytes);

// The same words for a volume that became full on the way to neededBytes.
Failure noSpaceFailure(const Directory &folder, qint64 neededBytes);

} // namespace respool
