// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/picturejob.h"

#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/media/mediafile.h"
#include "core/work/partpicture.h"
#include "core/work/recordingfiles.h"
#include "core/work/recordingitems.h"
#include "core/work/workstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// What would meet every further recording as well.
bool concernsAllPictures(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::NoSpace
           || code == ErrorCode::Interrupted || code == ErrorCode::PermissionDenied
           || code == ErrorCode::Internal;
}

Result<Recording> recordingFor(RecordingStore &store, const RecordingItem &item)
{
    TRY_LET(Recording recording, store.byId(item.id));
    if (recording.uid != item.uid)
        return fail(ErrorCode::Conflict, u"another recording now"_s);
    if (recording.state != RecordingState::Present && recording.state != RecordingState::Damaged)
        return fail(ErrorCode::Conflict, u"%1 is not there any more"_s.arg(item.uid));
    return recording;
}

} // namespace

Result<> PictureJob::run(JobContext &context)
{
    TRY_LET(const ItemsPayload payload, ItemsPayload::fromJson(context.job().payload));
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, payload.store));
    ItemsCheckpoint state = ItemsCheckpoint::fromJson(context.job().checkpoint);
    while (state.next < payload.items.size()) {
        if (context.stopToken().stop_requested())
            return context.stopped();
        const RecordingItem &item = payload.items[state.next];
        const auto recording = m_database.ask([&](Connection &connection) -> Result<Recording> {
            RecordingStore recordings(connection, m_clock);
            return recordingFor(recordings, item);
        });
        const Result<> drawn =
            recording ? draw(*recording, store, context) : Result<>(Failure{recording.error()});
        if (!drawn && drawn.error().code == ErrorCode::Interrupted)
            return context.stopped();
        if (!drawn && concernsAllPictures(drawn.error().code))
            return drawn;
        JobItem result{item.uid, 0, {}, 0};
        if (!drawn) {
            result.error = drawn.error();
            context.log(LogLevel::Warning, item.uid + u": "_s + drawn.error().detail);
        }
        ++state.next;
        TRY(context.checkpoint(state.toJson(), {result}, {}));
        context.progress({state.next, payload.items.size()});
    }
    return m_cache.sweep(mostCacheBytes);
}

Result<> PictureJob::draw(const Recording &recording, const OpenedStore &store, JobContext &context)
{
    const Part *part = PictureCache::sourceOf(recording);
    if (!part)
        return fail(ErrorCode::Media, u"%1 has no part to draw"_s.arg(recording.uid));
    TRY_LET(const Directory folder, folderOf(store.root, store.info.kind, recording));
    TRY(refuseIfActive(folder, recording, m_clock));
    TRY_LET(const MediaFile file, MediaFile::open(folder, part->name));
    TRY_LET(const QString key, PictureCache::keyOf(file));
    const bool terminal = PictureCache::isTerminal(*part);
    for (const PictureKind kind : {PictureKind::Poster, PictureKind::Strip}) {
        if (m_cache.read(key, kind, terminal))
            continue; // drawn already, for this recording or for a copy of it
        const std::stop_token stop = context.stopToken();
        TRY_LET(const CachedPicture picture, drawPart(m_host, file, *part, kind, stop));
        faultPoint("picture.drawn");
        TRY(m_cache.write(key, kind, terminal, picture));
    }
    return {};
}

JobKind pictureKind(Database &database, const Clock &clock, MediaHost &host, const QString &folder)
{
    return {
        .make =
            [&database, &clock, &host, folder](const JobRecord &) {
                return std::make_unique<PictureJob>(database, clock, host, folder);
            },
        .version = ItemsPayload::version,
        .limit = 1,
    };
}

JobSpec pictureSpec(const ItemsPayload &payload)
{
    return {.kind = u"picture"_s,
            .version = payload.versionNeeded(),
            .title = QString::number(payload.items.size()),
            .payload = payload.toJson(),
            .units = payload.items.size(),
            .priority = -10};
}

Result<> enqueuePictures(JobStore jobs, const ItemsPayload &payload)
{
    TRY_LET(const BatchId batch, jobs.addBatch(u"picture"_s, {}, {}));
    TRY(jobs.enqueue(batch, pictureSpec(payload)));
    return {};
}

} // namespace respool
