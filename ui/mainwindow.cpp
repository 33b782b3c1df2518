// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/picturecatalog.h"
#include "ui/actions.h"
#include "ui/deletionwatch.h"
#include "ui/desktop.h"
#include "ui/detailspane.h"
#include "ui/emptypage.h"
#include "ui/errortext.h"
#include "ui/exportwatch.h"
#include "ui/holdwatch.h"
#include "ui/jobpage.h"
#include "ui/jobtree.h"
#include "ui/librarypage.h"
#include "ui/loosecopies.h"
#include "ui/manners.h"
#include "ui/markedits.h"
#include "ui/messagebar.h"
#include "ui/player/playerpane.h"
#include "ui/player/playerplace.h"
#include "ui/postershelf.h"
#include "ui/previewpane.h"
#include "ui/recordingtable.h"
#include "ui/sidebar.h"
#include "ui/statuspanel.h"
#include "ui/undolist.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QIcon>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

PosterShelf::Ask postersOf(Engine &engine)
{
    return [&engine](const Recording &recording, const StoreInfo &store) {
        return engine.pictures().poster(recording, store);
    };
}

// What stands in the search field while a search of the sidebar is chosen.
QString wordsOf(const Sidebar &sidebar)
{
    const auto search = sidebar.chosenSearch();
    return search ? search->query : QString();
}

// For a window that is alone, as in tests.
Desktop &noDesktop()
{
    static Desktop none;
    return none;
}

} // namespace

MainWindow::MainWindow(Engine &engine, Settings settings, Manners *manners)
    : m_engine(engine)
    , m_settings(std::move(settings))
    , m_actions(new Actions(*this))
    , m_sidebar(new Sidebar(engine.catalog(), m_settings, this))
    , m_library(new LibraryPage(engine.catalog(), m_sidebar->filter(), wordsOf(*m_sidebar), this))
    , m_preview(new PreviewPane(this))
    , m_player(new PlayerPane(engine.replays(), engine.pictures(), this))
    , m_playerPlace(new PlayerPlace(m_preview, m_player, this))
    , m_manners(manners ? manners : new Manners(engine.queue(), noDesktop(), this))
    , m_jobs(new JobPage(engine.queue(), engine.evidence(), this))
    , m_messages(new MessageBar(this))
    , m_status(new StatusPanel(*statusBar(), m_manners->watch()))
    , m_holds(new HoldWatch(engine.timetable(), engine.queue(), this))
    , m_exports(new ExportWatch(engine.queue(), this))
    , m_deletions(new DeletionWatch(engine.queue(), this))
    , m_undo(new UndoList(this))
    , m_marks(new MarkEdits(engine.commands(), engine.catalog(), *m_undo, this))
    , m_copies(new LooseCopies(this))
    , m_posters(new PosterShelf(postersOf(engine), PosterShelf::small, this))
    , m_pictures(new PosterShelf(postersOf(engine), PosterShelf::large, this))
    , m_details(new DetailsPane(engine.catalog(), engine.archives(), engine.evidence(), this))
    , m_side(new QTabWidget(this))
    , m_mainSplitter(new QSplitter(Qt::Horizontal, this))
    , m_contentSplitter(new QSplitter(Qt::Horizontal))
    , m_jobSplitter(new QSplitter(Qt::Vertical))
{
    setWindowTitle(tr("Respool"));
    setWindowIcon(QIcon(u":/icons/respool.svg"_s));
    setAcceptDrops(true);
    layOut();
    connectActions();
    connectPages();
    connectQueue();
    connectManners();
    connectRetention();
    connectLibrary();
    restoreLayout();
    m_actions->thumbnails->setChecked(m_settings.thumbnails);
    showThumbnails(m_settings.thumbnails);
    updateActions();
    m_status->setWorker(engine.isWorker());
}

