// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/files/fileio.h"

namespace respool {

// A media file as this room works on it: held open, in the state it was opened in. The path is
// for messages only and never opened again. Any thread.
struct MediaFile
{
    UniqueFd fd;
    FileIdentity identity;
    QString path;

    // Errors: NotFound, Unsafe (a link, a pipe), PermissionDenied, Io.
    static Result<MediaFile> open(const Directory &folder, const QString &name);
    static Result<MediaFile> adopt(UniqueFd fd, const QString &path);
};

} // namespace respool
