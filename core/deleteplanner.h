// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/commands.h"

#include <QHash>

namespace respool {

class Clock;
class Database;

// Works out what a deletion would do: which of these recordings may go, which may not and why.
// Looks at files, on several threads at once, so it runs on a pool thread; touches nothing. stores:
// by row id.
DeletePlan planDeletion(const QList<Recording> &recordings, const QHash<qint64, StoreInfo> &stores,
                        const DeleteOptions &options, const Clock &clock);

// The same for any number of ids: reads them a thousand at a time, so that what others ask of the
// catalogue meanwhile does not wait for all of it. Blocks; for pool threads.
Result<DeletePlan> planDeletion(Database &database, const QList<RecordingId> &ids,
                                const DeleteOptions &options, const Clock &clock);

} // namespace respool
