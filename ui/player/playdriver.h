// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replayfacts.h"
#include "ui/player/playclock.h"

#include <QObject>

class QTimer;

namespace respool {

// Moves a terminal or a log on: at its speed, over what stands still, until its end or until there
// is more. Lives on the ui thread; knows neither files nor widgets.
class PlayDriver final : public QObject
{
    Q_OBJECT

public:
    // Of an idle stretch so much is kept, and shorter ones are left as they are.
    static constexpr qint64 keptIdleMs = 1000;
    static constexpr qint64 leastSkippedMs = 2000;

    PlayDriver(int tickMs, QObject *parent);

    void reset(qint64 fromMs); // stands there, and knows nothing
    void setLength(qint64 ms, bool isAll);
    void setIdle(const QList<ReplayIdle> &idle) { m_idle = idle; } // in their order
    void setGrowing(bool growing);
    void setSkipsIdle(bool skips) { m_skipsIdle = skips; }
    void setSpeed(double speed);
    void setPlaying(bool playing);
    bool isPlaying() const { return m_playing; } // as was wished, though it may have to wait
    void setWaiting(bool waiting);               // what is to be shown is not there yet
    void seek(qint64 ms);
    qint64 position() const;
    double speed() const { return m_clock.speed(); }
    qint64 lengthMs() const { return m_lengthMs; }

signals:
    void moved(qint64 ms);
    void ended();

private:
    void tick();
    void run();
    bool isAtEnd() const;

    PlayClock m_clock;
    QTimer *m_timer;
    QList<ReplayIdle> m_idle;
    qint64 m_lengthMs = 0;
    bool m_isAll = false;
    bool m_growing = false;
    bool m_skipsIdle = false;
    bool m_playing = false;
    bool m_waiting = false;
};

} // namespace respool
