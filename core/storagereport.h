// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/storageforecast.h"
#include "core/library/storagestore.h"

#include <optional>

namespace respool {

class Clock;
class Database;

struct StorageSum
{
    qint64 count = 0;
    qint64 bytes = 0;
};

// What lies in one store. Missing recordings lie nowhere.
struct StoreStorage
{
    StoreInfo store;
    StorageSum live;
    StorageSum trash;
    int volume = -1; // index in the report; -1: the store is offline
};

struct KindStorage
{
    RecordingKind kind = RecordingKind::Unknown;
    StorageSum live;
    StorageSum trash;
};

// UTC; year 0: of what began at an unknown time.
struct MonthStorage
{
    int year = 0;
    int month = 0;
    StorageSum live;
    StorageSum trash;
};

// What the stores on one file system share.
struct VolumeStorage
{
    QList<StoreId> stores;
    QString path; // of the first of them
    qint64 freeBytes = 0;
    qint64 totalBytes = 0;
    StorageForecast forecast;
};

struct StorageReport
{
    qint64 atMs = 0;
    QList<StoreStorage> stores; // by name
    QList<KindStorage> kinds;   // that there are
    QList<MonthStorage> months; // that there are, the newest first
    QList<VolumeStorage> volumes;
    StorageSum live;
    StorageSum trash;
};

// Two file systems are one volume when they are one device. Asks each store's root for its space,
// so it blocks where a mount hangs: pool thread.
Result<StorageReport> reportStorage(Database &database, const Clock &clock);

} // namespace respool
