// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/batchtreemodel.h"

#include "core/base/units.h"
#include "ui/errortext.h"
#include "ui/look.h"

#include <QApplication>
#include <QFont>
#include <QPalette>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

int percentOf(Progress progress)
{
    return progress.total > 0 ? int(progress.done * 100 / progress.total) : -1;
}

QString signedText(int priority)
{
    if (priority == 0)
        return {};
    return u"%1%2"_s.arg(priority > 0 ? u"+"_s : QString()).arg(priority);
}

} // namespace

void BatchTreeModel::setHolds(const QueueHolds &holds)
{
    m_holds = holds;
    for (int row = 0; row < int(m_nodes.size()); ++row) {
        const QModelIndex batch = index(row, State);
        emit dataChanged(batch, batch);
        if (const int jobs = int(m_nodes[row].jobs.size()); jobs > 0)
            emit dataChanged(index(0, State, batch.siblingAtColumn(0)),
                             index(jobs - 1, State, batch.siblingAtColumn(0)));
    }
}

// The internal id of a job is the number of its batch; a batch has none.
QModelIndex BatchTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const quintptr above = parent.isValid() ? quintptr(m_nodes[parent.row()].batch.id.value) : 0;
    return createIndex(row, column, above);
}

QModelIndex BatchTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return indexOf(BatchId{qint64(index.internalId())});
}

QModelIndex BatchTreeModel::indexOf(BatchId id) const
{
    const auto found =
        std::ranges::find(m_nodes, id.value, [](const Node &node) { return node.batch.id.value; });
    return found == m_nodes.end() ? QModelIndex()
                                  : createIndex(int(found - m_nodes.begin()), 0, quintptr(0));
}

const BatchTreeModel::Node *BatchTreeModel::nodeOf(const QModelIndex &batch) const
{
    return isBatch(batch) && batch.row() < m_nodes.size() ? &m_nodes[batch.row()] : nullptr;
}

BatchTreeModel::Node *BatchTreeModel::find(qint64 batch)
{
    const auto found =
        std::ranges::find(m_nodes, batch, [](const Node &node) { return node.batch.id.value; });
    return found == m_nodes.end() ? nullptr : &*found;
}

int BatchTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    const Node *node = parent.column() == 0 ? nodeOf(parent) : nullptr;
    return node ? int(node->jobs.size()) : 0;
}

int BatchTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool BatchTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_nodes.isEmpty();
    const Node *node = parent.column() == 0 ? nodeOf(parent) : nullptr;
    return node && (node->limit == 0 || !node->jobs.isEmpty());
}

BatchRecord BatchTreeModel::batch(const QModelIndex &index) const
{
    const QModelIndex top = isBatch(index) ? index : parent(index);
    const Node *node = nodeOf(top);
    return node ? node->batch : BatchRecord();
}

JobRecord BatchTreeModel::job(const QModelIndex &index) const
{
    if (!index.isValid() || isBatch(index))
        return {};
    const Node *node = nodeOf(parent(index));
    return node ? node->jobs.value(index.row()) : JobRecord();
}

Progress BatchTreeModel::progressOf(const JobRecord &job) const
{
    return m_live.value(job.id.value, job.progress);
}

int BatchTreeModel::permilleOf(const QModelIndex &index) const
{
    const bool isTop = isBatch(index);
    const JobRecord one = job(index);
    const BatchRecord all = batch(index);
    if ((isTop ? all.state() : one.state) == JobState::Done)
        return 1000;
    const Progress progress = isTop ? all.progress : progressOf(one);
    return progress.total > 0 ? int(progress.done * 1000 / progress.total) : -1;
}

bool BatchTreeModel::isUnseen(const QModelIndex &index) const
{
    if (isBatch(index))
        return batch(index).unseen > 0;
    const JobRecord one = job(index);
    return one.state >= JobState::Failed && !one.seen;
}

QString BatchTreeModel::text(const BatchRecord &batch, int column) const
{
    switch (Column(column)) {
    case Name:
        return wordForJobKind(batch.kind);
    case What:
        return countsText(batch);
    case State:
        return stateText(batch, m_holds);
    case ProgressColumn: {
        const int percent = batch.state() == JobState::Done ? 100 : percentOf(batch.progress);
        return percent < 0 ? QString() : u"%1 %"_s.arg(percent);
    }
    case Rate:
        return rateText(batch.kind, m_paces.value(batch.id.value).perSecond());
    case Left: {
        const auto leftMs = m_paces.value(batch.id.value).remainingMs();
        return leftMs ? leftText(*leftMs) : QString();
    }
    case Who:
        return batch.who;
    case Created:
        return timeText(batch.createdMs);
    case Why:
        return batch.reason;
    case Priority:
    case Attempt:
    case ColumnCount:
        break;
    }
    return {};
}

