// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scheduleactions.h"

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/library/recordingquery.h"
#include "core/library/recordingrows.h"
#include "core/library/rootstore.h"
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

// A query that was stored before there were operators: words, and the conditions field:value.
// What means something else by now is put within quotes.
QString fromFirstLanguage(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = word.indexOf(u':');
        words << (colon > 0 ? word.first(colon + 1) + queryQuoted(word.mid(colon + 1))
                            : queryQuoted(word));
    }
    return words.join(u' ');
}

Result<RecordingFilter> filterOf(Connection &connection, const Clock &clock,
                                 const QByteArray &payload)
{
    QueryContext context{clock.nowMs()};
    TRY_LET(context.stores, RootStore(connection).all());
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    QString text = object[u"query"_s].toString();
    if (object[u"language"_s].toInt(1) < queryLanguage)
        text = fromFirstLanguage(text);
    RecordingFilter filter;
    filter.limit = 0;
    TRY_LET(filter.query, readQuery(text, context));
    return filter;
}

Result<QList<RecordingId>> idsOf(Connection &connection, const Clock &clock,
                                 const QByteArray &payload)
{
    TRY_LET(const RecordingFilter filter, filterOf(connection, clock, payload));
    const CompiledQuery query = pageQuery(filter, connection.dialect());
    QList<RecordingId> ids;
    TRY(connection.readCompiled(query.sql, query.binds,
                                [&](const Row &row) { ids << recordingFrom(row).id; }));
    return ids;
}

Result<> checkStores(Connection &connection, const Clock &, const QByteArray &payload)
{
    TRY(storesOf(connection, payload));
    return {};
}

Result<> checkQuery(Connection &connection, const Clock &clock, const QByteArray &payload)
{
    TRY(filterOf(connection, clock, payload));
    return {};
}

Result<> checkNothing(Connection &, const Clock &, const QByteArray &)
{
    return {};
}

// A batch of its own for every run; of a run that found nothing to do there is none.
template <typename F>
ScheduleAction action(const Clock &clock,
                      Result<> (*check)(Connection &, const Clock &, const QByteArray &), F work)
{
    return {
        [&clock, check](Connection &connection, const QByteArray &payload) {
            return check(connection, clock, payload);
        },
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
    const auto remux = [&clock](Connection &connection, WorkOrder &order,
                                const QByteArray &payload) -> Result<Enqueued> {
        TRY_LET(const QList<RecordingId> ids, idsOf(connection, clock, payload));
        return order.remux(ids, {});
    };
    const auto verify = [&clock](Connection &connection, WorkOrder &order,
                                 const QByteArray &payload) -> Result<Enqueued> {
        TRY_LET(const QList<RecordingId> ids, idsOf(connection, clock, payload));
        const QJsonObject object = QJsonDocument::fromJson(payload).object();
        return order.verify(ids, object[u"thorough"_s].toBool());
    };
    const auto retention = [](Connection &, WorkOrder &order, const QByteArray &) {
        return order.retention(); // which rules there are is asked when the job runs
    };
    return {{u"scan"_s, action(clock, checkStores, scan)},
            {u"verify"_s, action(clock, checkQuery, verify)},
            {u"empty-trash"_s, action(clock, checkStores, purge)},
            {u"remux"_s, action(clock, checkQuery, remux)},
            {u"retention"_s, action(clock, checkNothing, retention)}};
}

} // namespace respool
