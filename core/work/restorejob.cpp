// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/restorejob.h"

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/library/massstore.h"
#include "core/library/trash.h"
#include "core/work/itemloop.h"
#include "core/work/workstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<> RestoreJob::run(JobContext &context)
{
    TRY_LET(const ItemsPayload payload, ItemsPayload::fromJson(context.job().payload));
    TRY_LET(const OpenedStore store, openStoreByUid(m_database, payload.store));
    Trash trash(store.root);
    const ItemStep step{
        .check = [](RecordingStore &, const Recording &recording) -> Result<> {
            if (recording.state == RecordingState::Trashed
                || recording.state == RecordingState::Present
                || recording.state == RecordingState::Damaged)
                return {};
            return fail(ErrorCode::Conflict, u"%1 is not in the trash"_s.arg(recording.uid));
        },
        .act = [&](Recording &recording) -> Result<> {
            if (recording.state != RecordingState::Trashed)
                return {}; // it is where it belongs
            return trash.moveOut(recording.trashPath, recording.path);
        },
        .sync = [&] { return trash.sync(); },
        .settle = [&](MassStore &recordings, const QList<Recording> &back) -> Result<> {
            QList<RecordingId> ids; // only those that were in the trash are touched
            for (const Recording &recording : back)
                ids << recording.id;
            return recordings.setRestored(ids, m_clock.nowMs());
        },
    };
    return ItemLoop(m_database, m_clock, context, payload).run(step);
}

JobKind restoreKind(Database &database, const Clock &clock)
{
    return {
        .make = [&](const JobRecord &) { return std::make_unique<RestoreJob>(database, clock); },
        .version = ItemsPayload::version,
        .limit = 4,
        .laneLimit = 1,
    };
}

} // namespace respool
