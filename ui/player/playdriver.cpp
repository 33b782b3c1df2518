// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/playdriver.h"

#include <QTimer>

#include <algorithm>

namespace respool {

PlayDriver::PlayDriver(int tickMs, QObject *parent)
    : QObject(parent)
    , m_timer(new QTimer(this))
{
    m_timer->setInterval(tickMs);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &PlayDriver::tick);
}

void PlayDriver::reset(qint64 fromMs)
{
    m_idle.clear();
    m_lengthMs = 0;
    m_isAll = false;
    m_waiting = false;
    m_playing = false;
    run();
    m_clock.setPosition(fromMs);
}

void PlayDriver::setLength(qint64 ms, bool isAll)
{
    m_lengthMs = ms;
    m_isAll = isAll;
    run();
}

void PlayDriver::setGrowing(bool growing)
{
    m_growing = growing;
    run();
}

void PlayDriver::setSpeed(double speed)
{
    m_clock.setSpeed(speed);
}

void PlayDriver::setPlaying(bool playing)
{
    m_playing = playing;
    run();
}

void PlayDriver::setWaiting(bool waiting)
{
    m_waiting = waiting;
    run();
}

void PlayDriver::seek(qint64 ms)
{
    m_clock.setPosition(std::max<qint64>(0, m_isAll ? std::min(ms, m_lengthMs) : ms));
    run();
    emit moved(position());
}

qint64 PlayDriver::position() const
{
    const qint64 ms = m_clock.position();
    return m_isAll ? std::min(ms, m_lengthMs) : ms;
}

bool PlayDriver::isAtEnd() const
{
    return m_isAll && m_clock.position() >= m_lengthMs;
}

// The clock stands while there is nothing to be seen; what grows goes on where it stood.
void PlayDriver::run()
{
    const bool holds = m_waiting || (isAtEnd() && m_growing);
    const bool runs = m_playing && !holds;
    if (m_clock.isRunning() != runs) {
        if (isAtEnd())
            m_clock.setPosition(m_lengthMs);
        m_clock.setRunning(runs);
    }
    if (m_playing == m_timer->isActive())
        return;
    if (m_playing)
        m_timer->start();
    else
        m_timer->stop();
}

void PlayDriver::tick()
{
    if (m_waiting)
        return;
    const qint64 now = m_clock.position();
    if (m_skipsIdle) {
        // The last stretch that began before now.
        auto idle = std::ranges::upper_bound(m_idle, now, {}, &ReplayIdle::fromMs);
        if (idle != m_idle.begin()) {
            --idle;
            const bool isLong = idle->untilMs - idle->fromMs >= leastSkippedMs;
            if (isLong && now >= idle->fromMs + keptIdleMs && now < idle->untilMs)
                m_clock.setPosition(idle->untilMs);
        }
    }
    const bool ends = isAtEnd();
    if (ends) {
        m_clock.setPosition(m_lengthMs);
        if (m_growing)
            run();
        else
            setPlaying(false);
    }
    emit moved(position());
    if (ends && !m_growing)
        emit ended();
}

} // namespace respool
