// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/recordingfiles.h"

#include "core/base/clock.h"
#include "core/files/fileuse.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 quietMs = 60'000; // the Gateway, too, takes a recording for ended after a minute

// Who writes to a part; Unknown only when it may be written to.
FileUse useOf(const Directory &folder, const Recording &recording, const Part &part,
              const FileEntry &file, const Clock &clock)
{
    const FileUse use = writersOf(folder, part.name);
    if (use != FileUse::Unknown)
        return use;
    const bool last = part.name == recording.parts.last().name;
    return last && part.durationMs == 0 && clock.nowMs() - file.mtimeMs < quietMs ? FileUse::Unknown
                                                                                  : FileUse::Free;
}

Result<> refuseIfWritten(const Directory &folder, const Recording &recording, const Part &part,
                         const FileEntry &file, const Clock &clock)
{
    switch (useOf(folder, recording, part, file, clock)) {
    case FileUse::Free:
    case FileUse::Read:
        return {};
    case FileUse::Written:
        return fail(
            ErrorCode::Refused,
            u"%1 is still being recorded (%2 is open for writing)"_s.arg(recording.uid, part.name));
    case FileUse::Unknown:
        return fail(ErrorCode::Refused,
                    u"%1 may still be recorded (%2 was written within the last minute)"_s.arg(
                        recording.uid, part.name));
    }
    Q_UNREACHABLE();
}

// One look at each part for both questions. Without a clock it is not asked who writes.
Result<> refuseIf(const Directory &folder, const Recording &recording, const Clock *written,
                  bool changed)
{
    for (const Part &part : recording.parts) {
        const auto file = folder.stat(part.name);
        if (!file && (!changed || file.error().code == ErrorCode::NotFound))
            continue; // less than was asked for: nothing unknown is touched
        TRY(file);
        if (file->type != FileEntry::Type::File)
            continue; // a link or a folder, which the scan has told already
        if (written)
            TRY(refuseIfWritten(folder, recording, part, *file, *written));
        if (changed && file->bytes != part.bytes)
            return fail(ErrorCode::Conflict,
                        u"%1 has changed since the last scan (%2: %3 bytes, %4 expected): scan "
                        "the store and ask again"_s.arg(recording.uid, part.name)
                            .arg(file->bytes)
                            .arg(part.bytes));
    }
    return {};
}

} // namespace

Result<Directory> folderOf(const Directory &root, StoreKind kind, const Recording &recording)
{
    switch (kind) {
    case StoreKind::Gateway:
        return root.descend(recording.path);
    case StoreKind::Folder:
        if (const qsizetype slash = recording.path.lastIndexOf(u'/'); slash > 0)
            return root.descend(recording.path.first(slash));
        return root.duplicate();
    }
    Q_UNREACHABLE();
}

QStringList partsInTheWriting(const Directory &folder, const Recording &recording,
                              const Clock &clock)
{
    QStringList names;
    for (const Part &part : recording.parts) {
        const auto file = folder.stat(part.name);
        if (part.problem.isEmpty() && file && file->type == FileEntry::Type::File
            && useOf(folder, recording, part, *file, clock) != FileUse::Free)
            names << part.name;
    }
    return names;
}

Result<> refuseIfActive(const Directory &folder, const Recording &recording, const Clock &clock)
{
    return refuseIf(folder, recording, &clock, false);
}

Result<> refuseIfChanged(const Directory &folder, const Recording &recording)
{
    return refuseIf(folder, recording, nullptr, true);
}

Result<> refuseIfActiveOrChanged(const Directory &folder, const Recording &recording,
                                 const Clock &clock)
{
    return refuseIf(folder, recording, &clock, true);
}

} // namespace respool
