// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine.h"
#include "core/picturecatalog.h"
#include "core/replaycatalog.h"
#include "tests/support/playedrecording.h"
#include "ui/player/keyhelp.h"
#include "ui/player/logview.h"
#include "ui/player/playercontrols.h"
#include "ui/player/playerpane.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// Of what the pane does with every kind of part; logs stand for all of them.
class tst_PlayerPane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void play_tellsThatItIsSeen();
    void keys_seek_data();
    void keys_seek();
    void keys_changeTheSpeed();
    void speed_isThatOfTheClock();
    void space_pausesAndGoesOn();
    void step_goesFromEventToEvent();
    void end_isToldAndBeginsAnew();
    void parts_followEachOther();
    void keys_changeThePart();
    void idle_isSkipped();
    void manners_areTold();
    void search_findsInAllParts();
    void search_thatFindsNothingSaysSo();
    void hit_isPlayedFromItsPlace();
    void missingFile_isSaidInWords();
    void damagedFile_letsTheNextPartBePlayed();
    void growing_isFollowed();
    void position_isToldForNextTime();
    void resume_goesOnWhereItWasLeft();
    void selection_isExported();
    void picture_isCopied();
    void help_opensAndCloses();
    void escape_leaves();
    void emptyRecording_isSaidInWords();
    void clear_forgetsAll();

private:
    void playLogs(const QList<QList<qint64>> &logs);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    QString labelled(const char *name) const
    {
        return m_pane->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    QTableView *rows() const { return m_pane->findChild<LogView *>()->table(); }
    bool isLoaded() const { return rows()->model()->rowCount() > 0; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<PlayedRecording> m_played;
    std::unique_ptr<PlayerPane> m_pane;
};

void tst_PlayerPane::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.dataFolder = m_folder->filePath(u"data"_s);
    options.database.file = options.dataFolder + u"/respool.db"_s;
    auto engine = Engine::start(options);
    QVERIFY(engine);
    m_engine = *std::move(engine);
}

