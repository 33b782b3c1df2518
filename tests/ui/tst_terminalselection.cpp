// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/terminalview.h"

#include <QAccessible>
#include <QClipboard>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

ScreenRun run(int column, const QString &text, int columns = 0)
{
    ScreenRun made;
    made.column = column;
    made.columns = columns > 0 ? columns : int(text.size());
    made.text = text;
    return made;
}

// 12 by 4: two words, a wide character between letters, a blank row, a word further in.
ReplayScreen sample()
{
    ReplayScreen screen;
    screen.columns = 12;
    screen.rows = {{run(0, u"one two"_s)},
                   {run(0, u"a"_s), run(1, u"漢"_s, 2), run(3, u"b"_s)},
                   {},
                   {run(2, u"last"_s)}};
    screen.cursorRow = 0;
    screen.cursorColumn = 4;
    return screen;
}

struct Press
{
    Qt::Key key;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    int times = 1;
};

} // namespace

Q_DECLARE_METATYPE(QList<Press>)

// What stands on the screen of a terminal is chosen with keys.
class tst_TerminalSelection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_view.reset(); }
    void keys_chooseText_data();
    void keys_chooseText();
    void caret_isSeen();
    void withoutACaret_theKeysAreThePlayers();
    void escape_dropsWhatIsChosen();
    void enter_copies();
    void keys_areNotTheWindows();
    void mouse_andKeysChooseTogether();
    void choice_isHeardAndTold();
    void anotherSize_endsIt();
    void nothing_isNoTrouble();

private:
    void press(const QList<Press> &presses);
    bool isTaken(int key, Qt::KeyboardModifiers modifiers = {}, const QString &text = {});

    std::unique_ptr<TerminalView> m_view;
};

