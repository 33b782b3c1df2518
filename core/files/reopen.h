// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

namespace respool {

// A file of ours that is there already, for reading and writing on. Errors: NotFound, Unsafe (no
// regular file), Io.
Result<UniqueFd> reopenForWriting(const Directory &folder, const QString &name);

// Gives an open file the time of its last change. path is for the message.
Result<> setModified(const UniqueFd &file, qint64 modifiedMs, const QString &path);

} // namespace respool
