// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/workrule.h"
#include "ui/queuewatch.h"

#include <QObject>
#include <QTimer>

class QLabel;
class QProgressBar;
class QStatusBar;
class QToolButton;

namespace respool {

// The window's status bar: how many jobs run and wait, how far they are and for how long, what keeps
// the queue from going on, how many failures nobody has looked at, and who runs the jobs. Lives on
// the ui thread.
class StatusPanel final : public QObject
{
    Q_OBJECT

public:
    StatusPanel(QStatusBar &bar, QueueWatch &watch);
    void setWorker(bool mine);
    void setHolds(const WorkHolds &holds);
    qint64 running() const { return m_watch.state().stats.running; }

signals:
    void attentionWanted(); // a click on the failed ones

private:
    void show();
    void showFailures(const QueueStats &stats);
    void accent(bool on);

    QueueWatch &m_watch;
    QLabel *m_worker;
    QLabel *m_counts;
    QProgressBar *m_progress;
    QToolButton *m_failed;
    QTimer m_blink; // when there are more than before
    int m_blinks = 0;
    qint64 m_unseen = 0;
    WorkHolds m_holds;
};

} // namespace respool
