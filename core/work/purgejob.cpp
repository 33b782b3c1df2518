// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/purgejob.h"

#include "core/db/database.h"
#include "core/library/massstore.h"
#include "core/library/trash.h"
#include "core/work/indexjob.h"
#include "core/work/itemloop.h"
#include "core/work/workstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<> PurgeJob::run(JobContext &context)
{
    TRY_LET(const ItemsPayload payload, ItemsPayload::fromJson(context.job().payload));
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, payload.store));
    Trash trash(store.root);
    const ItemStep step{
        .check = [](RecordingStore &, const Recording &recording) -> Result<> {
            if (recording.held)
                return fail(ErrorCode::Refused,
                            u"%1 is under hold (%2)"_s.arg(recording.uid, recording.holdReason));
            if (recording.state != RecordingState::Trashed)
                return fail(ErrorCode::Conflict, u"%1 is not in the trash"_s.arg(recording.uid));
            return {};
        },
        .act = [&](Recording &recording) { return trash.bury(recording.trashPath); },
        .sync = [&] { return trash.sync(); },
        .finish = [&](const Recording &recording) { return trash.remove(recording.trashPath); },
        .settle = [](MassStore &recordings, const QList<Recording> &gone) -> Result<> {
            QList<RecordingId> ids;
            for (const Recording &recording : gone)
                ids << recording.id;
            return recordings.remove(ids);
        },
    };
    context.atEnd([&clock = m_clock, info = store.info](Connection &connection) {
        return sweepTexts(connection, clock, info);
    });
    return ItemLoop(m_database, m_clock, context, payload).run(step);
}

JobKind purgeKind(Database &database, const Clock &clock)
{
    return {
        .make = [&](const JobRecord &) { return std::make_unique<PurgeJob>(database, clock); },
        .version = ItemsPayload::version,
        .limit = 4,
        .laneLimit = 1,
        .isEvidence = true,
    };
}

JobSpec purgeSpec(const ItemsPayload &payload)
{
    return {.kind = u"purge"_s,
            .version = payload.versionNeeded(),
            .title = QString::number(payload.items.size()),
            .payload = payload.toJson(),
            .lane = payload.store,
            .units = payload.items.size()};
}

} // namespace respool
