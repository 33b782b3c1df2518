// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace respool {

// Why a recording may not be deleted.
enum class RefusalKind { Held, Active, Deleting, Trashed, Other };

// A recording that a command leaves alone, and why.
struct Refusal
{
    QString uid;
    Error error; // Refused: held or active; Busy, Conflict, NotFound, Offline
    RefusalKind kind = RefusalKind::Other;
    QString holdReason = {}; // of one that is held
};

struct DeleteOptions
{
    bool permanent = false;
    QString reason = {};
    QString rule = {};         // of retention that asks for it; empty: a person does
    QStringList notFound = {}; // ids that were asked for and name no recording
};

// What a deletion would do in one store.
struct StorePlan
{
    StoreId store;
    QString uid, name, path;
    qint64 recordings = 0;
    qint64 bytes = 0;
    // Its trash lies on the volume of the recordings: they are moved, and need no space.
    bool trashOnVolume = true;
};

// What a deletion would do. Nothing has happened yet.
struct DeletePlan
{
    QList<RecordingId> ready;
    QStringList uids = {}; // of those, in the same order
    QList<Refusal> refused = {};
    QStringList notFound = {};
    QList<StorePlan> stores = {}; // those that lose a recording
    bool permanent = false;       // else into the trash of its store, restorable
    bool sparesFlagged = false;   // what is flagged when its turn comes stays
    QString rule = {};
    qint64 bytes = 0;
    qint64 missing = 0; // of those that are ready: the files are gone already
    qint64 oldestMs = 0;
    qint64 newestMs = 0;

    qint64 count(RefusalKind kind) const;
    // So much that a slip of the hand must not be enough: the number has to be typed.
    bool wantsTyping() const;
};

// From here on a deletion is confirmed by typing how many recordings it is.
inline constexpr qint64 typedAboveRecordings = 1000;
inline constexpr qint64 typedAboveBytes = 100'000'000'000;

// The plan as the audit log and the report keep it: the sums, and by name what is left alone.
QJsonObject toJson(const DeletePlan &plan);
QString toText(RefusalKind kind);

} // namespace respool
