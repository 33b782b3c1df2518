// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobtree.h"

#include "ui/batchtreemodel.h"
#include "ui/look.h"
#include "ui/progressdelegate.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace respool {

namespace {

constexpr int unfoldedAtOnce = 20;
constexpr int nearEnd = 20; // rows before the end of what was read, when more is asked for

} // namespace

JobTree::JobTree(BatchTreeModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setAccessibleName(tr("Jobs"));
    setItemDelegateForColumn(BatchTreeModel::ProgressColumn, new ProgressDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    setIconSize({18, 18});
    setTextElideMode(Qt::ElideMiddle); // names differ at both ends
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(false); // activation does it, by mouse and keyboard alike
    header()->setHighlightSections(false);
    header()->setSectionsMovable(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const QList<int> widths{196, 160, 140, 115, 80, 105, 220, 60, 60, 70};
    for (int column = 0; column < int(widths.size()); ++column)
        setColumnWidth(column, widths[column]);
    showWholeTitles(*header());
    connect(this, &QTreeView::expanded, &model,
            [&model](const QModelIndex &batch) { model.setUnfolded(batch, true); });
    connect(this, &QTreeView::collapsed, &model,
            [&model](const QModelIndex &batch) { model.setUnfolded(batch, false); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JobTree::fetchVisible);
    connect(&model, &BatchTreeModel::jobsLoaded, this, &JobTree::fetchVisible);
    connect(&model, &BatchTreeModel::loaded, this, &JobTree::unfoldFirst);
}

void JobTree::unfoldFound(bool unfold)
{
    m_unfoldFound = unfold;
}

void JobTree::unfoldFirst()
{
    if (!m_unfoldFound || m_model.rowCount() == 0)
        return;
    m_unfoldFound = false; // what is folded by hand stays so
    for (int row = 0; row < std::min(m_model.rowCount(), unfoldedAtOnce); ++row)
        expand(m_model.index(row, 0));
}

// A view asks by itself for more batches, but not for more jobs of one.
void JobTree::fetchVisible()
{
    const QModelIndex last = indexAt({0, viewport()->height() - 1});
    const QModelIndex batch = last.isValid() ? last.parent() : QModelIndex();
    if (batch.isValid() && last.row() >= m_model.rowCount(batch) - nearEnd)
        m_model.loadMoreJobs(batch);
}

QList<BatchId> JobTree::selectedBatches() const
{
    QList<BatchId> ids;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (m_model.isBatch(row))
            ids << m_model.batch(row).id;
    }
    return ids;
}

QList<JobRecord> JobTree::selectedJobs() const
{
    QList<JobRecord> jobs;
    const QList<BatchId> batches = selectedBatches();
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const JobRecord job = m_model.job(row);
        if (job.id.value > 0 && !batches.contains(job.batch))
            jobs << job;
    }
    return jobs;
}

} // namespace respool
