// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/library/recording.h"

#include <QStringList>

namespace respool {

// Reads one store as it lies on disk. Knows no SQL and does not look into media files.

// What the recording at this path of the store is called.
QString recordingUid(const StoreInfo &store, const QString &path);

// The recordings below the root, relative to it. Gateway: the folders in the root. Folder store:
// every media file at any depth on the same volume. Hidden names, links, and part files that a
// remux left are not among them.
Result<QStringList> recordingPaths(const Directory &root, StoreKind kind);

// What lies at path. Never fails: what is wrong stands in the recording's and the parts'
// problem, and the state is Damaged. Parts of a broken manifest are those that are there.
// storeUid: the ids of a folder store are made of it and the path.
Recording readRecording(const Directory &root, const StoreInfo &store, const QString &path);

} // namespace respool
