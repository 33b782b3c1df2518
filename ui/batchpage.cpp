// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/batchpage.h"

#include "ui/batchmodel.h"
#include "ui/jobmodel.h"
#include "ui/look.h"
#include "ui/progressdelegate.h"
#include "ui/reportsaver.h"
#include "ui/selectionkeeper.h"

#include <QAction>
#include <QHeaderView>
#include <QTableView>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QTableView *makeTable(BatchModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(BatchPage::tr("Batches"));
    table->setItemDelegateForColumn(BatchModel::ProgressColumn, new ProgressDelegate(table));
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressTable(*table);
    const QList<int> widths{130, 200, 110, 140, 100, 85, 90};
    for (int column = 0; column < widths.size(); ++column)
        table->setColumnWidth(column, widths[column]);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    new SelectionKeeper(*table, JobModel::IdRole);
    return table;
}

} // namespace

BatchPage::BatchPage(JobQueue &queue, Evidence &evidence, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_model(new BatchModel(queue, this))
    , m_table(makeTable(m_model, this))
    , m_saver(new ReportSaver(evidence, this))
{
    makeActions();
    auto *tools = makeTableBar(tr("Batches"), this);
    tools->addActions({m_hold, m_release, m_retry, m_cancel, m_report, m_all});
    tools->addSeparator();
    tools->addAction(m_pause);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        emit chosen(selected().id);
    });
    connect(m_model, &BatchModel::loaded, this, &BatchPage::updateActions);
    connect(m_model, &BatchModel::failed, this, &BatchPage::failed);
    connect(m_saver, &ReportSaver::saved, this, &BatchPage::told);
    connect(m_saver, &ReportSaver::failed, this, &BatchPage::failed);
    updateActions();
    m_model->reload();
}

void BatchPage::makeActions()
{
    const auto make = [this](const QString &name, const QString &text, const QString &tip) {
        auto *action = new QAction(icon(name), text, this);
        action->setToolTip(tip);
        m_table->addAction(action);
        return action;
    };
    m_hold = make(u"pause"_s, tr("Pause"), tr("Hold every job of the batch"));
    m_release = make(u"resume"_s, tr("Resume"), tr("Let the jobs of the batch go on"));
    m_retry = make(u"retry"_s, tr("Retry what failed"),
                   tr("Make the jobs of the batch that failed due now"));
    m_cancel = make(u"cancel"_s, tr("Cancel"), tr("Stop every job of the batch"));
    m_report = make(u"export"_s, tr("Save report…"),
                    tr("Every recording of this command with its result, as CSV or JSON"));
    m_all = make(u"log"_s, tr("All jobs"), tr("Show the jobs of all batches below"));
    m_all->setShortcut(Qt::Key_Escape);
    m_all->setShortcutContext(Qt::WidgetShortcut); // of the table
    m_pause = new QAction(this);
    setPaused(false);
    makeVerb(m_hold, &JobQueue::pause);
    makeVerb(m_release, &JobQueue::resume);
    makeVerb(m_retry, &JobQueue::retry);
    makeVerb(m_cancel, &JobQueue::cancel);
    connect(m_report, &QAction::triggered, this, [this] { m_saver->save(selected().id); });
    connect(m_all, &QAction::triggered, this, &BatchPage::chooseNone);
    connect(m_pause, &QAction::triggered, this,
            [this] { handle(m_paused ? m_queue.resume() : m_queue.pause()); });
}

void BatchPage::makeVerb(QAction *action, QFuture<Result<>> (JobQueue::*verb)(BatchId))
{
    connect(action, &QAction::triggered, this,
            [this, verb] { handle((m_queue.*verb)(selected().id)); });
}

void BatchPage::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Resume queue") : tr("Pause queue"));
    m_pause->setIcon(icon(paused ? u"resume"_s : u"pause"_s));
    m_pause->setToolTip(paused ? tr("Begin jobs again") : tr("Begin no more jobs"));
}

void BatchPage::chooseNone()
{
    m_table->clearSelection();
}

BatchRecord BatchPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? BatchRecord() : m_model->batch(rows.first());
}

void BatchPage::updateActions()
{
    const BatchRecord batch = selected();
    const bool some = batch.id.value != 0;
    const qint64 waiting = batch.count(JobState::Queued) + batch.count(JobState::Delayed)
                           + batch.count(JobState::Running);
    m_hold->setEnabled(waiting > 0);
    m_release->setEnabled(batch.count(JobState::Paused) > 0);
    m_retry->setEnabled(batch.count(JobState::Failed) + batch.count(JobState::Parked) > 0);
    m_cancel->setEnabled(some && !batch.hasEnded());
    m_report->setEnabled(some);
    m_all->setEnabled(some);
}

void BatchPage::handle(QFuture<Result<>> future)
{
    future.then(this, [this](const Result<> &result) {
        if (!result)
            emit failed(result.error());
    });
}

} // namespace respool
