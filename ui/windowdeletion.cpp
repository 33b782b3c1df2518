// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that deletes, keeps from being deleted, and accounts for it.

#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "ui/auditdialog.h"
#include "ui/deletedialog.h"
#include "ui/deletionwatch.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/reportdialog.h"
#include "ui/undolist.h"

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

void MainWindow::deleteSelected(bool permanent)
{
    closePlayer(); // what plays is open, and its file is about to move
    withChosen([this, permanent](const QList<RecordingId> &ids) {
        const int many = int(ids.size());
        if (many > typedAboveRecordings)
            announce(tr("Looking at %n recording(s)…", nullptr, many));
        m_engine.commands()
            .planDelete(ids, {.permanent = permanent})
            .then(this, [this](const Result<DeletePlan> &plan) {
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
            .then(this, [this, told, agreed](const Result<Enqueued> &enqueued) {
                if (!enqueued) {
                    complain(enqueued.error());
                    return;
                }
                announce(told);
                m_deletions->follow(enqueued->batch);
                if (!agreed.permanent)
                    m_trashed.insert(enqueued->batch.value, agreed.ready);
            });
    });
    dialog->open();
}

void MainWindow::connectDeletions()
{
    connect(m_deletions, &DeletionWatch::ended, this,
            [this](BatchId batch, bool whole, const QString &text) {
                tellDeletion(batch, whole, text);
            });
}

// What lies in the trash now is taken back by restoring just that; the report says the rest.
void MainWindow::tellDeletion(BatchId batch, bool whole, const QString &text)
{
    const QList<RecordingId> ids = m_trashed.take(batch.value);
    const QString moved = tr("%n recording(s) moved to the trash.", nullptr, int(ids.size()));
    m_messages->show(whole ? MessageBar::Mood::News : MessageBar::Mood::Problem,
                     whole && !ids.isEmpty() ? moved : text, tr("Report…"),
                     [this, batch] { showReport(batch); });
    if (ids.isEmpty())
        return;
    const int step = m_undo->push(moved, [this, ids] { restoreTrashed(ids); });
    m_messages->addAction(tr("Undo"), [this, step] { m_undo->undo(step); });
}

// Those of them that are in the trash: a deletion may have left some alone.
void MainWindow::restoreTrashed(const QList<RecordingId> &ids)
{
    m_engine.catalog().recordings(ids).then(this, [this](const Result<QList<Recording>> &found) {
        if (!found)
            return complain(found.error());
        QList<RecordingId> trashed;
        for (const Recording &recording : *found) {
            if (recording.state == RecordingState::Trashed)
                trashed << recording.id;
        }
        if (trashed.isEmpty())
            return complain({ErrorCode::NotFound, tr("none of them is in the trash any more")});
        const QString told =
            tr("%n recording(s) return to their store.", nullptr, int(trashed.size()));
        m_engine.commands().restoreRecordings(trashed).then(
            this, [this, told](const Result<Enqueued> &enqueued) {
                if (enqueued)
                    announce(told);
                else
                    complain(enqueued.error());
            });
    });
}

void MainWindow::showReport(BatchId batch)
{
    auto *dialog = new ReportDialog(m_engine.evidence(), batch, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
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
    if (const auto chosen = m_library->one())
        openAudit(chosen->uid);
}

void MainWindow::openAudit(const QString &recording)
{
    auto *dialog = new AuditDialog(m_engine.evidence(), recording, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace respool
