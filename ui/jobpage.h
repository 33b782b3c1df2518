// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QSplitter;
class QTableView;

namespace respool {

class BatchPage;
class Evidence;
class JobModel;
struct WorkHolds;

// The queue below the library: the batches, and under them the jobs of all or of the chosen one:
// what runs, waits, failed and why, with what can be done about it. Lives on the ui thread.
class JobPage final : public QWidget
{
    Q_OBJECT

public:
    JobPage(JobQueue &queue, Evidence &evidence, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }
    void showAttention(); // only the jobs that failed or are parked
    void setPaused(bool paused);
    void setHolds(const WorkHolds &holds);

    // Where the splitter and the columns of both tables are. What was saved otherwise is ignored.
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

signals:
    void told(const QString &news);
    void failed(const respool::Error &error);

private:
    void layOut();
    void makeActions();
    void updateActions();
    void forSelected(QFuture<Result<>> (JobQueue::*verb)(JobId), bool (*fits)(JobState));
    void moveSelected(int by);
    void showDetails();
    void handle(QFuture<Result<>> future);

    JobQueue &m_queue;
    Evidence &m_evidence;
    JobModel *m_model;
    QTableView *m_table;
    BatchPage *m_batches;
    QSplitter *m_splitter;
    QCheckBox *m_attention;
    QAction *m_hold = nullptr, *m_release = nullptr, *m_retry = nullptr, *m_cancel = nullptr;
    QAction *m_sooner = nullptr, *m_later = nullptr, *m_discard = nullptr, *m_details = nullptr;
};

} // namespace respool
