// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/uniquefd.h"

namespace respool {

// What makes a file this very file in this very state.
struct FileIdentity
{
    quint64 device = 0;
    quint64 inode = 0;
    qint64 bytes = 0;
    qint64 mtimeNs = 0;

    bool operator==(const FileIdentity &) const = default;
};

// Reads up to size bytes at a position, fewer only at the end of the file. Returns how many, or
// the negative errno: the callbacks of libav need that number, not an Error.
qint64 readAt(int fd, char *data, qint64 size, qint64 position);
// Writes all of it and returns size, or the negative errno.
qint64 writeAt(int fd, const char *data, qint64 size, qint64 position);

// Lets the disk begin with what was written there, so that the sync at the end has less to wait for.
// A hint: what fails shows in that sync.
void startWriteBack(int fd, qint64 position, qint64 size);

// path is for the message only, in all of these.
Result<FileIdentity> identityOf(const UniqueFd &file, const QString &path);
Result<quint64> linkCountOf(const UniqueFd &file, const QString &path);
Result<> syncFile(const UniqueFd &file, const QString &path);
// Sets the size; space that was reserved behind it is given back.
Result<> cutFile(const UniqueFd &file, qint64 bytes, const QString &path);

} // namespace respool
