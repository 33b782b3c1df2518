// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QObject>

class QLabel;
class QStatusBar;
class QToolButton;

namespace respool {

// The window's status bar: how many jobs run, wait and failed, and who runs them. Lives on the ui
// thread; asks the queue when it changes, at most twice a second.
class StatusPanel final : public QObject
{
    Q_OBJECT

public:
    StatusPanel(QStatusBar &bar, JobQueue &queue);
    void setWorker(bool mine);
    qint64 running() const { return m_running; }

signals:
    void attentionWanted(); // a click on the failed ones
    void pausedChanged(bool paused);

private:
    void reload();
    void show(const QueueStats &stats);

    JobQueue &m_queue;
    QLabel *m_worker;
    QLabel *m_counts;
    QToolButton *m_failed;
    qint64 m_running = 0;
};

} // namespace respool
