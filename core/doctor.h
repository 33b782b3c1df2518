// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/pending.h"
#include "core/base/result.h"
#include "core/library/recording.h"

namespace respool {

class Clock;
class Database;

// One thing the doctor looked at.
struct Finding
{
    QString what; // "database", "store lab", …
    bool ok = true;
    QString detail; // what was found, and the cure
};

// Looks at the database, the stores and the queue, changes nothing.
Pending<Result<QList<Finding>>> examine(Database &database, const Clock &clock);

} // namespace respool
