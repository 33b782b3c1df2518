// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What MainWindow has to do with the queue and the manners of the program: it joins those who watch
// them with those who show them, and shows the settings.

#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "ui/errortext.h"
#include "ui/exportwatch.h"
#include "ui/firstrundialog.h"
#include "ui/holdwatch.h"
#include "ui/jobpage.h"
#include "ui/jobtext.h"
#include "ui/mainwindow.h"
#include "ui/manners.h"
#include "ui/messagebar.h"
#include "ui/settingsdialog.h"
#include "ui/sidebar.h"
#include "ui/statuspanel.h"

namespace respool {

void MainWindow::connectQueue()
{
    connect(m_status, &StatusPanel::attentionWanted, m_jobs, &JobPage::showAttention);
    connect(m_holds, &HoldWatch::changed, this, &MainWindow::showHolds);
    connect(&m_manners->watch(), &QueueWatch::changed, this, &MainWindow::showHolds);
    connect(m_holds, &HoldWatch::changed, m_status, &StatusPanel::setHolds);
    connect(m_exports, &ExportWatch::written, this, &MainWindow::announce);
    connectDeletions();
    connect(m_exports, &ExportWatch::failed, this,
            [this](const QString &text) { m_messages->show(MessageBar::Mood::Problem, text); });
    connect(&m_engine, &Engine::workerChanged, this,
            [this] { m_status->setWorker(m_engine.isWorker()); });
    connect(&m_engine.queue(), &JobQueue::troubleChanged, this, &MainWindow::tellTrouble);
    tellTrouble();
}

void MainWindow::connectManners()
{
    AfterQueueWatch &after = m_manners->afterQueue();
    m_jobs->setAfterQueue(after.action(), after.isRemembered());
    connect(&after, &AfterQueueWatch::chosen, m_jobs, &JobPage::setAfterQueue);
    connect(m_jobs, &JobPage::afterQueueChosen, this, &MainWindow::chooseAfterQueue);
    connect(m_manners, &Manners::quitWanted, this, &MainWindow::quitWanted);
    connect(m_manners, &Manners::failed, this, &MainWindow::complain);
    connect(m_manners, &Manners::wordWanted, this,
            [this](const QString &title, const QString &text) { announce(title + u'\n' + text); });
}

void MainWindow::chooseAfterQueue(AfterQueue action, bool remember)
{
    m_manners->afterQueue().choose(action, remember);
    const AfterQueue kept = remember ? action : AfterQueue::Nothing;
    if (m_settings.afterQueue == kept)
        return;
    m_settings.afterQueue = kept;
    rememberLayout();
    emit settingsChanged();
}

void MainWindow::showHolds()
{
    m_jobs->setHolds({m_holds->holds(), m_manners->watch().state().stats.pausedKinds});
}

bool MainWindow::showsRunningJobs() const
{
    return m_engine.isWorker() && m_status->running() > 0;
}

void MainWindow::tellTrouble()
{
    const Error trouble = m_engine.queue().trouble();
    m_messages->setState(
        trouble.code == ErrorCode::None
            ? QString()
            : tr("The queue stands still and goes on by itself. %1").arg(errorText(trouble)));
}

void MainWindow::say(const QString &text, const QString &action, const std::function<void()> &act)
{
    m_messages->show(MessageBar::Mood::Problem, text, action, act);
}

// Should it be the first one: with what was found in it, and what may be done unasked.
void MainWindow::addFirstStore(const QString &path)
{
    if (!m_sidebar->stores().isEmpty())
        return addStore(path);
    m_engine.commands().openStore(path).then(this, [this](const Result<OpenedPath> &opened) {
        if (!opened)
            complain(opened.error());
        else if (opened->added)
            showFirstRun(opened->store);
    });
}

void MainWindow::showFirstRun(const StoreInfo &store)
{
    auto *dialog = new FirstRunDialog(m_engine.catalog(), store.name, m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = store.id] {
        m_settings = dialog->settings();
        rememberLayout();
        emit settingsChanged();
        if (!dialog->makesSeekable())
            return;
        m_engine.commands().setAutoRemux(id, true).then(this, [this](const Result<> &set) {
            if (!set)
                complain(set.error());
        });
    });
    dialog->open();
}

void MainWindow::showSettings()
{
    rememberLayout();
    auto *dialog = new SettingsDialog(m_settings, m_engine, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const AfterQueue before = m_settings.afterQueue;
        m_settings = dialog->settings();
        rememberLayout();
        if (m_settings.afterQueue != before)
            m_manners->afterQueue().choose(m_settings.afterQueue,
                                           m_settings.afterQueue != AfterQueue::Nothing);
        emit settingsChanged();
    });
    dialog->open();
}

} // namespace respool
