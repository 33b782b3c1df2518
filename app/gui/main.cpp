// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datafolder.h"
#include "app/gui/singleinstance.h"
#include "app/languages.h"
#include "app/quitsignals.h"
#include "core/commands.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/settings/settings.h"
#include "ui/errortext.h"
#include "ui/mainwindow.h"
#include "ui/trayicon.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QLoggingCategory>
#include <QMessageBox>

#include <cstdio>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Arguments
{
    QString data, database, language, store;
    bool background = false;
};

Arguments parse(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Manages recorded sessions and never forgets work it accepted."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"data"_s, u"The folder of the queue (or RESPOOL_DATA)."_s, u"DIR"_s});
    parser.addOption({u"database"_s, u"sqlite:///PATH (or RESPOOL_DATABASE)."_s, u"URL"_s});
    parser.addOption({u"language"_s, u"en, fr or de; default: the system's."_s, u"LANG"_s});
    parser.addOption(
        {u"background"_s, u"Run the jobs without a window, with an icon in the tray."_s});
    parser.addPositionalArgument(u"STORE"_s, u"A folder with recordings to add and scan."_s,
                                 u"[STORE]"_s);
    parser.process(application);
    return {parser.value(u"data"_s), parser.value(u"database"_s), parser.value(u"language"_s),
            parser.positionalArguments().value(0), parser.isSet(u"background"_s)};
}

// In a window where there is one; on stderr always.
int complain(const Error &error, bool background)
{
    std::fprintf(stderr, "respool: %s\n", qPrintable(error.detail));
    if (!background)
        QMessageBox::critical(nullptr, u"Respool"_s, errorText(error));
    return 1;
}

void raise(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

// Owns what the user sees: a window, or an icon that opens one.
class Presence final : public QObject
{
public:
    Presence(Engine &engine, QString dataFolder)
        : m_engine(engine)
        , m_dataFolder(std::move(dataFolder))
    {}

    MainWindow &open()
    {
        if (!m_window) {
            m_window = std::make_unique<MainWindow>(m_engine, loadSettings(m_dataFolder));
            connect(m_window.get(), &MainWindow::closed, this, &Presence::windowClosed);
        }
        raise(*m_window);
        return *m_window;
    }

    void showTray()
    {
        m_tray = std::make_unique<TrayIcon>(m_engine.queue());
        connect(m_tray.get(), &TrayIcon::openWanted, this, [this] { open(); });
        connect(m_tray.get(), &TrayIcon::quitWanted, qApp, &QCoreApplication::quit);
    }

private:
    void windowClosed()
    {
        if (const auto saved = saveSettings(m_dataFolder, m_window->settings()); !saved)
            qWarning("%s", qPrintable(saved.error().detail));
        // The running jobs stop at their next safe point and go on at the next start.
        if (!m_tray)
            QCoreApplication::quit();
    }

    Engine &m_engine;
    const QString m_dataFolder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrayIcon> m_tray;
};

int run(const Arguments &arguments, const EngineOptions &options)
{
    SingleInstance instance(options.dataFolder);
    if (!instance.acquire()) {
        instance.handOver(arguments.store.isEmpty() ? QString()
                                                    : QDir(arguments.store).absolutePath());
        return 0;
    }
    const auto engine = Engine::start(options);
    if (!engine)
        return complain(engine.error(), arguments.background);
    if (const auto working = (*engine)->work(); !working)
        return complain(working.error(), arguments.background);

    Presence presence(**engine, options.dataFolder);
    if (arguments.background)
        presence.showTray();
    else
        presence.open();
    if (!arguments.store.isEmpty() && !arguments.background)
        presence.open().addStore(arguments.store);
    QObject::connect(&instance, &SingleInstance::raiseWanted, &presence, [&](const QString &store) {
        MainWindow &window = presence.open();
        if (!store.isEmpty())
            window.addStore(store);
    });
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitWanted, qApp, &QCoreApplication::quit);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"respool"_s);
    QApplication::setApplicationDisplayName(u"Respool"_s);
    QApplication::setApplicationVersion(QStringLiteral(RESPOOL_VERSION));
    QApplication::setDesktopFileName(u"org.respool.Respool"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/respool.svg"_s));
    QApplication::setQuitOnLastWindowClosed(false);
    QLoggingCategory::setFilterRules(u"default.info=false"_s);
    const Arguments arguments = parse(application);
    auto options = locateData(arguments.data, arguments.database);
    if (!options)
        return complain(options.error(), true);
    if (!QDir().mkpath(options->dataFolder))
        return complain({ErrorCode::PermissionDenied,
                         u"the data folder %1 cannot be made: name another one with --data"_s.arg(
                             options->dataFolder)},
                        true);
    const Settings settings = loadSettings(options->dataFolder);
    options->threads = settings.threads;
    installTranslations(arguments.language.isEmpty() ? settings.language : arguments.language);
    return run(arguments, *options);
}
