// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/library/recording.h"

namespace respool {

class Database;

// A store as a job needs it: its row without the sums, and its root held by handle.
struct OpenedStore
{
    StoreInfo info;
    Directory root;
};

// Pool thread. Errors: NotFound (the store was removed), Offline (I9).
Result<OpenedStore> openStoreByUid(Database &database, const QString &uid);

} // namespace respool
