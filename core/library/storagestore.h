// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QHash>

namespace respool {

class Connection;

// How much lies in one store, in one state, of one kind, that began on one day.
struct StorageCell
{
    StoreId store;
    RecordingState state = RecordingState::Present;
    RecordingKind kind = RecordingKind::Unknown;
    qint64 day = 0; // since the epoch, UTC; 0: not known
    qint64 count = 0;
    qint64 bytes = 0;
};

// The SQL of sums over the library. Database thread.
class StorageStore
{
public:
    explicit StorageStore(Connection &connection)
        : m_connection(connection)
    {}

    // All there is, in cells; every grouping is a sum of them.
    Result<QList<StorageCell>> cells();
    // Bytes that were removed for good since then, by the uid of the store.
    Result<QHash<QString, qint64>> purgedSince(qint64 sinceMs);

private:
    Connection &m_connection;
};

} // namespace respool
