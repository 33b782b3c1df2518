// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediafile.h"

namespace respool {

Result<MediaFile> MediaFile::open(const Directory &folder, const QString &name)
{
    TRY_LET(UniqueFd fd, folder.openForReading(name));
    return adopt(std::move(fd), folder.path() + u'/' + name);
}

Result<MediaFile> MediaFile::adopt(UniqueFd fd, const QString &path)
{
    TRY_LET(const FileIdentity identity, identityOf(fd, path));
    return MediaFile{std::move(fd), identity, path};
}

} // namespace respool
