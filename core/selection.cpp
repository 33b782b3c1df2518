// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/selection.h"

#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"

namespace respool {

Result<Selection> Selection::load(Connection &connection, const Clock &clock,
                                  const QList<RecordingId> &ids)
{
    Selection selection;
    TRY_LET(selection.recordings, RecordingStore(connection, clock).byIds(ids));
    TRY_LET(const QList<StoreInfo> stores, RootStore(connection).all());
    for (const StoreInfo &store : stores)
        selection.stores.insert(store.id.value, store);
    return selection;
}

} // namespace respool
