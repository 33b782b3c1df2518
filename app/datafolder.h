// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine.h"

namespace respool {

// RESPOOL_TEXT=off and its like: for one start, whatever the settings say.
bool isSwitchedOff(const char *variable);

// Where a program keeps its queue: --data, else RESPOOL_DATA, else the platform's folder for
// application data; the database is --database, else RESPOOL_DATABASE, else respool.db in there.
// Empty texts mean "not given". Both programs find the same place.
// Errors: InvalidArgument for a database URL that cannot be used.
Result<EngineOptions> locateData(const QString &dataFolder, const QString &databaseUrl);

} // namespace respool
