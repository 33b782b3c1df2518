// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

#include <QByteArray>

#include <optional>

namespace respool {

// The hidden file that stands beside NAME while its new content is written. One process at a time
// writes it (the queue sees to that), so that a stale one is known by its name and thrown away.
QString partNameOf(const QString &name);
bool isPartName(const QString &name);

// Replaces or makes the file so that at every instant it is wholly old or wholly new; on disk on
// return. Keeps the mode of a file that is there.
Result<> writeAtomically(const Directory &folder, const QString &name, const QByteArray &content);

// Errors: NotFound, Unsafe, InvalidArgument for more than mostBytes.
Result<QByteArray> readSmallFile(const Directory &folder, const QString &name, qint64 mostBytes);

// Writes all of it. Errors: NoSpace, Io.
Result<> writeAll(int fd, const QByteArray &content, const QString &path);

} // namespace respool
