// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storagestore.h"

#include "core/db/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<QList<StorageCell>> StorageStore::cells()
{
    QList<StorageCell> cells;
    TRY(m_connection.read(u"storage_cells"_s, {}, [&](const Row &row) {
        cells << StorageCell{StoreId{row.integer(0)},
                             RecordingState(row.integer(1)),
                             RecordingKind(row.integer(2)),
                             row.integer(3),
                             row.integer(4),
                             row.integer(5)};
    }));
    return cells;
}

Result<QHash<QString, qint64>> StorageStore::purgedSince(qint64 sinceMs)
{
    QHash<QString, qint64> purged;
    TRY(m_connection.read(u"storage_purged"_s, {{u"since"_s, sinceMs}},
                          [&](const Row &row) { purged.insert(row.text(0), row.integer(1)); }));
    return purged;
}

} // namespace respool
