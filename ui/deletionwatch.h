// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QSet>
#include <QTimer>

namespace respool {

// Waits for the deletions that were asked for in this window, and tells when each has ended. One
// that is still running when the window closes is told of by its batch alone. Lives on the ui
// thread.
class DeletionWatch final : public QObject
{
    Q_OBJECT

public:
    explicit DeletionWatch(JobQueue &queue, QObject *parent = nullptr);

    void follow(BatchId batch);

signals:
    // whole: nothing was left alone and nothing failed.
    void ended(respool::BatchId batch, bool whole, const QString &text);

private:
    void look();
    void tell(const BatchRecord &batch);

    JobQueue &m_queue;
    QSet<qint64> m_batches;
    QTimer m_later;
};

} // namespace respool
