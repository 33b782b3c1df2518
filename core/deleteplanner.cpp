// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/deleteplanner.h"

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/library/storeidentity.h"
#include "core/selection.h"
#include "core/work/recordingfiles.h"

#include <QMap>
#include <QtConcurrentMap>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype idsAtOnce = 1000;

// What came of the look at one recording.
struct Looked
{
    Error error = {}; // None: it may go
    RefusalKind kind = RefusalKind::Other;
    bool missing = false;
};

using Roots = QHash<qint64, std::shared_ptr<const Result<Directory>>>;

Looked refused(const Error &error, RefusalKind kind)
{
    return {error, kind};
}

bool hasFiles(const Directory &folder, const Recording &recording)
{
    return std::ranges::any_of(recording.parts, [&](const Part &part) {
        const auto file = folder.stat(part.name);
        return file || file.error().code != ErrorCode::NotFound;
    });
}

Looked lookAt(const Recording &recording, const Result<Directory> &root, StoreKind kind,
              const Clock &clock)
{
    switch (recording.state) {
    case RecordingState::Present:
    case RecordingState::Damaged:
    case RecordingState::Missing:
        break;
    case RecordingState::Deleting:
        return refused({ErrorCode::Busy, u"%1 is being deleted already"_s.arg(recording.uid)},
                       RefusalKind::Deleting);
    case RecordingState::Trashed:
        return refused({ErrorCode::Conflict, u"%1 is in the trash already"_s.arg(recording.uid)},
                       RefusalKind::Trashed);
    }
    if (recording.held)
        return refused({ErrorCode::Refused,
                        u"%1 is under hold (%2)"_s.arg(recording.uid, recording.holdReason)},
                       RefusalKind::Held);
    if (!root)
        return refused(root.error(), RefusalKind::Other);
    const auto folder = folderOf(*root, kind, recording);
    if (!folder && folder.error().code == ErrorCode::NotFound)
        return {.missing = true}; // its files are gone; the row may go, too
    if (!folder)
        return refused(folder.error(), RefusalKind::Other);
    if (const auto idle = refuseIfActive(*folder, recording, clock); !idle)
        return refused(idle.error(), RefusalKind::Active);
    return {.missing = !hasFiles(*folder, recording)};
}

Roots openRoots(const QList<Recording> &recordings, const QHash<qint64, StoreInfo> &stores)
{
    Roots roots;
    for (const Recording &recording : recordings) {
        auto &root = roots[recording.store.value];
        if (!root)
            root = std::make_shared<const Result<Directory>>(
                openStore(stores.value(recording.store.value)));
    }
    return roots;
}

// A link or a mount in the place of its trash would have it elsewhere.
bool trashLiesOnVolume(const Result<Directory> &root)
{
    if (!root)
        return true; // nothing of it is deleted
    const auto own = root->child(respoolFolder);
    const auto volume = root->device();
    if (!own || !volume)
        return false;
    const auto trash = own->child(u"trash"_s);
    const auto device = trash ? trash->device() : own->device();
    return device && *device == *volume && (trash || trash.error().code == ErrorCode::NotFound);
}

void count(DeletePlan &plan, const Recording &recording, const Looked &looked)
{
    if (looked.error.code != ErrorCode::None) {
        plan.refused << Refusal{recording.uid, looked.error, looked.kind, recording.holdReason};
        return;
    }
    plan.ready << recording.id;
    plan.uids << recording.uid;
    plan.bytes += recording.bytes;
    plan.missing += looked.missing ? 1 : 0;
    if (recording.startMs > 0) {
        plan.oldestMs =
            plan.oldestMs == 0 ? recording.startMs : std::min(plan.oldestMs, recording.startMs);
        plan.newestMs = std::max(plan.newestMs, recording.startMs);
    }
}

} // namespace

DeletePlan planDeletion(const QList<Recording> &recordings, const QHash<qint64, StoreInfo> &stores,
                        const DeleteOptions &options, const Clock &clock)
{
    const Roots roots = openRoots(recordings, stores);
    QList<Looked> looked(recordings.size());
    QList<qsizetype> indexes(recordings.size());
    std::iota(indexes.begin(), indexes.end(), 0);
    Looked *const answers = looked.data(); // each index is one thread's alone
    QtConcurrent::blockingMap(indexes, [&](qsizetype index) {
        const Recording &recording = recordings[index];
        answers[index] = lookAt(recording, *roots.value(recording.store.value),
                                stores.value(recording.store.value).kind, clock);
    });
    DeletePlan plan;
    plan.permanent = options.permanent;
    plan.rule = options.rule;
    plan.notFound = options.notFound;
    QMap<qint64, StorePlan> byStore;
    for (qsizetype index = 0; index < recordings.size(); ++index) {
        const Recording &recording = recordings[index];
        count(plan, recording, looked[index]);
        if (looked[index].error.code != ErrorCode::None)
            continue;
        StorePlan &store = byStore[recording.store.value];
        ++store.recordings;
        store.bytes += recording.bytes;
    }
    for (auto store = byStore.begin(); store != byStore.end(); ++store) {
        const StoreInfo info = stores.value(store.key());
        store->store = info.id;
        store->uid = info.uid;
        store->name = info.name;
        store->path = info.path;
        store->trashOnVolume = trashLiesOnVolume(*roots.value(store.key()));
        plan.stores << *store;
    }
    return plan;
}

Result<DeletePlan> planDeletion(Database &database, const QList<RecordingId> &ids,
                                const DeleteOptions &options, const Clock &clock)
{
    Selection all;
    all.recordings.reserve(ids.size());
    for (qsizetype from = 0; from < ids.size(); from += idsAtOnce) {
        TRY_LET(const Selection some, database.ask([&](Connection &connection) {
            return Selection::load(connection, clock, ids.mid(from, idsAtOnce));
        }));
        all.recordings += some.recordings;
        all.stores.insert(some.stores);
    }
    return planDeletion(all.recordings, all.stores, options, clock);
}

} // namespace respool
