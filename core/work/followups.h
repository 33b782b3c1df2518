// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace respool {

class Clock;
class Connection;
struct StoreInfo;

// The jobs that follow from what a scan has found, in the transaction that ends it. Database
// thread. readsTexts: what can be read in it, too.
Result<> enqueueFollowUps(Connection &connection, const Clock &clock, const StoreInfo &store,
                          bool readsTexts);

} // namespace respool
