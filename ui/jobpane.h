// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QTreeWidget;

namespace respool {

// One job in full: its state and error, its log, every attempt, its results. Follows the job while
// it is shown; of a long log or many results it holds the last thousand. Of a batch it says what
// was asked for. Lives on the ui thread.
class JobPane final : public QWidget
{
    Q_OBJECT

public:
    explicit JobPane(JobQueue &queue, QWidget *parent = nullptr);

    void showJob(JobId id);
    void showBatch(const BatchRecord &batch);
    void clear();
    JobId shown() const { return m_id; }

private:
    void follow(const JobQueue::Jobs &jobs);
    void reload();
    template <typename T>
    auto showing(void (JobPane::*part)(const T &));
    void startAnew(JobId id);
    void describe(const JobRecord &job);
    void showAttempts(const QList<JobAttempt> &attempts);
    void showItems(const QList<JobItem> &items);
    void showLog(const QList<JobLogLine> &lines);

    JobQueue &m_queue;
    JobId m_id; // 0: no job is shown
    QLabel *m_summary;
    QTabWidget *m_tabs;
    QTreeWidget *m_attempts;
    QTreeWidget *m_items;
    QPlainTextEdit *m_log;
    QTimer m_later;
};

} // namespace respool
