// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The actions of JobPage and its menu.

#include "ui/batchtreemodel.h"
#include "ui/jobpage.h"
#include "ui/jobpane.h"
#include "ui/jobtree.h"
#include "ui/look.h"
#include "ui/reportsaver.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QAction *JobPage::make(const QString &name, const QString &text, const QString &tip)
{
    auto *action = new QAction(icon(name), text, this);
    action->setToolTip(tip);
    return action;
}

void JobPage::makeActions()
{
    m_hold = make(u"pause"_s, tr("Pause"), tr("Hold what is selected at its next safe point"));
    m_release = make(u"resume"_s, tr("Resume"), tr("Let what is selected go on"));
    m_retry = make(u"retry"_s, tr("Retry"), tr("Make the selected jobs due now"));
    m_cancel = make(u"cancel"_s, tr("Cancel"), tr("Stop what is selected at its next safe point"));
    m_sooner = make(u"sooner"_s, tr("Sooner"), tr("Let what is selected go before others"));
    m_later = make(u"later"_s, tr("Later"), tr("Let others go before what is selected"));
    m_sooner->setShortcut(Qt::CTRL | Qt::Key_Up);
    m_later->setShortcut(Qt::CTRL | Qt::Key_Down);
    for (QAction *action : {m_sooner, m_later}) {
        action->setShortcutContext(Qt::WidgetShortcut); // of the tree
        m_tree->addAction(action);
    }
    m_discard = make(u"delete"_s, tr("Discard"), tr("Remove the selected jobs that have ended"));
    m_report = make(u"export"_s, tr("Save report…"),
                    tr("Every recording of this command with its result, as a page, CSV or JSON"));
    m_retryAll = make(u"retry"_s, tr("Retry all failed"),
                      tr("Make every job that failed or was parked due now"));
    m_pause = make(u"pause"_s, tr("Pause queue"), tr("Begin no more jobs"));
    m_seeAll = make(u"ok"_s, tr("Mark failures as seen"),
                    tr("The status bar counts them no longer; they can be retried still"));
    m_clear = make(u"delete"_s, tr("Clear ended jobs"),
                   tr("Remove what is done or cancelled. What failed stays, and so does what tells "
                      "of deleted recordings."));
    m_details = new QAction(tr("Log and details"), this);
    m_details->setCheckable(true);
    m_details->setChecked(true);
}

void JobPage::connectActions()
{
    const auto on = [this](QAction *action, auto act) {
        connect(action, &QAction::triggered, this, act);
    };
    on(m_hold, [this] { forSelected(&JobQueue::pause, &JobQueue::pause, isPausable); });
    on(m_release, [this] { forSelected(&JobQueue::resume, &JobQueue::resume, isPaused); });
    on(m_retry, [this] { forSelected(&JobQueue::retry, &JobQueue::retry, isRetryable); });
    on(m_cancel, [this] { forSelected(&JobQueue::cancel, &JobQueue::cancel, isUnfinished); });
    on(m_sooner, [this] { moveSelected(1); });
    on(m_later, [this] { moveSelected(-1); });
    on(m_discard, [this] { discardSelected(); });
    on(m_retryAll, [this] { handle(m_queue.retryFailed()); });
    on(m_seeAll, [this] { handle(m_queue.seeAll()); });
    on(m_clear, [this] { clearEnded(); });
    on(m_pause, [this] { handle(m_paused ? m_queue.resume() : m_queue.pause()); });
    on(m_report, [this] {
        const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
        if (rows.size() == 1)
            m_saver->save(m_model->batch(rows.first()).id);
    });
    connect(m_details, &QAction::toggled, m_pane, &QWidget::setVisible);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &row) {
        if (m_model->isBatch(row))
            m_tree->setExpanded(row.siblingAtColumn(0),
                                !m_tree->isExpanded(row.siblingAtColumn(0)));
        else
            m_details->setChecked(true);
    });
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({m_hold, m_release, m_retry, m_cancel});
        menu->addSeparator();
        menu->addActions({m_sooner, m_later});
        menu->addSeparator();
        menu->addActions({m_report, m_discard});
        menu->popup(m_tree->viewport()->mapToGlobal(at));
    });
}

void JobPage::makeMenu()
{
    m_menu->addActions({m_seeAll, m_clear, m_discard, m_report});
    m_menu->addSeparator();
    QMenu *after = m_menu->addMenu(icon(u"quit"_s), tr("When the queue is done"));
    after->setObjectName(u"afterQueue"_s);
    const std::array choices{std::pair(AfterQueue::Nothing, tr("Do nothing")),
                             std::pair(AfterQueue::Notify, tr("Notify me")),
                             std::pair(AfterQueue::Quit, tr("Quit Respool")),
                             std::pair(AfterQueue::Sleep, tr("Let the machine sleep")),
                             std::pair(AfterQueue::ShutDown, tr("Shut the machine down"))};
    for (const auto &[action, text] : choices) {
        QAction *choice = after->addAction(text);
        choice->setData(QVariant::fromValue(action));
        choice->setCheckable(true);
        m_afterQueue->addAction(choice);
    }
    m_afterQueue->actions().first()->setChecked(true);
    after->addSeparator();
    m_remember = after->addAction(tr("Remember it for the next time"));
    m_remember->setCheckable(true);
    const auto tell = [this] {
        emit afterQueueChosen(m_afterQueue->checkedAction()->data().value<AfterQueue>(),
                              m_remember->isChecked());
    };
    connect(m_afterQueue, &QActionGroup::triggered, this, tell);
    connect(m_remember, &QAction::triggered, this, tell);
    m_menu->addSeparator();
    m_menu->addAction(m_details);
    m_more->setObjectName(u"jobsMore"_s);
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("More that can be done about the queue"));
    m_more->setAccessibleName(tr("More actions for jobs"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
}

void JobPage::setAfterQueue(AfterQueue action, bool remembered)
{
    const QList<QAction *> choices = m_afterQueue->actions();
    const auto chosen = std::ranges::find_if(choices, [&](const QAction *choice) {
        return choice->data().value<AfterQueue>() == action;
    });
    if (chosen != choices.end())
        (*chosen)->setChecked(true);
    m_remember->setChecked(remembered);
}

} // namespace respool
