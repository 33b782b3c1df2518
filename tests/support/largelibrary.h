// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace respool {

class Database;

// Writes so many recordings into an empty catalogue, with parts, tags, holds and notes, and no
// file behind them; a million take half a minute. In ten stores, "lab" first; of them seven tenths
// video, two terminal, one log; a tenth tagged "audit", one in a hundred thousand "rare"; each as
// often in every part of the library.
Result<> fillLibrary(Database &database, int recordings);

} // namespace respool
