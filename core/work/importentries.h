// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/zipreader.h"
#include "core/work/archivemanifest.h"

#include <QList>

#include <functional>

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

// Decides about all of an archive by its entries, and by the manifest among them, before anything
// is written (I8). content reads an entry. Errors: Unsafe, with the name that has no business in a
// store: "..", absolute, a link, a device, the same name twice; Refused for what is too large or
// encrypted; InvalidArgument for a manifest that does not fit; those of content.
using EntryContent = std::function<Result<QByteArray>(qint64 index)>;
Result<ImportPlan> planEntries(const QList<ZipItem> &items, const EntryContent &content);

// Where a recording would lie in a store of this kind, relative to its root. Errors: Refused where
// it cannot; Unsafe.
Result<QString> importPath(const CarriedRecording &recording, StoreKind kind);

} // namespace respool
