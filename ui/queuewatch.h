// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/queueforecast.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace respool {

// How the queue stands, for everything that shows it as a whole.
struct QueueState
{
    QueueStats stats;
    int permille = -1;            // of what there is to do; -1: nothing
    std::optional<qint64> leftMs; // empty: not known
    bool isAtLeast = false;       // it takes longer than that

    // Something runs, is due, or waits to be tried again; what is paused waits for its user.
    bool isBusy() const { return stats.running + stats.queued + stats.delayed > 0; }
};

// Looks at the queue when it changes, and every second while jobs run; tells of batches that have
// come to their end since. Lives on the ui thread; asks and never waits.
class QueueWatch final : public QObject
{
    Q_OBJECT

public:
    explicit QueueWatch(JobQueue &queue, QObject *parent = nullptr);
    const QueueState &state() const { return m_state; }
    JobQueue &queue() const { return m_queue; }

signals:
    void changed(const respool::QueueState &state);
    void batchEnded(const respool::BatchRecord &batch);

private:
    void look();
    void show(const QueueStats &stats, const QList<BatchRecord> &open);
    void endLook(qint64 beganMs);

    JobQueue &m_queue;
    QueueState m_state;
    QueueForecast m_forecast;
    QSet<qint64> m_open; // the batches that were open at the last look
    QElapsedTimer m_stopwatch;
    QTimer m_later;
    bool m_looking = false;
    bool m_lookAgain = false;
};

} // namespace respool
