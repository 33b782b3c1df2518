// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that leads from a line that was found to its recording.

#include "core/engine.h"
#include "core/library/textcatalog.h"
#include "ui/finddialog.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/previewpane.h"
#include "ui/sidebar.h"

#include <algorithm>

namespace respool {

namespace {

constexpr int linesAround = 1000;

} // namespace

// One dialog, which stays open while its answers are looked at.
void MainWindow::findInRecordings()
{
    auto *dialog = findChild<FindDialog *>();
    if (!dialog) {
        dialog = new FindDialog(m_engine.texts(), m_engine.catalog(), m_sidebar->stores(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &FindDialog::chosen, this, &MainWindow::showHit);
    }
    dialog->begin();
}

void MainWindow::showHit(const TextHit &hit)
{
    m_engine.catalog()
        .recordings({hit.recording})
        .then(this, [this, hit](const Result<QList<Recording>> &found) {
            if (!found || found->isEmpty())
                return complain(found ? Error{ErrorCode::NotFound, hit.uid} : found.error());
            showPlace(found->first(), hit);
        });
}

void MainWindow::showPlace(const Recording &recording, const TextHit &hit)
{
    const auto store = std::ranges::find(m_sidebar->stores(), recording.store, &StoreInfo::id);
    const bool isThere = store != m_sidebar->stores().end() && store->state == StoreState::Online
                         && recording.state != RecordingState::Trashed
                         && recording.state != RecordingState::Missing;
    if (isThere)
        playHit(recording, *store, hit);
    else
        showLines(recording, hit);
    if (!m_library->choose(recording)) {
        m_sidebar->chooseAll();
        m_library->lookFor(recording);
    }
}

// Of one whose file is not there, the lines are known all the same.
void MainWindow::showLines(const Recording &recording, const TextHit &hit)
{
    m_pictured = recording.uid; // its pictures stay away
    m_engine.texts()
        .place(hit, linesAround)
        .then(this, [this, recording, hit](const Result<TextPlace> &place) {
            if (!place)
                return complain(place.error());
            closePlayer();
            m_preview->showPlace(recording, hit, *place);
        });
}

} // namespace respool
