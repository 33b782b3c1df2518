// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/deletejob.h"

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/library/trash.h"
#include "core/work/itemloop.h"
#include "core/work/purgejob.h"
#include "core/work/recordingfiles.h"
#include "core/work/workstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<> mayBeDeleted(RecordingStore &store, const Recording &recording, bool sparesFlagged)
{
    if (recording.held)
        return fail(ErrorCode::Refused,
                    u"%1 is under hold (%2)"_s.arg(recording.uid, recording.holdReason));
    if (recording.state == RecordingState::Trashed)
        return {};
    if (sparesFlagged) {
        TRY_LET(const bool flagged, store.isFlagged(recording.id));
        if (flagged)
            return fail(ErrorCode::Refused, u"%1 is flagged"_s.arg(recording.uid));
    }
    return store.setState(recording.id, RecordingState::Deleting, recording.problem);
}

Result<> moveToTrash(const OpenedStore &store, const ItemsPayload &payload,
                     const Recording &recording, const Clock &clock, QString &trashPath)
{
    if (recording.state == RecordingState::Trashed) {
        trashPath = recording.trashPath;
        return {};
    }
    if (const auto folder = folderOf(store.root, store.info.kind, recording); folder) {
        TRY(refuseIfActive(*folder, recording, clock));
        TRY(refuseIfChanged(*folder, recording));
    }
    const auto moved = Trash(store.root).moveIn(recording.path, payload.trash, recording.uid);
    if (!moved && moved.error().code == ErrorCode::NotFound) {
        trashPath.clear(); // gone already, by another hand
        return {};
    }
    TRY_LET(trashPath, moved);
    return {};
}

// Enqueues the purge of what this job has moved, once for each recording: the checkpoint that is
// committed with it says which.
Result<> purgeWhatWasMoved(Database &database, const Clock &clock, JobContext &context,
                           const ItemsPayload &payload)
{
    ItemsCheckpoint state = ItemsCheckpoint::fromJson(context.job().checkpoint);
    ItemsPayload purge{payload.store, {}, {}, false};
    TRY(database.ask([&](Connection &connection) -> Result<> {
        RecordingStore recordings(connection, clock);
        for (qsizetype index = 0; index < payload.items.size(); ++index) {
            const RecordingItem &item = payload.items[index];
            const auto recording = recordings.byId(item.id);
            if (!recording || recording->uid != item.uid
                || recording->state != RecordingState::Trashed || state.handedOn.contains(index))
                continue;
            purge.items << item;
            state.handedOn << index;
        }
        return {};
    }));
    if (purge.items.isEmpty())
        return {};
    return context.checkpoint(state.toJson(), {}, [&](Connection &connection) -> Result<> {
        TRY(JobStore(connection, clock).enqueue(context.job().batch, purgeSpec(purge)));
        return {};
    });
}

} // namespace

Result<> DeleteJob::run(JobContext &context)
{
    TRY_LET(const ItemsPayload payload, ItemsPayload::fromJson(context.job().payload));
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, payload.store));
    QHash<qint64, QString> trashPaths;
    const ItemStep step{
        .check =
            [&](RecordingStore &recordings, const Recording &recording) {
                return mayBeDeleted(recordings, recording, payload.sparesFlagged);
            },
        .act = [&](const Recording &recording) -> Result<> {
            QString path;
            TRY(moveToTrash(store, payload, recording, m_clock, path));
            trashPaths.insert(recording.id.value, path);
            return {};
        },
        .settle = [&](RecordingStore &recordings, const Recording &recording) -> Result<> {
            const QString path = trashPaths.value(recording.id.value);
            return path.isEmpty() ? recordings.remove(recording.id)
                                  : recordings.setTrashed(recording.id, path, m_clock.nowMs());
        },
        .refuse =
            [](RecordingStore &recordings, const Recording &recording) {
                return recordings.unmarkDeleting(recording.id);
            },
    };
    const Result<> outcome = ItemLoop(m_database, m_clock, context, payload).run(step);
    const bool walked =
        outcome || ItemsCheckpoint::fromJson(context.job().checkpoint).next == payload.items.size();
    if (payload.permanent && walked)
        TRY(purgeWhatWasMoved(m_database, m_clock, context, payload));
    return outcome;
}

JobKind deleteKind(Database &database, const Clock &clock)
{
    return {
        .make = [&](const JobRecord &) { return std::make_unique<DeleteJob>(database, clock); },
        .giveUp = [&clock](Connection &connection, const JobRecord &job) -> Result<> {
            const auto payload = ItemsPayload::fromJson(job.payload);
            if (!payload)
                return {}; // nothing readable was marked
            RecordingStore recordings(connection, clock);
            for (const RecordingItem &item : payload->items)
                TRY(recordings.unmarkDeleting(item.id));
            return {};
        },
        .version = ItemsPayload::version,
        .limit = 4,
        .laneLimit = 1,
        .isEvidence = true,
    };
}

} // namespace respool
