// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/scanjob.h"

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/jobs/jobstore.h"
#include "core/library/rootstore.h"
#include "core/library/storescanner.h"
#include "core/library/trash.h"
#include "core/work/followups.h"
#include "core/work/partfacts.h"
#include "core/work/picturejob.h"
#include "core/work/recordingfiles.h"
#include "core/work/recordingitems.h"
#include "core/work/workstore.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype chunkRecordings = 64;
constexpr qint64 chunkMs = 250;

// A scan that goes on keeps the time it began at, so that what it saw before does not count as
// missing.
struct ScanCheckpoint
{
    qint64 scanMs = 0;
    QString last;       // the path of the last recording that was committed
    BatchId pictures;   // the batch of the picture jobs, once there is one
    QStringList toDraw; // uids whose pictures no job draws yet

    QByteArray toJson() const
    {
        QJsonObject object{{u"scanMs"_s, scanMs}, {u"last"_s, last}};
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
        return {object[u"scanMs"_s].toInteger(), object[u"last"_s].toString(),
                BatchId{object[u"pictures"_s].toInteger()}, uids};
    }
};

Result<QString> storeOf(const QByteArray &payload)
{
    const QString uid = QJsonDocument::fromJson(payload).object()[u"store"_s].toString();
    if (uid.isEmpty())
        return fail(ErrorCode::BadPayload, u"the job names no store"_s);
    return uid;
}

bool isUnchanged(const Part &part, const KnownRecording &known)
{
    return std::ranges::any_of(known.parts, [&](const Part &old) {
        return old.name == part.name && old.bytes == part.bytes
               && old.modifiedMs == part.modifiedMs;
    });
}

// Catalogues of before say nothing of streams; those files are looked into once more.
bool isLookedInto(const Part &part, const KnownRecording &known)
{
    const auto old = std::ranges::find(known.parts, part.name, &Part::name);
    const bool isMedia = part.kind == PartKind::Webm || part.kind == PartKind::Media;
    return isUnchanged(part, known)
           && (!isMedia || !old->media.isEmpty() || !old->problem.isEmpty());
}

// Whether the part that its pictures are drawn from is not the one that is known.
bool isPictureOutOfDate(const Recording &recording, const KnownRecording &known)
{
    const Part *source = PictureCache::sourceOf(recording);
    return source && !isUnchanged(*source, known);
}

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
                         const ScanCheckpoint &state)
{
    ItemsPayload payload;
    payload.store = store.uid;
    RecordingStore recordings(connection, clock);
    for (const QString &uid : state.toDraw) {
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
    TRY(JobStore(connection, clock).enqueue(state.pictures, pictureSpec(payload)));
    return {};
}

} // namespace

Result<> ScanJob::run(JobContext &context)
{
    TRY_LET(const QString uid, storeOf(context.job().payload));
    const auto store = openStoreByUid(m_database, uid);
    if (!store && store.error().code == ErrorCode::Offline) {
        TRY(markOffline(context, uid));
        return Failure{store.error()};
    }
    TRY(store);
    const ScanCheckpoint begun = ScanCheckpoint::fromJson(context.job().checkpoint);
    TRY(Trash(store->root).sweep());
    return scan(context, *store, begun.scanMs > 0 ? begun.scanMs : m_clock.nowMs());
}

Result<> ScanJob::markOffline(JobContext &context, const QString &store)
{
    return context.checkpoint(context.job().checkpoint, {},
                              [&](Connection &connection) -> Result<> {
                                  RootStore stores(connection);
                                  TRY_LET(const StoreInfo info, stores.byUid(store));
                                  return stores.setState(info.id, StoreState::Offline);
                              });
}

