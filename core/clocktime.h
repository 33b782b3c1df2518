// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

class QString;

namespace respool {

// A place in a recording as people write it, in ms: "90.5", "1:30.5", "0:01:30.500". Nothing for
// any other text.
std::optional<qint64> clockTimeMs(const QString &text);

} // namespace respool