void tst_TerminalSelection::init()
{
    m_view = std::make_unique<TerminalView>();
    m_view->resize(600, 300);
    m_view->showScreen(sample());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void tst_TerminalSelection::press(const QList<Press> &presses)
{
    for (const Press &each : presses) {
        for (int time = 0; time < each.times; ++time)
            QTest::keyClick(m_view.get(), each.key, each.modifiers);
    }
}

bool tst_TerminalSelection::isTaken(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
    event.accept();
    QCoreApplication::sendEvent(m_view.get(), &event);
    return event.isAccepted();
}

void tst_TerminalSelection::keys_chooseText_data()
{
    constexpr auto shift = Qt::ShiftModifier;
    constexpr auto word = Qt::ShiftModifier | Qt::ControlModifier;
    QTest::addColumn<QList<Press>>("keys"); // from the "t" of "two" on
    QTest::addColumn<QString>("text");
    QTest::newRow("letters") << QList<Press>{{Qt::Key_Right, shift, 2}} << u"tw"_s;
    QTest::newRow("letters back") << QList<Press>{{Qt::Key_Left, shift, 3}} << u"ne"_s;
    QTest::newRow("back again") << QList<Press>{{Qt::Key_Right, shift, 2}, {Qt::Key_Left, shift, 2}}
                                << QString();
    QTest::newRow("a word") << QList<Press>{{Qt::Key_Left, Qt::ControlModifier},
                                            {Qt::Key_Right, word}}
                            << u"one"_s;
    QTest::newRow("a word back") << QList<Press>{{Qt::Key_Left, word}} << u"one"_s;
    QTest::newRow("words over rows")
        << QList<Press>{{Qt::Key_Right, word, 2}} << u"two\na漢b\n\n"_s;
    QTest::newRow("to the end of the line") << QList<Press>{{Qt::Key_End, shift}} << u"two"_s;
    QTest::newRow("to its beginning") << QList<Press>{{Qt::Key_Home, shift}} << u"one"_s;
    QTest::newRow("a line down") << QList<Press>{{Qt::Key_Down, shift}} << u"two\na漢b"_s;
    QTest::newRow("a line up from a lower one")
        << QList<Press>{{Qt::Key_Down}, {Qt::Key_Home}, {Qt::Key_Up, shift}} << u"one two\n"_s;
    QTest::newRow("a page down") << QList<Press>{{Qt::Key_PageDown, shift}}
                                 << u"two\na漢b\n\n  la"_s;
    QTest::newRow("a page up") << QList<Press>{{Qt::Key_PageDown}, {Qt::Key_PageUp, shift}}
                               << u"two\na漢b\n\n  la"_s;
    QTest::newRow("to the end of all")
        << QList<Press>{{Qt::Key_End, word}} << u"two\na漢b\n\n  last"_s;
    QTest::newRow("a wide letter at once")
        << QList<Press>{{Qt::Key_Down}, {Qt::Key_Home}, {Qt::Key_Right}, {Qt::Key_Right, shift}}
        << u"漢"_s;
    QTest::newRow("a wide letter back")
        << QList<Press>{{Qt::Key_Down}, {Qt::Key_Left}, {Qt::Key_Left, shift}} << u"漢"_s;
    QTest::newRow("over the end of a line")
        << QList<Press>{{Qt::Key_End}, {Qt::Key_Right, shift, 6}} << u"\n"_s;
    QTest::newRow("moving drops it")
        << QList<Press>{{Qt::Key_Right, shift, 2}, {Qt::Key_Right}} << QString();
    QTest::newRow("no further than the screen")
        << QList<Press>{{Qt::Key_Up, shift, 3}, {Qt::Key_Left, shift, 9}} << u"one"_s;
}

void tst_TerminalSelection::keys_chooseText()
{
    QFETCH(const QList<Press>, keys);
    QFETCH(const QString, text);
    QVERIFY(m_view->beginSelecting());
    press(keys);
    QCOMPARE(m_view->selectedText(), text);
    if (text.isEmpty())
        return;
    QTest::keySequence(m_view.get(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QVERIFY(m_view->isSelecting()); // one may go on
}

void tst_TerminalSelection::caret_isSeen()
{
    ReplayScreen still = sample();
    still.cursorVisible = false;
    m_view->showScreen(still);
    m_view->setFocus();
    const QImage before = m_view->grab().toImage();
    m_view->beginSelecting();
    const QImage with = m_view->grab().toImage();
    QVERIFY(with != before);
    press({{Qt::Key_Right}});
    QVERIFY(m_view->grab().toImage() != with);
    press({{Qt::Key_Escape}});
    QCOMPARE(m_view->grab().toImage(), before);
}

void tst_TerminalSelection::withoutACaret_theKeysAreThePlayers()
{
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End,
                              Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Escape, Qt::Key_Return}) {
        QVERIFY(!isTaken(key));
        QVERIFY(!isTaken(key, Qt::ShiftModifier));
    }
    QVERIFY(m_view->beginSelecting());
    QVERIFY(isTaken(Qt::Key_Left));
    QVERIFY(isTaken(Qt::Key_Right, Qt::ShiftModifier));
    // The others still are.
    QVERIFY(!isTaken(Qt::Key_Space, {}, u" "_s));
    QVERIFY(!isTaken(Qt::Key_Question, Qt::ShiftModifier, u"?"_s));
}

void tst_TerminalSelection::escape_dropsWhatIsChosen()
{
    m_view->beginSelecting();
    press({{Qt::Key_End, Qt::ShiftModifier}});
    QVERIFY(isTaken(Qt::Key_Escape));
    QCOMPARE(m_view->selectedText(), QString());
    QVERIFY(!m_view->isSelecting());
    QVERIFY(!isTaken(Qt::Key_Escape)); // the next one leaves the player
}

void tst_TerminalSelection::enter_copies()
{
    m_view->beginSelecting();
    press({{Qt::Key_End, Qt::ShiftModifier}, {Qt::Key_Return}});
    QCOMPARE(QGuiApplication::clipboard()->text(), u"two"_s);
    QVERIFY(!m_view->isSelecting());
    m_view->beginSelecting();
    press({{Qt::Key_Return}}); // nothing is chosen, and the clipboard stays
    QCOMPARE(QGuiApplication::clipboard()->text(), u"two"_s);
}

void tst_TerminalSelection::keys_areNotTheWindows()
{
    const QShortcut escape(QKeySequence(Qt::Key_Escape), m_view.get());
    const QShortcut word(QKeySequence(Qt::CTRL | Qt::Key_Right), m_view.get());
    QSignalSpy escaped(&escape, &QShortcut::activated);
    QSignalSpy moved(&word, &QShortcut::activated);
    m_view->beginSelecting();
    press({{Qt::Key_Right, Qt::ControlModifier}, {Qt::Key_Escape}});
    QVERIFY(escaped.isEmpty() && moved.isEmpty());
    press({{Qt::Key_Right, Qt::ControlModifier}, {Qt::Key_Escape}});
    QCOMPARE(escaped.size(), 1);
    QCOMPARE(moved.size(), 1);
}

void tst_TerminalSelection::mouse_andKeysChooseTogether()
{
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {},
                       m_view->cellRect({0, 1}).center().toPoint());
    QCOMPARE(m_view->selectedText(), u"one"_s);
    m_view->beginSelecting(); // goes on from there
    press({{Qt::Key_End, Qt::ShiftModifier}});
    QCOMPARE(m_view->selectedText(), u"one two"_s);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                      m_view->cellRect({3, 2}).center().toPoint());
    press({{Qt::Key_Right, Qt::ShiftModifier, 2}});
    QCOMPARE(m_view->selectedText(), u"la"_s);
}

