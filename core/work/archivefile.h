// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/zipwriter.h"
#include "core/files/directory.h"
#include "core/work/archivemanifest.h"

#include <stop_token>

namespace respool {

class Connection;
class Database;
class ExportTarget;
struct MediaFile;
struct JobId;

// What lies in an archive already, as the database keeps it for the next run. Database thread.
struct ArchivePiece
{
    qint64 position = 0; // of the recording among those of the job
    QList<ZipEntry> entries;
    CarriedRecording about;
};

// The archive that a job is writing, under its hidden name. What is flushed is what a next run goes
// on from, however this one ends. Pool thread.
class ArchiveFile
{
public:
    // Goes on with the file of an earlier run if it is there as it was left, else begins anew.
    static Result<ArchiveFile> open(const ExportTarget &target, Database &database, JobId job);

    ArchiveFile(ArchiveFile &&) = default;

    qint64 offset() const { return m_writer.offset(); }
    // Whether so many more bytes fit on the volume. Errors: NoSpace.
    Result<> reserve(qint64 bytes);

    // Adds a file, and says what it read. progress: bytes so far. Errors: Conflict when it changes
    // meanwhile, Media when it cannot be read; whatever happens to the archive itself: NoSpace, Io.
    using Progress = std::function<void(qint64 bytes)>;
    Result<CarriedFile> add(const MediaFile &file, const QString &folder, const QString &name,
                            const std::stop_token &stop, const Progress &progress);
    Result<CarriedFile> add(const QByteArray &content, const QString &folder, const QString &name,
                            qint64 modifiedMs);
    // What was added since the last call is one recording of the archive, or is forgotten.
    void keep(qint64 position, const CarriedRecording &about);
    void forget();

    Result<> flush();                        // pool thread: what is kept is on disk
    Result<> commit(Connection &connection); // database thread: and what is kept is known
    Result<bool> isEmpty() const;            // nothing was committed

    // Manifest, sums and directory; the file is whole and on disk then.
    Result<> finish(qint64 nowMs, const QList<StoreInfo> &stores);
    // The volume became full: gives back what was not kept, and says how many bytes are needed.
    Failure noSpace(qint64 bytes) const;

private:
    ArchiveFile(const ExportTarget &target, Database &database, qint64 job, UniqueFd file,
                qint64 offset);
    using Pieces = std::function<Result<>(const ArchivePiece &)>;
    Result<> eachPiece(const Pieces &each) const;
    Result<> addManifest(qint64 nowMs, const QList<StoreInfo> &stores);
    Result<> addSums(qint64 nowMs);

    const ExportTarget *m_target;
    Database *m_database;
    qint64 m_job;
    UniqueFd m_file;
    ZipWriter m_writer;
    qint64 m_begun;             // where the recording begins that is being added
    QList<ZipEntry> m_entries;  // of it; in the end, of manifest and sums
    QList<ArchivePiece> m_kept; // not committed yet
    QString m_manifestSum;
};

// Of a job that has ended: what the database keeps for its next run. Database thread.
Result<> forgetArchive(Connection &connection, JobId job);

} // namespace respool
