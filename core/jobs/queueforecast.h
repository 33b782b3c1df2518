// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/batch.h"
#include "core/jobs/workpace.h"

#include <QHash>

namespace respool {

// How far the whole queue is and how long it will take, from the batches that are open one look
// after the other. Bytes and recordings do not add up, so each kind of work has a pace of its own,
// and of those that are under way the longest counts; what waits comes behind it. A run begins when
// the queue has work and ends when it has none: what ended meanwhile still counts as done.
class QueueForecast
{
public:
    // Times are of a clock that nobody sets. isComplete: these are all open batches.
    void add(qint64 atMs, const QList<BatchRecord> &open, bool isComplete = true);

    int permille() const; // of the work of this run; -1: there is none
    // Empty: nothing is known yet.
    std::optional<qint64> remainingMs() const;
    // Some of the work has not begun, and nobody knows how fast it will go: it takes longer.
    bool isAtLeast() const { return m_isAtLeast; }

private:
    struct Share
    {
        qint64 jobs = 0;
        double done = 0; // from 0 to 1
    };
    struct KindOfWork
    {
        WorkPace pace;
        double lastPerSecond = 0; // when it last went
        qint64 left = 0;
        qint64 most = 0; // that was left: from there it counts down
        bool runs = false;
    };
    void weigh(const QList<BatchRecord> &open);
    void foresee();

    QHash<qint64, Share> m_run; // by batch
    QHash<QString, KindOfWork> m_kinds;
    std::optional<qint64> m_remainingMs;
    bool m_isAtLeast = false;
    bool m_isComplete = true;
};

} // namespace respool