void tst_TerminalSelection::choice_isHeardAndTold()
{
    QAccessibleTextInterface *heard =
        QAccessible::queryAccessibleInterface(m_view.get())->textInterface();
    QVERIFY(heard);
    QCOMPARE(heard->cursorPosition(), 4); // of the terminal: behind a blank
    QCOMPARE(heard->selectionCount(), 0);
    m_view->beginSelecting();
    press({{Qt::Key_Down}, {Qt::Key_Home}, {Qt::Key_Right, Qt::ShiftModifier, 2}});
    QCOMPARE(heard->cursorPosition(), 10); // a wide letter is one
    QCOMPARE(heard->selectionCount(), 1);
    int from = -1;
    int until = -1;
    heard->selection(0, &from, &until);
    QCOMPARE(heard->text(from, until), u"a漢"_s);
    QCOMPARE(m_view->selectedText(), u"a漢"_s);
    for (int offset = 0; offset <= m_view->text().size(); ++offset) {
        heard->setCursorPosition(offset);
        QCOMPARE(heard->cursorPosition(), offset);
    }
    heard->setSelection(0, 0, 3);
    QCOMPARE(m_view->selectedText(), u"one"_s);
    heard->removeSelection(0);
    QCOMPARE(heard->selectionCount(), 0);
}

void tst_TerminalSelection::anotherSize_endsIt()
{
    m_view->beginSelecting();
    press({{Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier}});
    ReplayScreen small = sample();
    small.columns = 5;
    small.rows.resize(1);
    m_view->showScreen(small);
    QVERIFY(!m_view->isSelecting());
    QCOMPARE(m_view->selectedText(), QString());
}

void tst_TerminalSelection::nothing_isNoTrouble()
{
    TerminalView empty;
    QVERIFY(!empty.beginSelecting());
    ReplayScreen odd = sample();
    odd.cursorRow = 900;
    odd.cursorColumn = 900;
    m_view->showScreen(odd);
    QVERIFY(m_view->beginSelecting());
    press({{Qt::Key_Right, Qt::ShiftModifier, 3},
           {Qt::Key_Down, Qt::ShiftModifier, 3},
           {Qt::Key_Up, Qt::ShiftModifier}});
    m_view->grab();
    m_view->clear();
    QVERIFY(!m_view->isSelecting());
}

QTEST_MAIN(tst_TerminalSelection)
#include "tst_terminalselection.moc"
