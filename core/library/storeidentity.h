// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/directory.h"
#include "core/library/recording.h"

#include <optional>

namespace respool {

// The folder in a store's root where Respool keeps what it must.
inline constexpr auto respoolFolder = QLatin1StringView(".respool");

// Who a store is: lies in .respool/store.json, so that an unmounted or swapped root is noticed
// and several machines agree.
struct StoreIdentity
{
    QString uid;
    StoreKind kind = StoreKind::Gateway;
};

// Errors: NotFound when the root has none.
Result<StoreIdentity> readIdentity(const Directory &root);

// The one that is there, else a new one. kind empty: a Gateway store if a folder below has a
// recording.json or there is nothing in it yet, else a folder store.
Result<StoreIdentity> ensureIdentity(const Directory &root, std::optional<StoreKind> kind);

// The root of a known store. Errors: Offline when it is missing, or is not this store (I9).
Result<Directory> openStore(const StoreInfo &store);

} // namespace respool
