// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/rootlook.h"

#include "core/files/filestamp.h"
#include "core/files/volume.h"
#include "core/library/storeidentity.h"

namespace respool {

RootLook lookAtRoot(const StoreInfo &store, const WatchRules &rules,
                    std::shared_ptr<WatchedStore> watched)
{
    const auto root = openStore(store);
    if (!root)
        return {.problem = root.error().detail};
    // The folder can be opened and not be read: then nothing of it is known.
    if (const auto readable = canBeListed(*root); !readable)
        return {.problem = readable.error().detail};
    RootLook look{.state = StoreState::Online, .watch = StoreWatch::Watched, .watched = watched};
    if (watched && watched->isOf(*root))
        return look;
    look.watched.reset();
    const auto network = rules.isOnNetwork ? rules.isOnNetwork(*root) : isOnNetwork(*root);
    if (!network || *network) {
        look.watch = StoreWatch::Network;
        return look;
    }
    if (!rules.mayWatch) {
        look.watch = StoreWatch::Limit;
        return look;
    }
    const auto opened = WatchedStore::open(store, rules.mostFolders);
    if (opened)
        look.watched = *opened;
    else
        look.watch = StoreWatch::Limit;
    return look;
}

} // namespace respool
