// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workorder.h"

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/exportorder.h"
#include "core/jobs/jobstore.h"
#include "core/library/auditstore.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/retentionjob.h"
#include "core/selection.h"
#include "core/work/exportjob.h"
#include "core/work/indexjob.h"
#include "core/work/picturejob.h"
#include "core/work/recordingitems.h"
#include "core/work/remuxjob.h"
#include "core/work/scanjob.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The folder in the trash says when and by which batch.
QString trashFolder(const Clock &clock, BatchId batch)
{
    return QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(u"yyyyMMdd-HHmmss-"_s)
           + QString::number(batch.value);
}

bool isWanted(const Part &part, qsizetype position, const QString &named)
{
    if (named.isEmpty())
        return part.kind == PartKind::Webm && part.seekable != Seekable::Yes;
    return part.name == named || QString::number(position) == named;
}

} // namespace

WorkOrder::WorkOrder(Connection &connection, const Clock &clock, QString who, QString reason)
    : m_connection(connection)
    , m_clock(clock)
    , m_who(std::move(who))
    , m_reason(std::move(reason))
{}

Result<BatchId> WorkOrder::begin(const QString &kind)
{
    return JobStore(m_connection, m_clock).addBatch(kind, m_who, m_reason);
}

Result<> WorkOrder::tell(const QString &action, BatchId batch, const QJsonObject &detail)
{
    return AuditStore(m_connection, m_clock)
        .append({.action = action,
                 .who = m_who,
                 .batch = batch.value,
                 .reason = m_reason,
                 .detail = detail});
}

Result<Enqueued> WorkOrder::scan(const QList<StoreId> &stores)
{
    Enqueued enqueued;
    TRY_LET(enqueued.batch, begin(u"scan"_s));
    for (const StoreId id : stores) {
        TRY_LET(const StoreInfo store, RootStore(m_connection).byId(id));
        TRY_LET(const JobId job,
                JobStore(m_connection, m_clock).enqueue(enqueued.batch, scanSpec(store)));
        enqueued.jobs << job;
    }
    return enqueued;
}

Result<Enqueued> WorkOrder::deletion(const DeletePlan &plan)
{
    if (plan.ready.isEmpty())
        return fail(ErrorCode::Refused, u"nothing to delete"_s);
    TRY_LET(const BatchId batch, begin(u"delete"_s));
    TRY(RecordingStore(m_connection, m_clock).markDeleting(plan.ready));
    TRY(tell(u"delete"_s, batch, toJson(plan)));
    return enqueueItems(u"delete"_s, batch, plan.ready,
                        {.store = {},
                         .items = {},
                         .trash = trashFolder(m_clock, batch),
                         .permanent = plan.permanent,
                         .sparesFlagged = plan.sparesFlagged});
}

Result<Enqueued> WorkOrder::restore(const QList<RecordingId> &ids)
{
    TRY_LET(const BatchId batch, begin(u"restore"_s));
    if (!ids.isEmpty())
        TRY(tell(u"restore"_s, batch, {{u"count"_s, ids.size()}}));
    return enqueueItems(u"restore"_s, batch, ids, {});
}

Result<Enqueued> WorkOrder::purge(const QList<StoreId> &stores)
{
    QList<RecordingId> ids;
    for (const StoreId store : stores)
        TRY(m_connection.read(u"recording_trashed_ids"_s, {{u"store"_s, store.value}},
                              [&](const Row &row) { ids << RecordingId{row.integer(0)}; }));
    return purge(ids);
}

Result<Enqueued> WorkOrder::purge(const QList<RecordingId> &ids)
{
    TRY_LET(const BatchId batch, begin(u"purge"_s));
    if (!ids.isEmpty())
        TRY(tell(u"purge"_s, batch, {{u"count"_s, ids.size()}, {u"permanent"_s, true}}));
    return enqueueItems(u"purge"_s, batch, ids, {});
}

Result<Enqueued> WorkOrder::retention()
{
    TRY_LET(const BatchId batch, begin(u"retention"_s));
    TRY_LET(const JobId job, JobStore(m_connection, m_clock).enqueue(batch, retentionSpec(m_who)));
    return Enqueued{batch, {job}};
}

Result<Enqueued> WorkOrder::pictures(const QList<RecordingId> &ids)
{
    TRY_LET(const BatchId batch, begin(u"picture"_s));
    return enqueueItems(u"picture"_s, batch, ids, {});
}

Result<Enqueued> WorkOrder::texts(const QList<StoreId> &stores)
{
    Enqueued enqueued;
    TRY_LET(enqueued.batch, begin(u"index"_s));
    for (const StoreId id : stores) {
        TRY_LET(const StoreInfo store, RootStore(m_connection).byId(id));
        TRY_LET(const JobId job,
                JobStore(m_connection, m_clock).enqueue(enqueued.batch, indexSpec(store)));
        enqueued.jobs << job;
    }
    return enqueued;
}

