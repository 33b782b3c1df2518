// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How BatchTreeModel comes by its rows: pages of batches and of jobs, brought from one answer to
// the next without disturbing selection, unfolded batches and scroll position, and what is measured.

#include "ui/batchtreemodel.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace respool {

namespace {

constexpr int batchPage = 60;
constexpr int jobPage = 200;
constexpr int treeReloadMs = 250;
constexpr int treeTickMs = 1000;

} // namespace

BatchTreeModel::BatchTreeModel(JobQueue &queue, QObject *parent)
    : QAbstractItemModel(parent)
    , m_queue(queue)
    , m_elapsed([this] { return m_stopwatch.elapsed(); })
    , m_limit(batchPage)
{
    m_stopwatch.start();
    m_reload.setSingleShot(true);
    m_reload.setInterval(treeReloadMs);
    connect(&m_reload, &QTimer::timeout, this, &BatchTreeModel::reload);
    connect(&queue, &JobQueue::changed, this, [this] {
        if (!m_reload.isActive())
            m_reload.start();
    });
    connect(&queue, &JobQueue::progressed, this, &BatchTreeModel::showProgress);
    m_tick.setInterval(treeTickMs);
    connect(&m_tick, &QTimer::timeout, this, &BatchTreeModel::readRunning);
}

void BatchTreeModel::setFilter(JobGroup group, const QString &words)
{
    beginResetModel();
    m_group = group;
    m_words = jobWordsOf(words);
    m_nodes.clear();
    m_limit = batchPage;
    m_more = false;
    ++m_question;
    m_loading = false;
    endResetModel();
    reload();
}

void BatchTreeModel::reload()
{
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    const qint64 from = m_stopwatch.elapsed();
    m_queue.batches({.group = m_group, .words = m_words, .limit = m_limit})
        .then(this, [this, from, question = m_question](const Result<QList<BatchRecord>> &found) {
            if (question != m_question)
                return;
            m_loading = false;
            // Summing up many thousand jobs takes its time; the searches of the library want theirs.
            m_reload.setInterval(std::max(treeReloadMs, int(m_stopwatch.elapsed() - from) * 4));
            if (found) {
                m_more = found->size() == m_limit;
                show(*found);
                emit loaded();
            } else {
                emit failed(found.error());
            }
            if (std::exchange(m_loadAgain, false))
                m_reload.start();
        });
}

void BatchTreeModel::show(const QList<BatchRecord> &batches)
{
    QList<Node> next;
    for (const BatchRecord &batch : batches) {
        if (const Node *known = find(batch.id.value)) {
            next << *known;
            next.last().batch = batch;
        } else {
            next << Node{.batch = batch};
        }
    }
    bring(m_nodes, next, {});
    for (const Node &node : std::as_const(m_nodes)) {
        if (node.unfolded)
            askForJobs(node.batch.id);
    }
    measure();
}

// From the event loop: an answer that is there already comes at once, and views ask for more in the
// middle of being told of rows.
void BatchTreeModel::askForJobs(BatchId batch)
{
    QMetaObject::invokeMethod(
        this,
        [this, batch] {
            if (Node *node = find(batch.value))
                loadJobs(*node);
        },
        Qt::QueuedConnection);
}

void BatchTreeModel::loadJobs(Node &node)
{
    if (std::exchange(node.loading, true)) {
        node.loadAgain = true;
        return;
    }
    const int limit = std::max(node.limit, jobPage);
    m_queue.jobsIn(node.batch.id, {.group = m_group, .words = m_words, .limit = limit})
        .then(this, [this, limit, id = node.batch.id,
                     question = m_question](const Result<QList<JobRecord>> &jobs) {
            Node *asked = question == m_question ? find(id.value) : nullptr;
            if (!asked)
                return;
            asked->loading = false;
            const bool again = std::exchange(asked->loadAgain, false);
            if (jobs)
                showJobs(id, limit, *jobs);
            else
                emit failed(jobs.error());
            if (again)
                askForJobs(id);
        });
}

void BatchTreeModel::showJobs(BatchId batch, int limit, const QList<JobRecord> &jobs)
{
    Node *node = find(batch.value);
    const auto running = std::ranges::count(jobs, JobState::Running, &JobRecord::state);
    node->more = jobs.size() - running >= limit;
    node->limit = std::max(node->limit, limit);
    for (const JobRecord &job : jobs) {
        if (job.state == JobState::Running)
            continue;
        m_live.remove(job.id.value);
        m_jobPaces.remove(job.id.value);
    }
    bring(node->jobs, jobs, indexOf(batch));
    emit jobsLoaded(batch);
}

