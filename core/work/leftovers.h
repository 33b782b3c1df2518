// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

namespace respool {

class Clock;
class Database;

// What a job left on disk that died and was then cancelled or given up: nobody comes by again to
// throw it away. Pool thread; what cannot be removed is told to the log of the program and tried
// again when the next worker starts.
void removeLeftRemux(Database &database, const Clock &clock, const JobRecord &job);
void removeLeftExport(Database &database, const Clock &clock, const JobRecord &job);
void removeLeftArchive(Database &database, const Clock &clock, const JobRecord &job);
void removeLeftImport(Database &database, const JobRecord &job);

} // namespace respool
