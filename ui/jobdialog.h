// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace respool {

class Evidence;

// One job in full: its state and error, every attempt, every result, its log. Follows the job
// while it is open. Lives on the ui thread.
class JobDialog final : public QDialog
{
    Q_OBJECT

public:
    JobDialog(JobQueue &queue, Evidence &evidence, JobId id, QWidget *parent = nullptr);

private:
    void reload();
    void showJob(const JobRecord &job);
    void showAttempts(const QList<JobAttempt> &attempts);
    void showItems(const QList<JobItem> &items);
    void showLog(const QList<JobLogLine> &lines);

    JobQueue &m_queue;
    const JobId m_id;
    QLabel *m_summary;
    QTreeWidget *m_attempts;
    QTreeWidget *m_items;
    QPlainTextEdit *m_log;
    QPushButton *m_save = nullptr;
    BatchId m_batch;
};

} // namespace respool
