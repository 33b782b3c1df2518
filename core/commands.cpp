// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/commands.h"

#include "core/base/clock.h"
#include "core/base/pending.h"
#include "core/base/user.h"
#include "core/db/database.h"
#include "core/deleteplanner.h"
#include "core/doctor.h"
#include "core/holdorder.h"
#include "core/jobs/jobqueue.h"
#include "core/library/auditstore.h"
#include "core/library/recordingcatalog.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/library/storeidentity.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<StoreInfo> identify(const QString &path, std::optional<StoreKind> kind, const QString &name)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, u"there is no folder %1"_s.arg(path));
    StoreInfo store;
    store.path = info.canonicalFilePath();
    TRY_LET(const Directory root, Directory::open(store.path));
    TRY_LET(const StoreIdentity identity, ensureIdentity(root, kind));
    store.uid = identity.uid;
    store.kind = identity.kind;
    store.name = name.isEmpty() ? QFileInfo(store.path).fileName() : name;
    return store;
}

Result<> refuseOverlap(const QList<StoreInfo> &known, const StoreInfo &store)
{
    for (const StoreInfo &other : known) {
        if (other.uid == store.uid || other.path == store.path)
            return fail(ErrorCode::Conflict,
                        u"%1 is known already as the store '%2'"_s.arg(store.path, other.name));
        if (store.path.startsWith(other.path + u'/') || other.path.startsWith(store.path + u'/'))
            return fail(ErrorCode::Conflict,
                        u"%1 and the store '%2' (%3) lie inside each other"_s.arg(
                            store.path, other.name, other.path));
        if (other.name == store.name)
            return fail(ErrorCode::Conflict,
                        u"there is a store '%1' already: give another --name"_s.arg(store.name));
    }
    return {};
}

Result<> tellStore(Connection &connection, const Clock &clock, const QString &action,
                   const StoreInfo &store)
{
    return AuditStore(connection, clock)
        .append({.action = action,
                 .who = userName(),
                 .store = store.uid,
                 .detail = {{u"name"_s, store.name},
                            {u"path"_s, store.path},
                            {u"recordings"_s, store.recordings}}});
}

} // namespace

Commands::Commands(Database &database, const Clock &clock, JobQueue &queue,
                   RecordingCatalog &catalog)
    : m_database(database)
    , m_clock(clock)
    , m_queue(queue)
    , m_catalog(catalog)
{}

template <typename F>
auto Commands::change(F work)
{
    using R = std::invoke_result_t<F, Connection &>;
    auto written = m_database.write(std::move(work));
    m_queue.announceComing();
    return written.then(&m_queue, [this](const R &result) {
        m_catalog.announceChange();
        if constexpr (std::is_same_v<R, Result<Enqueued>>)
            m_queue.announceWork(result ? result->jobs : JobQueue::Jobs());
        else
            m_queue.announceWork();
        return result;
    });
}

QFuture<Result<Enqueued>> Commands::order(const QString &reason,
                                          std::function<Result<Enqueued>(WorkOrder)> work)
{
    return change([this, reason, work = std::move(work)](Connection &connection) {
        return work(WorkOrder(connection, m_clock, userName(), reason));
    });
}

QFuture<Result<StoreInfo>> Commands::addStore(const QString &path, std::optional<StoreKind> kind,
                                              const QString &name)
{
    auto added = inBackground([this, path, kind, name]() -> Result<StoreInfo> {
        TRY_LET(StoreInfo store, identify(path, kind, name));
        return m_database.wait(
            [this, store](Connection &connection) { return add(connection, store); });
    });
    return added.then(&m_queue, [this](const Result<StoreInfo> &store) {
        m_catalog.announceChange();
        return store;
    });
}

Result<StoreInfo> Commands::add(Connection &connection, StoreInfo store) const
{
    RootStore stores(connection);
    TRY_LET(const QList<StoreInfo> known, stores.all());
    TRY(refuseOverlap(known, store));
    store.addedMs = m_clock.nowMs();
    TRY_LET(store.id, stores.add(store));
    TRY(tellStore(connection, m_clock, act::storeAdd, store));
    return store;
}

QFuture<Result<OpenedPath>> Commands::openStore(const QString &path)
{
    auto opened = inBackground([this, path]() -> Result<OpenedPath> {
        TRY_LET(const StoreInfo store, identify(path, {}, {}));
        return m_database.wait([this, store](Connection &connection) -> Result<OpenedPath> {
            OpenedPath result;
            TRY_LET(const QList<StoreInfo> known, RootStore(connection).all());
            const auto same = std::ranges::find(known, store.path, &StoreInfo::path);
            result.added = same == known.end();
            if (result.added) {
                TRY_LET(result.store, add(connection, store));
            } else {
                result.store = *same;
            }
            TRY_LET(result.scan,
                    WorkOrder(connection, m_clock, userName(), {}).scan({result.store.id}));
            return result;
        });
    });
    return opened.then(&m_queue, [this](const Result<OpenedPath> &result) {
        m_catalog.announceChange();
        m_queue.announceWork(result ? result->scan.jobs : JobQueue::Jobs());
        return result;
    });
}

