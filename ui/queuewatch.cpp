// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queuewatch.h"

#include <algorithm>
#include <utility>

namespace respool {

namespace {

constexpr int changedMs = 500;
constexpr int runningMs = 1000;
constexpr int mostOpen = 200; // batches that are summed up; more make the forecast a lower bound

} // namespace

QueueWatch::QueueWatch(JobQueue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_stopwatch.start();
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &QueueWatch::look);
    connect(&queue, &JobQueue::changed, this, [this] {
        if (m_looking)
            m_lookAgain = true;
        else if (!m_later.isActive() || m_later.remainingTime() > changedMs)
            m_later.start(changedMs);
    });
    m_later.start(0); // when those who want to hear of it can
}

void QueueWatch::look()
{
    if (std::exchange(m_looking, true))
        return;
    const qint64 beganMs = m_stopwatch.elapsed();
    m_queue.stats().then(this, [this, beganMs](const Result<QueueStats> &stats) {
        if (!stats)
            return endLook(
                beganMs); // an error of the database is told by what needs more than this
        m_queue.batches({.group = JobGroup::Open, .limit = mostOpen})
            .then(this, [this, beganMs, stats = *stats](const Result<QList<BatchRecord>> &open) {
                if (open)
                    show(stats, *open);
                endLook(beganMs);
            });
    });
}

// Summing up many thousand jobs takes its time; the searches of the library want theirs.
void QueueWatch::endLook(qint64 beganMs)
{
    m_looking = false;
    const int took = int(m_stopwatch.elapsed() - beganMs);
    if (std::exchange(m_lookAgain, false))
        m_later.start(std::max(changedMs, took * 4));
    else if (m_state.stats.running > 0)
        m_later.start(std::max(runningMs, took * 4));
}

void QueueWatch::show(const QueueStats &stats, const QList<BatchRecord> &open)
{
    const bool isComplete = open.size() < mostOpen;
    m_forecast.add(m_stopwatch.elapsed(), open, isComplete);
    QSet<qint64> ids;
    for (const BatchRecord &batch : open)
        ids.insert(batch.id.value);
    const QSet<qint64> gone = isComplete ? m_open - ids : QSet<qint64>();
    m_open = ids;
    m_state = {stats, m_forecast.permille(), m_forecast.remainingMs(), m_forecast.isAtLeast()};
    emit changed(m_state);
    for (const qint64 id : gone) {
        m_queue.batch(BatchId{id}).then(this, [this](const Result<BatchRecord> &batch) {
            if (batch && batch->hasEnded())
                emit batchEnded(*batch);
        });
    }
}

} // namespace respool
