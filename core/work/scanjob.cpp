// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/scanjob.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/jobs/jobstore.h"
#include "core/library/rootstore.h"
#include "core/library/storescanner.h"
#include "core/library/trash.h"
#include "core/work/autoremux.h"
#include "core/work/disappearance.h"
#include "core/work/indexjob.h"
#include "core/work/picturejob.h"
#include "core/work/recordingitems.h"
#include "core/work/scanreader.h"
#include "core/work/workstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Few large transactions: each writes a page of an index once, however many rows go into it.
constexpr qsizetype chunkRecordings = 4096;
constexpr qint64 chunkMs = 250;
constexpr int mostThreads = 4;

} // namespace

// What a job that is claimed again goes on with. What it committed, it sees as unchanged.
struct ScanCheckpoint
{
    BatchId pictures;   // the batch of the picture jobs, once there is one
    QStringList toDraw; // uids whose pictures no job draws yet

    QByteArray toJson() const
    {
        QJsonObject object;
        if (pictures.value > 0)
            object[u"pictures"_s] = pictures.value;
        if (!toDraw.isEmpty())
            object[u"toDraw"_s] = QJsonArray::fromStringList(toDraw);
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    static ScanCheckpoint fromJson(const QByteArray &json)
    {
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QStringList uids;
        for (const QJsonValue uid : object[u"toDraw"_s].toArray())
            uids << uid.toString();
        return {BatchId{object[u"pictures"_s].toInteger()}, uids};
    }
};

namespace {

// An empty batch, as a crash right after this leaves it, is shown nowhere.
Result<> openPictureBatch(Database &database, const Clock &clock, ScanCheckpoint &state)
{
    if (state.toDraw.isEmpty() || state.pictures.value > 0)
        return {};
    TRY_LET(state.pictures, database.wait([&](Connection &connection) {
        return JobStore(connection, clock).addBatch(u"picture"_s, {}, {});
    }));
    return {};
}

// One job that draws the pictures of these recordings.
Result<> enqueuePictures(Connection &connection, const Clock &clock, const StoreInfo &store,
                         BatchId batch, const QStringList &uids)
{
    ItemsPayload payload;
    payload.store = store.uid;
    RecordingStore recordings(connection, clock);
    for (const QString &uid : uids) {
        TRY_LET(const qint64 id,
                connection.number(u"recording_id_by_uid"_s,
                                  {{u"store"_s, store.id.value}, {u"uid"_s, uid}}));
        const auto keys = recordings.keys({RecordingId{id}});
        TRY(keys);
        for (const RecordingKey &key : *keys)
            payload.items << RecordingItem{key.id, key.uid, key.path};
    }
    if (payload.items.isEmpty())
        return {};
    TRY(JobStore(connection, clock).enqueue(batch, pictureSpec(payload)));
    return {};
}

// The listing of a scan that was told where to look.
StoreListing listingOf(const Directory &root, StoreKind kind, const QStringList &paths)
{
    StoreListing listing;
    for (const QString &path : paths) {
        listing.paths.add(QFile::encodeName(path).toStdString());
        if (kind == StoreKind::Folder)
            listing.stamps.push_back(stampOfFile(root, path));
    }
    return listing;
}

} // namespace

// One run over one store.
struct ScanJob::Round
{
    JobContext &context;
    const OpenedStore &store;
    const QStringList paths; // empty: all
    const qint64 scanMs;
    ScanCheckpoint state;
    KnownStamps known = {};
    qsizetype looked = 0;
    QList<ScannedRecording> changed = {}; // not committed yet
    std::vector<qint64> upserted = {};    // committed
    QStringList gone = {};
};

QByteArray ScanPayload::toJson() const
{
    QJsonObject object{{u"store"_s, store}};
    if (!paths.isEmpty())
        object[u"paths"_s] = QJsonArray::fromStringList(paths);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ScanPayload> ScanPayload::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ScanPayload payload{object[u"store"_s].toString(), {}};
    for (const QJsonValue path : object[u"paths"_s].toArray())
        payload.paths << path.toString();
    if (payload.store.isEmpty())
        return fail(ErrorCode::BadPayload, u"the job names no store"_s);
    return payload;
}

Result<> ScanJob::run(JobContext &context)
{
    TRY_LET(const ScanPayload payload, ScanPayload::fromJson(context.job().payload));
    const auto store = openStoreByUid(m_database, payload.store);
    if (!store && store.error().code == ErrorCode::Offline) {
        TRY(markOffline(context, payload.store, store.error()));
        return Failure{store.error()};
    }
    TRY(store);
    TRY(Trash(store->root).sweep());
    Round round{context, *store, payload.paths, m_clock.nowMs(),
                ScanCheckpoint::fromJson(context.job().checkpoint)};
    return scan(round);
}

Result<> ScanJob::markOffline(JobContext &context, const QString &store, const Error &error)
{
    return context.checkpoint(context.job().checkpoint, {},
                              [&](Connection &connection) -> Result<> {
                                  RootStore stores(connection);
                                  TRY_LET(StoreInfo info, stores.byUid(store));
                                  info.state = StoreState::Offline;
                                  info.problem = error.detail;
                                  TRY(stores.setLook(info));
                                  return {};
                              });
}

Result<> ScanJob::scan(Round &round)
{
    const OpenedStore &store = round.store;
    // What is known is asked for before it is looked for: what comes between is found as new.
    bool knowsSome = true;
    TRY_LET(round.known, m_database.ask([&](Connection &connection) -> Result<KnownStamps> {
        TRY_LET(const qint64 any,
                connection.number(u"recording_any"_s, {{u"store"_s, store.info.id.value}}));
        knowsSome = any != 0;
        if (!round.paths.isEmpty())
            return KnownStamps();
        return RecordingStore(connection, m_clock).stamps(store.info.id);
    }));
    StoreListing listing = listingOf(store.root, store.info.kind, round.paths);
    if (round.paths.isEmpty()) {
        TRY_LET(listing, listStore(store.root, store.info.kind));
    }
    ScanReader reader({m_database, m_clock, m_reader, store, listing, round.known, knowsSome},
                      std::clamp(QThread::idealThreadCount(), 1, mostThreads));
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        auto piece = reader.next(round.context.stopToken());
        if (!piece && piece.error().code == ErrorCode::Interrupted)
            return round.context.stopped();
        TRY(piece);
        if (!*piece)
            break;
        take(round, **std::move(piece));
        const bool late = !round.changed.isEmpty() && timer.elapsed() > chunkMs;
        if (late || round.changed.size() >= chunkRecordings) {
            TRY(commit(round));
            timer.restart();
        }
        round.context.progress({round.looked, listing.paths.size()});
    }
    if (!round.changed.isEmpty())
        TRY(commit(round));
    if (round.context.stopToken().stop_requested())
        return round.context.stopped(); // what is still to be drawn stands in the checkpoint
    endWith(round);
    return {};
}

