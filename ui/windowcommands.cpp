// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of MainWindow that turns what the user chose into commands.

#include "core/base/units.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "ui/exportdialog.h"
#include "ui/exportwatch.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/scheduledialog.h"
#include "ui/sidebar.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

template <typename T>
void MainWindow::follow(QFuture<Result<T>> future, const QString &text)
{
    future.then(this, [this, text](const Result<T> &result) {
        if (!result)
            complain(result.error());
        else if (!text.isEmpty())
            announce(text);
    });
}

void MainWindow::chooseStore()
{
    auto *dialog = new QFileDialog(this, tr("Add a store"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::addFirstStore);
    dialog->open();
}

// Its recordings are shown, unless another store had been chosen: then this one is.
void MainWindow::addStore(const QString &path)
{
    m_engine.commands().openStore(path).then(this, [this](const Result<OpenedPath> &opened) {
        if (!opened)
            return complain(opened.error());
        if (const auto other = m_sidebar->chosenStore(); other && *other != opened->store.id)
            m_sidebar->chooseStore(opened->store);
        if (opened->added)
            announce(tr("%1 is added and being scanned.").arg(opened->store.name));
    });
}

// Asks before something that cannot be taken back; Cancel is what Enter does.
void MainWindow::confirm(const QString &question, const QString &consequence, const QString &verb,
                         const std::function<void()> &agreed)
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Respool"), question, QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(consequence);
    const QPushButton *yes = box->addButton(verb, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, agreed);
    box->open();
}

void MainWindow::forgetStore()
{
    const auto chosen = m_sidebar->chosenStore();
    if (!chosen)
        return;
    confirm(tr("Forget this store?"),
            tr("Respool forgets the store and what it knows of its recordings. No file is "
               "touched; the store can be added again."),
            tr("Forget store"), [this, store = *chosen] {
                follow(m_engine.commands().removeStore(store), tr("The store is forgotten."));
            });
}

void MainWindow::scan()
{
    QList<StoreId> ids;
    const auto chosen = m_sidebar->chosenStore();
    for (const StoreInfo &store : m_sidebar->stores()) {
        if (!chosen || store.id == *chosen)
            ids << store.id;
    }
    if (!ids.isEmpty())
        follow(m_engine.commands().scan(ids), {});
}

void MainWindow::remuxSelected()
{
    withChosen([this](const QList<RecordingId> &ids) {
        follow(m_engine.commands().remuxRecordings(ids, {.keepDamaged = m_settings.keepDamaged}),
               tr("The recordings will be made seekable; see the jobs below."));
    });
}

void MainWindow::exportSelected()
{
    withChosen([this](const QList<RecordingId> &ids) {
        m_engine.catalog().recordings(ids).then(this,
                                                [this](const Result<QList<Recording>> &recordings) {
                                                    if (recordings)
                                                        askExport(*recordings);
                                                    else
                                                        complain(recordings.error());
                                                });
    });
}

ExportDialog *MainWindow::askExport(const QList<Recording> &recordings)
{
    auto *dialog = new ExportDialog(recordings, m_sidebar->stores(), m_settings.exportFolder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto archive = dialog->archive())
            archiveTo(dialog->archived(), *archive);
        else
            exportTo(dialog->items(), dialog->folder());
    });
    dialog->open();
    return dialog;
}

void MainWindow::exportTo(const QList<ExportItem> &items, const QString &folder)
{
    if (m_settings.exportFolder != folder) {
        m_settings.exportFolder = folder;
        emit settingsChanged();
    }
    const QString place = items.size() == 1 ? items.first().wishes.target : folder;
    m_engine.commands().exportRecordings(items).then(
        this, [this, place, files = int(items.size())](const Result<Enqueued> &enqueued) {
            if (!enqueued) {
                complain(enqueued.error());
                return;
            }
            announce(tr("%n file(s) will be written; see the jobs below.", nullptr, files));
            m_exports->follow(enqueued->batch, place);
        });
}

void MainWindow::showThumbnails(bool shown)
{
    m_settings.thumbnails = shown;
    m_library->showPosters(shown ? m_posters : nullptr);
}

void MainWindow::restoreSelected()
{
    withChosen([this](const QList<RecordingId> &ids) {
        follow(m_engine.commands().restoreRecordings(ids),
               tr("The recordings return to their store."));
    });
}

void MainWindow::emptyTrash()
{
    const LibraryCounts counts = m_sidebar->counts();
    QList<StoreId> ids;
    for (const StoreInfo &store : m_sidebar->stores())
        ids << store.id;
    confirm(
        tr("Empty the trash?"),
        tr("%n recording(s) in the trash, %1, are deleted for good, but for those under hold. They "
           "cannot be restored.",
           nullptr, int(counts.trashed))
            .arg(sizeText(counts.trashedBytes)),
        tr("Delete for good"), [this, ids] {
            follow(m_engine.commands().emptyTrash(ids), tr("The trash is being emptied."));
        });
}

void MainWindow::copyIds()
{
    withChosen([this](const QList<RecordingId> &ids) {
        m_engine.catalog().recordings(ids).then(
            this, [this](const Result<QList<Recording>> &recordings) {
                if (!recordings) {
                    complain(recordings.error());
                    return;
                }
                QStringList uids;
                for (const Recording &recording : *recordings)
                    uids << recording.uid;
                QGuiApplication::clipboard()->setText(uids.join(u'\n'));
            });
    });
}

void MainWindow::openFolder()
{
    const auto chosen = m_library->one();
    if (!chosen)
        return;
    const Recording &recording = *chosen;
    const auto store = std::ranges::find(m_sidebar->stores(), recording.store, &StoreInfo::id);
    if (store == m_sidebar->stores().end())
        return;
    const QString below =
        recording.state == RecordingState::Trashed ? recording.trashPath : recording.path;
    const QString path = store->path + u'/' + below;
    const QString folder = store->kind == StoreKind::Folder ? path.section(u'/', 0, -2) : path;
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        complain({ErrorCode::NotFound, tr("no program opens the folder %1").arg(folder)});
}

void MainWindow::showSchedules()
{
    auto *dialog =
        new ScheduleDialog(m_engine.timetable(), m_engine.queue(), m_sidebar->stores(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Respool"),
        tr("Respool %1 manages recorded sessions and never forgets work it accepted.\n"
           "Free software under the GNU General Public License, version 3 or later.")
            .arg(u"" RESPOOL_VERSION ""_s));
}

} // namespace respool
