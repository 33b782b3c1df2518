// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/importentries.h"

#include "core/files/relativepath.h"
#include "core/library/manifest.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 mostManifestBytes = qint64(256) << 20;
constexpr qint64 mostGatewayManifestBytes = 1 << 20;
constexpr qint64 mostEntryBytes = qint64(1) << 44;
constexpr qint64 mostPlanBytes = qint64(1) << 60; // so that sums stay far from their end
constexpr qsizetype mostFilesOfOne = 10'000;

using Indexes = QHash<QString, qint64>; // of entries, by name

Failure unsafe(const QString &name, const QString &why)
{
    return fail(ErrorCode::Unsafe,
                u"the archive is refused: '%1' %2, and nothing was imported"_s.arg(name, why));
}

Result<> checkEntry(const ZipItem &item)
{
    if (item.type == ZipItem::Type::Other)
        return unsafe(item.name, u"is a link or a device"_s);
    if (item.encrypted)
        return fail(ErrorCode::Refused,
                    u"'%1' is encrypted: decrypt the archive first"_s.arg(item.name));
    const bool folder = item.type == ZipItem::Type::Folder;
    const QString name = folder && item.name.endsWith(u'/') ? item.name.chopped(1) : item.name;
    if (!pathComponents(name) || name.contains(u'\\'))
        return unsafe(item.name, u"would lie outside of the store"_s);
    if (!folder && (item.bytes < 0 || item.bytes > mostEntryBytes))
        return fail(ErrorCode::Refused, u"'%1' does not say how large it is"_s.arg(item.name));
    return {};
}

// A recording is a folder with files in it, and nothing deeper.
Result<> checkNames(const CarriedRecording &recording)
{
    if (!checkFileName(recording.uid) || recording.uid.startsWith(u'.'))
        return unsafe(recording.uid, u"is no id of a recording"_s);
    if (recording.files.size() > mostFilesOfOne)
        return fail(
            ErrorCode::Refused,
            u"%1 has %2 files, more than the %3 that a recording may have"_s.arg(recording.uid)
                .arg(recording.files.size())
                .arg(mostFilesOfOne));
    QSet<QString> names;
    for (const CarriedFile &file : recording.files) {
        if (!checkFileName(file.name) || file.name.startsWith(u'.'))
            return unsafe(file.name, u"is no name for a file of a recording"_s);
        if (names.contains(file.name))
            return unsafe(file.name, u"is in the manifest twice"_s);
        names << file.name;
    }
    return {};
}

Result<QList<CarriedRecording>> carriedByUs(const QList<ZipItem> &items, qint64 manifest,
                                            const EntryContent &content)
{
    if (items[manifest].bytes > mostManifestBytes)
        return fail(
            ErrorCode::Refused,
            u"the manifest of the archive is larger than %1 bytes"_s.arg(mostManifestBytes));
    TRY_LET(const QByteArray json, content(manifest));
    return parseArchiveManifest(json);
}

// Folders of a Gateway: each with a recording.json, and files that may be anything in it.
Result<QList<CarriedRecording>> carriedByGateway(const QList<ZipItem> &items)
{
    QMap<QString, CarriedRecording> folders;
    for (const ZipItem &item : items) {
        if (item.type == ZipItem::Type::Folder)
            continue;
        const QStringList names = item.name.split(u'/');
        if (names.size() != 2)
            return unsafe(item.name, u"is no file in the folder of a recording"_s);
        CarriedRecording &recording = folders[names[0]];
        recording.uid = names[0];
        recording.files << CarriedFile{names[1], item.bytes, {}, 0};
    }
    for (const CarriedRecording &recording : std::as_const(folders)) {
        const bool isUuid = !QUuid::fromString(recording.uid).isNull();
        const auto manifest =
            std::ranges::find(recording.files, recordingManifestName, &CarriedFile::name);
        if (!isUuid || manifest == recording.files.end()
            || manifest->bytes > mostGatewayManifestBytes)
            return fail(ErrorCode::InvalidArgument,
                        u"this is no archive of recordings: '%1' is no folder of a Gateway, with a "
                        "recording.json in it, and there is no manifest.json of Respool"_s.arg(
                            recording.uid));
    }
    if (folders.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"there is no recording in the archive"_s);
    return folders.values();
}

