// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QWidget>

class QAction;
class QTableView;

namespace respool {

class BatchModel;
class Evidence;
class ReportSaver;

// The commands of the user and how far each is, with what can be done to all of its jobs at once,
// or to the whole queue. Lives on the ui thread.
class BatchPage final : public QWidget
{
    Q_OBJECT

public:
    BatchPage(JobQueue &queue, Evidence &evidence, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }
    void setPaused(bool paused);
    void chooseNone();

signals:
    void chosen(respool::BatchId batch); // 0: none, the jobs of all are wanted
    void told(const QString &news);
    void failed(const respool::Error &error);

private:
    void makeActions();
    void makeVerb(QAction *action, QFuture<Result<>> (JobQueue::*verb)(BatchId));
    void updateActions();
    BatchRecord selected() const;
    void handle(QFuture<Result<>> future);

    JobQueue &m_queue;
    BatchModel *m_model;
    QTableView *m_table;
    ReportSaver *m_saver;
    QAction *m_hold = nullptr, *m_release = nullptr, *m_cancel = nullptr, *m_retry = nullptr;
    QAction *m_report = nullptr, *m_all = nullptr, *m_pause = nullptr;
    bool m_paused = false;
};

} // namespace respool
