// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace respool {

class Connection;

// Brings the schema to the newest :/sql/<dialect>/NNN_*.sql, each file in one transaction
// with its version number, so that a kill leaves the old schema or the new one. A database that
// holds data gets a backup beside it first (FILE.before-N). Returns the version.
// Errors: NewerVersion when the file was written by a newer program.
Result<int> migrate(Connection &connection);

} // namespace respool
