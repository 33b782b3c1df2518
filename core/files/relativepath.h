// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace respool {

// The components of a path below a store's root (I8). Errors: Unsafe for an empty or absolute
// path, for "." and "..", for NUL, and for names that were no UTF-8 on disk.
Result<QStringList> pathComponents(const QString &relative);

// The same for a name that must be one component.
Result<> checkFileName(const QString &name);

} // namespace respool
