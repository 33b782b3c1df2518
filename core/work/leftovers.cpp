// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/leftovers.h"

#include "core/db/database.h"
#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "core/media/remuxer.h"
#include "core/work/archivepayload.h"
#include "core/work/exportpayload.h"
#include "core/work/exporttarget.h"
#include "core/work/importplace.h"
#include "core/work/recordingfiles.h"
#include "core/work/remuxjob.h"
#include "core/work/workstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Of a recording that is gone, or that another job has in its hands, nothing is left to remove:
// that job throws away what it finds.
bool isNothingLeft(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Busy;
}

void tell(const JobRecord &job, const Result<> &removed)
{
    if (!removed && !isNothingLeft(removed.error()))
        qWarning("what job %lld left behind stays for now: %s", qlonglong(job.id.value),
                 qPrintable(removed.error().detail));
}

Result<> removePartOf(Database &database, const Clock &clock, const JobRecord &job)
{
    TRY_LET(const RemuxPayload payload, RemuxPayload::fromJson(job.payload));
    TRY_LET(const OpenedStore store, openStoreByUid(database, payload.store));
    TRY_LET(const Recording recording,
            database.wait([&](Connection &connection) -> Result<Recording> {
                RecordingStore recordings(connection, clock);
                TRY(recordings.take(payload.id, job.id.value));
                return recordings.byId(payload.id);
            }));
    const auto folder = folderOf(store.root, store.info.kind, recording);
    const Result<> removed =
        folder ? removeStalePart(*folder, payload.part) : Failure{folder.error()};
    TRY(database.wait([&](Connection &connection) {
        return RecordingStore(connection, clock).release(payload.id, job.id.value);
    }));
    return removed;
}

// The hidden file beside the target that the payload names, unless another job writes there.
template <typename Payload>
Result<> removePartOfTarget(Database &database, const Clock &clock, const JobRecord &job)
{
    TRY_LET(const Payload payload, Payload::fromJson(job.payload));
    TRY_LET(const QList<StoreInfo> stores,
            database.ask([](Connection &connection) { return RootStore(connection).all(); }));
    TRY_LET(const ExportTarget target, ExportTarget::open(payload.target, stores));
    TRY_LET(const QList<JobRecord> others, database.ask([&](Connection &connection) {
        return JobStore(connection, clock).unfinishedOf(job.kind);
    }));
    const bool wanted = std::ranges::any_of(others, [&](const JobRecord &other) {
        const auto its = Payload::fromJson(other.payload);
        return its && its->target == payload.target;
    });
    if (!wanted)
        target.discard();
    return {};
}

Result<> removePartOfImport(Database &database, const JobRecord &job)
{
    TRY_LET(const ImportPayload payload, ImportPayload::fromJson(job.payload));
    TRY_LET(const OpenedStore store, openStoreByUid(database, payload.store));
    return ImportPlace::remove(store.root, job.id);
}

} // namespace

void removeLeftRemux(Database &database, const Clock &clock, const JobRecord &job)
{
    tell(job, removePartOf(database, clock, job));
}

void removeLeftExport(Database &database, const Clock &clock, const JobRecord &job)
{
    tell(job, removePartOfTarget<ExportPayload>(database, clock, job));
}

void removeLeftArchive(Database &database, const Clock &clock, const JobRecord &job)
{
    tell(job, removePartOfTarget<ArchivePayload>(database, clock, job));
}

void removeLeftImport(Database &database, const JobRecord &job)
{
    tell(job, removePartOfImport(database, job));
}

} // namespace respool
