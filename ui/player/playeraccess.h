// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace respool {

// From now on, those who do not see a SeekBar or a TerminalView hear a slider with its place in
// words, and a terminal with its text.
void installPlayerAccess();

} // namespace respool