QFuture<Result<>> Commands::removeStore(StoreId id)
{
    return change([this, id](Connection &connection) -> Result<> {
        RootStore stores(connection);
        TRY_LET(const StoreInfo store, stores.byId(id));
        TRY_LET(const qint64 busy, connection.number(u"store_working"_s, {{u"uid"_s, store.uid}}));
        if (busy > 0)
            return fail(ErrorCode::Refused,
                        u"jobs work on this store: wait for them or cancel them"_s);
        TRY_LET(const qint64 held, connection.number(u"store_held"_s, {{u"id"_s, id.value}}));
        if (held > 0)
            return fail(ErrorCode::Refused,
                        u"%1 recordings of this store are under hold, and that would be forgotten: "
                        "lift the holds first"_s.arg(held));
        TRY(tellStore(connection, m_clock, act::storeRemove, store));
        return stores.remove(id);
    });
}

QFuture<Result<>> Commands::setAutoRemux(StoreId id, bool on)
{
    return change(
        [id, on](Connection &connection) { return RootStore(connection).setAutoRemux(id, on); });
}

QFuture<Result<Enqueued>> Commands::scan(const QList<StoreId> &stores)
{
    return order({}, [stores](WorkOrder order) { return order.scan(stores); });
}

QFuture<Result<DeletePlan>> Commands::planDelete(const QList<RecordingId> &ids,
                                                 const DeleteOptions &options)
{
    return inBackground([this, ids, options]() -> Result<DeletePlan> {
               return planDeletion(m_database, ids, options, m_clock);
           })
        .on(&m_queue);
}

QFuture<Result<Enqueued>> Commands::deleteRecordings(const DeletePlan &plan,
                                                     const DeleteOptions &options)
{
    return order(options.reason, [plan](WorkOrder order) { return order.deletion(plan); });
}

QFuture<Result<Enqueued>> Commands::restoreRecordings(const QList<RecordingId> &ids)
{
    return order({}, [ids](WorkOrder order) { return order.restore(ids); });
}

QFuture<Result<Enqueued>> Commands::emptyTrash(const QList<StoreId> &stores)
{
    return order({}, [stores](WorkOrder order) { return order.purge(stores); });
}

QFuture<Result<Enqueued>> Commands::remuxRecordings(const QList<RecordingId> &ids,
                                                    const RemuxWishes &wishes)
{
    return order({}, [ids, wishes](WorkOrder order) { return order.remux(ids, wishes); });
}

QFuture<Result<Enqueued>> Commands::exportRecording(RecordingId id, const ExportWishes &wishes)
{
    return exportRecordings({{id, wishes}});
}

QFuture<Result<Enqueued>> Commands::exportRecordings(const QList<ExportItem> &items)
{
    return order({}, [items](WorkOrder order) { return order.exportMedia(items); });
}

QFuture<Result<Enqueued>> Commands::readTexts(const QList<StoreId> &stores)
{
    return order({}, [stores](WorkOrder order) { return order.texts(stores); });
}

QFuture<Result<Enqueued>> Commands::drawPictures(const QList<RecordingId> &ids)
{
    return order({}, [ids](WorkOrder order) { return order.pictures(ids); });
}

QFuture<Result<>> Commands::addHold(const QList<RecordingId> &ids, const QString &reason)
{
    return change([this, ids, reason](Connection &connection) {
        return HoldOrder(connection, m_clock, userName()).add(ids, reason);
    });
}

QFuture<Result<>> Commands::removeHold(const QList<RecordingId> &ids, const QString &reason)
{
    return change([this, ids, reason](Connection &connection) {
        return HoldOrder(connection, m_clock, userName()).lift(ids, reason);
    });
}

QFuture<Result<>> Commands::addTag(const QList<RecordingId> &ids, const QString &tag)
{
    return forEach(ids,
                   [tag](RecordingStore &store, RecordingId id) { return store.addTag(id, tag); });
}

QFuture<Result<>> Commands::removeTag(const QList<RecordingId> &ids, const QString &tag)
{
    return forEach(
        ids, [tag](RecordingStore &store, RecordingId id) { return store.removeTag(id, tag); });
}

QFuture<Result<QList<Finding>>> Commands::examine()
{
    return respool::examine(m_database, m_clock).on(&m_queue);
}

QFuture<Result<>> Commands::forEach(const QList<RecordingId> &ids,
                                    std::function<Result<>(RecordingStore &, RecordingId)> work)
{
    return change([this, ids, work = std::move(work)](Connection &connection) -> Result<> {
        RecordingStore store(connection, m_clock);
        for (const RecordingId id : ids)
            TRY(work(store, id));
        return {};
    });
}

} // namespace respool
