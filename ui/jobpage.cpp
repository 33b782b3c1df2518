// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobpage.h"

#include "ui/batchpage.h"
#include "ui/jobdialog.h"
#include "ui/jobmodel.h"
#include "ui/look.h"
#include "ui/progressdelegate.h"
#include "ui/selectionkeeper.h"

#include <QAction>
#include <QCheckBox>
#include <QDataStream>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIODevice>
#include <QSplitter>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Begins what saveLayout() writes; another number for another order.
constexpr quint32 layoutMark = 0x4a6f6201;

QTableView *makeTable(JobModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(JobPage::tr("Jobs"));
    table->setItemDelegateForColumn(JobModel::ProgressColumn, new ProgressDelegate(table));
    dressTable(*table);
    table->setTextElideMode(Qt::ElideMiddle); // names differ at both ends
    const QList<int> widths{130, 235, 130, 140, 65, 65, 150};
    for (int column = 0; column < widths.size(); ++column)
        table->setColumnWidth(column, widths[column]);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    new SelectionKeeper(*table, JobModel::IdRole);
    return table;
}

// Which jobs a verb is for.
bool isRetryable(JobState state)
{
    return state == JobState::Delayed || state >= JobState::Cancelled;
}

bool isPaused(JobState state)
{
    return state == JobState::Paused;
}

bool isUnfinished(JobState state)
{
    return !hasEnded(state);
}

bool isPausable(JobState state)
{
    return isUnfinished(state) && !isPaused(state);
}

} // namespace

JobPage::JobPage(JobQueue &queue, Evidence &evidence, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_evidence(evidence)
    , m_model(new JobModel(queue, this))
    , m_table(makeTable(m_model, this))
    , m_batches(new BatchPage(queue, evidence, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_attention(new QCheckBox(tr("&Only what failed"), this))
{
    makeActions();
    layOut();
    connect(m_attention, &QCheckBox::toggled, m_model, &JobModel::setAttentionOnly);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JobPage::updateActions);
    connect(m_model, &JobModel::loaded, this, &JobPage::updateActions);
    connect(m_model, &JobModel::failed, this, &JobPage::failed);
    connect(m_table, &QTableView::activated, this, &JobPage::showDetails);
    connect(m_batches, &BatchPage::chosen, m_model, &JobModel::setBatch);
    connect(m_batches, &BatchPage::told, this, &JobPage::told);
    connect(m_batches, &BatchPage::failed, this, &JobPage::failed);
    updateActions();
    m_model->reload();
}

void JobPage::layOut()
{
    auto *tools = makeTableBar(tr("Jobs"), this);
    tools->addActions(
        {m_hold, m_release, m_retry, m_cancel, m_sooner, m_later, m_discard, m_details});
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, space::wide, 0);
    top->addWidget(tools, 1);
    top->addWidget(m_attention);
    auto *jobs = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(jobs);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    m_splitter->addWidget(m_batches);
    m_splitter->addWidget(jobs);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
}

void JobPage::makeActions()
{
    const auto make = [this](const QString &name, const QString &text, const QString &tip) {
        auto *action = new QAction(icon(name), text, this);
        action->setToolTip(tip);
        m_table->addAction(action);
        return action;
    };
    m_retry = make(u"retry"_s, tr("Retry"), tr("Make the selected jobs due now"));
    m_hold = make(u"pause"_s, tr("Pause"), tr("Hold the selected jobs at their next safe point"));
    m_release = make(u"resume"_s, tr("Resume"), tr("Let the selected jobs go on"));
    m_cancel =
        make(u"cancel"_s, tr("Cancel"), tr("Stop the selected jobs at their next safe point"));
    m_sooner = make(u"sooner"_s, tr("Sooner"), tr("Let the selected jobs go before others"));
    m_later = make(u"later"_s, tr("Later"), tr("Let others go before the selected jobs"));
    m_discard = make(u"delete"_s, tr("Discard"), tr("Remove the selected jobs that have ended"));
    m_details = make(u"log"_s, tr("Details…"), tr("Attempts, results and log of the job"));
    connect(m_retry, &QAction::triggered, this,
            [this] { forSelected(&JobQueue::retry, isRetryable); });
    connect(m_hold, &QAction::triggered, this,
            [this] { forSelected(&JobQueue::pause, isPausable); });
    connect(m_release, &QAction::triggered, this,
            [this] { forSelected(&JobQueue::resume, isPaused); });
    connect(m_cancel, &QAction::triggered, this,
            [this] { forSelected(&JobQueue::cancel, isUnfinished); });
    connect(m_discard, &QAction::triggered, this,
            [this] { forSelected(&JobQueue::discard, hasEnded); });
    connect(m_sooner, &QAction::triggered, this, [this] { moveSelected(1); });
    connect(m_later, &QAction::triggered, this, [this] { moveSelected(-1); });
    connect(m_details, &QAction::triggered, this, &JobPage::showDetails);
}

void JobPage::setPaused(bool paused)
{
    m_batches->setPaused(paused);
}

void JobPage::setHolds(const WorkHolds &holds)
{
    m_model->setHolds(holds);
}

QByteArray JobPage::saveLayout() const
{
    QByteArray layout;
    QDataStream out(&layout, QIODevice::WriteOnly);
    out << layoutMark << m_splitter->saveState()
        << m_batches->table()->horizontalHeader()->saveState()
        << m_table->horizontalHeader()->saveState();
    return layout;
}

void JobPage::restoreLayout(const QByteArray &layout)
{
    QDataStream in(layout);
    quint32 mark = 0;
    QByteArray splitter, batches, jobs;
    in >> mark;
    if (mark == layoutMark)
        in >> splitter >> batches >> jobs;
    if (!m_splitter->restoreState(splitter))
        m_splitter->setSizes({160, 190});
    m_batches->table()->horizontalHeader()->restoreState(batches);
    m_table->horizontalHeader()->restoreState(jobs);
}

void JobPage::showAttention()
{
    m_batches->chooseNone();
    m_attention->setChecked(true);
    m_table->setFocus();
}

void JobPage::updateActions()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const auto any = [&](bool (*fits)(JobState)) {
        return std::ranges::any_of(
            rows, [&](const QModelIndex &row) { return fits(m_model->job(row).state); });
    };
    m_retry->setEnabled(any(isRetryable));
    m_hold->setEnabled(any(isPausable));
    m_release->setEnabled(any(isPaused));
    m_cancel->setEnabled(any(isUnfinished));
    m_sooner->setEnabled(any(isUnfinished));
    m_later->setEnabled(any(isUnfinished));
    m_discard->setEnabled(any(hasEnded));
    m_details->setEnabled(rows.size() == 1);
}

// A selection may hold jobs that the verb is not for; those are left out, not complained of.
void JobPage::forSelected(QFuture<Result<>> (JobQueue::*verb)(JobId), bool (*fits)(JobState))
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const JobRecord job = m_model->job(row);
        if (fits(job.state))
            handle((m_queue.*verb)(job.id));
    }
}

void JobPage::moveSelected(int by)
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const JobRecord job = m_model->job(row);
        if (isUnfinished(job.state))
            handle(m_queue.setPriority(job.id, job.priority + by));
    }
}

void JobPage::handle(QFuture<Result<>> future)
{
    future.then(this, [this](const Result<> &result) {
        if (!result)
            emit failed(result.error());
    });
}

void JobPage::showDetails()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1)
        return;
    auto *dialog = new JobDialog(m_queue, m_evidence, m_model->job(rows.first()).id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace respool
