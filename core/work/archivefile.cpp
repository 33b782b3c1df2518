// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/archivefile.h"

#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/files/fileio.h"
#include "core/files/readthrough.h"
#include "core/files/reopen.h"
#include "core/files/volume.h"
#include "core/jobs/job.h"
#include "core/media/mediafile.h"
#include "core/work/exporttarget.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 piecesAtOnce = 500;

// What the hidden file of the last run is known by.
QString markOf(const FileIdentity &file)
{
    return u"%1:%2"_s.arg(file.device).arg(file.inode);
}

QString hexOf(const QCryptographicHash &hash)
{
    return QString::fromLatin1(hash.result().toHex());
}

QByteArray listOf(const QList<ZipEntry> &entries)
{
    QJsonArray list;
    for (const ZipEntry &entry : entries)
        list << entry.toJson();
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

Result<ArchivePiece> pieceFrom(const Row &row)
{
    ArchivePiece piece;
    piece.position = row.integer(0);
    for (const QJsonValue entry : QJsonDocument::fromJson(row.bytes(1)).array())
        piece.entries << ZipEntry::fromJson(entry.toArray());
    TRY_LET(piece.about,
            CarriedRecording::fromJson(QJsonDocument::fromJson(row.bytes(2)).object()));
    return piece;
}

struct Left
{
    QString mark;
    qint64 offset = 0;
    QList<ZipEntry> entries; // of one recording in it
};

// What a run before this one has left, if the file is as it left it.
Result<UniqueFd> leftFile(const ExportTarget &target, const Left &left)
{
    TRY_LET(UniqueFd file, reopenForWriting(target.folder(), target.partName()));
    TRY_LET(const FileIdentity identity, identityOf(file, target.partName()));
    // The number of a file that was removed is soon that of another one.
    const bool same = std::ranges::all_of(left.entries, [&](const ZipEntry &entry) {
        return ZipWriter::hasEntry(file.get(), entry);
    });
    if (markOf(identity) != left.mark || identity.bytes < left.offset || !same)
        return fail(ErrorCode::NotFound, u"%1 is another file now"_s.arg(target.partName()));
    return file;
}

} // namespace

Result<ArchiveFile> ArchiveFile::open(const ExportTarget &target, Database &database, JobId job)
{
    TRY_LET(const Left left, database.wait([&](Connection &connection) -> Result<Left> {
        Left found;
        TRY(connection.read(u"archive_find"_s, {{u"job"_s, job.value}}, [&](const Row &row) {
            found = {row.text(0), row.integer(1), {}};
        }));
        TRY(connection.read(u"archive_piece_last"_s, {{u"job"_s, job.value}}, [&](const Row &row) {
            if (const auto piece = pieceFrom(row))
                found.entries = piece->entries;
        }));
        return found;
    }));
    if (!left.mark.isEmpty()) {
        if (auto file = leftFile(target, left)) {
            TRY(cutFile(*file, left.offset, target.partName()));
            return ArchiveFile(target, database, job.value, *std::move(file), left.offset);
        }
    }
    TRY_LET(UniqueFd file, target.begin());
    faultPoint("archive.part.opened");
    TRY_LET(const FileIdentity identity, identityOf(file, target.partName()));
    TRY(database.wait([&](Connection &connection) -> Result<> {
        TRY(forgetArchive(connection, job));
        TRY(connection.run(u"archive_set"_s, {{u"job"_s, job.value},
                                              {u"file"_s, markOf(identity)},
                                              {u"offset"_s, 0},
                                              {u"note"_s, QString()}}));
        return {};
    }));
    return ArchiveFile(target, database, job.value, std::move(file), 0);
}

ArchiveFile::ArchiveFile(const ExportTarget &target, Database &database, qint64 job, UniqueFd file,
                         qint64 offset)
    : m_target(&target)
    , m_database(&database)
    , m_job(job)
    , m_file(std::move(file))
    , m_writer(m_file.get(), offset, target.partName())
    , m_begun(offset)
{}

