// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/work/picturejob.h"

namespace respool {

class Clock;
class Database;
class MediaHost;
struct ScanWishes;

// The kinds of job of this program, by name. All references must outlive every job. scans: what is
// done with what a scan finds new or changed.
JobKinds jobKinds(Database &database, const Clock &clock, MediaHost &host,
                  const PictureWishes &pictures, const ScanWishes &scans);

} // namespace respool
