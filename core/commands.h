// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/workorder.h"

#include <QFuture>
#include <QList>

#include <optional>

namespace respool {

class Clock;
class Database;
class JobQueue;
class RecordingCatalog;
class RecordingStore;
struct Finding;

// What became of a folder that a user pointed at.
struct OpenedPath
{
    StoreInfo store;
    bool added = false; // else it was known already
    Enqueued scan;
};

// Every verb a user has, once, for window and command line alike. Each is one transaction: the
// mark on the recordings and the jobs that will honour it; it is on disk when the future ends.
// Lives on the main thread; looks at files on the global thread pool only.
class Commands final
{
public:
    Commands(Database &database, const Clock &clock, JobQueue &queue, RecordingCatalog &catalog);

    // Writes the store's id into it if it has none. kind empty: a folder with recording.json
    // below it is a Gateway store. Errors: NotFound, InvalidArgument (a file), PermissionDenied,
    // Conflict (known already, or inside another store).
    QFuture<Result<StoreInfo>> addStore(const QString &path, std::optional<StoreKind> kind,
                                        const QString &name);
    // The store at path, added if it is not known yet, and its scan. Errors: as above.
    QFuture<Result<OpenedPath>> openStore(const QString &path);
    // Forgets the store and its recordings; touches no file. Refused while jobs work on it.
    QFuture<Result<>> removeStore(StoreId id);
    // From now on, what has been recorded there is made seekable unasked.
    QFuture<Result<>> setAutoRemux(StoreId id, bool on);
    QFuture<Result<Enqueued>> scan(const QList<StoreId> &stores);

    // Tens of thousands take seconds, on threads of the pool.
    QFuture<Result<DeletePlan>> planDelete(const QList<RecordingId> &ids,
                                           const DeleteOptions &options);
    // Deletes what the plan calls ready; each recording is checked again when its turn comes.
    QFuture<Result<Enqueued>> deleteRecordings(const DeletePlan &plan,
                                               const DeleteOptions &options);
    QFuture<Result<Enqueued>> restoreRecordings(const QList<RecordingId> &ids);
    // Empties the trash of these stores for good.
    QFuture<Result<Enqueued>> emptyTrash(const QList<StoreId> &stores);
    QFuture<Result<Enqueued>> remuxRecordings(const QList<RecordingId> &ids,
                                              const RemuxWishes &wishes = {});
    // Writes a file of it at a place of the user's choice. Errors: InvalidArgument, with what would
    // be possible; NotFound.
    QFuture<Result<Enqueued>> exportRecording(RecordingId id, const ExportWishes &wishes);
    // Several files in one batch: all are accepted, or none. Errors: as above.
    QFuture<Result<Enqueued>> exportRecordings(const QList<ExportItem> &items);

    // All files of the recordings in one ZIP archive. Errors: InvalidArgument, Refused.
    QFuture<Result<Enqueued>> archiveRecordings(const QList<RecordingId> &ids,
                                                const ArchiveWishes &wishes);
    // Reads the recordings of an archive into a store, as ArchiveCatalog::look() has seen it.
    QFuture<Result<Enqueued>> importArchive(const ImportWishes &wishes);
    // Reads recordings to their end, and compares them with what they were.
    QFuture<Result<Enqueued>> verifyRecordings(const QList<RecordingId> &ids,
                                               bool thorough = false);
    // Reads what can be read in these stores and is not known yet.
    QFuture<Result<Enqueued>> readTexts(const QList<StoreId> &stores);

    // Draws the pictures that are missing.
    QFuture<Result<Enqueued>> drawPictures(const QList<RecordingId> &ids);

    QFuture<Result<>> addHold(const QList<RecordingId> &ids, const QString &reason);
    // Both stand in the audit log, and need a reason. Errors: InvalidArgument, Busy.
    QFuture<Result<>> removeHold(const QList<RecordingId> &ids, const QString &reason);
    QFuture<Result<>> addTag(const QList<RecordingId> &ids, const QString &tag);
    QFuture<Result<>> removeTag(const QList<RecordingId> &ids, const QString &tag);
    // One transaction; tags that differ in case alone are one.
    QFuture<Result<>> changeTags(const QList<RecordingId> &ids, const QStringList &add,
                                 const QStringList &remove);
    QFuture<Result<>> setFlag(const QList<RecordingId> &ids, bool flagged);
    QFuture<Result<>> setSeen(const QList<RecordingId> &ids, bool seen);
    QFuture<Result<>> setNote(const QList<RecordingId> &ids, const QString &note); // empty: none
    QFuture<Result<>> setResume(RecordingId id, qint64 resumeMs); // 0: from the beginning

    // Looks at database, queue and stores; changes nothing.
    QFuture<Result<QList<Finding>>> examine();

private:
    template <typename F>
    auto change(F work);
    QFuture<Result<Enqueued>> order(const QString &reason,
                                    std::function<Result<Enqueued>(WorkOrder)> work);
    Result<StoreInfo> add(Connection &connection, StoreInfo store) const;
    // Without a word to those who show the library when nothing is otherwise now.
    QFuture<Result<>> mark(std::function<Result<int>(RecordingStore &)> work);
    QFuture<Result<>> forEach(const QList<RecordingId> &ids,
                              std::function<Result<>(RecordingStore &, RecordingId)> work);

    Database &m_database;
    const Clock &m_clock;
    JobQueue &m_queue;
    RecordingCatalog &m_catalog;
};

} // namespace respool
