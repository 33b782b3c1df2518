// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sessionlogfile.h"

#include "core/files/filedevice.h"
#include "core/library/storeidentity.h"
#include "core/media/mediafile.h"
#include "core/work/recordingfiles.h"

namespace respool {

Result<SessionLog> sessionLogOf(const Recording &recording, const StoreInfo &store,
                                const Part &part)
{
    TRY_LET(const Directory root, openStore(store));
    TRY_LET(const Directory folder, folderOf(root, store.kind, recording));
    TRY_LET(const MediaFile file, MediaFile::open(folder, part.name));
    FileDevice device(file.fd.get(), file.identity.bytes);
    return readSessionLog(device);
}

} // namespace respool
