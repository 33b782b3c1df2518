// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/connection.h"
#include "core/jobs/jobstore.h"
#include "core/library/rootstore.h"
#include "core/work/archivejob.h"
#include "core/work/importjob.h"
#include "core/work/verifyjob.h"
#include "core/workorder.h"

#include <QDir>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// The orders of WorkOrder that carry recordings to and fro, and look whether they are whole.
namespace respool {

namespace {

struct SizedItem
{
    RecordingItem item;
    StoreId store;
    qint64 bytes = 0;
};

// Those that are there, each once, in the order of the ids.
Result<QList<SizedItem>> sizedItems(Connection &connection, const QList<RecordingId> &ids)
{
    QList<qint64> numbers;
    for (const RecordingId id : ids)
        numbers << id.value;
    QList<SizedItem> items;
    QSet<qint64> had;
    TRY(connection.read(
        u"recording_sizes"_s, {{u"ids"_s, jsonArray(numbers)}}, [&](const Row &row) {
            if (had.contains(row.integer(0)))
                return;
            had << row.integer(0);
            items << SizedItem{{RecordingId{row.integer(0)}, row.text(2), row.text(3)},
                               StoreId{row.integer(1)},
                               row.integer(4)};
        }));
    return items;
}

} // namespace

Result<Enqueued> WorkOrder::archive(const QList<RecordingId> &ids, const ArchiveWishes &wishes)
{
    if (!QDir::isAbsolutePath(wishes.target))
        return fail(ErrorCode::InvalidArgument, u"'%1' is no absolute path"_s.arg(wishes.target));
    TRY_LET(const QList<SizedItem> items, sizedItems(m_connection, ids));
    if (items.isEmpty())
        return fail(ErrorCode::Refused, u"nothing to export"_s);
    ArchivePayload payload{QDir::cleanPath(wishes.target), wishes.overwrite, {}};
    qint64 bytes = 0;
    for (const SizedItem &each : items) {
        payload.items << each.item;
        bytes += each.bytes;
    }
    Enqueued enqueued;
    TRY_LET(enqueued.batch, begin(u"archive"_s));
    TRY_LET(const JobId job,
            JobStore(m_connection, m_clock).enqueue(enqueued.batch, archiveSpec(payload, bytes)));
    enqueued.jobs << job;
    return enqueued;
}

Result<Enqueued> WorkOrder::importArchive(const ImportWishes &wishes)
{
    TRY_LET(const StoreInfo store, RootStore(m_connection).byId(wishes.store));
    const ImportPayload payload{QDir::cleanPath(wishes.file), store.uid, wishes.fileBytes,
                                wishes.fileModifiedMs};
    Enqueued enqueued;
    TRY_LET(enqueued.batch, begin(u"import"_s));
    TRY_LET(const JobId job,
            JobStore(m_connection, m_clock)
                .enqueue(enqueued.batch, importSpec(payload, store.name, wishes.bytes)));
    enqueued.jobs << job;
    return enqueued;
}

// Jobs of at most mostItems recordings of one store each.
Result<Enqueued> WorkOrder::verify(const QList<RecordingId> &ids, bool thorough)
{
    TRY_LET(const QList<SizedItem> items, sizedItems(m_connection, ids));
    QMap<qint64, QList<SizedItem>> byStore;
    for (const SizedItem &each : items)
        byStore[each.store.value] << each;
    Enqueued enqueued;
    TRY_LET(enqueued.batch, begin(u"verify"_s));
    for (auto all = byStore.cbegin(); all != byStore.cend(); ++all) {
        TRY_LET(const StoreInfo store, RootStore(m_connection).byId(StoreId{all.key()}));
        for (qsizetype from = 0; from < all->size(); from += ItemsPayload::mostItems) {
            ItemsPayload payload{store.uid, {}};
            payload.thorough = thorough;
            qint64 bytes = 0;
            for (const SizedItem &each : all->mid(from, ItemsPayload::mostItems)) {
                payload.items << each.item;
                bytes += each.bytes;
            }
            TRY_LET(const JobId job, JobStore(m_connection, m_clock)
                                         .enqueue(enqueued.batch, verifySpec(payload, bytes)));
            enqueued.jobs << job;
        }
    }
    return enqueued;
}

} // namespace respool
