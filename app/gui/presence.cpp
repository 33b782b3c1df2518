// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/presence.h"

#include "core/commands.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/settings/settings.h"
#include "ui/mainwindow.h"
#include "ui/trayicon.h"

#include <QCoreApplication>

namespace respool {

Presence::Presence(Engine &engine, QString dataFolder)
    : m_engine(engine)
    , m_dataFolder(std::move(dataFolder))
{}

Presence::~Presence() = default;

void Presence::openWindow()
{
    if (!m_window) {
        m_window = std::make_unique<MainWindow>(m_engine, loadSettings(m_dataFolder));
        connect(m_window.get(), &MainWindow::closed, this, &Presence::windowClosed);
        connect(m_window.get(), &MainWindow::settingsChanged, this, &Presence::save);
        connect(m_window.get(), &MainWindow::quitWanted, this, &Presence::quit);
    }
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Presence::showTray()
{
    m_tray = std::make_unique<TrayIcon>(m_engine.queue());
    connect(m_tray.get(), &TrayIcon::openWanted, this, &Presence::openWindow);
    connect(m_tray.get(), &TrayIcon::quitWanted, this, &Presence::quit);
}

void Presence::addStore(const QString &path)
{
    if (m_window) {
        m_window->addStore(path);
        return;
    }
    m_engine.commands().openStore(path).then(this, [path](const Result<OpenedPath> &opened) {
        if (!opened)
            qWarning("%s: %s", qPrintable(path), qPrintable(opened.error().detail));
    });
}

void Presence::quit()
{
    m_quitting = true;
    if (m_window && m_window->isVisible())
        m_window->close();
    QCoreApplication::quit();
}

// The running jobs stop at their next safe point and go on at the next start; with an icon in the
// tray they just go on.
void Presence::windowClosed()
{
    save();
    if (m_tray && !m_quitting)
        return;
    m_closedOnRunningJobs = m_window->showsRunningJobs();
    QCoreApplication::quit();
}

void Presence::save()
{
    if (const auto saved = saveSettings(m_dataFolder, m_window->settings()); !saved)
        qWarning("%s", qPrintable(saved.error().detail));
}

} // namespace respool
