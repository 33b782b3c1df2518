// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/picturecatalog.h"
#include "core/replaycatalog.h"
#include "tests/support/playedrecording.h"
#include "ui/player/logview.h"
#include "ui/player/playerpane.h"
#include "ui/player/seekbar.h"
#include "ui/player/terminalview.h"
#include "ui/player/videoview.h"

#include <QAccessible>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// A prompt, a marker, a pause of a minute, another marker with another size, and the end at 62 s.
const QByteArray cast = "{\"version\":2,\"width\":40,\"height\":10}\n"
                        "[0.1,\"o\",\"one \"]\n"
                        "[0.5,\"o\",\"two\\r\\n\"]\n"
                        "[1.0,\"m\",\"first\"]\n"
                        "[61.0,\"m\",\"second\"]\n"
                        "[61.0,\"r\",\"60x12\"]\n"
                        "[61.5,\"o\",\"three \"]\n"
                        "[62.0,\"o\",\"four\"]\n";

} // namespace

// Terminals and videos in the player, with the processes that read them.
class tst_PlayedParts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void terminal_showsItsScreens();
    void terminal_playsToItsEnd();
    void terminal_stepsFromChangeToChange();
    void terminal_goesFromMarkerToMarker();
    void terminal_skipsWhatStandsStill();
    void terminal_isSearched();
    void terminal_isSelectedWithKeys();
    void terminal_growsWhileItPlays();
    void terminal_ofNonsenseSaysSo();
    void terminal_thatIsGoneSaysSo();
    void trp_isPlayed();
    void video_playsAndSeeks();
    void video_goesOnWhereItWasLeft();
    void video_stepsByFrames();
    void video_showsWhatWasSeenThen();
    void video_skipsWhatStandsStill();
    void video_growsWhileItPlays();
    void video_ofNonsenseSaysSo();
    void kinds_followEachOther();
    void picture_isSaved();
    void whatTakesTheFocus_hasAName();

private:
    void playTerminal(const QByteArray &text);
    void playStill(); // and stops it
    void seek(qint64 ms) { emit m_pane->findChild<SeekBar *>()->sought(ms); }
    void stop(); // at the beginning
    QString screen() const { return m_pane->findChild<TerminalView *>()->text().trimmed(); }
    QString trouble() const
    {
        const auto *label = m_pane->findChild<QLabel *>(u"playerTrouble"_s);
        return label->isVisible() ? label->text() : QString();
    }
    bool seesVideo() const { return !m_pane->findChild<VideoView *>()->isEmpty(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<PlayedRecording> m_played;
    std::unique_ptr<PlayerPane> m_pane;
};

void tst_PlayedParts::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto engine = Engine::start(options);
    QVERIFY(engine);
    m_engine = *std::move(engine);
}

