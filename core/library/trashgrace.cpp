// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/trashgrace.h"

#include "core/db/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

qint64 StoreTrash::goesMs(qint64 trashedMs) const
{
    return graceDays == 0 || trashedMs <= 0 ? 0 : trashedMs + graceDays * qint64(86'400'000);
}

Result<QList<StoreTrash>> TrashGrace::all()
{
    QList<StoreTrash> stores;
    TRY(m_connection.read(u"trash_all"_s, {}, [&](const Row &row) {
        stores << StoreTrash{StoreId{row.integer(0)}, row.text(1),    int(row.integer(2)),
                             row.integer(3),          row.integer(4), row.integer(5),
                             row.integer(6)};
    }));
    return stores;
}

Result<> TrashGrace::setDays(StoreId store, int days)
{
    if (days < 0 || days > mostGraceDays)
        return fail(ErrorCode::InvalidArgument,
                    u"the trash is kept for 0 to %1 days; 0: until it is emptied by hand"_s.arg(
                        mostGraceDays));
    TRY_LET(const int rows,
            m_connection.run(u"trash_set_grace"_s, {{u"id"_s, store.value}, {u"days"_s, days}}));
    if (rows == 0)
        return fail(ErrorCode::NotFound, u"the store %1 is not known any more"_s.arg(store.value));
    return {};
}

Result<QList<ExpiredTrash>> TrashGrace::expired(qint64 nowMs)
{
    QList<ExpiredTrash> expired;
    TRY(m_connection.read(u"trash_expired"_s, {{u"now"_s, nowMs}}, [&](const Row &row) {
        const int days = int(row.integer(1));
        if (expired.isEmpty() || expired.last().graceDays != days)
            expired << ExpiredTrash{days, {}};
        expired.last().ids << RecordingId{row.integer(0)};
    }));
    return expired;
}

} // namespace respool