void MainWindow::layOut()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_library, 1);
    m_contentSplitter->addWidget(content);
    m_side->setObjectName(u"side"_s);
    m_side->setDocumentMode(true);
    m_side->setAccessibleName(tr("The selected recording"));
    m_side->tabBar()->setAccessibleName(tr("The selected recording"));
    m_side->addTab(m_playerPlace, tr("Preview"));
    m_side->addTab(m_details, tr("Details"));
    m_contentSplitter->addWidget(m_side);
    m_contentSplitter->setStretchFactor(0, 3);
    m_contentSplitter->setStretchFactor(1, 2);
    m_jobSplitter->addWidget(m_contentSplitter);
    m_jobSplitter->addWidget(m_jobs);
    m_jobSplitter->setStretchFactor(0, 3);
    m_jobSplitter->setStretchFactor(1, 1);
    m_mainSplitter->addWidget(m_sidebar);
    m_mainSplitter->addWidget(m_jobSplitter);
    m_mainSplitter->setStretchFactor(1, 1);
    for (QSplitter *splitter : {m_mainSplitter, m_contentSplitter, m_jobSplitter}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    setCentralWidget(m_mainSplitter);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, void (MainWindow::*slot)()) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions->addStore, &MainWindow::chooseStore);
    on(m_actions->removeStore, &MainWindow::forgetStore);
    on(m_actions->scan, &MainWindow::scan);
    on(m_actions->play, &MainWindow::playSelected);
    on(m_actions->remux, &MainWindow::remuxSelected);
    on(m_actions->exportTo, &MainWindow::exportSelected);
    on(m_actions->importFrom, &MainWindow::chooseArchive);
    on(m_actions->verify, &MainWindow::verifySelected);
    connect(m_actions->remove, &QAction::triggered, this, [this] { deleteSelected(false); });
    connect(m_actions->removeForGood, &QAction::triggered, this, [this] { deleteSelected(true); });
    on(m_actions->restore, &MainWindow::restoreSelected);
    on(m_actions->emptyTrash, &MainWindow::emptyTrash);
    on(m_actions->hold, &MainWindow::holdSelected);
    on(m_actions->liftHold, &MainWindow::liftHold);
    on(m_actions->audit, &MainWindow::showAudit);
    on(m_actions->history, &MainWindow::showHistory);
    connectMarks();
    on(m_actions->copyId, &MainWindow::copyIds);
    on(m_actions->about, &MainWindow::showAbout);
    on(m_actions->openFolder, &MainWindow::openFolder);
    on(m_actions->settings, &MainWindow::showSettings);
    on(m_actions->schedules, &MainWindow::showSchedules);
    on(m_actions->findText, &MainWindow::findInRecordings);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quitWanted);
    connect(m_actions->thumbnails, &QAction::triggered, this, &MainWindow::showThumbnails);
    connect(m_actions->find, &QAction::triggered, m_library, &LibraryPage::focusSearch);
    connect(m_actions->showLibrary, &QAction::triggered, this,
            [this] { m_library->list()->setFocus(); });
    connect(m_actions->showJobs, &QAction::triggered, m_jobs->tree(),
            qOverload<>(&QWidget::setFocus));
}

void MainWindow::connectPages()
{
    connect(m_sidebar, &Sidebar::filterChosen, this, [this] {
        m_library->setFilter(m_sidebar->filter());
        updateActions();
    });
    connect(m_sidebar, &Sidebar::storesLoaded, this, [this] {
        m_library->setStores(m_sidebar->stores());
        m_posters->setStores(m_sidebar->stores());
        m_pictures->setStores(m_sidebar->stores());
        m_details->setStores(m_sidebar->stores());
        updateActions();
    });
    connect(m_library, &LibraryPage::selectionChanged, this, &MainWindow::updateActions);
    connect(m_library, &LibraryPage::selectionChanged, this, &MainWindow::showPictures);
    connect(&m_engine.catalog(), &RecordingCatalog::changed, this, &MainWindow::picturesMayBeDrawn);
    connect(m_library, &LibraryPage::selectionChanged, this, &MainWindow::showVerification);
    connect(m_library, &LibraryPage::activated, this, &MainWindow::playSelected);
    connect(m_library, &LibraryPage::failed, this, &MainWindow::complain);
    connect(m_jobs, &JobPage::failed, this, &MainWindow::complain);
    connect(m_jobs, &JobPage::told, this, &MainWindow::announce);
    connectPlayer();
    connect(m_library->emptyPage(), &EmptyPage::addStoreWanted, this, &MainWindow::chooseStore);
    connect(m_library->emptyPage(), &EmptyPage::scanWanted, this, &MainWindow::scan);
    connect(m_library->emptyPage(), &EmptyPage::clearFilterWanted, this, [this] {
        m_library->clearSearch();
        m_sidebar->chooseAll();
    });
    connect(m_library, &LibraryPage::contextMenuWanted, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions->fillContextMenu(*menu, m_sidebar->showsTrash());
        menu->popup(at);
    });
}

