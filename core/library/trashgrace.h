// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

namespace respool {

class Connection;

// What lies in the trash of one store, and how long it may.
struct StoreTrash
{
    StoreId store;
    QString name;
    int graceDays = 30; // of 24 hours each; 0: until it is emptied by hand
    qint64 recordings = 0;
    qint64 bytes = 0;
    qint64 oldestMs = 0; // when the first of it was trashed; 0: there is none
    qint64 held = 0;     // of the recordings: what emptying leaves there

    // When what was trashed then is purged; 0: never by itself.
    qint64 goesMs(qint64 trashedMs) const;
};

// What is past its grace in stores with the same one.
struct ExpiredTrash
{
    int graceDays = 0;
    QList<RecordingId> ids; // what was trashed first, first
};

inline constexpr int mostGraceDays = 36'500;

// The SQL of grace periods. Database thread.
class TrashGrace
{
public:
    explicit TrashGrace(Connection &connection)
        : m_connection(connection)
    {}

    Result<QList<StoreTrash>> all(); // by the store's name
    // Errors: InvalidArgument, NotFound.
    Result<> setDays(StoreId store, int days);
    // Nothing that is held, nor that a job is about to purge or to restore.
    Result<QList<ExpiredTrash>> expired(qint64 nowMs);

private:
    Connection &m_connection;
};

} // namespace respool
