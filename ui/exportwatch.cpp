// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exportwatch.h"

namespace respool {

namespace {

constexpr int lookMs = 250;

} // namespace

ExportWatch::ExportWatch(JobQueue &queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_later.setSingleShot(true);
    m_later.setInterval(lookMs);
    connect(&m_later, &QTimer::timeout, this, &ExportWatch::look);
    connect(&queue, &JobQueue::changed, this, [this] {
        if (!m_places.isEmpty() && !m_later.isActive())
            m_later.start();
    });
}

void ExportWatch::follow(BatchId batch, const QString &place)
{
    m_places.insert(batch.value, place);
    m_later.start(); // it may have ended before anybody asked
}

void ExportWatch::look()
{
    const QList<qint64> batches = m_places.keys();
    for (const qint64 id : batches) {
        m_queue.batch(BatchId{id}).then(this, [this, id](const Result<BatchRecord> &batch) {
            if (batch && batch->hasEnded())
                tell(*batch);
            else if (!batch && batch.error().code == ErrorCode::NotFound)
                m_places.remove(id); // discarded
        });
    }
}

void ExportWatch::tell(const BatchRecord &batch)
{
    const auto place = m_places.constFind(batch.id.value);
    if (place == m_places.cend())
        return; // it was told already
    const int files = int(batch.count(JobState::Done));
    const bool bad = batch.count(JobState::Failed) + batch.count(JobState::Parked) > 0;
    if (bad)
        emit failed(
            tr("Not everything could be exported to %1; the jobs below say why.").arg(*place));
    else if (files == 1)
        emit written(tr("The export is finished: %1").arg(*place));
    else if (files > 1)
        emit written(tr("%n file(s) were exported to %1.", nullptr, files).arg(*place));
    m_places.erase(place);
}

} // namespace respool
