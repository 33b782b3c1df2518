// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediatasks.h"

namespace respool {

// What respool-media does with ZIP archives, which core/media knows nothing of:
//   archive-list     archive and output, {"mostEntries"}; writes a ZipItem a line as JSON, and
//                    answers {"entries"}
//   archive-extract  archive and outputs, {"items": [[index, bytes], …]}; one item an output, in
//                    ascending order
MediaTasks archiveTasks();

} // namespace respool
