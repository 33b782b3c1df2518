// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"

namespace respool {

// How many bytes may still be written to the volume that holds the folder.
Result<qint64> freeBytes(const Directory &folder);

} // namespace respool
