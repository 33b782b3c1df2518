// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/progressrate.h"
#include "ui/pagedrows.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <functional>

namespace respool {

// The commands of the user, the newest first, each with what its jobs add up to and how fast they
// go. Lives on the ui thread; asks the queue and never waits. Reloads by itself while something
// changes, at most four times a second; batches that run are read again every second.
class BatchModel final : public PagedRows<BatchRecord>
{
    Q_OBJECT

public:
    enum Column { Kind, Jobs, State, ProgressColumn, Rate, Left, Who, Created, ColumnCount };
    // The roles are those of JobModel: the same delegate and the same keeper serve both.

    explicit BatchModel(JobQueue &queue, QObject *parent = nullptr);

    void reload();
    BatchRecord batch(const QModelIndex &index) const;
    // Milliseconds of a clock that is not set; tests give their own.
    void setElapsed(std::function<qint64()> elapsed) { m_elapsed = std::move(elapsed); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded();
    void failed(const respool::Error &error);

private:
    // When the progress last moved, and how fast it does.
    struct Pace
    {
        ProgressRate rate;
        Progress last;
        qint64 movedMs = -1;
    };
    void show(const QList<BatchRecord> &batches);
    void readRunning();
    void measure(const BatchRecord &batch);
    QString text(const BatchRecord &batch, int column) const;
    QString rateText(const BatchRecord &batch) const;
    QString leftText(const BatchRecord &batch) const;

    JobQueue &m_queue;
    QHash<qint64, Pace> m_paces; // of those that run
    QElapsedTimer m_stopwatch;
    std::function<qint64()> m_elapsed;
    QTimer m_reload;
    QTimer m_tick;
    int m_limit;
    bool m_more = false; // there are older ones
    bool m_loading = false;
    bool m_loadAgain = false;
};

} // namespace respool
