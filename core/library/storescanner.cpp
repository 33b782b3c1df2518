// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storescanner.h"

#include "core/files/atomicfile.h"
#include "core/library/manifest.h"

#include <QFile>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr auto manifestName = "recording.json"_L1;
constexpr qint64 mostManifestBytes = 1 << 20;
constexpr int mostDepth = 64;

bool isHidden(const FileEntry &entry)
{
    return entry.name.startsWith(u'.');
}

Result<> collectFiles(const Directory &folder, const QString &prefix, int depth,
                      StoreListing &found)
{
    TRY_LET(const QList<FileEntry> entries, folder.entries());
    TRY_LET(const quint64 volume, folder.device());
    for (const FileEntry &entry : entries) {
        if (isHidden(entry) || entry.device != volume)
            continue;
        const QString path = prefix + entry.name;
        if (entry.type == FileEntry::Type::File && partKindOf(entry.name)) {
            found.paths.add(QFile::encodeName(path).toStdString());
            found.stamps.push_back(stampOf(entry));
        } else if (entry.type == FileEntry::Type::Directory && depth < mostDepth) {
            if (const auto child = folder.child(entry.name))
                TRY(collectFiles(*child, path + u'/', depth + 1, found));
        }
    }
    return {};
}

void damage(Recording &recording, const QString &problem)
{
    recording.state = RecordingState::Damaged;
    if (recording.problem.isEmpty())
        recording.problem = problem;
}

Part partFrom(const Directory &folder, const ManifestFile &listed)
{
    Part part;
    part.name = listed.name;
    part.kind = partKindOf(listed.name).value_or(PartKind::Media);
    part.startMs = listed.startMs;
    part.durationMs = listed.durationMs;
    const auto file = folder.stat(listed.name);
    if (!file) {
        part.problem = file.error().code == ErrorCode::NotFound
                           ? u"%1 is listed in recording.json but is not there"_s.arg(listed.name)
                           : file.error().detail;
        return part;
    }
    if (file->type != FileEntry::Type::File) {
        part.problem = u"%1 is not a regular file and is left alone"_s.arg(listed.name);
        return part;
    }
    part.bytes = file->bytes;
    part.modifiedMs = file->mtimeMs;
    return part;
}

// Without a manifest to go by, the parts are the files that look like some.
QList<ManifestFile> filesThatAreThere(const Directory &folder)
{
    QList<ManifestFile> files;
    const auto entries = folder.entries();
    if (!entries)
        return files;
    for (const FileEntry &entry : *entries) {
        if (!isHidden(entry) && entry.type == FileEntry::Type::File && partKindOf(entry.name))
            files << ManifestFile{entry.name, 0, 0};
    }
    std::ranges::sort(files, {}, &ManifestFile::name);
    return files;
}

void addParts(Recording &recording, const Directory &folder, const QList<ManifestFile> &files)
{
    for (const ManifestFile &file : files) {
        const Part part = partFrom(folder, file);
        if (!part.problem.isEmpty())
            damage(recording, part.problem);
        recording.bytes += part.bytes;
        recording.parts << part;
    }
    recording.kind = recordingKindOf(recording.parts);
    if (recording.parts.isEmpty())
        damage(recording, u"%1 holds no part of a recording"_s.arg(recording.path));
}

// Just a UUID: QUuid ignores what follows one, and a copy beside the original must not pass for it.
bool isUuid(const QString &name)
{
    const QUuid uuid = QUuid::fromString(name);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == name.toLower();
}

// A session's UUID in lower case; the folder's name if it is none.
QString uidOf(const QString &folderName)
{
    return isUuid(folderName) ? folderName.toLower() : folderName;
}

QString uidOfFile(const QString &path, const QString &storeUid)
{
    return QUuid::createUuidV5(QUuid::fromString(storeUid), path.toUtf8())
        .toString(QUuid::WithoutBraces);
}

void readGatewayFolder(Recording &recording, const Directory &root)
{
    const auto folder = root.child(recording.path);
    if (!folder)
        return damage(recording, folder.error().detail);
    const auto content = readSmallFile(*folder, manifestName, mostManifestBytes);
    const auto manifest =
        content ? parseManifest(*content) : Result<Manifest>(Failure{content.error()});
    if (!manifest) {
        damage(recording, manifest.error().code == ErrorCode::NotFound
                              ? u"%1 has no recording.json"_s.arg(recording.path)
                              : u"%1: %2"_s.arg(recording.path, manifest.error().detail));
        return addParts(recording, *folder, filesThatAreThere(*folder));
    }
    recording.startMs = manifest->startMs;
    recording.durationMs = manifest->durationMs;
    if (uidOf(manifest->sessionId) != recording.uid)
        damage(recording, u"recording.json is of another session (%1)"_s.arg(manifest->sessionId));
    addParts(recording, *folder, manifest->files);
}

void readSingleFile(Recording &recording, const Directory &root)
{
    const qsizetype slash = recording.path.lastIndexOf(u'/');
    const auto folder = slash < 0 ? root.duplicate() : root.descend(recording.path.first(slash));
    if (!folder)
        return damage(recording, folder.error().detail);
    addParts(recording, *folder, {ManifestFile{recording.path.mid(slash + 1), 0, 0}});
    // The best that is known of its start, until the media says better.
    recording.startMs = recording.parts.first().modifiedMs;
    recording.parts.first().startMs = recording.startMs;
}

} // namespace

bool StoreListing::isRecording(const Directory &root, StoreKind kind, const QString &path)
{
    if (kind == StoreKind::Folder)
        return true;
    const auto folder = root.child(path);
    return isUuid(path) || !folder || folder->stat(manifestName);
}

bool StoreListing::isThere(const Directory &root, const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    const auto folder = slash < 0 ? root.duplicate() : root.descend(path.first(slash));
    const auto entry =
        folder ? folder->stat(path.mid(slash + 1)) : Result<FileEntry>(Failure{folder.error()});
    return entry || entry.error().code != ErrorCode::NotFound;
}

QString uidOf(const StoreInfo &store, const QString &path)
{
    return store.kind == StoreKind::Gateway ? uidOf(path) : uidOfFile(path, store.uid);
}

Result<StoreListing> listStore(const Directory &root, StoreKind kind)
{
    StoreListing found;
    if (kind == StoreKind::Folder) {
        TRY(collectFiles(root, {}, 0, found));
        return found;
    }
    TRY_LET(found.paths, folderNames(root));
    found.paths.sort(); // new ones go into the catalogue in the order of its index
    return found;
}

Recording readRecording(const Directory &root, const StoreInfo &store, const QString &path)
{
    Recording recording;
    recording.store = store.id;
    recording.path = path;
    recording.uid = uidOf(store, path);
    switch (store.kind) {
    case StoreKind::Gateway:
        readGatewayFolder(recording, root);
        break;
    case StoreKind::Folder:
        readSingleFile(recording, root);
        break;
    }
    return recording;
}

} // namespace respool
