// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/settings/afterqueue.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QActionGroup;
class QComboBox;
class QLineEdit;
class QMenu;
class QSplitter;
class QToolBar;
class QToolButton;

namespace respool {

class BatchTreeModel;
class Evidence;
class JobPane;
class JobTree;
class ReportSaver;
struct QueueHolds;

// The queue below the library: the batches and their jobs, what runs, waits, failed and why, what
// can be done about it, and the chosen job in full. Lives on the ui thread.
class JobPage final : public QWidget
{
    Q_OBJECT

public:
    JobPage(JobQueue &queue, Evidence &evidence, QWidget *parent = nullptr);

    JobTree *tree() const { return m_tree; }
    void showAttention(); // only what failed
    void setHolds(const QueueHolds &holds);
    void setAfterQueue(AfterQueue action, bool remembered);

    // Where the splitter and the columns are, and what is shown. What was saved otherwise is ignored.
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

signals:
    void told(const QString &news);
    void failed(const respool::Error &error);
    void afterQueueChosen(respool::AfterQueue action, bool remember);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    using JobVerb = QFuture<Result<>> (JobQueue::*)(JobId);
    using BatchVerb = QFuture<Result<>> (JobQueue::*)(BatchId);
    void makeActions();
    QAction *make(const QString &icon, const QString &text, const QString &tip);
    void connectActions();
    void makeMenu();
    void layOut();
    void fitTools();
    void setToolStyle(QAction *action, Qt::ToolButtonStyle style);
    void applyFilter();
    void updateActions();
    void showChosen();
    void forSelected(JobVerb jobVerb, BatchVerb batchVerb, bool (*fits)(JobState));
    void discardSelected();
    void moveSelected(int by);
    void clearEnded();
    void handle(QFuture<Result<>> future);

    JobQueue &m_queue;
    BatchTreeModel *m_model;
    JobTree *m_tree;
    JobPane *m_pane;
    ReportSaver *m_saver;
    QSplitter *m_splitter;
    QToolBar *m_tools = nullptr;
    QComboBox *m_group;
    QLineEdit *m_search;
    QToolButton *m_more;
    QMenu *m_menu;
    QActionGroup *m_afterQueue;
    QTimer m_typing; // a search begins when the typing pauses
    QAction *m_hold = nullptr, *m_release = nullptr, *m_retry = nullptr, *m_cancel = nullptr;
    QAction *m_sooner = nullptr, *m_later = nullptr, *m_discard = nullptr, *m_report = nullptr;
    QAction *m_retryAll = nullptr, *m_seeAll = nullptr, *m_clear = nullptr, *m_pause = nullptr;
    QAction *m_details = nullptr, *m_remember = nullptr;
    bool m_paused = false;
};

} // namespace respool
