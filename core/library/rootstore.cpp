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
            row.integer(9)};
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

Result<StoreInfo> RootStore::byId(StoreId id)
{
    return find(id, u""_s);
}

Result<StoreInfo> RootStore::byUid(const QString &uid)
{
    return find({}, uid);
}

Result<StoreInfo> RootStore::rootOf(const QString &uid)
{
    std::optional<StoreInfo> store;
    TRY(m_connection.read(u"store_root"_s, {{u"uid"_s, uid}},
                          [&](const Row &row) { store = storeFrom(row); }));
    if (!store)
        return fail(ErrorCode::NotFound, u"the store %1 is not known any more"_s.arg(uid));
    return *std::move(store);
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

Result<> RootStore::setScanned(StoreId id, qint64 nowMs)
{
    TRY(m_connection.run(u"store_set_scanned"_s, {{u"id"_s, id.value}, {u"now"_s, nowMs}}));
    return {};
}

} // namespace respool
