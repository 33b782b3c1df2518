// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/jobpage.h"

#include "ui/batchtreemodel.h"
#include "ui/jobpane.h"
#include "ui/jobtree.h"
#include "ui/look.h"
#include "ui/reportsaver.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QDataStream>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIODevice>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Begins what saveLayout() writes; another number for another order.
constexpr quint32 layoutMark = 0x4a6f6202;

constexpr int jobSearchMs = 250;

// Whether a batch has a job in such a state.
bool has(const BatchRecord &batch, bool (*fits)(JobState))
{
    for (int state = int(JobState::Paused); state <= int(JobState::Parked); ++state) {
        if (batch.count(JobState(state)) > 0 && fits(JobState(state)))
            return true;
    }
    return false;
}

} // namespace

JobPage::JobPage(JobQueue &queue, Evidence &evidence, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_model(new BatchTreeModel(queue, this))
    , m_tree(new JobTree(*m_model, this))
    , m_pane(new JobPane(queue, this))
    , m_saver(new ReportSaver(evidence, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_group(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_afterQueue(new QActionGroup(this))
{
    makeActions();
    connectActions();
    makeMenu();
    layOut();
    m_typing.setSingleShot(true);
    m_typing.setInterval(jobSearchMs);
    connect(&m_typing, &QTimer::timeout, this, &JobPage::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_group, &QComboBox::currentIndexChanged, this, &JobPage::applyFilter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JobPage::showChosen);
    connect(m_model, &BatchTreeModel::loaded, this, &JobPage::updateActions);
    connect(m_model, &BatchTreeModel::jobsLoaded, this, &JobPage::updateActions);
    connect(m_model, &BatchTreeModel::failed, this, &JobPage::failed);
    connect(m_saver, &ReportSaver::saved, this, &JobPage::told);
    connect(m_saver, &ReportSaver::failed, this, &JobPage::failed);
    updateActions();
    m_model->reload();
}

void JobPage::layOut()
{
    m_group->setAccessibleName(tr("Which jobs are shown"));
    m_group->addItem(tr("All jobs"), int(JobGroup::All));
    m_group->addItem(tr("Not finished"), int(JobGroup::Open));
    m_group->addItem(tr("Needs attention"), int(JobGroup::Attention));
    m_group->addItem(tr("History"), int(JobGroup::Ended));
    m_search->setObjectName(u"jobSearch"_s);
    m_search->setAccessibleName(tr("Search the jobs"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Words of a kind, a name, an error, a state or a reason"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(100);
    m_search->setMaximumWidth(240);
    m_tools = makeTableBar(tr("Jobs"), this);
    m_tools->addActions({m_pause, m_retryAll});
    m_tools->addSeparator();
    m_tools->addActions({m_hold, m_release, m_retry, m_cancel, m_sooner, m_later});
    // With their texts not all of them would fit in every language; the menu of a row has these.
    for (QAction *action : {m_hold, m_release, m_retry, m_cancel, m_sooner, m_later})
        setToolStyle(action, Qt::ToolButtonIconOnly);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, space::whole, 0);
    top->setSpacing(space::half);
    top->addWidget(m_tools, 1);
    top->addWidget(m_group);
    top->addWidget(m_search);
    top->addWidget(m_more);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_pane);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({750, 320});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_splitter, 1);
}

void JobPage::setToolStyle(QAction *action, Qt::ToolButtonStyle style)
{
    qobject_cast<QToolButton *>(m_tools->widgetForAction(action))->setToolButtonStyle(style);
}

// Where not all of the tools have room, the last texts become tool tips.
void JobPage::fitTools()
{
    int room = width() - space::whole; // the margin at the right
    for (const QWidget *widget : {static_cast<QWidget *>(m_group), static_cast<QWidget *>(m_search),
                                  static_cast<QWidget *>(m_more)})
        room -= widget->sizeHint().width() + space::half;
    for (QAction *action : {m_pause, m_retryAll})
        setToolStyle(action, Qt::ToolButtonTextBesideIcon);
    for (QAction *action : {m_retryAll, m_pause}) {
        if (m_tools->sizeHint().width() > room)
            setToolStyle(action, Qt::ToolButtonIconOnly);
    }
}

// What is low and wide has the pane beside the tree rather than below it.
void JobPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTools();
    m_splitter->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

void JobPage::setHolds(const QueueHolds &holds)
{
    m_model->setHolds(holds);
    m_paused = holds.pausedKinds.contains(QString());
    m_pause->setText(m_paused ? tr("Resume queue") : tr("Pause queue"));
    m_pause->setIcon(icon(m_paused ? u"resume"_s : u"pause"_s));
    m_pause->setToolTip(m_paused ? tr("Begin jobs again") : tr("Begin no more jobs"));
    fitTools();
}

void JobPage::applyFilter()
{
    m_typing.stop();
    const auto group = JobGroup(m_group->currentData().toInt());
    m_tree->unfoldFound(group == JobGroup::Attention || !m_search->text().trimmed().isEmpty());
    m_model->setFilter(group, m_search->text());
    m_pane->clear();
}

void JobPage::showAttention()
{
    m_search->clear();
    m_group->setCurrentIndex(m_group->findData(int(JobGroup::Attention)));
    m_tree->setFocus();
}

QByteArray JobPage::saveLayout() const
{
    QByteArray layout;
    QDataStream out(&layout, QIODevice::WriteOnly);
    out << layoutMark << m_splitter->saveState() << m_tree->header()->saveState()
        << m_group->currentIndex() << m_pane->isVisibleTo(this);
    return layout;
}

void JobPage::restoreLayout(const QByteArray &layout)
{
    QDataStream in(layout);
    quint32 mark = 0;
    QByteArray splitter, columns;
    int group = 0;
    bool details = true;
    in >> mark;
    if (mark == layoutMark)
        in >> splitter >> columns >> group >> details;
    if (in.status() != QDataStream::Ok)
        return;
    m_splitter->restoreState(splitter);
    m_tree->header()->restoreState(columns);
    m_group->setCurrentIndex(std::clamp(group, 0, m_group->count() - 1));
    m_details->setChecked(details);
}

// The chosen job is what the pane shows, and by that somebody has looked at it.
void JobPage::showChosen()
{
    updateActions();
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    if (rows.size() != 1) {
        m_pane->clear();
        return;
    }
    const JobRecord job = m_model->job(rows.first());
    if (job.id.value == 0)
        return; // a batch
    m_pane->showJob(job.id);
    if (job.state >= JobState::Failed && !job.seen)
        handle(m_queue.see(job.id));
}

void JobPage::updateActions()
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    const auto any = [&](bool (*fits)(JobState), bool (*inBatch)(JobState)) {
        return std::ranges::any_of(rows, [&](const QModelIndex &row) {
            return m_model->isBatch(row) ? has(m_model->batch(row), inBatch)
                                         : fits(m_model->job(row).state);
        });
    };
    m_retry->setEnabled(any(isRetryable, needsSomebody));
    m_hold->setEnabled(any(isPausable, isPausable));
    m_release->setEnabled(any(isPaused, isPaused));
    m_cancel->setEnabled(any(isUnfinished, isUnfinished));
    m_sooner->setEnabled(any(isUnfinished, isUnfinished));
    m_later->setEnabled(any(isUnfinished, isUnfinished));
    m_discard->setEnabled(std::ranges::any_of(rows, [&](const QModelIndex &row) {
        return !m_model->isBatch(row) && hasEnded(m_model->job(row).state);
    }));
    m_report->setEnabled(rows.size() == 1);
    if (rows.size() == 1 && m_model->isBatch(rows.first()))
        m_pane->showBatch(m_model->batch(rows.first())); // what it adds up to has changed
}

// A selection may hold jobs that the verb is not for; those are left out, not complained of.
void JobPage::forSelected(JobVerb jobVerb, BatchVerb batchVerb, bool (*fits)(JobState))
{
    for (const BatchId batch : m_tree->selectedBatches())
        handle((m_queue.*batchVerb)(batch));
    for (const JobRecord &job : m_tree->selectedJobs()) {
        if (fits(job.state))
            handle((m_queue.*jobVerb)(job.id));
    }
}

void JobPage::moveSelected(int by)
{
    for (const BatchId batch : m_tree->selectedBatches()) {
        if (has(m_model->batch(m_model->indexOf(batch)), isUnfinished))
            handle(m_queue.shiftPriority(batch, by));
    }
    for (const JobRecord &job : m_tree->selectedJobs()) {
        if (isUnfinished(job.state))
            handle(m_queue.setPriority(job.id, job.priority + by));
    }
}

void JobPage::discardSelected()
{
    for (const JobRecord &job : m_tree->selectedJobs()) {
        if (hasEnded(job.state))
            handle(m_queue.discard(job.id));
    }
}

void JobPage::clearEnded()
{
    m_queue.clearEnded().then(this, [this](const Result<qint64> &gone) {
        if (!gone)
            emit failed(gone.error());
        else
            emit told(tr("%n ended job(s) are cleared.", nullptr, int(*gone)));
    });
}

void JobPage::handle(QFuture<Result<>> future)
{
    future.then(this, [this](const Result<> &result) {
        if (!result)
            emit failed(result.error());
    });
}

} // namespace respool
