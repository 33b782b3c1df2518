// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/deleteplanner.h"

#include "core/base/clock.h"
#include "core/library/storeidentity.h"
#include "core/work/recordingfiles.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Result<> mayGo(const Recording &recording, const Result<Directory> &root, const StoreInfo &store,
               const Clock &clock)
{
    switch (recording.state) {
    case RecordingState::Present:
    case RecordingState::Damaged:
    case RecordingState::Missing:
        break;
    case RecordingState::Deleting:
        return fail(ErrorCode::Busy, u"%1 is being deleted already"_s.arg(recording.uid));
    case RecordingState::Trashed:
        return fail(ErrorCode::Conflict, u"%1 is in the trash already"_s.arg(recording.uid));
    }
    if (recording.held)
        return fail(ErrorCode::Refused,
                    u"%1 is under hold (%2)"_s.arg(recording.uid, recording.holdReason));
    TRY(root);
    const auto folder = folderOf(*root, store.kind, recording);
    if (!folder && folder.error().code == ErrorCode::NotFound)
        return {}; // its files are gone; the row may go, too
    TRY(folder);
    return refuseIfActive(*folder, recording, clock);
}

} // namespace

DeletePlan planDeletion(const QList<Recording> &recordings, const QHash<qint64, StoreInfo> &stores,
                        const DeleteOptions &options, const Clock &clock)
{
    DeletePlan plan;
    plan.permanent = options.permanent;
    QHash<qint64, std::shared_ptr<const Result<Directory>>> roots;
    for (const Recording &recording : recordings) {
        const StoreInfo store = stores.value(recording.store.value);
        auto &root = roots[recording.store.value];
        if (!root)
            root = std::make_shared<const Result<Directory>>(openStore(store));
        if (const auto allowed = mayGo(recording, *root, store, clock); !allowed) {
            plan.refused << Refusal{recording.uid, allowed.error()};
            continue;
        }
        plan.ready << recording.id;
        plan.bytes += recording.bytes;
        if (recording.startMs > 0) {
            plan.oldestMs =
                plan.oldestMs == 0 ? recording.startMs : std::min(plan.oldestMs, recording.startMs);
            plan.newestMs = std::max(plan.newestMs, recording.startMs);
        }
    }
    return plan;
}

} // namespace respool
