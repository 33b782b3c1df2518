// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace respool {

// Walks of a whole tree, for Directory, which is what the others use. By handle, no link followed,
// names as the disk has them, which need not be text. path is for messages.

struct RawName
{
    QByteArray name;
    uchar type = 0; // as readdir(3) tells it; many file systems do
};

// Without "." and "..".
Result<QList<RawName>> rawNames(int folder, const QString &path);

// Removes the folder and all in it. What is gone already is a success; a mount is an error.
Result<> removeTreeBelow(int around, const QByteArray &name, const QString &path);

// Unsafe when a folder or a file in the tree is a mount. What is not there is a success.
Result<> refuseMountsBelow(int around, const QByteArray &name, const QString &path);

} // namespace respool
