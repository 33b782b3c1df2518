// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/webm/webmwalk.h"

namespace respool {

class CopyWindow;

// The Cluster that is being copied: sets its size once its end is known, moves its Timestamp,
// splits it where 16 bits do not hold a block's time, and voids what was right only at the old
// place. Changes bytes of the copy alone, never those of a frame. Lives as long as its window.
class ClusterWriter
{
public:
    explicit ClusterWriter(CopyWindow &window)
        : m_window(window)
    {}

    // shift is added to every time in the Cluster.
    Result<> begin(const WebmCluster &cluster, qint64 shift);
    // Where the block belongs in time, shift included, with wraps undone; then its place in the
    // output is at() and relative().
    Result<qint64> add(const WebmBlock &block);
    void placeBound(quint32 id, qint64 position);
    void end(qint64 position);

    qint64 at() const { return m_at; } // output position
    qint64 relativeOf(const WebmBlock &block) const;
    qint64 wrapped() const { return m_wrapped; }
    // How far time goes back without having run over, and the last time that a Cluster may tell.
    void setLimits(qint64 slackTicks, qint64 mostTicks)
    {
        m_slackTicks = slackTicks;
        m_mostTicks = mostTicks;
    }

private:
    Result<> checkTime(qint64 ticks) const;
    void beginOwn(qint64 position, qint64 ticks, bool withTimestamp);
    qint64 unwrap(qint64 ticks);
    void close(qint64 position);

    CopyWindow &m_window;
    qint64 m_at = 0;     // output position of the Cluster
    qint64 m_sizeAt = 0; // and of its size
    qint64 m_dataAt = 0;
    int m_sizeBytes = 8;
    bool m_sizeTold = false;
    qint64 m_toldBytes = 0;
    qint64 m_crcAt = -1;
    bool m_changed = false;

    qint64 m_sourceTicks = 0; // of the Cluster in the source
    qint64 m_baseTicks = 0;   // of the Cluster in the output, without the shift
    qint64 m_shift = 0;
    qint64 m_slackTicks = 5000;
    qint64 m_mostTicks = 0;
    qint64 m_lastTicks = 0;
    bool m_anyBlock = false;
    qint64 m_wrapTicks = 0;
    qint64 m_wrapped = 0;
};

} // namespace respool
