// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/schedule.h"

namespace respool {

class Clock;

// What a schedule can do, by name. Payloads: {"store": UID} for scan and empty-trash, all stores
// without it; {"query": TEXT, "language": queryLanguage} for remux and verify; nothing for
// retention. A text without its language was written in the first one.
ScheduleActions scheduleActions(const Clock &clock);

} // namespace respool
