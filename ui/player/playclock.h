// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>

namespace respool {

// Where a terminal or a log is that plays: the time that has passed, times the speed. Not the wall
// clock: nobody sets it. A value; any one thread.
class PlayClock
{
public:
    qint64 position() const
    {
        return m_timer.isValid() ? m_from + qint64(double(m_timer.elapsed()) * m_speed) : m_from;
    }
    bool isRunning() const { return m_timer.isValid(); }
    double speed() const { return m_speed; }

    void setPosition(qint64 ms)
    {
        m_from = ms;
        if (m_timer.isValid())
            m_timer.restart();
    }
    void setRunning(bool running)
    {
        m_from = position();
        if (running)
            m_timer.start();
        else
            m_timer.invalidate();
    }
    void setSpeed(double speed)
    {
        setPosition(position());
        m_speed = speed;
    }

private:
    QElapsedTimer m_timer; // valid while it runs
    qint64 m_from = 0;
    double m_speed = 1;
};

} // namespace respool