void MainWindow::updateActions()
{
    const QList<Recording> selected = m_library->selected();
    const qint64 count = m_library->chosenCount();
    const bool some = count > 0;
    const bool trash = m_sidebar->showsTrash();
    const auto isThere = [](const Recording &recording) {
        return recording.state == RecordingState::Present
               || recording.state == RecordingState::Damaged;
    };
    const bool live = std::ranges::any_of(selected, [](const Recording &recording) {
        return std::ranges::any_of(recording.parts, [](const Part &part) {
            return part.kind == PartKind::Webm && part.seekable != Seekable::Yes;
        });
    });
    const bool all = count > selected.size(); // also what was not read yet
    m_actions->play->setEnabled(count == 1 && !trash);
    m_actions->history->setEnabled(count == 1);
    m_actions->remux->setEnabled((live || all) && !trash);
    m_actions->exportTo->setEnabled(!trash && (all || std::ranges::any_of(selected, isThere)));
    m_actions->verify->setEnabled(!trash && (all || std::ranges::any_of(selected, isThere)));
    m_actions->importFrom->setEnabled(!m_sidebar->stores().isEmpty());
    m_actions->remove->setEnabled(some && !trash);
    m_actions->removeForGood->setEnabled(some && !trash);
    m_actions->restore->setEnabled(some && trash);
    m_actions->hold->setEnabled(some); // what is in the trash is kept from being purged
    m_actions->liftHold->setEnabled(all || std::ranges::any_of(selected, &Recording::held));
    updateMarks(selected);
    m_actions->copyId->setEnabled(some);
    m_actions->openFolder->setEnabled(count == 1);
    m_actions->emptyTrash->setEnabled(m_sidebar->counts().trashed > 0);
    m_actions->scan->setEnabled(!m_sidebar->stores().isEmpty());
    m_actions->removeStore->setEnabled(m_sidebar->chosenStore().has_value());
    m_actions->storeSettings->setEnabled(m_sidebar->chosenStore().has_value());
}

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(m_settings.geometry))
        resize(1360, 820);
    restoreState(m_settings.windowState);
    if (!m_mainSplitter->restoreState(m_settings.mainSplitter))
        m_mainSplitter->setSizes({244, 1116});
    if (!m_contentSplitter->restoreState(m_settings.contentSplitter))
        m_contentSplitter->setSizes({680, 436});
    if (!m_jobSplitter->restoreState(m_settings.jobSplitter))
        m_jobSplitter->setSizes({480, 280});
    m_library->table()->restoreColumns(m_settings.recordingColumns);
    m_jobs->restoreLayout(m_settings.jobColumns);
}

void MainWindow::rememberLayout()
{
    m_settings.geometry = saveGeometry();
    m_settings.windowState = saveState();
    m_settings.mainSplitter = m_mainSplitter->saveState();
    m_settings.contentSplitter = m_contentSplitter->saveState();
    m_settings.jobSplitter = m_jobSplitter->saveState();
    m_settings.recordingColumns = m_library->table()->saveColumns();
    m_settings.jobColumns = m_jobs->saveLayout();
    m_settings.choice = m_sidebar->choice();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    closePlayer();
    rememberLayout();
    event->accept();
    emit closed();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    if (!files.isEmpty())
        dropFiles(files);
}

void MainWindow::complain(const Error &error)
{
    m_messages->show(MessageBar::Mood::Problem, errorText(error));
}

void MainWindow::announce(const QString &text)
{
    m_messages->show(MessageBar::Mood::News, text);
}

} // namespace respool
