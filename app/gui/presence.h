// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

namespace respool {

class Engine;
class MainWindow;
class TrayIcon;

// What the user sees of a running Respool: a window, or an icon in the tray that opens one. Keeps
// the window's settings. Lives on the main thread; the engine outlives it.
class Presence final : public QObject
{
    Q_OBJECT

public:
    Presence(Engine &engine, QString dataFolder);
    ~Presence() override;

    void openWindow();
    void showTray();
    void addStore(const QString &path); // and scan it; works without a window, too
    void quit();                        // remembers the window and ends the program

    // Whether somebody saw a window with running jobs close: that one may wonder for a moment.
    bool closedOnRunningJobs() const { return m_closedOnRunningJobs; }

private:
    void windowClosed();
    void save();

    Engine &m_engine;
    const QString m_dataFolder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrayIcon> m_tray;
    bool m_quitting = false;
    bool m_closedOnRunningJobs = false;
};

} // namespace respool
