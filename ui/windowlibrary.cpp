// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that is about finding recordings and looking at them: how they are shown,
// what is known of them, searches that are kept, files that are dropped, and taking things back.

#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "ui/actions.h"
#include "ui/detailspane.h"
#include "ui/librarypage.h"
#include "ui/loosecopies.h"
#include "ui/mainwindow.h"
#include "ui/markedits.h"
#include "ui/messagebar.h"
#include "ui/queryedit.h"
#include "ui/sidebar.h"
#include "ui/undolist.h"

#include <QAction>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

void MainWindow::connectLibrary()
{
    m_library->showPictures(m_pictures);
    m_library->addAction(m_actions->selectAll);
    connect(m_actions->selectAll, &QAction::triggered, this,
            [this] { m_library->list()->selectAll(); });
    connect(m_actions->asTable, &QAction::triggered, this, [this] { setLibraryView(false); });
    connect(m_actions->asGrid, &QAction::triggered, this, [this] { setLibraryView(true); });
    const bool grid = m_settings.libraryView == u"grid";
    (grid ? m_actions->asGrid : m_actions->asTable)->setChecked(true);
    setLibraryView(grid);
    connect(m_library, &LibraryPage::selectionChanged, this, &MainWindow::showDetails);
    connect(m_details, &DetailsPane::failed, this, &MainWindow::complain);
    connect(m_details, &DetailsPane::holdWanted, this, &MainWindow::holdSelected);
    connect(m_details, &DetailsPane::liftWanted, this, &MainWindow::liftHold);
    connect(m_details, &DetailsPane::tagsEdited, this,
            [this](RecordingId id, const QStringList &added, const QStringList &removed) {
                m_marks->changeTags({id}, added, removed);
            });
    connect(m_details, &DetailsPane::noteEdited, this,
            [this](RecordingId id, const QString &note) { m_marks->setNote({id}, note); });
    connect(m_copies, &LooseCopies::written, this,
            [this](const QString &copy) { announce(tr("%1 is written.").arg(copy)); });
    connect(m_copies, &LooseCopies::wasSeekable, this, [this](const QString &file) {
        announce(tr("%1 is seekable already: nothing was written.").arg(file));
    });
    connect(m_copies, &LooseCopies::failed, this, &MainWindow::complain);
    connectSearches();
    connectUndo();
}

void MainWindow::connectSearches()
{
    connect(m_actions->saveSearch, &QAction::triggered, this, &MainWindow::saveSearch);
    connect(m_library->search(), &QueryEdit::saveWanted, this, &MainWindow::saveSearch);
    connect(m_sidebar, &Sidebar::searchesChanged, this, [this] {
        m_settings.searches = m_sidebar->searches();
        emit settingsChanged();
    });
    connect(m_sidebar, &Sidebar::hidingChanged, this, [this] {
        m_settings.hidesEmptyRows = m_sidebar->hidesEmptyRows();
        emit settingsChanged();
    });
    // A search that is chosen stands in the field, to be read and changed; it goes with the choice.
    m_shownSearch = m_library->query();
    connect(m_sidebar, &Sidebar::filterChosen, this, [this] {
        const QString before = std::exchange(m_shownSearch, QString());
        if (const auto search = m_sidebar->chosenSearch()) {
            m_shownSearch = search->query;
            m_library->setQuery(search->query);
        } else if (!before.isEmpty() && m_library->query() == before) {
            m_library->setQuery({});
        }
    });
}

void MainWindow::connectUndo()
{
    connect(m_actions->undo, &QAction::triggered, m_undo, qOverload<>(&UndoList::undo));
    const auto update = [this] {
        m_actions->undo->setEnabled(!m_undo->isEmpty());
        m_actions->undo->setToolTip(m_undo->isEmpty() ? tr("Nothing to take back")
                                                      : tr("Take back: %1").arg(m_undo->last()));
    };
    connect(m_undo, &UndoList::changed, this, update);
    update();
    connect(m_marks, &MarkEdits::done, this, &MainWindow::tellUndoable);
    connect(m_marks, &MarkEdits::failed, this, &MainWindow::complain);
}

void MainWindow::tellUndoable(const QString &what, int step)
{
    m_messages->show(MessageBar::Mood::News, what);
    m_messages->addAction(tr("Undo"), [this, step] { m_undo->undo(step); });
}

void MainWindow::setLibraryView(bool grid)
{
    m_settings.libraryView = grid ? u"grid"_s : QString();
    m_library->setView(grid ? LibraryPage::View::Grid : LibraryPage::View::Table);
    m_actions->thumbnails->setEnabled(!grid);
}

void MainWindow::showDetails()
{
    const qint64 count = m_library->chosenCount();
    if (count == 0)
        m_details->showNone();
    else if (count > 1)
        m_details->showMany(count, [this] { return m_library->chosen(); });
    else if (const auto one = m_library->one())
        m_details->showOne(*one);
}

void MainWindow::saveSearch()
{
    const QString query = m_library->wholeQuery();
    if (query.isEmpty() || m_library->search()->mistake()) {
        announce(tr("Type a search or choose a filter first; it is kept with its words."));
        return;
    }
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save search"));
    dialog->setLabelText(tr("Under what name is this search to be kept?\n%1").arg(query));
    dialog->setTextValue(m_sidebar->chosenSearch().value_or(SavedSearch{query, {}}).name.left(60));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, query](const QString &typed) {
        if (const QString name = typed.simplified(); !name.isEmpty())
            m_sidebar->keepSearch({name, query});
    });
    dialog->open();
}

// Folders are stores, archives are imported; what becomes of single files is asked.
void MainWindow::dropFiles(const QStringList &files)
{
    QStringList media, folders;
    for (const QString &file : files) {
        const QFileInfo info(file);
        if (file.endsWith(".zip"_L1, Qt::CaseInsensitive)) {
            importFrom(file);
        } else if (partKindOf(info.fileName())) {
            media << file;
            if (!folders.contains(info.path()))
                folders << info.path();
        } else {
            addFirstStore(file); // which complains of what is no folder
        }
    }
    if (media.isEmpty())
        return;
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Respool"),
                        tr("%n recording(s) were dropped here.", nullptr, int(media.size())),
                        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"dropped"_s);
    box->setInformativeText(
        tr("They can stay where they are and be listed: then their folder becomes a store. Or a "
           "seekable copy of each is written beside it, and nothing else changes."));
    const QPushButton *store =
        box->addButton(tr("Add the folder as a &store"), QMessageBox::AcceptRole);
    connect(store, &QPushButton::clicked, this, [this, folders] {
        for (const QString &folder : folders)
            addStore(folder);
    });
    QStringList videos = media;
    videos.removeIf([](const QString &file) {
        const auto kind = partKindOf(QFileInfo(file).fileName());
        return kind != PartKind::Webm && kind != PartKind::Media;
    });
    if (!videos.isEmpty()) {
        const QPushButton *copy =
            box->addButton(tr("&Write seekable copies"), QMessageBox::AcceptRole);
        connect(copy, &QPushButton::clicked, this, [this, videos] {
            announce(tr("%n seekable cop(ies) are being written.", nullptr, int(videos.size())));
            m_copies->write(videos);
        });
    }
    box->open();
}

} // namespace respool