void tst_PlayedParts::init()
{
    m_played = std::make_unique<PlayedRecording>();
    m_pane = std::make_unique<PlayerPane>(m_engine->replays(), m_engine->pictures());
    m_pane->resize(700, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_PlayedParts::cleanup()
{
    m_pane.reset();
    m_played.reset();
}

void tst_PlayedParts::playTerminal(const QByteArray &text)
{
    m_played->add(PartKind::Cast, u"cast"_s, text, 62'000);
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY_WITH_TIMEOUT(!screen().isEmpty(), 20'000);
}

void tst_PlayedParts::stop()
{
    if (m_pane->isPlaying())
        m_pane->act(PlayerVerb::TogglePlaying);
    m_pane->act(PlayerVerb::ToBeginning);
}

void tst_PlayedParts::terminal_showsItsScreens()
{
    playTerminal(cast);
    QTRY_COMPARE(screen(), u"one two"_s);
    stop();
    QTRY_COMPARE(screen(), QString());
    m_pane->act(PlayerVerb::ToEnd);
    QTRY_COMPARE(screen(), u"one two\nthree four"_s);
    QCOMPARE(m_pane->positionMs(), 62'000);
    QCOMPARE(m_pane->findChild<TerminalView *>()->screen().columns, 60);
    m_pane->act(PlayerVerb::ToTenth, 5);
    QTRY_COMPARE(screen(), u"one two"_s);
    QCOMPARE(m_pane->findChild<TerminalView *>()->screen().columns, 40);
}

void tst_PlayedParts::terminal_playsToItsEnd()
{
    playTerminal(cast);
    QSignalSpy reached(m_pane.get(), &PlayerPane::reached);
    m_pane->act(PlayerVerb::MarkerAfter);
    m_pane->act(PlayerVerb::MarkerAfter);
    QTRY_VERIFY(m_pane->positionMs() >= 61'000);
    QTRY_VERIFY(!m_pane->isPlaying());
    QCOMPARE(m_pane->positionMs(), 62'000);
    QCOMPARE(screen(), u"one two\nthree four"_s);
    QCOMPARE(reached.last().last().toLongLong(), 0);
}

void tst_PlayedParts::terminal_stepsFromChangeToChange()
{
    playTerminal(cast);
    stop();
    m_pane->act(PlayerVerb::StepForward);
    QTRY_COMPARE(m_pane->positionMs(), 100);
    QTRY_COMPARE(screen(), u"one"_s);
    m_pane->act(PlayerVerb::StepForward);
    QTRY_COMPARE(m_pane->positionMs(), 500);
    m_pane->act(PlayerVerb::StepBack);
    QTRY_COMPARE(m_pane->positionMs(), 100);
    // Over the edge of what is known of the screens around.
    m_pane->act(PlayerVerb::ToTenth, 5);
    m_pane->act(PlayerVerb::StepBack);
    QTRY_COMPARE(m_pane->positionMs(), 500);
    m_pane->act(PlayerVerb::StepForward);
    QTRY_COMPARE(m_pane->positionMs(), 61'000);
}

void tst_PlayedParts::terminal_goesFromMarkerToMarker()
{
    playTerminal(cast);
    stop();
    m_pane->act(PlayerVerb::MarkerAfter);
    QTRY_COMPARE(m_pane->positionMs(), 1000);
    QCOMPARE(m_pane->findChild<QLabel *>(u"playerNotice"_s)->text(), u"first"_s);
    m_pane->act(PlayerVerb::MarkerAfter);
    QTRY_COMPARE(m_pane->positionMs(), 61'000);
    m_pane->act(PlayerVerb::MarkerAfter);
    QCOMPARE(m_pane->positionMs(), 61'000);
    m_pane->act(PlayerVerb::MarkerBefore);
    QTRY_COMPARE(m_pane->positionMs(), 1000);
}

void tst_PlayedParts::terminal_skipsWhatStandsStill()
{
    m_pane->setManners({true, false, 100});
    playTerminal(cast);
    QTRY_VERIFY(m_pane->positionMs() > 61'000);
    QTRY_COMPARE(screen(), u"one two\nthree four"_s);
}

void tst_PlayedParts::terminal_isSearched()
{
    playTerminal(cast);
    stop();
    auto *field = m_pane->findChild<QLineEdit *>(u"playerSearch"_s);
    field->setFocus();
    QTest::keyClicks(field, u"THREE"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_pane->findChild<QLabel *>(u"hits"_s)->text(), u"1 hit(s)"_s);
    QTest::keyClick(field, Qt::Key_Return); // goes there
    QTRY_VERIFY(m_pane->positionMs() >= 61'000);
    QTRY_VERIFY(screen().contains(u"three"_s));
}

// From wherever the focus is; the player has its keys back afterwards.
void tst_PlayedParts::terminal_isSelectedWithKeys()
{
    playTerminal(cast);
    QTRY_COMPARE(screen(), u"one two"_s);
    QSignalSpy left(m_pane.get(), &PlayerPane::leaveWanted);
    auto *view = m_pane->findChild<TerminalView *>();
    m_pane->setFocus();
    QTest::keyClick(m_pane.get(), Qt::Key_V);
    QVERIFY(view->isSelecting() && !m_pane->isPlaying());
    QTRY_VERIFY(view->hasFocus());
    const qint64 place = m_pane->positionMs();
    QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(view->selectedText(), u"one two"_s);
    QTest::keyClick(view, Qt::Key_Escape);
    QCOMPARE(view->selectedText(), QString());
    QVERIFY(left.isEmpty());
    QCOMPARE(m_pane->positionMs(), place);
    QTest::keyClick(view, Qt::Key_End);
    QTRY_COMPARE(m_pane->positionMs(), 62'000);
    QTest::keyClick(view, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void tst_PlayedParts::terminal_growsWhileItPlays()
{
    m_played->recording.active = true;
    playTerminal(cast);
    m_pane->act(PlayerVerb::Live);
    QTRY_COMPARE(screen(), u"one two\nthree four"_s);
    QVERIFY(m_pane->isPlaying());
    QFile file(m_played->fileOf(u"recording-0.cast"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write("[62.5,\"o\",\" five\"]\n");
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(screen(), u"one two\nthree four five"_s, 15'000);
    QVERIFY(m_pane->isPlaying());
}

void tst_PlayedParts::terminal_ofNonsenseSaysSo()
{
    m_played->add(PartKind::Cast, u"cast"_s, "nonsense\n", 1000);
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY_WITH_TIMEOUT(!trouble().isEmpty(), 20'000);
    QVERIFY(!m_pane->isPlaying());
}

void tst_PlayedParts::terminal_thatIsGoneSaysSo()
{
    m_played->add(PartKind::Cast, u"cast"_s, cast, 1000);
    QVERIFY(QFile::remove(m_played->fileOf(u"recording-0.cast"_s)));
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY_WITH_TIMEOUT(trouble().contains(u"recording-0.cast"_s), 20'000);
}

void tst_PlayedParts::trp_isPlayed()
{
    m_played->add(PartKind::Trp, u"trp"_s, samples::trp(), 850);
    m_pane->play(m_played->recording, m_played->store);
    QTRY_COMPARE_WITH_TIMEOUT(screen(), u"ops@gw:~$ red"_s, 20'000);
}

void tst_PlayedParts::video_playsAndSeeks()
{
    m_played->add(PartKind::Webm, u"webm"_s, samples::liveWebm({.seconds = 8}), 0);
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY_WITH_TIMEOUT(seesVideo() && m_pane->positionMs() > 0, 20'000);
    m_pane->act(PlayerVerb::TogglePlaying);
    m_pane->act(PlayerVerb::ToTenth, 5);
    QTRY_VERIFY(std::abs(m_pane->positionMs() - 4000) < 500);
    m_pane->act(PlayerVerb::TogglePlaying);
    m_pane->act(PlayerVerb::ToTenth, 9);
    QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isPlaying(), 15'000);
    QCOMPARE(trouble(), QString());
}

void tst_PlayedParts::video_goesOnWhereItWasLeft()
{
    m_played->add(PartKind::Webm, u"webm"_s, samples::liveWebm({.seconds = 8}), 8000);
    m_pane->play(m_played->recording, m_played->store, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(seesVideo() && m_pane->positionMs() > 5000, 20'000);
    QVERIFY(m_pane->positionMs() < 7500);
}

void tst_PlayedParts::video_stepsByFrames()
{
    m_played->add(PartKind::Webm, u"webm"_s, samples::liveWebm({.seconds = 8}), 8000);
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->positionMs() > 1000, 20'000);
    m_pane->act(PlayerVerb::TogglePlaying);
    const qint64 before = m_pane->positionMs();
    m_pane->act(PlayerVerb::StepForward);
    QTRY_VERIFY(m_pane->positionMs() > before);
    QVERIFY(m_pane->positionMs() <= before + 500);
}

// A screen that stands still sends no frames: red until 2 s, blue from 62 s on.
void tst_PlayedParts::playStill()
{
    const QByteArray video = samples::ffmpeg(
        {u"-f"_s, u"lavfi"_s, u"-i"_s,
         u"color=red:s=96x64:r=25:d=2[a];color=blue:s=96x64:r=25:d=6[b];[a][b]concat,"
         "setpts='if(gte(N,50),PTS+60/TB,PTS)'"_s,
         u"-vsync"_s, u"vfr"_s, u"-c:v"_s, u"libvpx"_s, u"-deadline"_s, u"realtime"_s, u"-f"_s,
         u"webm"_s, u"-live"_s, u"1"_s, u"pipe:1"_s});
    m_played->add(PartKind::Webm, u"webm"_s, video, 68'000);
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY(seesVideo() && m_pane->positionMs() > 0);
    m_pane->act(PlayerVerb::TogglePlaying);
}

void tst_PlayedParts::video_showsWhatWasSeenThen()
{
    playStill();
    const auto *view = m_pane->findChild<VideoView *>();
    const auto isRed = [&] {
        const QImage picture = view->snapshot();
        return picture.pixelColor(picture.rect().center()).red() > 128;
    };
    for (const qint64 ms : {30'000, 61'900, 2'100, 40'000}) {
        seek(64'000);
        QTRY_VERIFY(!isRed());
        seek(ms);
        QTRY_VERIFY(isRed() && m_pane->positionMs() == ms);
    }
    m_pane->act(PlayerVerb::StepForward);
    QTRY_VERIFY(!isRed() && m_pane->positionMs() == 62'000);
    m_pane->act(PlayerVerb::StepBack);
    QTRY_VERIFY(isRed() && m_pane->positionMs() == 1'960);
    seek(61'000);
    m_pane->act(PlayerVerb::TogglePlaying);
    QTRY_VERIFY(!isRed());
    QVERIFY(m_pane->positionMs() > 61'500); // it is told some ten times a second
    QCOMPARE(trouble(), QString());
}

void tst_PlayedParts::video_skipsWhatStandsStill()
{
    playStill();
    m_pane->act(PlayerVerb::SkipIdle);
    seek(1'500);
    m_pane->act(PlayerVerb::TogglePlaying);
    QTRY_VERIFY(m_pane->positionMs() >= 62'000); // without it a minute later
}

void tst_PlayedParts::video_growsWhileItPlays()
{
    const QByteArray all = samples::liveWebm({.seconds = 8});
    const QByteArray beginning = all.first(all.size() / 2);
    m_played->add(PartKind::Webm, u"webm"_s, beginning, 0);
    m_played->recording.active = true;
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY_WITH_TIMEOUT(seesVideo() && m_pane->positionMs() > 0, 20'000);
    QFile file(m_played->fileOf(u"recording-0.webm"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write(all.sliced(beginning.size()));
    file.close();
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->positionMs() > 6500, 30'000);
    QVERIFY(m_pane->isPlaying());
    QCOMPARE(trouble(), QString());
    // It has ended meanwhile.
    m_played->recording.active = false;
    m_pane->refresh(m_played->recording);
    QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isPlaying(), 20'000);
}

void tst_PlayedParts::video_ofNonsenseSaysSo()
{
    m_played->add(PartKind::Webm, u"webm"_s, samples::randomBytes(5000), 1000);
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY_WITH_TIMEOUT(!trouble().isEmpty(), 20'000);
    QVERIFY(!m_pane->isPlaying());
}

void tst_PlayedParts::kinds_followEachOther()
{
    m_played->add(PartKind::Trp, u"trp"_s, samples::trp(), 850);
    m_played->add(PartKind::Webm, u"webm"_s, samples::liveWebm({.seconds = 1}), 1000);
    m_played->addLog({0, 300});
    m_pane->play(m_played->recording, m_played->store);
    const auto *log = m_pane->findChild<LogView *>();
    QTRY_VERIFY_WITH_TIMEOUT(log->isVisible(), 20'000);
    QTRY_VERIFY(!m_pane->isPlaying());
    QCOMPARE(trouble(), QString());
    m_pane->act(PlayerVerb::ToBeginning);
    QTRY_VERIFY(m_pane->findChild<TerminalView *>()->isVisible());
}

void tst_PlayedParts::picture_isSaved()
{
    m_played->addLog({0, 100'000});
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY(m_pane->findChild<LogView *>()->table()->model()->rowCount() > 0);
    m_pane->act(PlayerVerb::SavePicture);
    auto *dialog = m_pane->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const auto *notice = m_pane->findChild<QLabel *>(u"playerNotice"_s);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"moment.png"_s);
    emit dialog->fileSelected(file);
    QTRY_VERIFY(notice->text().contains(file));
    QVERIFY(!QImage(file).isNull());
    emit dialog->fileSelected(u"/nowhere/moment.png"_s);
    QTRY_VERIFY(notice->text().contains(u"cannot be written"_s));
    dialog->reject();
}

void tst_PlayedParts::whatTakesTheFocus_hasAName()
{
    for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        QAccessibleInterface *heard =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(heard && !heard->text(QAccessible::Name).isEmpty(),
                 widget->metaObject()->className());
    }
}

QTEST_MAIN(tst_PlayedParts)
#include "tst_playedparts.moc"