Result<ImportRecording> withEntries(const CarriedRecording &carried, const QList<ZipItem> &items,
                                    const Indexes &indexes)
{
    TRY(checkNames(carried));
    ImportRecording recording{carried, {}};
    for (const CarriedFile &file : carried.files) {
        const QString name = carried.uid + u'/' + file.name;
        const qint64 index = indexes.value(name, -1);
        if (index < 0)
            return fail(ErrorCode::InvalidArgument,
                        u"%1 is in the manifest of the archive, but not in it"_s.arg(name));
        if (items[index].bytes != file.bytes)
            return fail(ErrorCode::InvalidArgument,
                        u"%1 has %2 bytes, but %3 in the manifest of the archive"_s.arg(name)
                            .arg(items[index].bytes)
                            .arg(file.bytes));
        recording.entries << index;
    }
    return recording;
}

Result<> checkEntries(const QList<ZipItem> &items)
{
    QSet<QString> names;
    for (const ZipItem &item : items) {
        TRY(checkEntry(item));
        // Also those that are the same where case does not count.
        const QString name = item.name.toLower();
        if (names.contains(name))
            return unsafe(item.name, u"is in it twice"_s);
        names << name;
    }
    return {};
}

} // namespace

Result<ImportPlan> planEntries(const QList<ZipItem> &items, const EntryContent &content)
{
    TRY(checkEntries(items));
    Indexes indexes;
    for (qint64 index = 0; index < items.size(); ++index)
        indexes.insert(items[index].name, index);
    ImportPlan plan;
    const qint64 manifest = indexes.value(archiveManifestName, -1);
    plan.ours = manifest >= 0;
    TRY_LET(const QList<CarriedRecording> carried,
            plan.ours ? carriedByUs(items, manifest, content) : carriedByGateway(items));
    qsizetype named = 0;
    QSet<QString> uids;
    for (const CarriedRecording &each : carried) {
        if (uids.contains(each.uid.toLower()))
            return unsafe(each.uid, u"is in its manifest twice"_s);
        uids << each.uid.toLower();
        TRY_LET(const ImportRecording recording, withEntries(each, items, indexes));
        named += recording.entries.size();
        plan.bytes += each.bytes();
        if (plan.bytes > mostPlanBytes)
            return fail(ErrorCode::Refused,
                        u"the archive says that it is larger than any volume"_s);
        plan.recordings << recording;
    }
    const auto isFile = [](const ZipItem &item) {
        return item.type == ZipItem::Type::File && item.name != archiveManifestName
               && item.name != archiveSumsName;
    };
    if (std::ranges::count_if(items, isFile) != named)
        return fail(ErrorCode::InvalidArgument,
                    u"there are files in the archive that its manifest does not list"_s);
    return plan;
}

Result<QString> importPath(const CarriedRecording &recording, StoreKind kind)
{
    switch (kind) {
    case StoreKind::Gateway:
        return recording.uid;
    case StoreKind::Folder:
        break;
    }
    const auto isMedia = [](const CarriedFile &file) { return file.name != recordingManifestName; };
    if (recording.storeKind != StoreKind::Folder
        || std::ranges::count_if(recording.files, isMedia) != 1)
        return fail(ErrorCode::Refused,
                    u"%1 is a folder of a Gateway: import it into a store of that kind"_s.arg(
                        recording.uid));
    TRY_LET(const QStringList names, pathComponents(recording.path));
    for (const QString &name : names) {
        if (name.startsWith(u'.'))
            return unsafe(recording.path, u"is hidden"_s);
    }
    const auto media = std::ranges::find_if(recording.files, isMedia);
    if (names.last() != media->name || !partKindOf(media->name))
        return unsafe(recording.path, u"is no recording"_s);
    return recording.path;
}

} // namespace respool
