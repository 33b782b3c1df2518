// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace respool {

// A key frame that a player may jump to.
struct WebmCue
{
    qint64 ticks = 0;
    qint64 clusterAt = 0; // output position of its Cluster
    qint64 relative = 0;  // of its block, from the first byte of the Cluster's data
    quint64 track = 0;    // its number
};

// Cues in ascending time, never more than a given number: when they become too many, every second
// one goes, and from then on only every second one comes.
class CueList
{
public:
    explicit CueList(qsizetype most = 0)
        : m_most(most)
    {}

    void add(const WebmCue &cue)
    {
        if (!m_cues.isEmpty() && cue.ticks <= m_cues.last().ticks)
            return;
        if (m_seen++ % m_stride != 0)
            return;
        if (m_cues.size() >= m_most)
            thin();
        m_cues << cue;
    }
    void thin()
    {
        qsizetype kept = 0;
        for (qsizetype i = 0; i < m_cues.size(); i += 2)
            m_cues[kept++] = m_cues[i];
        m_cues.resize(kept);
        m_stride *= 2;
    }
    const QList<WebmCue> &cues() const { return m_cues; }

private:
    QList<WebmCue> m_cues;
    qsizetype m_most;
    qint64 m_stride = 1;
    qint64 m_seen = 0;
};

} // namespace respool
