// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QHash>

namespace respool {

class Clock;
class Connection;

// The recordings that a command is about, and the stores they lie in.
struct Selection
{
    QList<Recording> recordings;     // those that are there
    QHash<qint64, StoreInfo> stores; // by row id

    // Database thread.
    static Result<Selection> load(Connection &connection, const Clock &clock,
                                  const QList<RecordingId> &ids);
};

} // namespace respool
