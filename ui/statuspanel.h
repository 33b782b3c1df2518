// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/workrule.h"

#include <QObject>

class QLabel;
class QStatusBar;
class QToolButton;

namespace respool {

// The window's status bar: how many jobs run, wait and failed, what keeps the queue from going on,
// and who runs them. Lives on the ui
// thread; asks the queue when it changes, at most twice a second.
class StatusPanel final : public QObject
{
    Q_OBJECT

public:
    StatusPanel(QStatusBar &bar, JobQueue &queue);
    void setWorker(bool mine);
    void setHolds(const WorkHolds &holds);
    qint64 running() const { return m_stats.running; }

signals:
    void attentionWanted(); // a click on the failed ones
    void pausedChanged(bool paused);

private:
    void reload();
    void show();

    JobQueue &m_queue;
    QLabel *m_worker;
    QLabel *m_counts;
    QToolButton *m_failed;
    QueueStats m_stats;
    WorkHolds m_holds;
};

} // namespace respool
