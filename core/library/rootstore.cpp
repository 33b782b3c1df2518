// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/rootstore.h"

#include "core/db/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

StoreInfo storeFrom(const Row &row)
{
    return {StoreId{row.integer(0)},
            row.text(1),
            StoreKind(row.integer(2)),
            row.text(3),
            row.text(4),
            StoreState(row.integer(5)),
            row.integer(6),
            row.integer(7),
            row.integer(8),
            row.integer(9),
            StoreWatch(row.integer(10)),
            row.text(11),
            row.integer(12) != 0};
}

} // namespace

Result<StoreId> RootStore::add(const StoreInfo &store)
{
    TRY_LET(const qint64 id, m_connection.number(u"store_add"_s, {{u"uid"_s, store.uid},
                                                                  {u"kind"_s, int(store.kind)},
                                                                  {u"name"_s, store.name},
                                                                  {u"path"_s, store.path},
                                                                  {u"added"_s, store.addedMs}}));
    return StoreId{id};
}

Result<> RootStore::remove(StoreId id)
{
    TRY(m_connection.run(u"store_remove"_s, {{u"id"_s, id.value}}));
    return {};
}

Result<QList<StoreInfo>> RootStore::all()
{
    QList<StoreInfo> stores;
    TRY(m_connection.read(u"store_all"_s, {}, [&](const Row &row) { stores << storeFrom(row); }));
    return stores;
}

Result<QList<StoreInfo>> RootStore::roots()
{
    QList<StoreInfo> stores;
    TRY(m_connection.read(u"store_roots"_s, {}, [&](const Row &row) { stores << storeFrom(row); }));
    return stores;
}

Result<StoreInfo> RootStore::byId(StoreId id)
{
    return find(id, u""_s);
}

Result<StoreInfo> RootStore::byUid(const QString &uid)
{
    return find({}, uid);
}

Result<StoreInfo> RootStore::find(StoreId id, const QString &uid)
{
    std::optional<StoreInfo> store;
    TRY(m_connection.read(u"store_find"_s, {{u"id"_s, id.value}, {u"uid"_s, uid}},
                          [&](const Row &row) { store = storeFrom(row); }));
    if (!store)
        return fail(ErrorCode::NotFound, u"the store %1 is not known any more"_s.arg(
                                             uid.isEmpty() ? QString::number(id.value) : uid));
    return *std::move(store);
}

Result<> RootStore::setState(StoreId id, StoreState state)
{
    TRY(m_connection.run(u"store_set_state"_s, {{u"id"_s, id.value}, {u"state"_s, int(state)}}));
    return {};
}

Result<bool> RootStore::setLook(const StoreInfo &store)
{
    TRY_LET(const int rows,
            m_connection.run(u"store_set_look"_s, {{u"id"_s, store.id.value},
                                                   {u"state"_s, int(store.state)},
                                                   {u"problem"_s, store.problem},
                                                   {u"watch"_s, int(store.watch)}}));
    return rows > 0;
}

Result<qint64> RootStore::emptiedMs(StoreId id)
{
    return m_connection.number(u"store_emptied"_s, {{u"id"_s, id.value}});
}

Result<> RootStore::setProblem(StoreId id, const QString &problem, qint64 emptiedMs)
{
    TRY(m_connection.run(
        u"store_set_problem"_s,
        {{u"id"_s, id.value}, {u"problem"_s, problem}, {u"emptied"_s, emptiedMs}}));
    return {};
}

Result<> RootStore::setAutoRemux(StoreId id, bool on)
{
    TRY(m_connection.run(u"store_set_auto_remux"_s, {{u"id"_s, id.value}, {u"on"_s, int(on)}}));
    return {};
}

Result<> RootStore::forgetWatches()
{
    TRY(m_connection.run(u"store_forget_watches"_s));
    return {};
}

Result<> RootStore::setScanned(StoreId id, qint64 nowMs)
{
    TRY(m_connection.run(u"store_set_scanned"_s, {{u"id"_s, id.value}, {u"now"_s, nowMs}}));
    return {};
}

} // namespace respool
