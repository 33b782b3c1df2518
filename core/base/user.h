// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace respool {

// Who acts, for records that people read: the name of the account this process runs under.
QString userName();

} // namespace respool
