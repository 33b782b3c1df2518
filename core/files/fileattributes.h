// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace respool {

// Gives the file behind to the owner, mode, extended attributes (access lists among them) and
// times of the one behind from. An owner that this process may not set is left as it is.
Result<> copyAttributes(int from, int to, const QString &path);

} // namespace respool
