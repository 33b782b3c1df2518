// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replaysource.h"
#include "core/terminal/replayspan.h"

namespace respool {

struct SpanOrder
{
    QByteArray state; // where to begin, not behind fromMs; empty: at the beginning
    qint64 fromMs = 0;
    qint64 toMs = 0;
    qsizetype mostFrames = ReplaySpan::mostFrames;
};

// What a stretch of a recording shows. Runs in the process that may die of it. Errors: Media, Io.
Result<ReplaySpan> playSpan(QIODevice &device, ReplayFormat format, const SpanOrder &order);

} // namespace respool
