// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/watchedstore.h"

#include <functional>

namespace respool {

// What a look at a store's root has shown.
struct RootLook
{
    StoreState state = StoreState::Offline;
    QString problem = {}; // why it is offline
    StoreWatch watch = StoreWatch::None;
    std::shared_ptr<WatchedStore> watched = {}; // there when watch says Watched
};

// How stores are watched; tests have their own mounts and limits.
struct WatchRules
{
    std::function<Result<bool>(const Directory &)> isOnNetwork = {}; // empty: as the system says
    int mostFolders = 0;                                             // 0: as the system allows
    bool mayWatch = true; // false: there were too many folders a while ago
};

// Is the store there, and is it this one (I9)? watched: its watches, if it has some; else they are
// made where that is possible. Goes to the disk, and may hang with it.
RootLook lookAtRoot(const StoreInfo &store, const WatchRules &rules,
                    std::shared_ptr<WatchedStore> watched);

} // namespace respool
