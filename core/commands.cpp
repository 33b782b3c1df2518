// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/commands.h"

#include "core/base/clock.h"
#include "core/base/user.h"
#include "core/db/database.h"
#include "core/deleteplanner.h"
#include "core/doctor.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingcatalog.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/library/storeidentity.h"
#include "core/work/recordingitems.h"
#include "core/work/remuxjob.h"
#include "core/work/scanjob.h"

#include <QDateTime>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct Selection
{
    QList<Recording> recordings;
    QHash<qint64, StoreInfo> stores; // by row id
};

Result<Selection> load(Connection &connection, const Clock &clock, const QList<RecordingId> &ids)
{
    Selection selection;
    TRY_LET(selection.recordings, RecordingStore(connection, clock).byIds(ids));
    TRY_LET(const QList<StoreInfo> stores, RootStore(connection).all());
    for (const StoreInfo &store : stores)
        selection.stores.insert(store.id.value, store);
    return selection;
}

RecordingItem itemOf(const Recording &recording)
{
    return {recording.id, recording.uid, recording.path};
}

// Jobs of at most mostItems recordings of one store each, in one batch.
Result<Enqueued> enqueueItems(JobStore &jobs, const Selection &selection, const QString &kind,
                              BatchId batch, const ItemsPayload &pattern)
{
    Enqueued enqueued{batch, {}};
    QMap<qint64, QList<RecordingItem>> byStore;
    for (const Recording &recording : selection.recordings)
        byStore[recording.store.value] << itemOf(recording);
    for (auto store = byStore.cbegin(); store != byStore.cend(); ++store) {
        for (qsizetype from = 0; from < store->size(); from += ItemsPayload::mostItems) {
            ItemsPayload payload = pattern;
            payload.store = selection.stores.value(store.key()).uid;
            payload.items = store->mid(from, ItemsPayload::mostItems);
            TRY_LET(const JobId job,
                    jobs.enqueue(batch, {.kind = kind,
                                         .version = ItemsPayload::version,
                                         .title = QString::number(payload.items.size()),
                                         .payload = payload.toJson()}));
            enqueued.jobs << job;
        }
    }
    return enqueued;
}

// The folder in the trash says when and by which batch.
QString trashFolder(const Clock &clock, BatchId batch)
{
    return QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(u"yyyyMMdd-HHmmss-"_s)
           + QString::number(batch.value);
}

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
    return m_database.write(std::move(work)).then(&m_queue, [this](const R &result) {
        m_catalog.announceChange();
        m_queue.announceWork();
        return result;
    });
}

QFuture<Result<StoreInfo>> Commands::addStore(const QString &path, std::optional<StoreKind> kind,
                                              const QString &name)
{
    auto added = QtConcurrent::run([this, path, kind, name]() -> Result<StoreInfo> {
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
    return store;
}

QFuture<Result<OpenedPath>> Commands::openStore(const QString &path)
{
    auto opened = QtConcurrent::run([this, path]() -> Result<OpenedPath> {
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
            TRY_LET(result.scan, enqueueScans(connection, {result.store}));
            return result;
        });
    });
    return opened.then(&m_queue, [this](const Result<OpenedPath> &result) {
        m_catalog.announceChange();
        m_queue.announceWork();
        return result;
    });
}

QFuture<Result<>> Commands::removeStore(StoreId id)
{
    return change([id](Connection &connection) -> Result<> {
        RootStore stores(connection);
        TRY_LET(const StoreInfo store, stores.byId(id));
        TRY_LET(const qint64 busy, connection.number(u"store_working"_s, {{u"uid"_s, store.uid}}));
        if (busy > 0)
            return fail(ErrorCode::Refused,
                        u"jobs work on this store: wait for them or cancel them"_s);
        return stores.remove(id);
    });
}

QFuture<Result<Enqueued>> Commands::scan(const QList<StoreId> &ids)
{
    return change([this, ids](Connection &connection) -> Result<Enqueued> {
        QList<StoreInfo> stores;
        for (const StoreId id : ids) {
            TRY_LET(const StoreInfo store, RootStore(connection).byId(id));
            stores << store;
        }
        return enqueueScans(connection, stores);
    });
}

Result<Enqueued> Commands::enqueueScans(Connection &connection,
                                        const QList<StoreInfo> &stores) const
{
    JobStore jobs(connection, m_clock);
    TRY_LET(const BatchId batch, jobs.addBatch(u"scan"_s, userName(), {}));
    Enqueued enqueued{batch, {}};
    for (const StoreInfo &store : stores) {
        TRY_LET(const JobId job, jobs.enqueue(batch, scanSpec(store)));
        enqueued.jobs << job;
    }
    return enqueued;
}

