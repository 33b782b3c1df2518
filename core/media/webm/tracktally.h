// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/webm/webmwalk.h"

#include <QCryptographicHash>

#include <memory>

namespace respool {

// What passed through one track: enough to tell that a copy holds the very same frames.
struct TrackTally
{
    qint64 packets = 0; // frames, also those laced together
    qint64 keys = 0;
    qint64 payloadBytes = 0;
    qint64 firstTicks = -1;
    qint64 lastTicks = -1;                    // the largest, not the last in the file
    qint64 endTicks = 0;                      // where the last frame ends, as far as the file tells
    qint64 stepTicks = 0;                     // between the last two frames
    std::shared_ptr<QCryptographicHash> hash; // SHA-256 of all frames; only when asked for

    void add(const WebmBlock &block, qint64 ticks);
    // The end of the track, guessed from its frames' usual distance where it is not told.
    qint64 end(const WebmTrack &track, qint64 timestampScaleNs) const;
};

using TrackTallies = QList<TrackTally>;

TrackTallies emptyTallies(const QList<WebmTrack> &tracks, bool hashed);

} // namespace respool