// Jobs of at most mostItems recordings of one store each.
Result<Enqueued> WorkOrder::enqueueItems(const QString &kind, BatchId batch,
                                         const QList<RecordingId> &ids, const ItemsPayload &pattern)
{
    TRY_LET(const QList<RecordingKey> keys, RecordingStore(m_connection, m_clock).keys(ids));
    QMap<qint64, QList<RecordingItem>> byStore;
    for (const RecordingKey &key : keys)
        byStore[key.store.value] << RecordingItem{key.id, key.uid, key.path};
    Enqueued enqueued{batch, {}};
    for (auto items = byStore.cbegin(); items != byStore.cend(); ++items) {
        TRY_LET(const StoreInfo store, RootStore(m_connection).byId(StoreId{items.key()}));
        const bool pictures = kind == u"picture";
        const qsizetype most = pictures ? mostPictures : ItemsPayload::mostItems;
        for (qsizetype from = 0; from < items->size(); from += most) {
            ItemsPayload payload = pattern;
            payload.store = store.uid;
            payload.items = items->mid(from, most);
            if (pictures) {
                TRY_LET(const JobId job,
                        JobStore(m_connection, m_clock).enqueue(batch, pictureSpec(payload)));
                enqueued.jobs << job;
                continue;
            }
            const JobSpec spec{.kind = kind,
                               .version = payload.versionNeeded(),
                               .title = QString::number(payload.items.size()),
                               .payload = payload.toJson(),
                               .lane = payload.store,
                               .units = payload.items.size()};
            TRY_LET(const JobId job, JobStore(m_connection, m_clock).enqueue(batch, spec));
            enqueued.jobs << job;
        }
    }
    return enqueued;
}

Result<Enqueued> WorkOrder::remux(const QList<RecordingId> &ids, const RemuxWishes &wishes)
{
    TRY_LET(const Selection selection, Selection::load(m_connection, m_clock, ids));
    Enqueued enqueued;
    TRY_LET(enqueued.batch, begin(u"remux"_s));
    for (const Recording &recording : selection.recordings) {
        const QString store = selection.stores.value(recording.store.value).uid;
        TRY(enqueueRemuxes(recording, store, wishes, enqueued));
    }
    if (!enqueued.jobs.isEmpty())
        TRY(tell(u"remux"_s, enqueued.batch,
                 {{u"count"_s, selection.recordings.size()}, {u"jobs"_s, enqueued.jobs.size()}}));
    return enqueued;
}

Result<> WorkOrder::enqueueRemuxes(const Recording &recording, const QString &store,
                                   const RemuxWishes &wishes, Enqueued &enqueued)
{
    const QString &part = wishes.part;
    bool found = part.isEmpty();
    for (qsizetype position = 0; position < recording.parts.size(); ++position) {
        const Part &candidate = recording.parts[position];
        if (!isWanted(candidate, position, part))
            continue;
        found = true;
        const RemuxPayload payload{store,          recording.id,       recording.uid,
                                   candidate.name, wishes.keepDamaged, wishes.verifyFull};
        TRY_LET(const JobId job, JobStore(m_connection, m_clock)
                                     .enqueue(enqueued.batch, remuxSpec(payload, candidate.bytes)));
        enqueued.jobs << job;
    }
    if (!found)
        return fail(ErrorCode::NotFound, u"%1 has no part '%2'"_s.arg(recording.uid, part));
    return {};
}

Result<Enqueued> WorkOrder::exportMedia(const QList<ExportItem> &items)
{
    if (items.isEmpty())
        return fail(ErrorCode::Refused, u"nothing to export"_s);
    QList<RecordingId> ids;
    for (const ExportItem &item : items)
        ids << item.id;
    TRY_LET(const Selection selection, Selection::load(m_connection, m_clock, ids));
    QHash<qint64, Recording> recordings;
    for (const Recording &recording : selection.recordings)
        recordings.insert(recording.id.value, recording);
    Enqueued enqueued;
    TRY_LET(enqueued.batch, begin(u"export"_s));
    for (const ExportItem &item : items) {
        const auto recording = recordings.constFind(item.id.value);
        if (recording == recordings.cend())
            return fail(ErrorCode::NotFound, u"the recording is not in the catalogue any more"_s);
        TRY_LET(const ExportOrder order, planExport(*recording, item.wishes));
        ExportPayload payload = order.payload;
        payload.store = selection.stores.value(recording->store.value).uid;
        TRY_LET(const JobId job, JobStore(m_connection, m_clock)
                                     .enqueue(enqueued.batch, exportSpec(payload, order.bytes)));
        enqueued.jobs << job;
    }
    TRY(tell(u"export"_s, enqueued.batch, {{u"count"_s, items.size()}}));
    return enqueued;
}

} // namespace respool
