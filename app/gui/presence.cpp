// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/presence.h"

#include "app/datafolder.h"
#include "app/languages.h"
#include "core/commands.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "ui/desktop.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/manners.h"
#include "ui/trayicon.h"

#include <QCoreApplication>
#include <QTimer>

#include <utility>

namespace respool {

namespace {

constexpr int livedMs = 10'000; // a window that came so far did not die of its start

} // namespace

Presence::Presence(Engine &engine, Settings settings, StartMark mark, QString language)
    : m_engine(engine)
    , m_settings(std::move(settings))
    , m_mark(std::move(mark))
    , m_language(std::move(language))
    , m_desktop(makeDesktop())
    , m_manners(std::make_unique<Manners>(engine.queue(), *m_desktop))
{
    m_manners->setSettings(m_settings);
    m_manners->setWorker(engine.isWorker());
    m_manners->afterQueue().choose(m_settings.afterQueue,
                                   m_settings.afterQueue != AfterQueue::Nothing);
    connect(&engine, &Engine::workerChanged, this,
            [this] { m_manners->setWorker(m_engine.isWorker()); });
    connect(m_manners.get(), &Manners::quitWanted, this, &Presence::quit);
    connect(m_manners.get(), &Manners::wordWanted, this,
            [this](const QString &title, const QString &text) {
                if (m_tray)
                    m_tray->say(title, text);
            });
    QTimer::singleShot(livedMs, this, [this] { m_mark.end(); });
}

Presence::~Presence() = default;

void Presence::openWindow()
{
    if (!m_window)
        makeWindow();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    showTray(m_background || m_settings.showsTray);
}

void Presence::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_engine, m_settings, m_manners.get());
    connect(m_window.get(), &MainWindow::closed, this, &Presence::windowClosed);
    // Some ask in the middle of what the window does, and may have to end it.
    connect(m_window.get(), &MainWindow::settingsChanged, this, &Presence::apply,
            Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::quitWanted, this, &Presence::quit);
}

// In the new language and colours, at the place of the old one.
void Presence::renewWindow()
{
    m_window.reset();
    openWindow();
}

void Presence::apply()
{
    if (!m_window)
        return;
    const Settings before = std::exchange(m_settings, m_window->settings());
    save();
    m_engine.setThreads(m_settings.threads);
    m_engine.setScanWishes(m_settings.drawsPictures && !isSwitchedOff("RESPOOL_PICTURES"),
                           m_settings.readsTexts && !isSwitchedOff("RESPOOL_TEXT"));
    m_manners->setSettings(m_settings);
    showTray(m_background || m_settings.showsTray);
    const bool speaks = before.language != m_settings.language;
    const bool looks = before.appearance != m_settings.appearance;
    if (speaks) {
        m_language.clear();
        installTranslations(m_settings.language);
    }
    if (looks)
        applyLook(m_settings.appearance);
    if (speaks || looks)
        renewWindow();
}

void Presence::runInBackground()
{
    m_background = true;
    showTray(true);
}

void Presence::showTray(bool shown)
{
    if (shown == (m_tray != nullptr))
        return;
    if (!shown) {
        m_tray.reset();
        return;
    }
    m_tray = std::make_unique<TrayIcon>(m_manners->watch());
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

void Presence::startedSafely()
{
    if (!m_window)
        return;
    m_window->say(tr("Respool has started safely: the queue is paused, and the window is as it was "
                     "in the beginning."),
                  tr("Resume queue"), [this] { static_cast<void>(m_engine.queue().resume()); });
}

void Presence::offerSafety()
{
    if (!m_window)
        return;
    m_window->say(tr("Respool ended unexpectedly soon after its last start."),
                  tr("Pause the queue and reset the window"),
                  [this] { QTimer::singleShot(0, this, &Presence::makeSafe); });
}

void Presence::makeSafe()
{
    static_cast<void>(m_engine.queue().pause());
    m_settings = m_settings.withoutLayout();
    renewWindow();
    startedSafely();
}

// A program that was told to end did not die, with or without a window.
void Presence::quit()
{
    m_quitting = true;
    m_mark.end();
    if (m_window && m_window->isVisible())
        m_window->close();
    QCoreApplication::quit();
}

// The running jobs stop at their next safe point and go on at the next start; with an icon in the
// tray they just go on.
void Presence::windowClosed()
{
    m_settings = m_window->settings();
    save();
    m_mark.end();
    if (m_background && !m_quitting)
        return;
    m_closedOnRunningJobs = m_window->showsRunningJobs();
    QCoreApplication::quit();
}

void Presence::save()
{
    if (const auto saved = saveSettings(m_engine.options().dataFolder, m_settings); !saved)
        qWarning("%s", qPrintable(saved.error().detail));
}

} // namespace respool
