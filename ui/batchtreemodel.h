// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/workpace.h"
#include "ui/jobtext.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <functional>

namespace respool {

// The commands of the user, the newest first, each with what its jobs add up to; unfolded, its
// jobs: first what runs, then in their order. Batches and jobs come in pages, and the jobs of a
// batch only once it is unfolded. Lives on the ui thread; asks the queue and never waits. Reloads
// by itself while something changes, at most four times a second; what runs is measured.
class BatchTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        What,
        State,
        ProgressColumn,
        Rate,
        Left,
        Why, // the reason of an order, the error of a job
        Priority,
        Attempt,
        Who,
        Created,
        ColumnCount
    };
    // IdRole: the number of the BatchId or the JobId. ProgressRole: permille, or -1 where there is
    // nothing to show. StateRole: the number of the JobState.
    enum Role { IdRole = Qt::UserRole + 1, ProgressRole, StateRole };

    explicit BatchTreeModel(JobQueue &queue, QObject *parent = nullptr);

    void setFilter(JobGroup group, const QString &words);
    void setHolds(const QueueHolds &holds);                    // what waits says why
    void setUnfolded(const QModelIndex &batch, bool unfolded); // only then it is kept up to date
    void loadMoreJobs(const QModelIndex &batch);
    void reload();

    bool isBatch(const QModelIndex &index) const { return index.isValid() && !index.internalId(); }
    BatchRecord batch(const QModelIndex &index) const; // of a job: the one it belongs to
    JobRecord job(const QModelIndex &index) const;     // of a batch: none
    QModelIndex indexOf(BatchId id) const;
    // Milliseconds of a clock that is not set; tests give their own.
    void setElapsed(std::function<qint64()> elapsed) { m_elapsed = std::move(elapsed); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded();                           // the batches
    void jobsLoaded(respool::BatchId batch); // of one that is unfolded
    void failed(const respool::Error &error);

private:
    struct Node
    {
        BatchRecord batch;
        QList<JobRecord> jobs = {};
        int limit = 0; // of the page that was read last; 0: none yet
        bool unfolded = false;
        bool loading = false;
        bool loadAgain = false;
        bool more = false; // there are more jobs than were read
    };
    static qint64 idOf(const Node &node) { return node.batch.id.value; }
    static qint64 idOf(const JobRecord &job) { return job.id.value; }

    const Node *nodeOf(const QModelIndex &batch) const;
    Node *find(qint64 batch);
    void show(const QList<BatchRecord> &batches);
    void askForJobs(BatchId batch);
    void loadJobs(Node &node);
    void showJobs(BatchId batch, int limit, const QList<JobRecord> &jobs);
    void measure();
    void readRunning();
    void showProgress(JobId id, Progress progress);
    template <typename Item>
    void bring(QList<Item> &rows, const QList<Item> &next, const QModelIndex &parent);
    template <typename Item>
    void removeOthers(QList<Item> &rows, const QList<Item> &next, const QModelIndex &parent);

    QString text(const BatchRecord &batch, int column) const;
    QString text(const JobRecord &job, int column) const;
    QString shownText(const QModelIndex &index) const;
    QString spokenText(const QModelIndex &index) const;
    QString tipText(const QModelIndex &index) const;
    QVariant valueOf(const QModelIndex &index, int role) const;
    int permilleOf(const QModelIndex &index) const;
    bool isUnseen(const QModelIndex &index) const;
    Progress progressOf(const JobRecord &job) const;

    JobQueue &m_queue;
    QList<Node> m_nodes;
    JobGroup m_group = JobGroup::All;
    QList<JobWord> m_words;
    quint64 m_question = 0; // answers to what was asked before the filter changed are late
    QueueHolds m_holds;
    QHash<qint64, Progress> m_live;     // by job; newer than what the rows say
    QHash<qint64, WorkPace> m_jobPaces; // of the jobs that run
    QHash<qint64, WorkPace> m_paces;    // of the batches that run
    QElapsedTimer m_stopwatch;
    std::function<qint64()> m_elapsed;
    QTimer m_reload;
    QTimer m_tick;
    int m_limit;
    bool m_more = false; // there are older batches
    bool m_loading = false;
    bool m_loadAgain = false;
};

} // namespace respool
