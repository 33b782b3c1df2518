// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

namespace respool {

enum class FileUse { Free, Written, Unknown, Read };

// Whether some process has the file open for writing. Unknown where the system cannot tell: on
// network file systems, or for a file that belongs to somebody else.
FileUse writersOf(const Directory &folder, const QString &name);

// The same, and Read while some process has it open for reading only.
FileUse usersOf(const Directory &folder, const QString &name);

} // namespace respool