void tst_PlayerPane::init()
{
    m_played = std::make_unique<PlayedRecording>();
    m_pane = std::make_unique<PlayerPane>(m_engine->replays(), m_engine->pictures());
    m_pane->resize(700, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void tst_PlayerPane::cleanup()
{
    m_pane.reset();
    m_played.reset();
}

// One part for each list of times; it stands at its beginning.
void tst_PlayerPane::playLogs(const QList<QList<qint64>> &logs)
{
    for (const QList<qint64> &times : logs)
        m_played->addLog(times, m_played->recording.parts.isEmpty() ? 0 : 720'000);
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY(isLoaded());
    press(Qt::Key_Space);
    press(Qt::Key_0);
    QVERIFY(!m_pane->isPlaying());
    QCOMPARE(m_pane->positionMs(), 0);
}

void tst_PlayerPane::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_pane.get(), key, modifiers);
}

void tst_PlayerPane::type(const QString &text)
{
    auto *field = m_pane->findChild<QLineEdit *>(u"playerSearch"_s);
    press(Qt::Key_Slash);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void tst_PlayerPane::play_tellsThatItIsSeen()
{
    QSignalSpy played(m_pane.get(), &PlayerPane::played);
    m_played->addLog({0, 60'000});
    m_pane->play(m_played->recording, m_played->store);
    QCOMPARE(played.size(), 1);
    QVERIFY(m_pane->isPlaying());
    QCOMPARE(labelled("playerTitle"), u"one"_s);
    QVERIFY(labelled("playerNote").contains(u"recording-0.slog"_s));
    QTRY_VERIFY(m_pane->positionMs() > 0);
}

void tst_PlayerPane::keys_seek_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<qint64>("to");
    const auto row = [](const char *name, Qt::Key key, qint64 to,
                        Qt::KeyboardModifier modifier = Qt::NoModifier) {
        QTest::newRow(name) << int(key) << int(modifier) << to;
    };
    row("left", Qt::Key_Left, 45'000);
    row("right", Qt::Key_Right, 55'000);
    row("shift left", Qt::Key_Left, 40'000, Qt::ShiftModifier);
    row("shift right", Qt::Key_Right, 60'000, Qt::ShiftModifier);
    row("home", Qt::Key_Home, 0);
    row("end", Qt::Key_End, 100'000);
    row("a digit", Qt::Key_7, 70'000);
}

void tst_PlayerPane::keys_seek()
{
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    QFETCH(const qint64, to);
    playLogs({{0, 100'000}});
    press(Qt::Key_5);
    QCOMPARE(m_pane->positionMs(), 50'000);
    press(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(m_pane->positionMs(), to);
}

void tst_PlayerPane::keys_changeTheSpeed()
{
    playLogs({{0, 100'000}});
    QCOMPARE(m_pane->speed(), 1);
    press(Qt::Key_Plus);
    QCOMPARE(m_pane->speed(), 1.25);
    QTest::keyClicks(m_pane.get(), u"<<"_s);
    QCOMPARE(m_pane->speed(), 0.75);
    for (int i = 0; i < 20; ++i)
        press(Qt::Key_Minus);
    QCOMPARE(m_pane->speed(), 0.25);
    QTest::keyClicks(m_pane.get(), QString(20, u'>'));
    QCOMPARE(m_pane->speed(), 16);
}

void tst_PlayerPane::speed_isThatOfTheClock()
{
    playLogs({{0, 600'000}});
    QTest::keyClicks(m_pane.get(), QString(20, u'>'));
    QElapsedTimer took;
    took.start();
    press(Qt::Key_Space);
    QTRY_VERIFY(m_pane->positionMs() > 16'000);
    const qint64 ms = took.elapsed();
    QVERIFY2(ms >= 950 && ms * 16 < m_pane->positionMs() + 16'000, qPrintable(QString::number(ms)));
}

void tst_PlayerPane::space_pausesAndGoesOn()
{
    playLogs({{0, 100'000}});
    const auto *toggle = m_pane->findChild<QToolButton *>(u"toggle"_s);
    QCOMPARE(toggle->accessibleName(), u"Play"_s);
    press(Qt::Key_Space);
    QVERIFY(m_pane->isPlaying());
    QCOMPARE(toggle->accessibleName(), u"Pause"_s);
    QTRY_VERIFY(m_pane->positionMs() > 100);
    press(Qt::Key_Space);
    QVERIFY(!m_pane->isPlaying());
}

void tst_PlayerPane::step_goesFromEventToEvent()
{
    playLogs({{0, 3000, 40'000, 100'000}});
    press(Qt::Key_Period);
    QCOMPARE(m_pane->positionMs(), 3000);
    press(Qt::Key_Period);
    QCOMPARE(m_pane->positionMs(), 40'000);
    press(Qt::Key_Comma);
    QCOMPARE(m_pane->positionMs(), 3000);
    QCOMPARE(rows()->currentIndex().row(), 1);
}

void tst_PlayerPane::end_isToldAndBeginsAnew()
{
    playLogs({{0, 100'000}});
    QSignalSpy reached(m_pane.get(), &PlayerPane::reached);
    press(Qt::Key_End);
    press(Qt::Key_Left, Qt::NoModifier);
    press(Qt::Key_End);
    press(Qt::Key_Space); // from the beginning, since it has ended
    QTRY_VERIFY(m_pane->positionMs() > 0 && m_pane->positionMs() < 90'000);
    QTest::keyClicks(m_pane.get(), QString(20, u'>'));
    press(Qt::Key_9);
    QTRY_VERIFY(!m_pane->isPlaying());
    QCOMPARE(m_pane->positionMs(), 100'000);
    QCOMPARE(reached.last().last().toLongLong(), 0);
    QVERIFY(!m_pane->isBusy());
}

void tst_PlayerPane::parts_followEachOther()
{
    playLogs({{0, 2000}, {0, 50'000}});
    QTest::keyClicks(m_pane.get(), u">>>>"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(m_pane->positionMs() > 2100);
    QVERIFY(m_pane->isPlaying());
    QVERIFY(labelled("playerNote").contains(u"part 2 of 2"_s));
    QVERIFY(labelled("playerNotice").contains(u"12:00"_s));
    press(Qt::Key_0); // into the part before
    QVERIFY(labelled("playerNote").contains(u"part 1 of 2"_s));
}

void tst_PlayerPane::keys_changeThePart()
{
    playLogs({{0, 2000}, {0, 50'000}});
    press(Qt::Key_PageDown);
    QCOMPARE(m_pane->positionMs(), 2000);
    QVERIFY(labelled("playerNote").contains(u"part 2 of 2"_s));
    press(Qt::Key_PageDown); // there is none
    QCOMPARE(m_pane->positionMs(), 2000);
    press(Qt::Key_PageUp);
    QCOMPARE(m_pane->positionMs(), 0);
}

void tst_PlayerPane::idle_isSkipped()
{
    playLogs({{0, 200, 400'000, 400'100}});
    QSignalSpy changed(m_pane.get(), &PlayerPane::mannersChanged);
    press(Qt::Key_S);
    QVERIFY(m_pane->manners().skipsIdle);
    QCOMPARE(changed.size(), 1);
    press(Qt::Key_Space);
    QTRY_COMPARE(m_pane->positionMs(), 400'100);
}

void tst_PlayerPane::manners_areTold()
{
    m_pane->setManners({false, true, 40});
    playLogs({{0, 100'000}});
    auto *time = m_pane->findChild<QToolButton *>(u"time"_s);
    QVERIFY(time->text().contains(u"2023-11-1"_s));
    press(Qt::Key_A);
    QVERIFY(!m_pane->manners().wallClock);
    QCOMPARE(time->text(), u"0:00 / 1:40"_s);
    time->click();
    QVERIFY(m_pane->manners().wallClock);
}

void tst_PlayerPane::search_findsInAllParts()
{
    playLogs({{0, 10'000, 20'000}, {0, 30'000}});
    type(u"ENTRY 1"_s);
    QTRY_COMPARE(labelled("hits"), u"2 hit(s)"_s);
    QTRY_COMPARE(m_pane->positionMs(), 10'000); // where Enter led, though nothing was found yet
    QTest::keyClick(m_pane->findChild<QLineEdit *>(u"playerSearch"_s), Qt::Key_Escape);
    QTest::keyClicks(m_pane.get(), u"n"_s);
    QTRY_COMPARE(m_pane->positionMs(), 50'000);
    QTest::keyClicks(m_pane.get(), u"n"_s); // there is no further one
    QCOMPARE(m_pane->positionMs(), 50'000);
    QTest::keyClicks(m_pane.get(), u"N"_s);
    QTRY_COMPARE(m_pane->positionMs(), 10'000);
}

void tst_PlayerPane::search_thatFindsNothingSaysSo()
{
    playLogs({{0, 10'000}});
    type(u"absent"_s);
    QTRY_COMPARE(labelled("hits"), u"Not found"_s);
}

void tst_PlayerPane::hit_isPlayedFromItsPlace()
{
    m_played->addLog({0, 10'000});
    m_played->addLog({0, 10'000, 60'000});
    m_pane->playAt(m_played->recording, m_played->store, u"recording-1.slog"_s, 10'000, u"entry"_s);
    QTRY_COMPARE(rows()->currentIndex().row(), 1);
    QVERIFY(m_pane->positionMs() >= 20'000);
    QVERIFY(rows()->model()->index(0, 0).data(Qt::BackgroundRole).isValid());
    // Again, in what is shown already.
    m_pane->playAt(m_played->recording, m_played->store, u"recording-0.slog"_s, 0, {});
    QTRY_COMPARE(rows()->model()->rowCount(), 2);
    QVERIFY(m_pane->positionMs() < 10'000);
}

void tst_PlayerPane::missingFile_isSaidInWords()
{
    m_played->addLog({0, 10'000});
    QVERIFY(QFile::remove(m_played->fileOf(u"recording-0.slog"_s)));
    m_pane->play(m_played->recording, m_played->store);
    const auto *trouble = m_pane->findChild<QLabel *>(u"playerTrouble"_s);
    QTRY_VERIFY(trouble->isVisible());
    QVERIFY2(trouble->text().contains(u"recording-0.slog"_s), qPrintable(trouble->text()));
    QVERIFY(!m_pane->isPlaying());
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Period, Qt::Key_C, Qt::Key_N, Qt::Key_O})
        press(key);
    // It is there again.
    samples::writeFile(m_played->fileOf(u"recording-0.slog"_s),
                       PlayedRecording::logText({0, 10'000}));
    for (auto *button : m_pane->findChildren<QPushButton *>()) {
        if (button->text() == u"&Try again"_s)
            button->click();
    }
    QTRY_VERIFY(isLoaded() && !trouble->isVisible());
}

void tst_PlayerPane::damagedFile_letsTheNextPartBePlayed()
{
    m_played->add(PartKind::Slog, u"slog"_s, "nonsense\n", 10'000);
    m_played->addLog({0, 10'000});
    m_pane->play(m_played->recording, m_played->store);
    const auto *trouble = m_pane->findChild<QLabel *>(u"playerTrouble"_s);
    QTRY_VERIFY(trouble->isVisible());
    press(Qt::Key_PageDown);
    QTRY_VERIFY(isLoaded() && !trouble->isVisible());
}

void tst_PlayerPane::growing_isFollowed()
{
    m_played->addLog({0, 1000});
    m_played->recording.active = true;
    m_pane->play(m_played->recording, m_played->store);
    QTRY_VERIFY(isLoaded());
    auto *live = m_pane->findChild<QToolButton *>(u"live"_s);
    QVERIFY(live->isVisible());
    live->click();
    QVERIFY(m_pane->isPlaying());
    QTRY_COMPARE(m_pane->positionMs(), 1000);
    QVERIFY(m_pane->isPlaying()); // it waits for more
    samples::writeFile(m_played->fileOf(u"recording-0.slog"_s),
                       PlayedRecording::logText({0, 1000, 2000}));
    QTRY_COMPARE(m_pane->positionMs(), 2000);
    QVERIFY(live->isChecked());
    // Then it ends, and there is another part.
    m_played->addLog({0, 20'000});
    m_pane->refresh(m_played->recording);
    QTRY_VERIFY(m_pane->positionMs() > 2000);
    QVERIFY(labelled("playerNote").contains(u"part 2 of 2"_s));
    m_played->recording.active = false;
    m_pane->refresh(m_played->recording);
    QVERIFY(!live->isVisible());
}

void tst_PlayerPane::position_isToldForNextTime()
{
    playLogs({{0, 100'000}});
    QSignalSpy reached(m_pane.get(), &PlayerPane::reached);
    press(Qt::Key_5);
    QCOMPARE(reached.last().last().toLongLong(), 50'000);
    press(Qt::Key_Home);
    QCOMPARE(reached.last().last().toLongLong(), 0);
    press(Qt::Key_7);
    reached.clear();
    m_pane->clear();
    QCOMPARE(reached.value(0).value(1).toLongLong(), 70'000);
}

void tst_PlayerPane::resume_goesOnWhereItWasLeft()
{
    m_played->addLog({0, 10'000});
    m_played->addLog({0, 10'000, 60'000});
    m_pane->play(m_played->recording, m_played->store, 30'000);
    QTRY_COMPARE(rows()->currentIndex().row(), 1);
    QVERIFY(m_pane->positionMs() >= 30'000 && m_pane->positionMs() < 40'000);
    QVERIFY(labelled("playerNotice").contains(u"0:30"_s));
}

void tst_PlayerPane::selection_isExported()
{
    playLogs({{0, 100'000}});
    QSignalSpy wanted(m_pane.get(), &PlayerPane::exportWanted);
    press(Qt::Key_E);
    press(Qt::Key_2);
    press(Qt::Key_I);
    press(Qt::Key_6);
    press(Qt::Key_O);
    QVERIFY(labelled("playerNotice").contains(u"0:20 to 1:00"_s));
    press(Qt::Key_E); // not of a log
    QCOMPARE(wanted.size(), 0);
    m_played->recording.parts[0].kind = PartKind::Webm; // as if it were one
    m_pane->refresh(m_played->recording);
    press(Qt::Key_E);
    QCOMPARE(wanted.size(), 1);
    const auto range = wanted.first().at(2).value<TimeRange>();
    QCOMPARE(range.fromMs, 20'000);
    QCOMPARE(range.toMs, 60'000);
}

void tst_PlayerPane::picture_isCopied()
{
    playLogs({{0, 100'000}});
    QGuiApplication::clipboard()->clear();
    press(Qt::Key_C);
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void tst_PlayerPane::help_opensAndCloses()
{
    playLogs({{0, 100'000}});
    auto *help = m_pane->findChild<KeyHelp *>();
    QVERIFY(!help->isVisible());
    QTest::keyClicks(m_pane.get(), u"?"_s);
    QVERIFY(help->isVisible());
    QCOMPARE(help->size(), m_pane->size());
    QVERIFY(help->table()->rowCount() > 25);
    QTRY_VERIFY(help->table()->hasFocus());
    QTest::keyClick(help->table(), Qt::Key_Escape);
    QVERIFY(!help->isVisible());
    m_pane->act(PlayerVerb::Help);
    QTest::keyClicks(help->table(), u"?"_s);
    QVERIFY(!help->isVisible());
}

void tst_PlayerPane::escape_leaves()
{
    playLogs({{0, 100'000}});
    QSignalSpy left(m_pane.get(), &PlayerPane::leaveWanted);
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QSignalSpy whole(m_pane.get(), &PlayerPane::fullScreenWanted);
    press(Qt::Key_F11);
    press(Qt::Key_F);
    QCOMPARE(whole.size(), 2);
}

void tst_PlayerPane::emptyRecording_isSaidInWords()
{
    m_pane->play(m_played->recording, m_played->store);
    QVERIFY(m_pane->findChild<QLabel *>(u"playerTrouble"_s)->isVisible());
    press(Qt::Key_Space);
    press(Qt::Key_Right);
}

void tst_PlayerPane::clear_forgetsAll()
{
    playLogs({{0, 100'000}});
    m_pane->clear();
    QCOMPARE(m_pane->shown(), RecordingId());
    QVERIFY(!m_pane->isBusy());
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Right, Qt::Key_BracketLeft, Qt::Key_E})
        press(key);
    QCOMPARE(m_pane->positionMs(), 0);
}

QTEST_MAIN(tst_PlayerPane)
#include "tst_playerpane.moc"
