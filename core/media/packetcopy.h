// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avinput.h"
#include "core/media/avoutput.h"
#include "core/media/mediaprogress.h"
#include "core/media/streamtally.h"

namespace respool {

struct PacketCopyReport
{
    StreamTallies streams; // what was written
    qint64 packets = 0;
    qint64 moved = 0;     // packets whose timestamp ran backwards and was raised
    QString movedWarning; // that in words
    QString damage;       // why reading ended early, or what was skipped; empty for a sound file
};

// Copies every packet of every stream, in their order, with data, side data and timestamps as they
// are. Damage ends the copy without an error: what could be read is kept, and damage says so.
// Errors: Refused (a codec that the output does not allow), Media (nothing to copy), NoSpace, Io,
// Interrupted.
Result<PacketCopyReport> copyPackets(AvInput &input, AvOutput &output,
                                     const MediaProgress &progress);

} // namespace respool
