// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/logpart.h"

#include "core/base/pending.h"
#include "core/sessionlogfile.h"
#include "ui/player/logmodel.h"
#include "ui/player/logview.h"
#include "ui/player/playdriver.h"

#include <QTableView>
#include <QTimer>

#include <algorithm>

namespace respool {

namespace {

constexpr int tickMs = 100;
constexpr int readAgainMs = 1500;
constexpr qsizetype activitySteps = 512;

} // namespace

LogPart::LogPart(QWidget *parent)
    : PartPlayer(parent)
    , m_view(new LogView(parent))
    , m_driver(new PlayDriver(tickMs, this))
    , m_again(new QTimer(this))
{
    m_again->setInterval(readAgainMs);
    connect(m_again, &QTimer::timeout, this, &LogPart::read);
    connect(m_driver, &PlayDriver::moved, m_view, &LogView::showMoment);
    connect(m_driver, &PlayDriver::moved, this, &PartPlayer::moved);
    connect(m_driver, &PlayDriver::ended, this, &PartPlayer::ended);
    connect(m_view, &LogView::chosen, this, &LogPart::seek);
}

QWidget *LogPart::view() const
{
    return m_view;
}

void LogPart::open(const Recording &recording, const StoreInfo &store, int part, qint64 fromMs)
{
    close();
    m_recording = recording;
    m_store = store;
    m_part = part;
    m_driver->reset(fromMs);
    m_driver->setWaiting(true);
    read();
}

void LogPart::close()
{
    ++m_opened;
    m_again->stop();
    m_growing = false;
    m_part = -1;
    m_driver->reset(0);
    m_view->clear();
}

void LogPart::read()
{
    inBackground(sessionLogOf, m_recording, m_store, m_recording.parts[m_part])
        .then(this, [this, opened = m_opened](const Result<SessionLog> &log) {
            if (opened != m_opened)
                return;
            if (log)
                take(*log);
            else
                emit failed(log.error());
        });
}

void LogPart::take(const SessionLog &log)
{
    m_view->showLog(log, m_growing);
    QList<qint64> times = log.timesMs;
    std::ranges::sort(times);
    QList<ReplayIdle> idle;
    for (qsizetype i = 1; i < times.size(); ++i) {
        if (times[i] - times[i - 1] >= ReplayFacts::leastIdleMs)
            idle << ReplayIdle{times[i - 1], times[i]};
    }
    m_driver->setIdle(idle);
    m_driver->setLength(log.lengthMs, true);
    m_driver->setWaiting(false);
    m_view->showMoment(position());
    emit lengthKnown(log.lengthMs, true);
    emit factsChanged();
}

void LogPart::setGrowing(bool growing)
{
    m_growing = growing;
    m_driver->setGrowing(growing);
    if (growing)
        m_again->start();
    else
        m_again->stop();
}

void LogPart::setPlaying(bool playing)
{
    m_driver->setPlaying(playing);
}

void LogPart::setSpeed(double speed)
{
    m_driver->setSpeed(speed);
}

void LogPart::setSkipsIdle(bool skips)
{
    m_driver->setSkipsIdle(skips);
}

void LogPart::seek(qint64 ms)
{
    m_driver->seek(ms);
}

qint64 LogPart::position() const
{
    return m_driver->position();
}

void LogPart::step(int direction)
{
    QList<qint64> times = m_view->model()->log().timesMs;
    std::ranges::sort(times);
    const qint64 now = position();
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(times, now);
        if (next != times.end())
            seek(*next);
    } else {
        const auto next = std::ranges::lower_bound(times, now);
        if (next != times.begin())
            seek(*std::prev(next));
    }
}

void LogPart::showFound(const QString &text)
{
    m_view->showFound(text);
}

PartFacts LogPart::facts() const
{
    PartFacts known;
    const SessionLog &log = m_view->model()->log();
    if (log.entries.isEmpty())
        return known;
    known.activityMs = log.lengthMs;
    known.activity = QList<quint32>(activitySteps, 0);
    for (const qint64 ms : log.timesMs) {
        const qint64 step = log.lengthMs > 0 ? ms * activitySteps / (log.lengthMs + 1) : 0;
        ++known.activity[std::clamp<qint64>(step, 0, activitySteps - 1)];
    }
    return known;
}

QImage LogPart::snapshot() const
{
    return m_view->table()->grab().toImage();
}

} // namespace respool
