// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/screenpicture.h"

class QDataStream;

namespace respool {

void writeRun(QDataStream &stream, const ScreenRun &run);
// False: it is none, or does not lie on a screen of this size.
bool readRun(QDataStream &stream, int allColumns, int allRows, ScreenRun &run);

} // namespace respool
