// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/terminal/textlines.h"

class QIODevice;

namespace respool {

// What could be read in a recording, and when: see TextCollector and TextLines for what a line is
// and how many there may be. Plays until the recording has drawn as much as 500,000 lines that
// scroll a large screen; what comes after that is left out, and cutShort says so. Runs in the
// process that may die of the file; stopping is killing it.
// Errors: Media (no such recording), Io.
Result<TextLines> textOfCast(QIODevice &file);
Result<TextLines> textOfTrp(QIODevice &file);

// One line for each entry of a session log: what it says, and of whom and what; its time is that
// since the first entry. The bounds of a log are those of SlogReader. Errors: Io.
Result<TextLines> textOfLog(QIODevice &file);

} // namespace respool
