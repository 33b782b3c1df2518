// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/avinput.h"
#include "core/media/mediaprogress.h"
#include "core/media/timerange.h"

namespace respool {

// The delay of an audio codec moves key frames off the full second by so little: who asks for the
// second means that frame.
constexpr qint64 nearMs = 10;

// Where a clip of a file begins, so that all of its pictures can be shown.
struct ClipStart
{
    // For each stream: how many of its packets come before the clip; -1: those before originMs.
    QList<qint64> skip;
    qint64 originMs = 0; // of the file's time, what becomes 0 in the clip
    qint64 baseMs = 0;   // of the file's time, what is 0 for the user
};

// The time of a packet in ms; nothing when it has none.
std::optional<qint64> timeOf(const AVPacket &packet, AVRational timeBase);

// Looks for the last key frames at or before the beginning of the range (or a hundredth of a second
// behind it), packet by packet, since a live file has no index. Memory does not grow with the file.
// Errors: InvalidArgument (the file ends before the range), Media (no key frame), Io.
Result<ClipStart> findClipStart(const MediaFile &source, const TimeRange &range,
                                const MediaProgress &progress);

} // namespace respool
