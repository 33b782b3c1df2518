// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/workstore.h"

#include "core/db/database.h"
#include "core/library/rootstore.h"
#include "core/library/storeidentity.h"

namespace respool {

Result<OpenedStore> openStoreByUid(Database &database, const QString &uid)
{
    TRY_LET(StoreInfo info,
            database.ask([&](Connection &connection) { return RootStore(connection).byUid(uid); }));
    TRY_LET(Directory root, openStore(info));
    return OpenedStore{std::move(info), std::move(root)};
}

} // namespace respool