template <typename Item>
void BatchTreeModel::removeOthers(QList<Item> &rows, const QList<Item> &next,
                                  const QModelIndex &parent)
{
    QSet<qint64> stay;
    for (const Item &item : next)
        stay.insert(idOf(item));
    const auto goes = [&](int row) { return !stay.contains(idOf(rows[row])); };
    for (int last = int(rows.size()) - 1; last >= 0; --last) {
        if (!goes(last))
            continue;
        int first = last;
        while (first > 0 && goes(first - 1))
            --first;
        beginRemoveRows(parent, first, last);
        rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

// Few rows change their place at a time: a job that begins, or one that has ended.
template <typename Item>
void BatchTreeModel::bring(QList<Item> &rows, const QList<Item> &next, const QModelIndex &parent)
{
    removeOthers(rows, next, parent);
    QSet<qint64> had;
    for (const Item &item : std::as_const(rows))
        had.insert(idOf(item));
    const auto isNew = [&](int row) { return !had.contains(idOf(next[row])); };
    for (int row = 0; row < int(next.size()); ++row) {
        if (row < int(rows.size()) && idOf(rows[row]) == idOf(next[row])) {
            rows[row] = next[row];
            continue;
        }
        if (isNew(row)) {
            int last = row;
            while (last + 1 < int(next.size()) && isNew(last + 1))
                ++last;
            beginInsertRows(parent, row, last);
            for (int added = row; added <= last; ++added)
                rows.insert(added, next[added]);
            endInsertRows();
            row = last;
            continue;
        }
        int from = row + 1;
        while (idOf(rows[from]) != idOf(next[row]))
            ++from;
        beginMoveRows(parent, from, from, parent, row);
        rows.move(from, row);
        endMoveRows();
        rows[row] = next[row];
    }
    if (!rows.isEmpty())
        emit dataChanged(index(0, 0, parent), index(int(rows.size()) - 1, ColumnCount - 1, parent));
}

void BatchTreeModel::measure()
{
    QSet<qint64> running;
    const qint64 nowMs = m_elapsed();
    for (const Node &node : std::as_const(m_nodes)) {
        if (node.batch.state() != JobState::Running)
            continue;
        running.insert(node.batch.id.value);
        m_paces[node.batch.id.value].add(nowMs, node.batch.progress);
    }
    m_paces.removeIf([&](const QHash<qint64, WorkPace>::iterator &pace) {
        return !running.contains(pace.key());
    });
    if (running.isEmpty())
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

// Only these move while no job begins or ends.
void BatchTreeModel::readRunning()
{
    for (auto it = m_paces.cbegin(); it != m_paces.cend(); ++it) {
        m_queue.batch(BatchId{it.key()}).then(this, [this](const Result<BatchRecord> &batch) {
            Node *node = batch ? find(batch->id.value) : nullptr;
            if (!node || !m_paces.contains(batch->id.value))
                return;
            node->batch = *batch;
            m_paces[batch->id.value].add(m_elapsed(), batch->progress);
            const QModelIndex first = indexOf(batch->id);
            emit dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
        });
    }
}

void BatchTreeModel::showProgress(JobId id, Progress progress)
{
    m_live.insert(id.value, progress);
    m_jobPaces[id.value].add(m_elapsed(), progress);
    for (const Node &node : std::as_const(m_nodes)) {
        const auto job = std::ranges::find(node.jobs, id, &JobRecord::id);
        if (job == node.jobs.end())
            continue;
        const QModelIndex first =
            index(int(job - node.jobs.begin()), ProgressColumn, indexOf(node.batch.id));
        emit dataChanged(first, first.siblingAtColumn(Left));
        return;
    }
}

void BatchTreeModel::setUnfolded(const QModelIndex &batch, bool unfolded)
{
    Node *node = isBatch(batch) ? &m_nodes[batch.row()] : nullptr;
    if (!node || node->unfolded == unfolded)
        return;
    node->unfolded = unfolded;
    if (unfolded)
        askForJobs(node->batch.id);
}

void BatchTreeModel::loadMoreJobs(const QModelIndex &batch)
{
    if (!isBatch(batch))
        return;
    Node &node = m_nodes[batch.row()];
    if (!std::exchange(node.more, false))
        return;
    node.limit += jobPage;
    askForJobs(node.batch.id);
}

// The first page of a batch is asked for by the view that unfolds it; the further ones not, since
// a view asks for all of them at once.
bool BatchTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_more;
    const Node *node = nodeOf(parent);
    return node && !node->unfolded && node->limit == 0;
}

void BatchTreeModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid()) {
        if (canFetchMore(parent))
            setUnfolded(parent, true);
        return;
    }
    if (!std::exchange(m_more, false))
        return; // views ask first, but not everybody does
    m_limit += batchPage;
    QMetaObject::invokeMethod(this, &BatchTreeModel::reload, Qt::QueuedConnection);
}

} // namespace respool
