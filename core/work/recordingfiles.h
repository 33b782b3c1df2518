// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/directory.h"
#include "core/library/recording.h"

namespace respool {

class Clock;

// The folder that holds a recording's parts: its own in a gateway store, the one around the file
// in a folder store. Errors: NotFound, Unsafe, Io.
Result<Directory> folderOf(const Directory &root, StoreKind kind, const Recording &recording);

// Refused while the recording is being recorded: some process has a part open for writing. Where
// the system cannot tell, a last part that was written within the last minute and has no duration
// yet counts as being recorded.
Result<> refuseIfActive(const Directory &folder, const Recording &recording, const Clock &clock);

// The parts that are being written to, by the same rule.
QStringList partsInTheWriting(const Directory &folder, const Recording &recording,
                              const Clock &clock);

// Conflict when a part's size is not the one the catalogue knows: the wish was about other bytes.
Result<> refuseIfChanged(const Directory &folder, const Recording &recording);

// Both, with one look at each part.
Result<> refuseIfActiveOrChanged(const Directory &folder, const Recording &recording,
                                 const Clock &clock);

} // namespace respool
