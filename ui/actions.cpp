// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"

#include "ui/look.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Actions::Actions(QMainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    addStore = make("add-store", tr("&Add store…"), {QKeySequence::Open});
    removeStore = make("cancel", tr("&Forget store"), {});
    scan = make("scan", tr("&Scan"), {QKeySequence(Qt::Key_F5)});
    play = make("play", tr("&Play"), {QKeySequence(Qt::CTRL | Qt::Key_P)});
    remux = make("remux", tr("&Make seekable"), {QKeySequence(Qt::CTRL | Qt::Key_R)});
    exportTo = make("export", tr("E&xport…"), {QKeySequence(Qt::CTRL | Qt::Key_E)});
    remove = make("delete", tr("&Delete…"), {QKeySequence(Qt::Key_Delete)});
    restore = make("restore", tr("R&estore"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)});
    emptyTrash = make("trash", tr("Empty &trash…"), {});
    hold = make("lock", tr("Put under &hold…"), {});
    liftHold = make("resume", tr("&Lift hold…"), {});
    flag = make("flag", tr("Fla&g"), {QKeySequence(Qt::CTRL | Qt::Key_G)});
    flag->setCheckable(true);
    unseen = make("unseen", tr("Mark as &unseen"), {QKeySequence(Qt::CTRL | Qt::Key_U)});
    tags = make("tag", tr("T&ags…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)});
    note = make("log", tr("&Note…"),
                {QKeySequence(Qt::Key_F2), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)});
    openFolder = make("folder-open", tr("Open &folder"), {});
    settings = make("settings", tr("&Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    schedules = make("schedule", tr("S&chedules…"), {QKeySequence(Qt::CTRL | Qt::Key_T)});
    copyId = make("copy", tr("&Copy id"), {QKeySequence::Copy});
    find = make("search", tr("&Find"), {QKeySequence::Find});
    findText = make("search", tr("Find in &recordings…"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    showLibrary = make("video", tr("&Library"), {QKeySequence(Qt::ALT | Qt::Key_1)});
    showJobs = make("waiting", tr("&Jobs"), {QKeySequence(Qt::ALT | Qt::Key_2)});
    thumbnails = new QAction(tr("&Pictures in the list"), this); // its mark stands for an icon
    thumbnails->setCheckable(true);
    audit = make("log", tr("A&udit log…"), {});
    history = make("log", tr("Histor&y…"), {});
    importFrom = make("folder-open", tr("&Import…"), {QKeySequence(Qt::CTRL | Qt::Key_I)});
    verify = make("ok", tr("&Verify"), {});
    retention = make("later", tr("&Retention…"), {});
    storage = make("store", tr("S&torage…"), {});
    storeSettings = make("settings", tr("Store s&ettings…"), {});
    about = make("respool", tr("&About Respool"), {});
    quit = make("quit", tr("&Quit"), {QKeySequence::Quit, QKeySequence(Qt::CTRL | Qt::Key_Q)});
    makeEditing();
    makeMenus();
}

void Actions::makeEditing()
{
    undo = make("restore", tr("&Undo"), {QKeySequence::Undo});
    // Its key is that of the list, or it would be taken from the other tables.
    selectAll = new QAction(tr("Select &all"), this);
    selectAll->setShortcuts(QKeySequence::SelectAll);
    selectAll->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    saveSearch = make("search", tr("&Save search…"), {QKeySequence(Qt::CTRL | Qt::Key_D)});
    removeForGood =
        make("delete", tr("Delete for &good…"), {QKeySequence(Qt::SHIFT | Qt::Key_Delete)});
    auto *views = new QActionGroup(this);
    asTable = make("table", tr("As a &table"), {QKeySequence(Qt::CTRL | Qt::Key_1)});
    asGrid = make("grid", tr("As p&ictures"), {QKeySequence(Qt::CTRL | Qt::Key_2)});
    for (QAction *view : {asTable, asGrid}) {
        view->setCheckable(true);
        views->addAction(view);
    }
    asTable->setChecked(true);
}

void Actions::makeMenus()
{
    QMenu *file = m_window.menuBar()->addMenu(tr("&File"));
    file->addActions({addStore, scan, storeSettings, removeStore});
    file->addSeparator();
    file->addAction(importFrom);
    file->addSeparator();
    file->addActions({schedules, retention, storage, settings});
    file->addSeparator();
    file->addAction(quit);
    QMenu *edit = m_window.menuBar()->addMenu(tr("&Edit"));
    edit->addAction(undo);
    edit->addSeparator();
    edit->addActions({selectAll, find, saveSearch});
    QMenu *recording = m_window.menuBar()->addMenu(tr("&Recording"));
    fillContextMenu(*recording, false);
    recording->addSeparator();
    recording->addActions({restore, emptyTrash});
    QMenu *view = m_window.menuBar()->addMenu(tr("&View"));
    view->addActions({asTable, asGrid});
    view->addSeparator();
    view->addActions({findText, showLibrary, showJobs});
    view->addSeparator();
    view->addAction(audit);
    QMenu *help = m_window.menuBar()->addMenu(tr("&Help"));
    help->addAction(about);

    QToolBar *bar = m_window.addToolBar(tr("Main toolbar"));
    bar->setObjectName(u"mainToolbar"_s);
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({addStore, scan});
    bar->addSeparator();
    bar->addActions({play, remux, remove, restore});
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addActions({asTable, asGrid});
    for (QAction *way : {asTable, asGrid}) {
        auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(way));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(way->text().remove(u'&'));
    }
    view->addSeparator();
    view->addActions({thumbnails, bar->toggleViewAction()});
}

QAction *Actions::make(const char *iconName, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(icon(QString::fromLatin1(iconName)), text, this);
    action->setShortcuts(keys);
    m_window.addAction(action);
    return action;
}

// The order people know: play, delete, change, mark, copy.
void Actions::fillContextMenu(QMenu &menu, bool trash) const
{
    if (trash) {
        menu.addActions({restore, emptyTrash});
        menu.addSeparator();
        menu.addActions({hold, liftHold});
    } else {
        menu.addAction(play);
        menu.addSeparator();
        menu.addActions({remove, removeForGood});
        menu.addSeparator();
        menu.addActions({remux, exportTo, verify, hold, liftHold});
        menu.addSeparator();
        menu.addActions({flag, unseen, tags, note});
    }
    menu.addSeparator();
    menu.addActions({openFolder, copyId, history});
}

} // namespace respool
