// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datafolder.h"
#include "app/gui/presence.h"
#include "app/gui/singleinstance.h"
#include "app/languages.h"
#include "app/leave.h"
#include "app/quitsignals.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/settings/settings.h"
#include "core/settings/startmark.h"
#include "ui/errortext.h"
#include "ui/look.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QIcon>
#include <QLabel>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int paintMs = 100;

struct Arguments
{
    QString data, database, language, store;
    bool background = false;
    bool safe = false;
};

Arguments parse(const QCoreApplication &application)
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
    parser.addOption({u"safe-mode"_s,
                      u"Start with a paused queue and the window as it was in the beginning."_s});
    parser.addPositionalArgument(u"STORE"_s, u"A folder with recordings to add and scan."_s,
                                 u"[STORE]"_s);
    parser.process(application);
    return {parser.value(u"data"_s),       parser.value(u"database"_s),
            parser.value(u"language"_s),   parser.positionalArguments().value(0),
            parser.isSet(u"background"_s), parser.isSet(u"safe-mode"_s)};
}

// In a window where there is one; on stderr always.
int complain(const Error &error, bool background)
{
    std::fprintf(stderr, "respool: %s\n", qPrintable(error.detail));
    if (!background) {
        QMessageBox box(QMessageBox::Critical, u"Respool"_s, wordFor(error.code));
        box.setInformativeText(error.detail);
        box.exec();
    }
    return 1;
}

// Stands on the screen while the jobs come to their safe points; the event loop has ended by then.
void sayThatJobsStop(QWidget &words)
{
    words.show();
    QEventLoop untilPainted;
    QTimer::singleShot(paintMs, &untilPainted, &QEventLoop::quit);
    untilPainted.exec();
}

// A start that died may have been bad luck, and the window says so; the second one in a row is
// asked about before the queue begins.
bool wantsSafety(const Arguments &arguments, const StartMark &mark)
{
    if (arguments.safe || mark.deaths() < 2 || arguments.background)
        return arguments.safe;
    std::fprintf(stderr, "respool: the last %d starts died; asking how to go on\n", mark.deaths());
    QMessageBox box(QMessageBox::Warning, u"Respool"_s,
                    QCoreApplication::translate(
                        "respool", "Respool has ended unexpectedly while it started, %n times.",
                        nullptr, mark.deaths()));
    box.setInformativeText(QCoreApplication::translate(
        "respool", "It can start safely: with a paused queue, and with the window as it was in the "
                   "beginning. Nothing that was asked for is lost."));
    const QAbstractButton *safely = box.addButton(
        QCoreApplication::translate("respool", "Start safely"), QMessageBox::AcceptRole);
    box.addButton(QCoreApplication::translate("respool", "Start as usual"),
                  QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == safely;
}

// On disk before the first job is claimed.
void pauseQueue(JobQueue &queue)
{
    QEventLoop untilPaused;
    const QFuture<Result<>> paused = queue.pause();
    QFutureWatcher<Result<>> watcher;
    QObject::connect(&watcher, &QFutureWatcher<Result<>>::finished, &untilPaused,
                     &QEventLoop::quit);
    watcher.setFuture(paused);
    if (!paused.isFinished())
        untilPaused.exec();
}

int run(const Arguments &arguments, const EngineOptions &options, const Settings &settings)
{
    const QString store =
        arguments.store.isEmpty() ? QString() : QDir(arguments.store).absolutePath();
    SingleInstance instance(options.dataFolder);
    if (!instance.acquire()) {
        if (instance.handOver(store))
            return 0;
        std::fprintf(stderr, "respool: another Respool uses %s but does not answer\n",
                     qPrintable(options.dataFolder));
        return 1;
    }
    StartMark mark(options.dataFolder);
    const bool diedBefore = mark.deaths() > 0;
    const bool safe = wantsSafety(arguments, mark);
    mark.begin();
    const QuitSignals quitSignals; // from here on a signal waits for the event loop
    QLabel farewell(QCoreApplication::translate("respool", "Stopping at a safe point…"), nullptr,
                    Qt::SplashScreen);
    farewell.setMargin(space::wide); // and it outlives the engine, whose end takes the time
    const auto engine = Engine::start(options);
    if (!engine) {
        mark.end(); // it said why
        return complain(engine.error(), arguments.background);
    }
    if (safe)
        pauseQueue((*engine)->queue());
    if (const auto working = (*engine)->work(); !working) {
        mark.end();
        return complain(working.error(), arguments.background);
    }

    Presence presence(**engine, safe ? settings.withoutLayout() : settings, mark,
                      arguments.language);
    if (arguments.background)
        presence.runInBackground();
    else
        presence.openWindow();
    if (safe)
        presence.startedSafely();
    else if (diedBefore)
        presence.offerSafety();
    if (!store.isEmpty())
        presence.addStore(store);
    QObject::connect(&instance, &SingleInstance::raiseWanted, &presence, [&](const QString &other) {
        presence.openWindow();
        if (!other.isEmpty())
            presence.addStore(other);
    });
    QObject::connect(&quitSignals, &QuitSignals::quitWanted, &presence, &Presence::quit);
    const int status = QApplication::exec();
    if (presence.closedOnRunningJobs())
        sayThatJobsStop(farewell);
    return leave(**engine, status);
}

// Help and version are for machines without a screen, too.
bool needsNoScreen(int argc, char **argv)
{
    const std::initializer_list<std::string_view> words{"--help", "-h", "--help-all", "--version",
                                                        "-v"};
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
        return std::ranges::find(words, std::string_view(argument)) != words.end();
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"respool"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RESPOOL_VERSION));
    if (needsNoScreen(argc, argv)) {
        const QCoreApplication asked(argc, argv);
        parse(asked); // answers and exits
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Respool"_s);
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
    options->drawsPictures = options->drawsPictures && settings.drawsPictures;
    options->readsTexts = options->readsTexts && settings.readsTexts;
    installTranslations(arguments.language.isEmpty() ? settings.language : arguments.language);
    applyLook(settings.appearance);
    return run(arguments, *options, settings);
}
