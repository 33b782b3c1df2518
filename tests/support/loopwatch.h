// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace respool {

// Measures for how long the event loop of its thread does not come round: a beat every five
// milliseconds, and how late each of them is. What keeps a user waiting shows here, whatever it is.
class LoopWatch
{
public:
    LoopWatch()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] {
            m_lateMs.push_back(std::max(0.0, double(m_since.nsecsElapsed()) / 1e6 - beatMs));
            m_since.start();
        });
        start();
    }

    void start() // anew
    {
        m_lateMs.clear();
        m_since.start();
        m_beat.start(beatMs);
    }

    // Also the time since the last beat, which may not have ended yet.
    double longestMs() const
    {
        const double now = double(m_since.nsecsElapsed()) / 1e6 - beatMs;
        return m_lateMs.empty() ? std::max(0.0, now)
                                : std::max(now, *std::ranges::max_element(m_lateMs));
    }
    qsizetype longerThan(double ms) const
    {
        return std::ranges::count_if(m_lateMs, [ms](double late) { return late > ms; });
    }

private:
    static constexpr int beatMs = 5;

    QTimer m_beat;
    QElapsedTimer m_since;
    std::vector<double> m_lateMs;
};

} // namespace respool
