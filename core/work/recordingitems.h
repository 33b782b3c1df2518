// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"
#include "core/library/recording.h"

namespace respool {

// One recording that a job is to change, as its payload names it (I8: store and relative path).
struct RecordingItem
{
    RecordingId id;
    QString uid;
    QString path; // relative to the store's root
};

// The payload of the jobs that change many recordings of one store, one after the other.
struct ItemsPayload
{
    QString store; // uid
    QList<RecordingItem> items;
    QString trash = {};         // delete: the name of its folder in the trash
    bool permanent = false;     // delete: purge afterwards
    bool thorough = false;      // verify: walk all packets
    bool sparesFlagged = false; // delete: what is flagged by then stays, too

    static constexpr int version = 2; // the newest that is read
    // What an older program would understand otherwise it must not read: it parks the job.
    int versionNeeded() const { return sparesFlagged ? 2 : 1; }
    static constexpr qsizetype mostItems = 5000; // in one job
    QByteArray toJson() const;
    static Result<ItemsPayload> fromJson(const QByteArray &json); // Errors: BadPayload
};

// How far such a job is.
struct ItemsCheckpoint
{
    qsizetype next = 0;        // all items before it were tried
    QList<qsizetype> failed;   // of these, the ones to try again
    qsizetype refused = 0;     // and how many were refused for good
    QList<qsizetype> handedOn; // permanent deletion: the purge of these is enqueued

    QByteArray toJson() const;
    static ItemsCheckpoint fromJson(const QByteArray &json); // unreadable: from the start
};

} // namespace respool
