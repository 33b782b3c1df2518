// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/queueforecast.h"

#include <algorithm>

namespace respool {

void QueueForecast::add(qint64 atMs, const QList<BatchRecord> &open, bool isComplete)
{
    m_isComplete = isComplete;
    weigh(open);
    for (KindOfWork &kind : m_kinds) {
        kind.left = 0;
        kind.runs = false;
    }
    for (const BatchRecord &batch : open) {
        if (batch.state() == JobState::Paused)
            continue; // it may stay so for ever
        KindOfWork &kind = m_kinds[batch.kind];
        kind.left += std::max<qint64>(0, batch.progress.total - batch.progress.done);
        kind.runs = kind.runs || batch.count(JobState::Running) > 0;
    }
    for (KindOfWork &kind : m_kinds) {
        if (kind.left > kind.most)
            kind.most = kind.left; // more has come: another total begins another measurement
        kind.pace.add(atMs, {kind.most - kind.left, kind.most});
        if (kind.runs && kind.pace.perSecond() > 0)
            kind.lastPerSecond = kind.pace.perSecond();
    }
    foresee();
    if (open.isEmpty())
        m_kinds.clear();
}

void QueueForecast::weigh(const QList<BatchRecord> &open)
{
    if (open.isEmpty()) {
        m_run.clear();
        return;
    }
    for (Share &share : m_run)
        share.done = 1; // but for those that are open still
    for (const BatchRecord &batch : open) {
        Share &share = m_run[batch.id.value];
        share.jobs = batch.jobs();
        share.done = batch.progress.total > 0
                         ? double(batch.progress.done) / double(batch.progress.total)
                         : 0;
    }
}

void QueueForecast::foresee()
{
    m_remainingMs.reset();
    m_isAtLeast = !m_isComplete;
    qint64 underWay = 0, behind = 0;
    bool isKnown = false;
    for (const KindOfWork &kind : std::as_const(m_kinds)) {
        if (kind.left == 0)
            continue;
        if (kind.lastPerSecond <= 0) {
            m_isAtLeast = true;
            continue;
        }
        isKnown = true;
        const auto ms = qint64(double(kind.left) * 1000 / kind.lastPerSecond);
        if (kind.runs)
            underWay = std::max(underWay, ms);
        else
            behind += ms;
    }
    if (isKnown)
        m_remainingMs = underWay + behind;
}

int QueueForecast::permille() const
{
    if (m_run.isEmpty())
        return -1;
    double done = 0;
    qint64 jobs = 0;
    for (const Share &share : m_run) {
        done += share.done * double(share.jobs);
        jobs += share.jobs;
    }
    return jobs > 0 ? std::clamp(int(done * 1000 / double(jobs)), 0, 1000) : -1;
}

std::optional<qint64> QueueForecast::remainingMs() const
{
    return m_remainingMs;
}

} // namespace respool
