// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace respool {

// Writes an asciicast 2 of 120 by 40 of at least so many bytes, the same one each time: a shell in
// which somebody types, long outputs in colour, and full-screen programs that redraw.
void writeLargeCast(const QString &path, qint64 bytes);

} // namespace respool
