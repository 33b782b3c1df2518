// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that deletes, keeps from being deleted, and accounts for it.

#include "core/engine.h"
#include "ui/auditdialog.h"
#include "ui/deletedialog.h"
#include "ui/deletionwatch.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/reportsaver.h"

#include <QInputDialog>

namespace respool {

// All that was chosen, also what the table has not read yet.
void MainWindow::withChosen(const std::function<void(const QList<RecordingId> &)> &act)
{
    m_library->chosen().then(this, [this, act](const Result<QList<RecordingId>> &ids) {
        if (!ids)
            complain(ids.error());
        else if (!ids->isEmpty())
            act(*ids);
    });
}

void MainWindow::deleteSelected()
{
    closePlayer(); // what plays is open, and its file is about to move
    withChosen([this](const QList<RecordingId> &ids) {
        const int many = int(ids.size());
        if (many > typedAboveRecordings)
            announce(tr("Looking at %n recording(s)…", nullptr, many));
        m_engine.commands().planDelete(ids, {}).then(this, [this](const Result<DeletePlan> &plan) {
            if (plan)
                confirmDeletion(*plan);
            else
                complain(plan.error());
        });
    });
}

void MainWindow::confirmDeletion(const DeletePlan &plan)
{
    auto *dialog = new DeleteDialog(plan, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const DeletePlan agreed = dialog->plan();
        const QString told =
            agreed.permanent
                ? tr("%n recording(s) will be deleted for good.", nullptr, int(agreed.ready.size()))
                : tr("%n recording(s) move to the trash.", nullptr, int(agreed.ready.size()));
        m_engine.commands()
            .deleteRecordings(agreed, dialog->options())
            .then(this, [this, told](const Result<Enqueued> &enqueued) {
                if (!enqueued) {
                    complain(enqueued.error());
                    return;
                }
                announce(told);
                m_deletions->follow(enqueued->batch);
            });
    });
    dialog->open();
}

void MainWindow::connectDeletions()
{
    connect(m_reports, &ReportSaver::saved, this, &MainWindow::announce);
    connect(m_reports, &ReportSaver::failed, this, &MainWindow::complain);
    connect(m_deletions, &DeletionWatch::ended, this,
            [this](BatchId batch, bool whole, const QString &text) {
                m_messages->show(whole ? MessageBar::Mood::News : MessageBar::Mood::Problem, text,
                                 tr("Report…"), [this, batch] { m_reports->save(batch); });
            });
}

// A reason that people must give: it is kept in the audit log.
void MainWindow::askReason(const QString &title, const QString &question,
                           const std::function<void(const QString &)> &given)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    connect(dialog, &QInputDialog::textValueSelected, this, [given](const QString &reason) {
        if (!reason.trimmed().isEmpty())
            given(reason.trimmed());
    });
    dialog->open();
}

void MainWindow::holdSelected()
{
    withChosen([this](const QList<RecordingId> &ids) {
        askReason(
            tr("Put under hold"), tr("Why may nobody delete them?"),
            [this, ids](const QString &reason) {
                m_engine.commands().addHold(ids, reason).then(this, [this](const Result<> &held) {
                    if (!held)
                        complain(held.error());
                });
            });
    });
}

void MainWindow::liftHold()
{
    withChosen([this](const QList<RecordingId> &ids) {
        askReason(tr("Lift hold"), tr("Why may they be deleted now?"),
                  [this, ids](const QString &reason) {
                      m_engine.commands()
                          .removeHold(ids, reason)
                          .then(this, [this](const Result<> &lifted) {
                              if (lifted)
                                  announce(tr("The hold is lifted."));
                              else
                                  complain(lifted.error());
                          });
                  });
    });
}

void MainWindow::showAudit()
{
    openAudit({});
}

void MainWindow::showHistory()
{
    const QList<Recording> selected = m_library->selected();
    if (!selected.isEmpty())
        openAudit(selected.first().uid);
}

void MainWindow::openAudit(const QString &recording)
{
    auto *dialog = new AuditDialog(m_engine.evidence(), recording, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace respool
