// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/commands.h"

#include <QHash>

namespace respool {

class Clock;

// Works out what a deletion would do: which of these recordings may go, which may not and why.
// Looks at files, so it runs on a pool thread; touches nothing. stores: by row id.
DeletePlan planDeletion(const QList<Recording> &recordings, const QHash<qint64, StoreInfo> &stores,
                        const DeleteOptions &options, const Clock &clock);

} // namespace respool
