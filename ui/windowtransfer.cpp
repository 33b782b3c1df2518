// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What MainWindow does about archives, and about recordings that are to be verified.

#include "core/archivecatalog.h"
#include "core/engine.h"
#include "ui/exportdialog.h"
#include "ui/exportwatch.h"
#include "ui/importdialog.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/previewpane.h"
#include "ui/sidebar.h"

#include <QDate>
#include <QDateTime>
#include <QFileDialog>

using namespace Qt::Literals::StringLiterals;

namespace respool {

void MainWindow::archiveTo(const QList<RecordingId> &ids, const ArchiveWishes &wishes)
{
    m_engine.commands()
        .archiveRecordings(ids, wishes)
        .then(this, [this, place = wishes.target](const Result<Enqueued> &enqueued) {
            if (!enqueued) {
                complain(enqueued.error());
                return;
            }
            announce(tr("The archive will be written; see the jobs below."));
            m_exports->follow(enqueued->batch, place);
        });
}

void MainWindow::chooseArchive()
{
    auto *dialog = new QFileDialog(this, tr("Import an archive"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("ZIP archives (*.zip)"), tr("All files (*)")});
    if (!m_settings.exportFolder.isEmpty())
        dialog->setDirectory(m_settings.exportFolder);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::importFrom);
    dialog->open();
}

void MainWindow::importFrom(const QString &file)
{
    auto *dialog = new ImportDialog(m_engine.archives(), file, m_sidebar->stores(),
                                    m_sidebar->chosenStore().value_or(StoreId()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_engine.commands()
            .importArchive(dialog->wishes())
            .then(this, [this](const Result<Enqueued> &enqueued) {
                if (enqueued)
                    announce(tr("The archive will be imported; see the jobs below."));
                else
                    complain(enqueued.error());
            });
    });
    dialog->open();
}

void MainWindow::verifySelected()
{
    withChosen([this](const QList<RecordingId> &ids) {
        m_engine.commands().verifyRecordings(ids).then(
            this, [this](const Result<Enqueued> &enqueued) {
                if (enqueued)
                    announce(tr("The recordings will be verified; see the jobs below."));
                else
                    complain(enqueued.error());
            });
    });
}

// Of the one that is selected: a job may have verified it meanwhile.
void MainWindow::showVerification()
{
    const auto chosen = m_library->one();
    if (!chosen) {
        m_preview->showVerification({});
        return;
    }
    const RecordingId id = chosen->id;
    m_engine.archives().verified(id).then(this, [this, id](const Result<VerifiedState> &state) {
        const auto now = m_library->one();
        if (state && now && now->id == id)
            m_preview->showVerification(verificationText(state->verifiedMs));
    });
}

QString verificationText(qint64 verifiedMs)
{
    if (verifiedMs == 0)
        return {};
    const QDateTime verified = QDateTime::fromMSecsSinceEpoch(verifiedMs);
    const qint64 days = verified.date().daysTo(QDate::currentDate());
    if (days <= 0)
        return MainWindow::tr("Verified today");
    return days == 1 ? MainWindow::tr("Verified yesterday")
                     : MainWindow::tr("Verified %n days ago", nullptr, int(days));
}

} // namespace respool
