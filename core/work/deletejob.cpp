// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/deletejob.h"

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/jobs/jobstore.h"
#include "core/library/massstore.h"
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
    if (sparesFlagged && recording.flagged)
        return fail(ErrorCode::Refused, u"%1 is flagged"_s.arg(recording.uid));
    if (recording.state == RecordingState::Deleting)
        return {};
    return store.setState(recording.id, RecordingState::Deleting, recording.problem);
}

// Tells in the recording where it lies then; nowhere, if it was gone already, by another hand.
Result<> moveToTrash(const OpenedStore &store, const QString &trashFolder, const Clock &clock,
                     Trash &trash, Recording &recording)
{
    if (recording.state == RecordingState::Trashed)
        return {};
    std::optional<FileEntry> looked;
    const auto folder = folderOf(store.root, store.info.kind, recording);
    if (!folder && folder.error().code != ErrorCode::NotFound)
        return Failure{folder.error()};
    if (folder)
        TRY(refuseIfActiveOrChanged(*folder, recording, clock));
    if (store.info.kind == StoreKind::Gateway) {
        // Gone: what comes in its place meanwhile is nobody's, and not moved.
        TRY_LET(looked, folder ? folder->self() : Result<FileEntry>(FileEntry{}));
    }
    const auto moved = trash.moveIn(recording.path, trashFolder, recording.uid, looked);
    if (!moved && moved.error().code == ErrorCode::NotFound) {
        recording.trashPath.clear();
        return {};
    }
    TRY_LET(recording.trashPath, moved);
    return {};
}

Result<> writeMoves(MassStore &store, const QList<Recording> &recordings, qint64 nowMs)
{
    QHash<qint64, QString> moved;
    QList<RecordingId> gone;
    for (const Recording &recording : recordings) {
        if (recording.trashPath.isEmpty())
            gone << recording.id;
        else
            moved.insert(recording.id.value, recording.trashPath);
    }
    TRY(store.setTrashed(moved, nowMs));
    return gone.isEmpty() ? Result<>() : store.remove(gone);
}

// Enqueues the purge of what this job has moved, once for each recording: the checkpoint that is
// committed with it says which.
Result<> purgeWhatWasMoved(Database &database, const Clock &clock, JobContext &context,
                           const ItemsPayload &payload)
{
    ItemsCheckpoint state = ItemsCheckpoint::fromJson(context.job().checkpoint);
    ItemsPayload purge{.store = payload.store, .items = {}};
    QList<RecordingId> ids;
    for (const RecordingItem &item : payload.items)
        ids << item.id;
    TRY_LET(const auto trashed, database.ask([&](Connection &connection) {
        return MassStore(connection).trashed(ids);
    }));
    const QSet<qsizetype> handedOn(state.handedOn.cbegin(), state.handedOn.cend());
    for (qsizetype index = 0; index < payload.items.size(); ++index) {
        const RecordingItem &item = payload.items[index];
        if (trashed.value(item.id.value) != item.uid || handedOn.contains(index))
            continue;
        purge.items << item;
        state.handedOn << index;
    }
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
    Trash trash(store.root);
    const ItemStep step{
        .check =
            [&](RecordingStore &recordings, const Recording &recording) {
                return mayBeDeleted(recordings, recording, payload.sparesFlagged);
            },
        .act = [&](Recording &recording) -> Result<> {
            return moveToTrash(store, payload.trash, m_clock, trash, recording);
        },
        .sync = [&] { return trash.sync(); },
        .settle = [&](MassStore &recordings, const QList<Recording> &moved) -> Result<> {
            return writeMoves(recordings, moved, m_clock.nowMs());
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
