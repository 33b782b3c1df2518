// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/knownstamps.h"
#include "core/library/recording.h"

#include <QHash>

namespace respool {

class Clock;
class Connection;

// What the catalogue knows of a recording, as a scan needs it.
struct KnownRecording
{
    RecordingId id;
    QString path;
    QList<Part> parts;
    bool active = false; // it was being recorded when it was read last
};

// Why nobody may delete a recording, and who says so.
struct Hold
{
    QString reason;
    QString who;
};

inline constexpr qsizetype mostNoteLength = 10'000;

// The SQL of recordings, their parts, tags and holds. Database thread.
class RecordingStore
{
public:
    RecordingStore(Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {}

    // What a scan has read. Keeps tags, hold, a deletion's mark, and what is known of the content
    // of a part that the scan did not look into (NotAsked) because it has not changed. A scanned id
    // that is not 0 is believed. stamp: what the next scan compares; 0: it reads this one again.
    Result<RecordingId> upsert(StoreId store, const Recording &scanned, qint64 scanMs,
                               quint64 stamp = 0);
    Result<QHash<QString, KnownRecording>> known(StoreId store); // by uid
    Result<QHash<QString, KnownRecording>> known(StoreId store, const QStringList &uids);
    Result<KnownStamps> stamps(StoreId store);
    // Those of ids that no scan has seen since scanMs.
    Result<int> markMissing(const QList<RecordingId> &ids, qint64 scanMs);

    Result<Recording> byId(RecordingId id); // Errors: NotFound
    // Those that are there, each once, in the order of the ids; a few queries for each hundred.
    Result<QList<Recording>> byIds(const QList<RecordingId> &ids);
    Result<QList<Recording>> rowsByIds(const QList<RecordingId> &ids); // without parts and tags

    // The same, but only what names them: one query for all.
    Result<QList<RecordingKey>> keys(const QList<RecordingId> &ids);

    // I7. Errors: Busy while another running job has it, with the words which; NotFound.
    Result<> take(RecordingId id, qint64 job);
    Result<> release(RecordingId id, qint64 job);

    Result<> setState(RecordingId id, RecordingState state, const QString &problem);
    Result<int> markDeleting(const QList<RecordingId> &ids);
    Result<> unmarkDeleting(RecordingId id);
    Result<> setTrashed(RecordingId id, const QString &trashPath, qint64 nowMs);
    Result<> setRestored(RecordingId id);
    Result<> remove(RecordingId id);
    Result<> replacePart(RecordingId id, const Part &part); // and the recording's sums and state

    // A second hold adds its reason to the first. Errors: InvalidArgument (no reason), Busy (a job
    // is deleting the recording at this moment).
    Result<> addHold(RecordingId id, const QString &reason, const QString &who);
    Result<> removeHold(RecordingId id);
    Result<std::optional<Hold>> hold(RecordingId id); // empty: it is under none

    // What people say of recordings; no scan touches it. How many rows are otherwise now.
    Result<int> setFlag(const QList<RecordingId> &ids, bool flagged);
    Result<int> setSeen(const QList<RecordingId> &ids, bool seen);
    // Empty: none. Errors: InvalidArgument (longer than mostNoteLength).
    Result<int> setNote(const QList<RecordingId> &ids, const QString &note);
    Result<int> setResume(RecordingId id, qint64 resumeMs); // 0: from the beginning
    // Tags that differ in case alone are one.
    Result<> addTag(RecordingId id, const QString &name);
    Result<> removeTag(RecordingId id, const QString &name);

private:
    Result<QList<Part>> parts(RecordingId id);
    Result<RecordingId> add(StoreId store, const Recording &now, qint64 scanMs);
    Result<bool> update(RecordingId id, const Recording &scanned, qint64 scanMs);
    Result<> addParts(RecordingId id, const QList<Part> &parts);

    Connection &m_connection;
    const Clock &m_clock;
};

} // namespace respool
