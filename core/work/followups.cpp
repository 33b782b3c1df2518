// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/followups.h"

#include "core/work/indexjob.h"

namespace respool {

Result<> enqueueFollowUps(Connection &connection, const Clock &clock, const StoreInfo &store,
                          bool readsTexts)
{
    return readsTexts ? enqueueIndexing(connection, clock, store) : Result<>();
}

} // namespace respool