void ScanJob::take(Round &round, ScannedPiece piece)
{
    round.looked += piece.looked;
    round.gone << piece.gone;
    for (ScannedRecording &scanned : piece.changed)
        round.changed << std::move(scanned);
}

// What has changed of these recordings, and what is to be done for them.
Result<> ScanJob::commit(Round &round)
{
    for (const ScannedRecording &scanned : std::as_const(round.changed)) {
        if (m_drawsPictures && scanned.drawsAnew)
            round.state.toDraw << scanned.recording.uid;
    }
    TRY(openPictureBatch(m_database, m_clock, round.state));
    QList<QStringList> draw;
    for (; round.state.toDraw.size() >= mostPictures; round.state.toDraw.remove(0, mostPictures))
        draw << round.state.toDraw.first(mostPictures);
    const StoreInfo &store = round.store.info;
    faultPoint("scan.commit");
    TRY(round.context.checkpoint(round.state.toJson(), {}, [&](Connection &connection) -> Result<> {
        RecordingStore recordings(connection, m_clock);
        for (ScannedRecording &scanned : round.changed) {
            TRY_LET(scanned.recording.id,
                    recordings.upsert(store.id, scanned.recording, round.scanMs, scanned.stamp));
        }
        if (store.autoRemux)
            TRY(enqueueAutomaticRemuxes(connection, m_clock, store, round.changed));
        for (const QStringList &uids : draw)
            TRY(enqueuePictures(connection, m_clock, store, round.state.pictures, uids));
        return {};
    }));
    for (const ScannedRecording &scanned : std::as_const(round.changed))
        round.upserted.push_back(scanned.recording.id.value);
    round.changed.clear();
    return {};
}

// In the transaction that ends the job.
void ScanJob::endWith(Round &round)
{
    QList<RecordingId> missing;
    if (round.paths.isEmpty())
        missing = round.known.unseen(std::move(round.upserted));
    const bool allGone = !missing.isEmpty() && missing.size() == round.known.size();
    round.context.atEnd([this, &context = round.context, store = round.store.info,
                         state = round.state, whole = round.paths.isEmpty(), missing, allGone,
                         gone = round.gone,
                         scanMs = round.scanMs](Connection &connection) -> Result<> {
        Disappearance disappearance(connection, m_clock, store, context);
        if (whole)
            TRY(disappearance.settle(missing, allGone, scanMs));
        else
            TRY(disappearance.settlePaths(gone, scanMs));
        for (qsizetype from = 0; from < state.toDraw.size(); from += mostPictures)
            TRY(enqueuePictures(connection, m_clock, store, state.pictures,
                                state.toDraw.mid(from, mostPictures)));
        if (m_readsTexts)
            TRY(enqueueIndexing(connection, m_clock, store));
        RootStore stores(connection);
        TRY(stores.setState(store.id, StoreState::Online));
        return whole ? stores.setScanned(store.id, m_clock.nowMs()) : Result<>();
    });
}

JobKind scanKind(Database &database, const Clock &clock, MediaHost &host, const ScanWishes &wishes)
{
    return {
        .make =
            [&database, &clock, &host, &wishes](const JobRecord &) {
                return std::make_unique<ScanJob>(database, clock, host, wishes.drawsPictures,
                                                 wishes.readsTexts);
            },
        .version = 1,
        .limit = 2,
        .laneLimit = 1,
    };
}

JobSpec scanSpec(const StoreInfo &store, const QStringList &paths)
{
    return {.kind = u"scan"_s,
            .version = 1, // a program that knows no paths looks at all, and so at these
            .title = store.name,
            .payload = ScanPayload{store.uid, paths}.toJson(),
            .lane = store.uid,
            .units = std::max<qint64>(1, paths.size()),
            .priority = 10};
}

} // namespace respool