QFuture<Result<DeletePlan>> Commands::planDelete(const QList<RecordingId> &ids,
                                                 const DeleteOptions &options)
{
    return QtConcurrent::run([this, ids, options]() -> Result<DeletePlan> {
               TRY_LET(const Selection selection, m_database.ask([&](Connection &connection) {
                   return load(connection, m_clock, ids);
               }));
               return planDeletion(selection.recordings, selection.stores, options, m_clock);
           })
        .then(&m_queue, [](const Result<DeletePlan> &plan) { return plan; });
}

QFuture<Result<Enqueued>> Commands::deleteRecordings(const DeletePlan &plan,
                                                     const DeleteOptions &options)
{
    return change([this, plan, options](Connection &connection) -> Result<Enqueued> {
        if (plan.ready.isEmpty())
            return fail(ErrorCode::Refused, u"nothing to delete"_s);
        TRY_LET(const Selection selection, load(connection, m_clock, plan.ready));
        JobStore jobs(connection, m_clock);
        TRY_LET(const BatchId batch, jobs.addBatch(u"delete"_s, userName(), options.reason));
        TRY(RecordingStore(connection, m_clock).markDeleting(plan.ready));
        return enqueueItems(jobs, selection, u"delete"_s, batch,
                            {{}, {}, trashFolder(m_clock, batch), plan.permanent});
    });
}

QFuture<Result<Enqueued>> Commands::restoreRecordings(const QList<RecordingId> &ids)
{
    return enqueueAll(u"restore"_s, ids);
}

QFuture<Result<Enqueued>> Commands::emptyTrash(const QList<StoreId> &stores)
{
    return change([this, stores](Connection &connection) -> Result<Enqueued> {
        QList<RecordingId> ids;
        for (const StoreId store : stores)
            TRY(connection.read(u"recording_trashed_ids"_s, {{u"store"_s, store.value}},
                                [&](const Row &row) { ids << RecordingId{row.integer(0)}; }));
        TRY_LET(const Selection selection, load(connection, m_clock, ids));
        JobStore jobs(connection, m_clock);
        TRY_LET(const BatchId batch, jobs.addBatch(u"purge"_s, userName(), {}));
        return enqueueItems(jobs, selection, u"purge"_s, batch, {});
    });
}

QFuture<Result<Enqueued>> Commands::remuxRecordings(const QList<RecordingId> &ids,
                                                    const QString &part)
{
    return change([this, ids, part](Connection &connection) -> Result<Enqueued> {
        TRY_LET(const Selection selection, load(connection, m_clock, ids));
        JobStore jobs(connection, m_clock);
        TRY_LET(const BatchId batch, jobs.addBatch(u"remux"_s, userName(), {}));
        Enqueued enqueued{batch, {}};
        for (const Recording &recording : selection.recordings) {
            const QString store = selection.stores.value(recording.store.value).uid;
            bool named = part.isEmpty();
            for (qsizetype position = 0; position < recording.parts.size(); ++position) {
                const Part &candidate = recording.parts[position];
                const bool wanted =
                    part.isEmpty()
                        ? candidate.kind == PartKind::Webm && candidate.seekable != Seekable::Yes
                        : candidate.name == part || QString::number(position) == part;
                named = named || wanted;
                if (!wanted)
                    continue;
                const RemuxPayload payload{store, recording.id, recording.uid, candidate.name};
                TRY_LET(const JobId job,
                        jobs.enqueue(batch, {.kind = u"remux"_s,
                                             .version = RemuxPayload::version,
                                             .title = recording.uid + u'/' + candidate.name,
                                             .payload = payload.toJson()}));
                enqueued.jobs << job;
            }
            if (!named)
                return fail(ErrorCode::NotFound, u"%1 has no part '%2'"_s.arg(recording.uid, part));
        }
        return enqueued;
    });
}

QFuture<Result<Enqueued>> Commands::enqueueAll(const QString &kind, const QList<RecordingId> &ids)
{
    return change([this, kind, ids](Connection &connection) -> Result<Enqueued> {
        TRY_LET(const Selection selection, load(connection, m_clock, ids));
        JobStore jobs(connection, m_clock);
        TRY_LET(const BatchId batch, jobs.addBatch(kind, userName(), {}));
        return enqueueItems(jobs, selection, kind, batch, {});
    });
}

QFuture<Result<>> Commands::addHold(const QList<RecordingId> &ids, const QString &reason)
{
    return forEach(ids, [reason](RecordingStore &store, RecordingId id) {
        return store.addHold(id, reason, userName());
    });
}

QFuture<Result<>> Commands::removeHold(const QList<RecordingId> &ids)
{
    return forEach(ids, [](RecordingStore &store, RecordingId id) { return store.removeHold(id); });
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
    return respool::examine(m_database, m_clock)
        .then(&m_queue, [](const Result<QList<Finding>> &findings) { return findings; });
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
