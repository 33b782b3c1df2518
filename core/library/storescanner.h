// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filestamp.h"
#include "core/library/recording.h"

#include <vector>

namespace respool {

// Reads one store as it lies on disk. Knows no SQL and does not look into media files.

// What may be recordings below the root, relative to it. Gateway: the folders in the root. Folder
// store: every media file at any depth on the same volume. Hidden names, links, and part files
// that a remux left are not among them.
struct StoreListing
{
    NameList paths;
    std::vector<quint64> stamps; // one for each file; of a Gateway's folders each is asked for

    // A folder that is not named by a UUID is one only if it has a recording.json.
    static bool isRecording(const Directory &root, StoreKind kind, const QString &path);
    // False only when it is sure that nothing lies there.
    static bool isThere(const Directory &root, const QString &path);
};
// The uid that a recording at this path has.
QString uidOf(const StoreInfo &store, const QString &path);
Result<StoreListing> listStore(const Directory &root, StoreKind kind);

// What lies at path. Never fails: what is wrong stands in the recording's and the parts'
// problem, and the state is Damaged. Parts of a broken manifest are those that are there.
// storeUid: the ids of a folder store are made of it and the path.
Recording readRecording(const Directory &root, const StoreInfo &store, const QString &path);

} // namespace respool
