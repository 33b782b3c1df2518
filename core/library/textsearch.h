// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/textcatalog.h"

namespace respool {

class Connection;

// The questions of TextCatalog, as SQL. Database thread.
Result<TextPage> searchText(Connection &connection, const TextQuestion &question);
Result<TextCoverage> textCoverage(Connection &connection);
Result<TextPlace> textPlace(Connection &connection, const TextHit &hit, int linesAround);

} // namespace respool
