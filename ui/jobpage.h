// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QTableView;

namespace respool {

class JobModel;

// The queue below the library: what runs, waits, failed and why, with what can be done about it.
// Lives on the ui thread.
class JobPage final : public QWidget
{
    Q_OBJECT

public:
    explicit JobPage(JobQueue &queue, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }
    void showAttention(); // only the jobs that failed or are parked
    void setPaused(bool paused);

signals:
    void failed(const respool::Error &error);

private:
    void makeActions();
    void updateActions();
    void forSelected(QFuture<Result<>> (JobQueue::*verb)(JobId));
    void showDetails();
    void handle(QFuture<Result<>> future);

    JobQueue &m_queue;
    JobModel *m_model;
    QTableView *m_table;
    QCheckBox *m_attention;
    QAction *m_retry = nullptr, *m_cancel = nullptr, *m_discard = nullptr, *m_details = nullptr;
    QAction *m_pause = nullptr;
    bool m_paused = false;
};

} // namespace respool
