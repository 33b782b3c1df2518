// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/workrule.h"
#include "ui/pagedrows.h"

#include <QHash>
#include <QIcon>
#include <QSet>
#include <QTimer>

namespace respool {

// The jobs that run, then the newest, with live progress. Lives on the ui thread; asks the
// queue and never waits. Follows changes by itself, at most four times a second: a few jobs that
// are named are read again by themselves, anything else reads the page again.
class JobModel final : public PagedRows<JobRecord>
{
    Q_OBJECT

public:
    enum Column {
        Kind,
        What,
        State,
        ProgressColumn,
        Priority,
        Attempt,
        Created,
        ErrorColumn,
        ColumnCount
    };
    // IdRole: the number of the JobId. ProgressRole: permille, or -1 where there is nothing to show.
    enum Role { IdRole = Qt::UserRole + 1, ProgressRole, StateRole };

    explicit JobModel(JobQueue &queue, QObject *parent = nullptr);

    void setAttentionOnly(bool attention); // failed and parked ones
    void setBatch(BatchId batch);          // only its jobs; 0: those of all
    void setHolds(const WorkHolds &holds); // what waits says why
    void reload();
    JobRecord job(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void loaded();
    void failed(const respool::Error &error);

private:
    void noteChange(const JobQueue::Jobs &jobs);
    void follow();
    void endLoading();
    void show(QList<JobRecord> jobs, const QList<JobRecord> &more);
    void merge(const QList<JobId> &asked, const QList<JobRecord> &found);
    bool belongs(const JobRecord &job) const;
    void showProgress(JobId id, Progress progress);
    QString text(const JobRecord &job, int column) const;
    QString stateText(const JobRecord &job) const;
    QString tipText(const JobRecord &job) const;
    Progress progressOf(const JobRecord &job) const;

    JobQueue &m_queue;
    QHash<qint64, Progress> m_live; // newer than what the rows say
    WorkHolds m_holds;
    BatchId m_batch;
    bool m_attentionOnly = false;
    bool m_loading = false;
    bool m_loadAgain = false;
    QSet<qint64> m_named;      // jobs that have changed since they were read
    bool m_anyChanged = false; // others may have, too
    QTimer m_reload;
};

QIcon iconFor(JobState state);

} // namespace respool
