// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/tracktally.h"

#include <algorithm>

namespace respool {

namespace {

// A still screen sends no frame for minutes; its last one does not last as long.
constexpr qint64 mostStepNs = 1'000'000'000;

} // namespace

void TrackTally::add(const WebmBlock &block, qint64 ticks)
{
    packets += block.frames;
    keys += block.key;
    payloadBytes += block.payloadBytes;
    if (firstTicks < 0)
        firstTicks = ticks;
    if (ticks > lastTicks) {
        if (lastTicks >= 0)
            stepTicks = ticks - lastTicks;
        lastTicks = ticks;
    }
    endTicks = std::max(endTicks, ticks + block.durationTicks);
}

qint64 TrackTally::end(const WebmTrack &track, qint64 timestampScaleNs) const
{
    if (lastTicks < 0)
        return 0;
    const qint64 step = track.defaultDurationNs > 0
                            ? track.defaultDurationNs / timestampScaleNs
                            : std::min(stepTicks, mostStepNs / timestampScaleNs);
    return std::max(endTicks, lastTicks + step);
}

TrackTallies emptyTallies(const QList<WebmTrack> &tracks, bool hashed)
{
    TrackTallies tallies(tracks.size());
    for (TrackTally &tally : tallies) {
        if (hashed)
            tally.hash = std::make_shared<QCryptographicHash>(QCryptographicHash::Sha256);
    }
    return tallies;
}

} // namespace respool
