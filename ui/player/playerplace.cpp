// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/playerplace.h"

#include "ui/player/playerpane.h"
#include "ui/previewpane.h"

#include <QEvent>
#include <QVBoxLayout>

#include <utility>

namespace respool {

PlayerPlace::PlayerPlace(PreviewPane *preview, PlayerPane *player, QWidget *parent)
    : QStackedWidget(parent)
    , m_preview(preview)
    , m_player(player)
{
    addWidget(m_preview);
    addWidget(m_player);
    connect(m_player, &PlayerPane::detachWanted, this, &PlayerPlace::toggleDetached);
    connect(m_player, &PlayerPane::fullScreenWanted, this, &PlayerPlace::toggleFullScreen);
    connect(m_player, &PlayerPane::leaveWanted, this, &PlayerPlace::leave);
    connect(m_player, &PlayerPane::closeWanted, this, [this] {
        m_player->clear();
        attach();
        showPreview();
        emit left();
    });
    connect(m_player, &PlayerPane::played, this, [this](const Recording &recording) {
        m_name = recording.uid;
        tell();
    });
    tell();
}

void PlayerPlace::showPlayer()
{
    if (m_window)
        m_window->activateWindow();
    else
        setCurrentWidget(m_player);
    m_player->setFocus();
}

void PlayerPlace::showPreview()
{
    setCurrentWidget(m_preview);
}

bool PlayerPlace::showsPlayer() const
{
    return currentWidget() == m_player;
}

bool PlayerPlace::isFullScreen() const
{
    return m_window && m_window->isFullScreen();
}

void PlayerPlace::tell()
{
    m_player->setDetached(isDetached(), isFullScreen());
    if (m_window)
        m_window->setWindowTitle(tr("%1 – Respool").arg(m_name));
}

void PlayerPlace::detach()
{
    m_window = new QWidget(window(), Qt::Window);
    m_window->setWindowIcon(window()->windowIcon());
    m_window->installEventFilter(this);
    auto *all = new QVBoxLayout(m_window);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_player);
    m_window->resize(960, 680);
    m_player->show();
    showPreview();
}

void PlayerPlace::attach()
{
    if (!m_window)
        return;
    QWidget *window = std::exchange(m_window, nullptr);
    window->removeEventFilter(this);
    addWidget(m_player);
    if (m_player->shown().value != 0)
        setCurrentWidget(m_player);
    window->hide();
    window->deleteLater();
    m_player->setFocus();
    tell();
}

void PlayerPlace::toggleDetached()
{
    if (m_window) {
        attach();
        return;
    }
    detach();
    m_window->show();
    m_player->setFocus();
    tell();
}

void PlayerPlace::toggleFullScreen()
{
    if (isFullScreen()) {
        if (std::exchange(m_wasAttached, false))
            return attach();
        m_window->showNormal();
    } else {
        m_wasAttached = !m_window;
        if (!m_window)
            detach();
        m_window->showFullScreen();
    }
    m_player->setFocus();
    tell();
}

// One step at a time: from the whole screen, from a window of its own, back to the list.
void PlayerPlace::leave()
{
    if (isFullScreen())
        toggleFullScreen();
    else if (m_window)
        attach();
    else
        emit left();
}

// Who closes the window has the player back beside the list.
bool PlayerPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Close) {
        attach();
        return true;
    }
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace respool
