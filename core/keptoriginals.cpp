// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keptoriginals.h"

#include "core/files/directory.h"
#include "core/library/storeidentity.h"
#include "core/media/remuxer.h"
#include "core/work/recordingfiles.h"

namespace respool {

// By name, since the folder around a media file may hold a hundred thousand others. They are made
// in the order of their numbers, and few of them are ever removed.
Result<QList<KeptOriginal>> keptOriginals(const Recording &recording, const StoreInfo &store)
{
    TRY_LET(const Directory root, openStore(store));
    TRY_LET(const Directory folder, folderOf(root, store.kind, recording));
    QList<KeptOriginal> kept;
    for (const Part &part : recording.parts) {
        int missing = 0;
        for (int number = 1; number <= mostKeptOriginals && missing < 3; ++number) {
            const QString name = keptOriginalName(part.name, number);
            const auto file = folder.stat(name);
            if (file)
                kept << KeptOriginal{name, file->bytes};
            else
                ++missing;
        }
    }
    return kept;
}

} // namespace respool
