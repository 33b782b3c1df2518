// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that keeps what people say of recordings: flags, tags, notes, what was seen
// and where it was left.

#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "ui/actions.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/markedits.h"
#include "ui/marksdialog.h"
#include "ui/player/playerpane.h"

#include <QAction>

#include <algorithm>

namespace respool {

void MainWindow::connectMarks()
{
    connect(m_actions->flag, &QAction::triggered, this, &MainWindow::flagSelected);
    connect(m_actions->unseen, &QAction::triggered, this, &MainWindow::markSelectedAsSeen);
    connect(m_actions->tags, &QAction::triggered, this, [this] { describeSelected(false); });
    connect(m_actions->note, &QAction::triggered, this, [this] { describeSelected(true); });
    const auto complainOf = complaining();
    connect(m_player, &PlayerPane::played, this, [this, complainOf](const Recording &recording) {
        m_engine.commands().setSeen({recording.id}, true).then(this, complainOf);
    });
    connect(m_player, &PlayerPane::reached, this, [this, complainOf](RecordingId id, qint64 ms) {
        m_engine.commands().setResume(id, ms).then(this, complainOf);
    });
}

void MainWindow::updateMarks(const QList<Recording> &selected)
{
    const bool some = m_library->chosenCount() > 0;
    for (QAction *action : {m_actions->flag, m_actions->unseen, m_actions->tags, m_actions->note})
        action->setEnabled(some);
    m_actions->flag->setChecked(!selected.isEmpty()
                                && std::ranges::all_of(selected, &Recording::flagged));
    const bool seen = selected.isEmpty() || std::ranges::any_of(selected, &Recording::seen);
    m_actions->unseen->setText(seen ? tr("Mark as &unseen") : tr("Mark as &seen"));
}

// For a command that says nothing when it is done.
std::function<void(const Result<> &)> MainWindow::complaining()
{
    return [this](const Result<> &done) {
        if (!done)
            complain(done.error());
    };
}

void MainWindow::flagSelected(bool flagged)
{
    withChosen([this, flagged](const QList<RecordingId> &ids) { m_marks->setFlag(ids, flagged); });
}

// Unseen again, if any of them was seen: what the entry of the menu says.
void MainWindow::markSelectedAsSeen()
{
    const bool wereSeen = std::ranges::any_of(m_library->selected(), &Recording::seen);
    withChosen(
        [this, wereSeen](const QList<RecordingId> &ids) { m_marks->setSeen(ids, !wereSeen); });
}

void MainWindow::describeSelected(bool note)
{
    withChosen([this, note](const QList<RecordingId> &ids) { describe(ids, note); });
}

// ids: those whose rows were not read yet, too; the dialog shows what the others have.
void MainWindow::describe(const QList<RecordingId> &ids, bool note)
{
    const QList<Recording> selected = m_library->selected();
    if (selected.isEmpty())
        return;
    auto *dialog = new MarksDialog(selected, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->begin(note ? MarksDialog::Field::Note : MarksDialog::Field::Tags);
    m_engine.catalog().tags().then(dialog, [dialog](const Result<QStringList> &tags) {
        if (tags)
            dialog->offerTags(*tags); // else there are none to choose from
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] {
        const QStringList added = dialog->addedTags(), removed = dialog->removedTags();
        if (!added.isEmpty() || !removed.isEmpty())
            m_marks->changeTags(ids, added, removed);
        if (const auto written = dialog->note())
            m_marks->setNote(ids, *written);
        if (const auto flagged = dialog->flagged())
            m_marks->setFlag(ids, *flagged);
    });
    dialog->open();
}

} // namespace respool
