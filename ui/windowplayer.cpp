// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that plays recordings, or shows the pictures of one.

#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "core/library/textcatalog.h"
#include "core/picturecatalog.h"
#include "ui/exportdialog.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/player/playerpane.h"
#include "ui/player/playerplace.h"
#include "ui/previewpane.h"
#include "ui/recordingtable.h"
#include "ui/sidebar.h"

#include <QShortcut>
#include <QTabWidget>

#include <algorithm>

namespace respool {

void MainWindow::connectPlayer()
{
    m_player->setManners({m_settings.skipsIdle, m_settings.wallClock, m_settings.volume});
    connect(m_player, &PlayerPane::mannersChanged, this, [this] {
        const PlayerManners &manners = m_player->manners();
        m_settings.skipsIdle = manners.skipsIdle;
        m_settings.wallClock = manners.wallClock;
        m_settings.volume = manners.volume;
        emit settingsChanged();
    });
    connect(m_player, &PlayerPane::exportWanted, this, &MainWindow::exportClip);
    connect(m_preview, &PreviewPane::playWanted, this, &MainWindow::playPicture);
    connect(m_playerPlace, &PlayerPlace::left, this, [this] {
        if (m_player->shown().value == 0) {
            m_pictured.clear();
            showPictures();
        }
        m_library->table()->setFocus();
    });
    connect(&m_engine.catalog(), &RecordingCatalog::changed, this, &MainWindow::refreshPlayer);
    auto *whole = new QShortcut(Qt::Key_F11, this);
    connect(whole, &QShortcut::activated, this, [this] {
        if (m_player->shown().value != 0)
            m_playerPlace->toggleFullScreen();
    });
}

void MainWindow::playSelected()
{
    const auto chosen = m_library->one();
    if (!chosen)
        return;
    const Recording &recording = *chosen;
    const auto store = std::ranges::find(m_sidebar->stores(), recording.store, &StoreInfo::id);
    if (store == m_sidebar->stores().end())
        return;
    // The list does not hear of where it was left.
    m_engine.catalog()
        .recordings({recording.id})
        .then(this, [this, store = *store](const Result<QList<Recording>> &now) {
            if (!now || now->isEmpty())
                return;
            m_player->play(now->first(), store, now->first().resumeMs);
            showPlayer();
        });
}

void MainWindow::showPlayer()
{
    m_side->setCurrentWidget(m_playerPlace);
    m_playerPlace->showPlayer();
}

// The pictures are of the first part that can be seen.
void MainWindow::playPicture(const Recording &recording, const StoreInfo &store, qint64 ms)
{
    const auto seen = std::ranges::find_if(recording.parts, [](const Part &part) {
        return part.kind != PartKind::Slog
               && (part.problem.isEmpty() || part.seekable == Seekable::Yes);
    });
    if (seen == recording.parts.end())
        return;
    m_player->playAt(recording, store, seen->name, ms, {});
    showPlayer();
}

void MainWindow::playHit(const Recording &recording, const StoreInfo &store, const TextHit &hit)
{
    const TextMark mark = hit.marks.value(0);
    m_player->playAt(recording, store, hit.part, hit.atMs, hit.text.mid(mark.from, mark.length));
    showPlayer();
}

// What is being recorded becomes longer, gets more parts, and ends.
void MainWindow::refreshPlayer()
{
    if (!m_player->isRecorded())
        return;
    m_engine.catalog()
        .recordings({m_player->shown()})
        .then(this, [this](const Result<QList<Recording>> &now) {
            if (now && !now->isEmpty())
                m_player->refresh(now->first());
        });
}

void MainWindow::closePlayer()
{
    m_player->clear();
    m_playerPlace->attach();
    m_playerPlace->showPreview();
    m_preview->clear();
}

void MainWindow::exportClip(const Recording &recording, const QString &part, const TimeRange &range)
{
    askExport({recording})->proposeClip(part, range);
}

// What plays stays where it is, whatever is chosen meanwhile.
void MainWindow::showPictures()
{
    const auto chosen = m_library->one();
    if (m_playerPlace->showsPlayer()) {
        const bool isShown = chosen && chosen->id == m_player->shown();
        if (isShown || m_player->isBusy())
            return;
        closePlayer();
    }
    if (!chosen) {
        m_pictured.clear();
        m_preview->clearPictures();
        return;
    }
    const Recording &recording = *chosen;
    const auto store = std::ranges::find(m_sidebar->stores(), recording.store, &StoreInfo::id);
    if (recording.uid == m_pictured || store == m_sidebar->stores().end()
        || m_preview->showsPlaceIn(recording.uid))
        return; // rows that were read again are no new selection
    m_pictured = recording.uid;
    m_drawnMeanwhile = false;
    m_engine.pictures()
        .strip(recording, *store)
        .then(this, [this, recording, store = *store](const Result<RecordingPicture> &picture) {
            if (m_pictured != recording.uid)
                return;
            if (picture) {
                m_preview->showPictures(recording, store, *picture);
                return;
            }
            m_pictured.clear(); // it may be drawn later
            m_preview->clearPictures();
            if (m_drawnMeanwhile)
                showPictures();
        });
}

// The library has changed: what is asked for now may have been looked for just before it was drawn.
void MainWindow::picturesMayBeDrawn()
{
    m_drawnMeanwhile = true;
    showPictures();
}

} // namespace respool
