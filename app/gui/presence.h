// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"
#include "core/settings/startmark.h"

#include <QObject>

#include <memory>

namespace respool {

class Desktop;
class Engine;
class MainWindow;
class Manners;
class TrayIcon;

// What the user sees of a running Respool: a window, or an icon in the tray that opens one. Keeps
// the settings, and makes the window anew when its language or its colours change. Lives on the
// main thread; the engine outlives it.
class Presence final : public QObject
{
    Q_OBJECT

public:
    // language: of the command line; it goes before that of the settings until another is chosen.
    Presence(Engine &engine, Settings settings, StartMark mark, QString language);
    ~Presence() override;

    void openWindow();
    void runInBackground();             // an icon in the tray, whatever the settings say
    void addStore(const QString &path); // and scan it; works without a window, too
    void quit();                        // remembers the window and ends the program
    void startedSafely();               // tells so, in the window
    void offerSafety();                 // the start before this one died

    // Whether somebody saw a window with running jobs close: that one may wonder for a moment.
    bool closedOnRunningJobs() const { return m_closedOnRunningJobs; }

private:
    void makeWindow();
    void renewWindow();
    void windowClosed();
    void apply();
    void save();
    void showTray(bool shown);
    void makeSafe();

    Engine &m_engine;
    Settings m_settings;
    StartMark m_mark;
    QString m_language;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<Manners> m_manners;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrayIcon> m_tray;
    bool m_background = false;
    bool m_quitting = false;
    bool m_closedOnRunningJobs = false;
};

} // namespace respool
