// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

class QIODevice;

namespace respool {

// What a text recording says of itself when it is read through once.
struct TerminalSummary
{
    qint64 durationMs = 0;
    qint64 events = 0;
    QString warning; // a torn end, a missing end event; empty: whole
};

// Each reads the whole file as a stream, with bounded memory. Errors: Media says what is wrong.

// asciicast v2 (times from the start) and v3 (intervals), docs.asciinema.org/manual/asciicast.
Result<TerminalSummary> summarizeCast(QIODevice &file);

// A row of chunks, little-endian: u32 ms since the last chunk, u16 type (0 output, 1 input,
// 2 size, 4 setup), u16 bytes of payload, payload.
Result<TerminalSummary> summarizeTrp(QIODevice &file);

// Newline-delimited JSON with the events session.start, session.action and session.end. The
// warnings are the codes of the session-recording-log package.
Result<TerminalSummary> summarizeSlog(QIODevice &file);

} // namespace respool
