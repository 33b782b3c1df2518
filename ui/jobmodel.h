// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "ui/pagedrows.h"

#include <QHash>
#include <QTimer>

namespace respool {

// The jobs that run, then the newest, with live progress. Lives on the ui thread; asks the
// queue and never waits. Reloads by itself, at most four times a second.
class JobModel final : public PagedRows<JobRecord>
{
    Q_OBJECT

public:
    enum Column { Kind, What, State, ProgressColumn, Attempt, Created, ErrorColumn, ColumnCount };
    // IdRole: the number of the JobId. ProgressRole: permille, or -1 where there is nothing to show.
    enum Role { IdRole = Qt::UserRole + 1, ProgressRole, StateRole };

    explicit JobModel(JobQueue &queue, QObject *parent = nullptr);

    void setAttentionOnly(bool attention); // failed and parked ones
    void reload();
    JobRecord job(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void loaded();
    void failed(const respool::Error &error);

private:
    void show(QList<JobRecord> jobs, const QList<JobRecord> &more);
    void showProgress(JobId id, Progress progress);
    QString text(const JobRecord &job, int column) const;
    Progress progressOf(const JobRecord &job) const;

    JobQueue &m_queue;
    QHash<qint64, Progress> m_live; // newer than what the rows say
    bool m_attentionOnly = false;
    bool m_loading = false;
    bool m_loadAgain = false;
    QTimer m_reload;
};

} // namespace respool
