// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scheduleactions.h"

#include "core/db/connection.h"
#include "core/library/recordingquery.h"
#include "core/library/recordingrows.h"
#include "core/library/rootstore.h"
#include "core/querytext.h"
#include "core/workorder.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString textIn(const QByteArray &payload, const QString &key)
{
    return QJsonDocument::fromJson(payload).object()[key].toString();
}

// The store that the payload names, or all.
Result<QList<StoreId>> storesOf(Connection &connection, const QByteArray &payload)
{
    const QString uid = textIn(payload, u"store"_s);
    QList<StoreId> ids;
    if (uid.isEmpty()) {
        TRY_LET(const QList<StoreInfo> all, RootStore(connection).all());
        for (const StoreInfo &store : all)
            ids << store.id;
    } else {
        TRY_LET(const StoreInfo store, RootStore(connection).byUid(uid));
        ids << store.id;
    }
    return ids;
}

Result<RecordingFilter> filterOf(Connection &connection, const QByteArray &payload)
{
    TRY_LET(const QList<StoreInfo> stores, RootStore(connection).all());
    TRY_LET(RecordingFilter filter, filterFromText(textIn(payload, u"query"_s), stores));
    filter.limit = 0;
    return filter;
}

Result<QList<RecordingId>> idsOf(Connection &connection, const QByteArray &payload)
{
    TRY_LET(const RecordingFilter filter, filterOf(connection, payload));
    const CompiledQuery query = pageQuery(filter);
    QList<RecordingId> ids;
    TRY(connection.readCompiled(query.sql, query.binds,
                                [&](const Row &row) { ids << recordingFrom(row).id; }));
    return ids;
}

Result<> checkStores(Connection &connection, const QByteArray &payload)
{
    TRY(storesOf(connection, payload));
    return {};
}

Result<> checkQuery(Connection &connection, const QByteArray &payload)
{
    TRY(filterOf(connection, payload));
    return {};
}

// A batch of its own for every run; of a run that found nothing to do there is none.
template <typename F>
ScheduleAction action(const Clock &clock, Result<> (*check)(Connection &, const QByteArray &),
                      F work)
{
    return {
        check,
        [&clock, work](Connection &connection, const ScheduleRecord &schedule) -> Result<BatchId> {
            WorkOrder order(connection, clock, schedule.who,
                            u"schedule '%1'"_s.arg(schedule.spec.name));
            TRY_LET(const Enqueued enqueued, work(connection, order, schedule.spec.payload));
            return enqueued.jobs.isEmpty() ? BatchId() : enqueued.batch;
        }};
}

} // namespace

ScheduleActions scheduleActions(const Clock &clock)
{
    const auto scan = [](Connection &connection, WorkOrder &order,
                         const QByteArray &payload) -> Result<Enqueued> {
        TRY_LET(const QList<StoreId> stores, storesOf(connection, payload));
        return order.scan(stores);
    };
    const auto purge = [](Connection &connection, WorkOrder &order,
                          const QByteArray &payload) -> Result<Enqueued> {
        TRY_LET(const QList<StoreId> stores, storesOf(connection, payload));
        return order.purge(stores);
    };
    const auto remux = [](Connection &connection, WorkOrder &order,
                          const QByteArray &payload) -> Result<Enqueued> {
        TRY_LET(const QList<RecordingId> ids, idsOf(connection, payload));
        return order.remux(ids, {});
    };
    return {{u"scan"_s, action(clock, checkStores, scan)},
            {u"empty-trash"_s, action(clock, checkStores, purge)},
            {u"remux"_s, action(clock, checkQuery, remux)}};
}

} // namespace respool
