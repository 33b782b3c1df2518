// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/archivemanifest.h"
#include "core/work/archivereader.h"

namespace respool {

// A recording that an archive holds, and which entries of it are its files.
struct ImportRecording
{
    CarriedRecording about; // sha256 is empty where the archive has no manifest of ours
    QList<qint64> entries;  // one for each file
};

// What an archive holds. ours: it has a manifest of Respool; else it holds folders as the Gateway
// makes them.
struct ImportPlan
{
    bool ours = false;
    QList<ImportRecording> recordings;
    qint64 bytes = 0;
};

// Looks through the archive and decides about all of it before anything is written (I8). Errors:
// Unsafe, with the name that has no business in a store: "..", absolute, a link, a device, the same
// name twice; Refused for what is too large or encrypted; InvalidArgument for a manifest that does
// not fit; those of ArchiveReader.
Result<ImportPlan> planImport(const ArchiveReader &reader, const MediaFile &archive,
                              const std::stop_token &stop);

// The part of it that needs no archive.
Result<> checkEntries(const QList<ZipItem> &items);

// Where a recording would lie in a store of this kind, relative to its root. Errors: Refused where
// it cannot; Unsafe.
Result<QString> importPath(const CarriedRecording &recording, StoreKind kind);

} // namespace respool
