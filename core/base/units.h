// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace respool {

// Numbers as people read them, in the user's locale: 1.4 GB, 1:02:03, 5 s. Unknown: a dash.
QString sizeText(qint64 bytes);
QString durationText(qint64 ms);
QString timeText(qint64 utcMs); // local time, to the second

// For machines: ISO 8601 in UTC with milliseconds. Unknown: the empty text.
QString isoText(qint64 utcMs);

} // namespace respool
