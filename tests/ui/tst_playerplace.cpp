// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "core/library/textcatalog.h"
#include "core/settings/settings.h"
#include "tests/support/samples.h"
#include "ui/exportdialog.h"
#include "ui/finddialog.h"
#include "ui/librarypage.h"
#include "ui/mainwindow.h"
#include "ui/player/logview.h"
#include "ui/player/playerpane.h"
#include "ui/player/playerplace.h"
#include "ui/recordingtable.h"
#include "ui/sidebar.h"

#include <QDir>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// The player in the window: how it opens, where it goes, what it brings back.
class tst_PlayerPlace : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void enter_playsBesideTheList();
    void escape_goesBackToTheList();
    void anotherRow_leavesWhatPlays();
    void f11_takesTheWholeScreenAndBack();
    void window_isItsOwnAndComesBack();
    void windowThatIsClosed_bringsThePlayerBack();
    void end_findsThePlayerWhereverItIs();
    void closing_showsThePreview();
    void hit_isPlayedWhereItStands();
    void settings_rememberTheManners();
    void selection_opensTheExport();

private:
    void playFirst();
    PlayerPane *player() const { return m_window->findChild<PlayerPane *>(); }
    PlayerPlace *place() const { return m_window->findChild<PlayerPlace *>(); }
    LibraryPage *library() const { return m_window->findChild<LibraryPage *>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

// Two logs.
void tst_PlayerPlace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString store = m_folder->filePath(u"store"_s);
    for (int number = 0; number < 2; ++number) {
        const QString id = samples::recordingId(number);
        const QString folder = store + u'/' + id;
        QVERIFY(QDir().mkpath(folder));
        samples::writeFile(folder + u"/recording-0.slog"_s, samples::slog());
        samples::writeFile(folder + u"/recording.json"_s,
                           samples::manifest(id, {u"recording-0.slog"_s}));
    }
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto engine = Engine::start(options);
    QVERIFY(engine);
    m_engine = *std::move(engine);
    QVERIFY(m_engine->work());
    m_window = std::make_unique<MainWindow>(*m_engine, Settings());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->addStore(store);
    QTRY_COMPARE_WITH_TIMEOUT(library()->table()->model()->rowCount(), 2, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 30'000);
    QTRY_VERIFY(library()->table()->isVisible());
    QTRY_COMPARE(m_window->findChild<Sidebar *>()->stores().size(), 1);
}

void tst_PlayerPlace::cleanup()
{
    m_window.reset();
    m_engine.reset();
    m_folder.reset();
}

void tst_PlayerPlace::playFirst()
{
    library()->table()->setFocus();
    library()->table()->selectRow(0);
    QTRY_COMPARE(library()->selected().size(), 1);
    QTest::keyClick(library()->table(), Qt::Key_Return);
    QTRY_VERIFY(place()->showsPlayer());
    QTRY_VERIFY(player()->findChild<LogView *>()->table()->model()->rowCount() > 0);
}

void tst_PlayerPlace::enter_playsBesideTheList()
{
    playFirst();
    QVERIFY(player()->isPlaying());
    QVERIFY(player()->isVisible());
    QCOMPARE(player()->shown(), library()->selected().first().id);
    QTRY_VERIFY(library()->selected().first().seen);
    QTRY_VERIFY(player()->hasFocus() || player()->isAncestorOf(m_window->focusWidget()));
}

void tst_PlayerPlace::escape_goesBackToTheList()
{
    playFirst();
    QTest::keyClick(player(), Qt::Key_Escape);
    QCOMPARE(m_window->focusWidget(), library()->table());
    QVERIFY(place()->showsPlayer()); // it plays on
}

void tst_PlayerPlace::anotherRow_leavesWhatPlays()
{
    playFirst();
    const RecordingId shown = player()->shown();
    library()->table()->selectRow(1);
    QVERIFY(place()->showsPlayer());
    QCOMPARE(player()->shown(), shown);
    player()->act(PlayerVerb::TogglePlaying);
    player()->act(PlayerVerb::ToEnd); // now it may go
    library()->table()->selectRow(0);
    library()->table()->selectRow(1);
    QVERIFY(!place()->showsPlayer());
}

void tst_PlayerPlace::f11_takesTheWholeScreenAndBack()
{
    playFirst();
    QTest::keyClick(player(), Qt::Key_F11);
    QTRY_VERIFY(place()->isFullScreen());
    QVERIFY(player()->window() != m_window.get());
    QTest::keyClick(player(), Qt::Key_Escape);
    QVERIFY(!place()->isDetached());
    QVERIFY(place()->showsPlayer());
    QVERIFY(player()->isPlaying());
}

void tst_PlayerPlace::window_isItsOwnAndComesBack()
{
    playFirst();
    QTest::keyClicks(player(), u"w"_s);
    QVERIFY(place()->isDetached());
    QVERIFY(!place()->isFullScreen());
    QVERIFY(player()->window()->windowTitle().contains(library()->selected().first().uid));
    QTest::keyClicks(player(), u"f"_s);
    QTRY_VERIFY(place()->isFullScreen());
    QTest::keyClicks(player(), u"f"_s);
    QTRY_VERIFY(!place()->isFullScreen());
    QVERIFY(place()->isDetached());
    QTest::keyClicks(player(), u"w"_s);
    QVERIFY(place()->showsPlayer());
    QVERIFY(player()->isPlaying());
}

void tst_PlayerPlace::windowThatIsClosed_bringsThePlayerBack()
{
    playFirst();
    QTest::keyClicks(player(), u"w"_s);
    player()->window()->close();
    QVERIFY(!place()->isDetached());
    QVERIFY(place()->showsPlayer());
    // The program may end with the player in a window of its own.
    QTest::keyClicks(player(), u"w"_s);
    m_window->close();
    QVERIFY(!place()->isDetached());
}

void tst_PlayerPlace::end_findsThePlayerWhereverItIs()
{
    playFirst();
    QTest::keyClicks(player(), u"w"_s);
    QVERIFY(place()->isDetached());
    m_window.reset();
}

void tst_PlayerPlace::closing_showsThePreview()
{
    playFirst();
    emit player()->closeWanted();
    QVERIFY(!place()->showsPlayer());
    QCOMPARE(player()->shown(), RecordingId());
    QCOMPARE(m_window->focusWidget(), library()->table());
}

void tst_PlayerPlace::hit_isPlayedWhereItStands()
{
    TextHit hit;
    library()->table()->selectRow(1);
    QTRY_COMPARE(library()->selected().size(), 1);
    hit.recording = library()->selected().first().id;
    hit.uid = library()->selected().first().uid;
    hit.part = u"recording-0.slog"_s;
    hit.atMs = 10'223;
    hit.text = u"Renamed"_s;
    hit.marks = {{0, 7}};
    library()->table()->selectRow(0);
    for (QAction *action : m_window->actions()) {
        if (action->text() == u"Find in &recordings…"_s)
            action->trigger();
    }
    auto *dialog = m_window->findChild<FindDialog *>();
    QVERIFY(dialog);
    emit dialog->chosen(hit);
    QTRY_COMPARE(player()->shown(), hit.recording);
    const auto *rows = player()->findChild<LogView *>()->table();
    QTRY_COMPARE(rows->currentIndex().row(), 1);
    QVERIFY(player()->positionMs() >= 10'223);
    QVERIFY(rows->model()->index(1, 0).data(Qt::BackgroundRole).isValid());
    QTRY_COMPARE(library()->selected().value(0).id, hit.recording);
}

void tst_PlayerPlace::settings_rememberTheManners()
{
    playFirst();
    QSignalSpy changed(m_window.get(), &MainWindow::settingsChanged);
    player()->act(PlayerVerb::SkipIdle);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_window->settings().skipsIdle);
    QVERIFY(saveSettings(m_folder->path(), m_window->settings()));
    const Settings again = loadSettings(m_folder->path());
    QVERIFY(again.skipsIdle);
    QCOMPARE(again.wallClock, false);
    QCOMPARE(again.volume, 100);
}

void tst_PlayerPlace::selection_opensTheExport()
{
    Recording recording;
    recording.id = {7};
    recording.uid = u"one"_s;
    for (const QString &name : {u"recording-0.webm"_s, u"recording-1.webm"_s}) {
        Part part;
        part.name = name;
        part.kind = PartKind::Webm;
        part.durationMs = 60'000;
        recording.parts << part;
    }
    emit player()->exportWanted(recording, u"recording-1.webm"_s, {5000, 61'250});
    auto *dialog = m_window->findChild<ExportDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QRadioButton *>(u"clip"_s)->isChecked());
    const ExportItem item = dialog->items().first();
    QCOMPARE(item.wishes.part, u"recording-1.webm"_s);
    QCOMPARE(item.wishes.range.fromMs, 5000);
    QCOMPARE(item.wishes.range.toMs, 61'250);
}

QTEST_MAIN(tst_PlayerPlace)
#include "tst_playerplace.moc"
