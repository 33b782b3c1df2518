// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/importplace.h"

#include "core/base/faultpoint.h"
#include "core/files/fileio.h"
#include "core/files/relativepath.h"
#include "core/files/reopen.h"
#include "core/jobs/job.h"
#include "core/library/storeidentity.h"
#include "core/work/partsum.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto importName = "import"_L1;

Result<Directory> makeFolders(const Directory &root, const QStringList &names)
{
    TRY_LET(Directory current, root.duplicate());
    for (const QString &name : names) {
        TRY(current.makeChild(name));
        TRY_LET(Directory next, current.child(name));
        current = std::move(next);
    }
    return current;
}

Failure isAnother(const CarriedRecording &recording, const QString &file)
{
    return fail(ErrorCode::Conflict,
                u"%1 is in the store already, with another content (%2): it is left alone"_s.arg(
                    recording.uid, file));
}

} // namespace

Result<ImportPlace> ImportPlace::open(const OpenedStore &store, JobId job)
{
    TRY(remove(store.root, job));
    TRY_LET(Directory folder,
            makeFolders(store.root, {respoolFolder, importName, QString::number(job.value)}));
    return ImportPlace(store, std::move(folder));
}

Result<> ImportPlace::remove(const Directory &root, JobId job)
{
    const auto all = root.descend(u"%1/%2"_s.arg(respoolFolder, importName));
    if (!all)
        return all.error().code == ErrorCode::NotFound ? Result<>() : Failure{all.error()};
    TRY(all->removeTree(QString::number(job.value)));
    // Another import may be in it; then it stays.
    (void) root.descend(respoolFolder)->removeEmpty(importName);
    return {};
}

// In a store of single files only the media file itself has a place.
QList<CarriedFile> ImportPlace::filesInPlace(const CarriedRecording &recording) const
{
    QList<CarriedFile> files = recording.files;
    if (m_store.info.kind == StoreKind::Folder)
        files.removeIf([](const CarriedFile &file) { return file.name == recordingManifestName; });
    return files;
}

// The folder that its files are in, if there is anything of it.
Result<std::optional<Directory>> ImportPlace::existing(const CarriedRecording &recording) const
{
    TRY_LET(const QString path, importPath(recording, m_store.info.kind));
    const bool isFile = m_store.info.kind == StoreKind::Folder;
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString around = isFile ? path.first(std::max<qsizetype>(0, slash)) : path;
    auto folder = around.isEmpty() ? m_store.root.duplicate() : m_store.root.descend(around);
    if (!folder && folder.error().code == ErrorCode::NotFound)
        return std::optional<Directory>();
    TRY(folder);
    if (isFile && !folder->stat(path.mid(slash + 1)))
        return std::optional<Directory>();
    return std::optional<Directory>(*std::move(folder));
}

Result<bool> ImportPlace::differs(const Directory &folder, const CarriedFile &file,
                                  const std::stop_token &stop) const
{
    const auto entry = folder.stat(file.name);
    if (!entry || entry->type != FileEntry::Type::File || entry->bytes != file.bytes)
        return true;
    if (file.sha256.isEmpty())
        return false;
    TRY_LET(const PartSum sum, sumOf(folder, file.name, stop));
    return sum.sha256 != file.sha256;
}

Result<bool> ImportPlace::isThere(const CarriedRecording &recording,
                                  const std::stop_token &stop) const
{
    TRY_LET(const std::optional<Directory> folder, existing(recording));
    if (!folder)
        return false;
    for (const CarriedFile &file : filesInPlace(recording)) {
        TRY_LET(const bool another, differs(*folder, file, stop));
        if (another)
            return isAnother(recording, file.name);
    }
    return true;
}

Result<bool> ImportPlace::isSameAsThere(const CarriedRecording &recording,
                                        const std::stop_token &stop) const
{
    TRY_LET(const std::optional<Directory> folder, existing(recording));
    if (!folder)
        return false;
    TRY_LET(const Directory written, m_folder.child(recording.uid));
    for (const CarriedFile &file : filesInPlace(recording)) {
        TRY_LET(const PartSum now, sumOf(written, file.name, stop));
        TRY_LET(const bool another, differs(*folder, {file.name, now.bytes, now.sha256, 0}, stop));
        if (another)
            return isAnother(recording, file.name);
    }
    return true;
}

Result<std::vector<UniqueFd>> ImportPlace::make(const CarriedRecording &recording) const
{
    TRY(m_folder.removeTree(recording.uid));
    TRY(m_folder.makeChild(recording.uid));
    TRY_LET(const Directory folder, m_folder.child(recording.uid));
    std::vector<UniqueFd> files;
    for (const CarriedFile &file : recording.files) {
        TRY_LET(UniqueFd made, folder.createExclusive(file.name, 0644));
        files.push_back(std::move(made));
    }
    return files;
}

Result<> ImportPlace::complete(const CarriedRecording &recording, const std::stop_token &stop) const
{
    TRY_LET(const Directory folder, m_folder.child(recording.uid));
    for (const CarriedFile &file : recording.files) {
        TRY_LET(const PartSum sum, sumOf(folder, file.name, stop));
        const bool matches = file.sha256.isEmpty() || sum.sha256 == file.sha256;
        if (sum.bytes != file.bytes || !matches)
            return fail(ErrorCode::Media,
                        u"%1/%2 is not what the archive says: its SHA-256 is %3…"_s.arg(
                            recording.uid, file.name, sum.sha256.first(12)));
        TRY_LET(const UniqueFd fd, reopenForWriting(folder, file.name));
        if (file.modifiedMs > 0)
            TRY(setModified(fd, file.modifiedMs, file.name));
        TRY(syncFile(fd, file.name));
    }
    TRY(folder.sync());
    faultPoint("import.written");
    return {};
}

Result<> ImportPlace::put(const CarriedRecording &recording) const
{
    TRY_LET(const QString path, importPath(recording, m_store.info.kind));
    if (m_store.info.kind == StoreKind::Gateway) {
        TRY(m_folder.moveTo(recording.uid, m_store.root, path));
    } else {
        TRY_LET(QStringList names, pathComponents(path));
        const QString name = names.takeLast();
        TRY_LET(const Directory target, makeFolders(m_store.root, names));
        TRY_LET(const Directory folder, m_folder.child(recording.uid));
        TRY(folder.moveTo(name, target, name));
        discard(recording);
    }
    faultPoint("import.moved");
    return {};
}

void ImportPlace::discard(const CarriedRecording &recording) const
{
    // What stays is thrown away with the folder.
    (void) m_folder.removeTree(recording.uid);
}

} // namespace respool
