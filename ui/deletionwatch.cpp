// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/deletionwatch.h"

namespace respool {

namespace {

constexpr int lookMs = 250;

} // namespace

DeletionWatch::DeletionWatch(JobQueue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_later.setSingleShot(true);
    m_later.setInterval(lookMs);
    connect(&m_later, &QTimer::timeout, this, &DeletionWatch::look);
    connect(&queue, &JobQueue::changed, this, [this] {
        if (!m_batches.isEmpty() && !m_later.isActive())
            m_later.start();
    });
}

void DeletionWatch::follow(BatchId batch)
{
    m_batches.insert(batch.value);
    m_later.start(); // it may have ended before anybody asked
}

void DeletionWatch::look()
{
    const QSet<qint64> batches = m_batches;
    for (const qint64 id : batches) {
        m_queue.batch(BatchId{id}).then(this, [this, id](const Result<BatchRecord> &batch) {
            if (batch && batch->hasEnded())
                tell(*batch);
            else if (!batch && batch.error().code == ErrorCode::NotFound)
                m_batches.remove(id); // discarded
        });
    }
}

void DeletionWatch::tell(const BatchRecord &batch)
{
    if (!m_batches.remove(batch.id.value))
        return; // it was told already
    switch (batch.state()) {
    case JobState::Done:
        emit ended(batch.id, true, tr("The deletion is finished."));
        break;
    case JobState::Cancelled:
        emit ended(batch.id, false,
                   tr("The deletion was cancelled; its report says how far it came."));
        break;
    default:
        emit ended(batch.id, false,
                   tr("The deletion is finished, but not everything could be deleted; its report "
                      "says what and why."));
    }
}

} // namespace respool