Result<> ArchiveFile::reserve(qint64 bytes)
{
    TRY_LET(const qint64 free, freeBytes(m_target->folder()));
    if (free >= bytes)
        return {};
    return noSpaceFailure(m_target->folder(), bytes);
}

Failure ArchiveFile::noSpace(qint64 bytes) const
{
    if (const auto cut = cutFile(m_file, m_begun, m_target->partName()); !cut)
        return Failure{cut.error()};
    return noSpaceFailure(m_target->folder(), bytes);
}

Result<CarriedFile> ArchiveFile::add(const MediaFile &file, const QString &folder,
                                     const QString &name, const std::stop_token &stop,
                                     const Progress &progress)
{
    const FileIdentity &before = file.identity;
    CarriedFile carried{name, before.bytes, {}, before.mtimeNs / 1'000'000};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TRY(m_writer.begin(folder + u'/' + name, ZipWriter::Method::Store, carried.modifiedMs,
                       before.bytes));
    bool isOurs = false; // the failure, and not the file's that is read
    qint64 bytes = 0;
    const auto read = readThrough(file.fd, file.path, [&](QByteArrayView piece) -> Result<> {
        isOurs = true;
        if (stop.stop_requested())
            return fail(ErrorCode::Interrupted);
        hash.addData(piece);
        TRY(m_writer.write(piece));
        bytes += piece.size();
        progress(bytes);
        isOurs = false;
        return {};
    });
    if (!read && !isOurs)
        return fail(ErrorCode::Media, read.error().detail);
    TRY(read);
    TRY_LET(const FileIdentity after, identityOf(file.fd, file.path));
    if (after != before || bytes != before.bytes)
        return fail(ErrorCode::Conflict, u"%1 was written to while it was read"_s.arg(file.path));
    TRY_LET(const ZipEntry entry, m_writer.end());
    m_entries << entry;
    carried.sha256 = hexOf(hash);
    return carried;
}

Result<CarriedFile> ArchiveFile::add(const QByteArray &content, const QString &folder,
                                     const QString &name, qint64 modifiedMs)
{
    TRY(m_writer.begin(folder + u'/' + name, ZipWriter::Method::Deflate, modifiedMs,
                       content.size()));
    TRY(m_writer.write(content));
    TRY_LET(const ZipEntry entry, m_writer.end());
    m_entries << entry;
    const QByteArray sum = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    return CarriedFile{name, content.size(), QString::fromLatin1(sum.toHex()), modifiedMs};
}

void ArchiveFile::keep(qint64 position, const CarriedRecording &about)
{
    m_kept << ArchivePiece{position, std::exchange(m_entries, {}), about};
    m_begun = m_writer.offset();
}

void ArchiveFile::forget()
{
    m_writer.goBack(m_begun);
    m_entries.clear();
}

Result<> ArchiveFile::flush()
{
    if (m_kept.isEmpty())
        return {};
    TRY(syncFile(m_file, m_target->partName()));
    faultPoint("archive.flushed");
    return {};
}

Result<> ArchiveFile::commit(Connection &connection)
{
    for (const ArchivePiece &piece : std::as_const(m_kept)) {
        const QByteArray about = QJsonDocument(piece.about.toJson()).toJson(QJsonDocument::Compact);
        TRY(connection.run(u"archive_piece_set"_s,
                           {{u"job"_s, m_job},
                            {u"position"_s, piece.position},
                            {u"entries"_s, QString::fromUtf8(listOf(piece.entries))},
                            {u"about"_s, QString::fromUtf8(about)}}));
    }
    if (!m_kept.isEmpty()) {
        TRY_LET(const FileIdentity identity, identityOf(m_file, m_target->partName()));
        TRY(connection.run(u"archive_set"_s, {{u"job"_s, m_job},
                                              {u"file"_s, markOf(identity)},
                                              {u"offset"_s, m_begun},
                                              {u"note"_s, QString()}}));
    }
    m_kept.clear();
    return {};
}

