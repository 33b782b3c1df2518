// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobpage.h"

#include "ui/jobdialog.h"
#include "ui/jobmodel.h"
#include "ui/look.h"
#include "ui/progressdelegate.h"
#include "ui/selectionkeeper.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QTableView *makeTable(JobModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(JobPage::tr("Jobs"));
    table->setItemDelegateForColumn(JobModel::ProgressColumn, new ProgressDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setIconSize({18, 18});
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight(*table));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsMovable(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const QList<int> widths{130, 270, 110, 150, 70, 150};
    for (int column = 0; column < widths.size(); ++column)
        table->setColumnWidth(column, widths[column]);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    new SelectionKeeper(*table, JobModel::IdRole);
    return table;
}

} // namespace

JobPage::JobPage(JobQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_model(new JobModel(queue, this))
    , m_table(makeTable(m_model, this))
    , m_attention(new QCheckBox(tr("Only what &failed"), this))
{
    makeActions();
    auto *tools = new QToolBar(this);
    tools->setIconSize({18, 18});
    tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *title = new QLabel(tr("Jobs"), tools);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    title->setContentsMargins(space::whole, 0, space::wide, 0);
    tools->addWidget(title);
    tools->addActions({m_retry, m_cancel, m_discard, m_details});
    tools->addSeparator();
    tools->addAction(m_pause);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, space::wide, 0);
    top->addWidget(tools, 1);
    top->addWidget(m_attention);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    connect(m_attention, &QCheckBox::toggled, m_model, &JobModel::setAttentionOnly);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JobPage::updateActions);
    connect(m_model, &JobModel::loaded, this, &JobPage::updateActions);
    connect(m_model, &JobModel::failed, this, &JobPage::failed);
    connect(m_table, &QTableView::activated, this, &JobPage::showDetails);
    updateActions();
    m_model->reload();
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
    m_cancel =
        make(u"cancel"_s, tr("Cancel"), tr("Stop the selected jobs at their next safe point"));
    m_discard = make(u"delete"_s, tr("Discard"), tr("Remove the selected jobs that have ended"));
    m_details = make(u"log"_s, tr("Details…"), tr("Attempts, results and log of the job"));
    m_pause = new QAction(this);
    setPaused(false);
    connect(m_retry, &QAction::triggered, this, [this] { forSelected(&JobQueue::retry); });
    connect(m_cancel, &QAction::triggered, this, [this] { forSelected(&JobQueue::cancel); });
    connect(m_discard, &QAction::triggered, this, [this] { forSelected(&JobQueue::discard); });
    connect(m_details, &QAction::triggered, this, &JobPage::showDetails);
    connect(m_pause, &QAction::triggered, this,
            [this] { handle(m_paused ? m_queue.resume() : m_queue.pause()); });
}

void JobPage::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Resume queue") : tr("Pause queue"));
    m_pause->setIcon(icon(paused ? u"resume"_s : u"pause"_s));
    m_pause->setToolTip(paused ? tr("Begin jobs again") : tr("Begin no more jobs"));
}

void JobPage::showAttention()
{
    m_attention->setChecked(true);
    m_table->setFocus();
}

void JobPage::updateActions()
{
    bool retry = false;
    bool cancel = false;
    bool discard = false;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const JobState state = m_model->job(row).state;
        retry = retry || state == JobState::Delayed || state >= JobState::Cancelled;
        cancel = cancel || !hasEnded(state);
        discard = discard || hasEnded(state);
    }
    m_retry->setEnabled(retry);
    m_cancel->setEnabled(cancel);
    m_discard->setEnabled(discard);
    m_details->setEnabled(rows.size() == 1);
}

// A selection may hold jobs that the verb is not for; those are left out, not complained of.
void JobPage::forSelected(QFuture<Result<>> (JobQueue::*verb)(JobId))
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const JobRecord job = m_model->job(row);
        const bool ended = hasEnded(job.state);
        const bool fits = verb == &JobQueue::cancel ? !ended
                          : verb == &JobQueue::discard
                              ? ended
                              : job.state == JobState::Delayed || job.state >= JobState::Cancelled;
        if (fits)
            handle((m_queue.*verb)(job.id));
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
    auto *dialog = new JobDialog(m_queue, m_model->job(rows.first()).id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace respool
