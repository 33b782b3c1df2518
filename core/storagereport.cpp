// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storagereport.h"

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/files/volume.h"
#include "core/library/rootstore.h"
#include "core/library/storeidentity.h"

#include <QDate>
#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct Facts
{
    QList<StoreInfo> stores;
    QList<StorageCell> cells;
    QHash<QString, qint64> purged; // by the store's uid, in the days of the forecast
};

Result<Facts> askFacts(Connection &connection, qint64 nowMs)
{
    Facts facts;
    TRY_LET(facts.stores, RootStore(connection).all());
    StorageStore storage(connection);
    TRY_LET(facts.cells, storage.cells());
    TRY_LET(facts.purged, storage.purgedSince(nowMs - forecastDays * forecastDayMs));
    return facts;
}

void add(StorageSum &sum, const StorageCell &cell)
{
    sum.count += cell.count;
    sum.bytes += cell.bytes;
}

template <typename Row>
void addTo(Row &row, const StorageCell &cell)
{
    add(cell.state == RecordingState::Trashed ? row.trash : row.live, cell);
}

void addUp(const QList<StorageCell> &cells, StorageReport &report)
{
    QMap<int, KindStorage> kinds;
    QMap<std::pair<int, int>, MonthStorage> months;
    QHash<qint64, qsizetype> rowOf;
    for (qsizetype i = 0; i < report.stores.size(); ++i)
        rowOf.insert(report.stores[i].store.id.value, i);
    for (const StorageCell &cell : cells) {
        if (cell.state == RecordingState::Missing)
            continue;
        addTo(report, cell);
        addTo(report.stores[rowOf.value(cell.store.value)], cell);
        addTo(kinds[int(cell.kind)], cell);
        const QDate day = QDate(1970, 1, 1).addDays(cell.day);
        const auto month = cell.day > 0 ? std::pair(day.year(), day.month()) : std::pair(0, 0);
        addTo(months[month], cell);
    }
    for (const auto &[kind, row] : kinds.asKeyValueRange())
        report.kinds << KindStorage{RecordingKind(kind), row.live, row.trash};
    for (const auto &[month, row] : months.asKeyValueRange())
        report.months.prepend({month.first, month.second, row.live, row.trash});
}

// What has come to and gone from the stores of a volume in the days before now. What began today
// counts, what claims to have begun in the future does not.
StorageGrowth growthOf(const QSet<qint64> &stores, const Facts &facts, qint64 nowMs)
{
    StorageGrowth growth;
    const qint64 today = nowMs / forecastDayMs;
    qint64 firstDay = today;
    for (const StorageCell &cell : facts.cells) {
        if (!stores.contains(cell.store.value) || cell.day <= 0 || cell.day > today
            || cell.state == RecordingState::Missing)
            continue;
        firstDay = std::min(firstDay, cell.day);
        if (cell.day <= today - forecastDays)
            continue;
        growth.arrivedBytes += cell.bytes;
        growth.recordings += cell.count;
    }
    growth.days = int(std::min<qint64>(forecastDays, today - firstDay + 1));
    for (const StoreInfo &store : facts.stores) {
        if (stores.contains(store.id.value))
            growth.purgedBytes += facts.purged.value(store.uid);
    }
    return growth;
}

void addVolumes(StorageReport &report)
{
    QHash<quint64, int> known; // by device
    for (StoreStorage &row : report.stores) {
        const auto root = openStore(row.store);
        if (!root)
            continue;
        const auto space = spaceOf(*root);
        if (!space)
            continue;
        auto index = known.constFind(space->device);
        if (index == known.cend()) {
            index = known.insert(space->device, int(report.volumes.size()));
            report.volumes << VolumeStorage{
                {}, row.store.path, space->freeBytes, space->totalBytes, {}};
        }
        row.volume = *index;
        report.volumes[*index].stores << row.store.id;
    }
}

} // namespace

Result<StorageReport> reportStorage(Database &database, const Clock &clock)
{
    StorageReport report;
    report.atMs = clock.nowMs();
    TRY_LET(const Facts facts, database.ask([&](Connection &connection) {
        return askFacts(connection, report.atMs);
    }));
    for (const StoreInfo &store : facts.stores)
        report.stores << StoreStorage{store, {}, {}, -1};
    addUp(facts.cells, report);
    addVolumes(report);
    for (VolumeStorage &volume : report.volumes) {
        QSet<qint64> stores;
        for (const StoreId store : std::as_const(volume.stores))
            stores << store.value;
        StorageGrowth growth = growthOf(stores, facts, report.atMs);
        growth.freeBytes = volume.freeBytes;
        volume.forecast = forecastOf(growth, report.atMs);
    }
    return report;
}

} // namespace respool