// In pages: the entries of a million recordings need not be in memory at once.
Result<> ArchiveFile::eachPiece(const Pieces &each) const
{
    for (qint64 after = -1;;) {
        Result<> outcome;
        QList<ArchivePiece> page;
        TRY(m_database->ask([&](Connection &connection) -> Result<> {
            TRY(connection.read(
                u"archive_pieces"_s,
                {{u"job"_s, m_job}, {u"after"_s, after}, {u"limit"_s, piecesAtOnce}},
                [&](const Row &row) {
                    if (auto piece = pieceFrom(row))
                        page << *std::move(piece);
                    else
                        outcome = Failure{piece.error()};
                }));
            return outcome;
        }));
        for (const ArchivePiece &piece : std::as_const(page))
            TRY(each(piece));
        if (page.size() < piecesAtOnce)
            return {};
        after = page.last().position;
    }
}

Result<bool> ArchiveFile::isEmpty() const
{
    TRY_LET(const qint64 count, m_database->ask([&](Connection &connection) {
        return connection.number(u"archive_piece_count"_s, {{u"job"_s, m_job}});
    }));
    return count == 0;
}

Result<> ArchiveFile::addManifest(qint64 nowMs, const QList<StoreInfo> &stores)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto write = [&](const QByteArray &text) {
        hash.addData(text);
        return m_writer.write(text);
    };
    TRY(m_writer.begin(archiveManifestName, ZipWriter::Method::Deflate, nowMs, 0));
    TRY(write(manifestOpening(nowMs)));
    bool first = true;
    QSet<QString> used;
    TRY(eachPiece([&](const ArchivePiece &piece) {
        used << piece.about.storeUid;
        const QByteArray comma = std::exchange(first, false) ? "" : ",\n";
        return write(comma + QJsonDocument(piece.about.toJson()).toJson(QJsonDocument::Compact));
    }));
    QList<StoreInfo> named = stores;
    named.removeIf([&](const StoreInfo &store) { return !used.contains(store.uid); });
    TRY(write(manifestClosing(named)));
    TRY_LET(const ZipEntry entry, m_writer.end());
    m_entries << entry;
    m_manifestSum = hexOf(hash);
    return {};
}

Result<> ArchiveFile::addSums(qint64 nowMs)
{
    TRY(m_writer.begin(archiveSumsName, ZipWriter::Method::Deflate, nowMs, 0));
    TRY(eachPiece([&](const ArchivePiece &piece) -> Result<> {
        QByteArray lines;
        for (const CarriedFile &file : piece.about.files)
            lines += sumLine(file.sha256, piece.about.uid + u'/' + file.name);
        return m_writer.write(lines);
    }));
    TRY(m_writer.write(sumLine(m_manifestSum, archiveManifestName)));
    TRY_LET(const ZipEntry entry, m_writer.end());
    m_entries << entry;
    return {};
}

Result<> ArchiveFile::finish(qint64 nowMs, const QList<StoreInfo> &stores)
{
    TRY(addManifest(nowMs, stores));
    TRY(addSums(nowMs));
    TRY(eachPiece([&](const ArchivePiece &piece) -> Result<> {
        for (const ZipEntry &entry : piece.entries)
            TRY(m_writer.list(entry));
        return {};
    }));
    for (const ZipEntry &entry : std::as_const(m_entries))
        TRY(m_writer.list(entry));
    TRY(m_writer.finish());
    TRY(cutFile(m_file, m_writer.offset(), m_target->partName()));
    TRY(syncFile(m_file, m_target->partName()));
    faultPoint("archive.finished");
    return {};
}

Result<> forgetArchive(Connection &connection, JobId job)
{
    TRY(connection.run(u"archive_forget"_s, {{u"job"_s, job.value}}));
    TRY(connection.run(u"archive_pieces_forget"_s, {{u"job"_s, job.value}}));
    return {};
}

} // namespace respool