// The next recordings, and a look into every file that the catalogue does not know as it is now.
Result<QList<Recording>> ScanJob::readChunk(const OpenedStore &store, const QStringList &paths,
                                            const Known &known, qsizetype next,
                                            const std::stop_token &stop) const
{
    QList<Recording> chunk;
    chunk.reserve(chunkRecordings); // the parts stay where they are
    PartFacts facts(m_reader, stop);
    QElapsedTimer timer;
    timer.start();
    for (; next < paths.size() && chunk.size() < chunkRecordings && timer.elapsed() < chunkMs;
         ++next) {
        chunk << readRecording(store.root, store.info, paths[next]);
        Recording &recording = chunk.last();
        const auto folder = folderOf(store.root, store.info.kind, recording);
        if (!folder)
            continue; // the recording says so itself already
        const KnownRecording before = known.value(recording.uid);
        for (Part &part : recording.parts) {
            if (part.problem.isEmpty() && !isLookedInto(part, before))
                facts.add(*folder, part);
        }
    }
    TRY(facts.look());
    return chunk;
}

Result<> ScanJob::scan(JobContext &context, const OpenedStore &store, qint64 scanMs)
{
    TRY_LET(QStringList paths, recordingPaths(store.root, store.info.kind));
    paths.sort();
    TRY_LET(const Known known, m_database.ask([&](Connection &connection) {
        return RecordingStore(connection, m_clock).known(store.info.id);
    }));
    ScanCheckpoint state = ScanCheckpoint::fromJson(context.job().checkpoint);
    state.scanMs = scanMs;
    const QString last = state.last;
    qsizetype next = last.isEmpty() ? 0 : std::ranges::upper_bound(paths, last) - paths.begin();
    while (next < paths.size()) {
        if (context.stopToken().stop_requested())
            return context.stopped();
        const auto read = readChunk(store, paths, known, next, context.stopToken());
        if (!read && read.error().code == ErrorCode::Interrupted)
            return context.stopped();
        TRY(read);
        const QList<Recording> &chunk = *read;
        next += chunk.size();
        for (const Recording &recording : chunk) {
            if (m_drawsPictures && isPictureOutOfDate(recording, known.value(recording.uid)))
                state.toDraw << recording.uid;
        }
        state.last = paths[next - 1];
        TRY(openPictureBatch(m_database, m_clock, state));
        const ScanCheckpoint drawn = state;
        const bool enough = state.toDraw.size() >= mostPictures - chunkRecordings;
        if (enough)
            state.toDraw.clear();
        TRY(context.checkpoint(state.toJson(), {}, [&](Connection &connection) -> Result<> {
            RecordingStore recordings(connection, m_clock);
            for (const Recording &recording : chunk)
                TRY(recordings.upsert(store.info.id, recording, scanMs));
            return enough ? enqueuePictures(connection, m_clock, store.info, drawn) : Result<>();
        }));
        context.progress({next, paths.size()});
    }
    context.atEnd([this, info = store.info, state](Connection &connection) -> Result<> {
        const StoreId id = info.id;
        TRY(RecordingStore(connection, m_clock).markMissing(id, state.scanMs));
        TRY(enqueuePictures(connection, m_clock, info, state));
        TRY(enqueueFollowUps(connection, m_clock, info, m_readsTexts));
        RootStore stores(connection);
        TRY(stores.setState(id, StoreState::Online));
        return stores.setScanned(id, m_clock.nowMs());
    });
    return {};
}

JobKind scanKind(Database &database, const Clock &clock, MediaHost &host, bool drawsPictures,
                 bool readsTexts)
{
    return {
        .make =
            [&database, &clock, &host, drawsPictures, readsTexts](const JobRecord &) {
                return std::make_unique<ScanJob>(database, clock, host, drawsPictures, readsTexts);
            },
        .version = 1,
        .limit = 2,
        .laneLimit = 1,
    };
}

JobSpec scanSpec(const StoreInfo &store)
{
    return {.kind = u"scan"_s,
            .version = 1,
            .title = store.name,
            .payload =
                QJsonDocument(QJsonObject{{u"store"_s, store.uid}}).toJson(QJsonDocument::Compact),
            .lane = store.uid,
            .priority = 10};
}

} // namespace respool
