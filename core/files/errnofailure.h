// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace respool {

// The failure that a system call left in errno: what was tried, on which path, and why not.
Failure errnoFailure(const QString &what, const QString &path);

} // namespace respool
