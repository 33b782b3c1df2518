// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QStringList>

class QIODevice;

namespace respool {

// What a text recording says of itself when it is read through once.
struct TerminalSummary
{
    qint64 durationMs = 0;
    int columns = 0; // of the screen at the start; 0: not told, and in a session log
    int rows = 0;
    qint64 events = 0;
    QStringList warnings; // a torn end, lines that cannot be read; empty: whole
};

// Each reads the whole file as a stream, with bounded memory. A torn end is a warning: the
// recorder died, what came before is good. Errors: Media says what is wrong; Io.

// asciicast 1, 2 and 3; see CastReader.
Result<TerminalSummary> summarizeCast(QIODevice &file);

// The Gateway's terminal recording; see TrpReader.
Result<TerminalSummary> summarizeTrp(QIODevice &file);

// The Gateway's session log; see SlogReader. The warnings begin with the codes of the
// session-recording-log package, "missing-session-end" among them.
Result<TerminalSummary> summarizeSlog(QIODevice &file);

} // namespace respool