QString BatchTreeModel::text(const JobRecord &job, int column) const
{
    const bool runs = job.state == JobState::Running;
    switch (Column(column)) {
    case Name:
        return tr("Job %1").arg(job.id.value);
    case What:
        return titleText(job);
    case State:
        return stateText(job, m_holds);
    case ProgressColumn: {
        const int percent = job.state == JobState::Done ? 100 : percentOf(progressOf(job));
        return percent < 0 ? QString() : u"%1 %"_s.arg(percent);
    }
    case Rate:
        return runs ? rateText(job.kind, m_jobPaces.value(job.id.value).perSecond()) : QString();
    case Left: {
        const auto leftMs = m_jobPaces.value(job.id.value).remainingMs();
        return runs && leftMs ? leftText(*leftMs) : QString();
    }
    case Priority:
        return signedText(job.priority);
    case Attempt:
        return job.attempt > 0 ? u"%1/%2"_s.arg(job.attempt).arg(job.maxAttempts) : QString();
    case Created:
        return timeText(job.createdMs);
    case Why:
        return job.state == JobState::Done ? QString() : errorText(job.error);
    case Who:
    case ColumnCount:
        break;
    }
    return {};
}

// All of what a column may be too narrow for.
QString BatchTreeModel::tipText(const QModelIndex &index) const
{
    QStringList lines;
    if (isBatch(index)) {
        const BatchRecord all = batch(index);
        lines << (all.reason.isEmpty() ? tr("Batch %1").arg(all.id.value)
                                       : tr("Batch %1: %2").arg(all.id.value).arg(all.reason));
        lines << countsText(all);
    } else {
        const JobRecord one = job(index);
        lines << tr("Job %1: %2").arg(one.id.value).arg(titleText(one)) << stateText(one, m_holds)
              << text(one, Why);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QVariant BatchTreeModel::valueOf(const QModelIndex &index, int role) const
{
    const bool isTop = isBatch(index);
    const JobState state = isTop ? batch(index).state() : job(index).state;
    switch (role) {
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(iconFor(state)) : QVariant();
    case Qt::FontRole: { // until somebody has looked
        if (!isUnseen(index))
            return {};
        QFont bold = QApplication::font();
        bold.setBold(true);
        return bold;
    }
    case Qt::ForegroundRole:
        return index.column() == State && isUnseen(index)
                   ? QVariant(accentColour(Accent::Bad, QApplication::palette()))
                   : QVariant();
    case Qt::TextAlignmentRole: // numbers that change stand still at their last digit
        return index.column() == Rate || index.column() == Left
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case IdRole:
        return isTop ? batch(index).id.value : job(index).id.value;
    case StateRole:
        return int(state);
    case ProgressRole:
        return permilleOf(index);
    default:
        return {};
    }
}

QString BatchTreeModel::shownText(const QModelIndex &index) const
{
    return isBatch(index) ? text(batch(index), index.column()) : text(job(index), index.column());
}

// The first cell of a row speaks for the row: "Make seekable, 2 running, Running, 31 %, 11 s".
QString BatchTreeModel::spokenText(const QModelIndex &index) const
{
    if (index.column() != Name)
        return tr("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            shownText(index));
    QStringList parts;
    for (const Column column : {Name, What, State, ProgressColumn, Left})
        parts << shownText(index.siblingAtColumn(column));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant BatchTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shownText(index);
    case Qt::ToolTipRole:
        return tipText(index);
    case Qt::AccessibleTextRole:
        return spokenText(index);
    default:
        return valueOf(index, role);
    }
}

QVariant BatchTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Rate || section == Left))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Batch");
    case What:
        return tr("What");
    case State:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    case Rate:
        return tr("Rate");
    case Left:
        return tr("Time left");
    case Priority:
        return tr("Priority");
    case Attempt:
        return tr("Attempt");
    case Who:
        return tr("Who");
    case Created:
        return tr("Asked for");
    case Why:
        return tr("Why");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace respool
