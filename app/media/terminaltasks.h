// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediatasks.h"

namespace respool {

// What respool-media does with the recordings of terminals, which core/media knows nothing of:
//   screens  source and output, {"format": "cast" or "trp", "count", "mostBytes"}; writes the bytes
//            of a ScreenStrip of so many screens, and answers {"bytes"}
//   text     source and output, {"format": "cast", "trp" or "slog", "mostBytes"}; writes the bytes
//            of TextLines, and answers {"bytes"}
//   replay-index  source, output and a state (which may be empty), {"format": "cast" or "trp",
//            "countFrom", "pieceBytes", "snapshotBytes"}; writes the bytes of a ReplayPiece, and
//            answers {"bytes"}
//   replay-span   source, output and a state, {"format", "fromMs", "toMs", "mostFrames"}; writes the
//            bytes of a ReplaySpan, and answers {"bytes"}
MediaTasks terminalTasks();

} // namespace respool
