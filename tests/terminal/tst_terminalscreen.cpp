// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminalscreen.h"
#include "tests/support/samples.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_TerminalScreen : public QObject
{
    Q_OBJECT

private slots:
    void text_standsWhereItWasWritten();
    void text_mayBeCutWithinACharacter();
    void wideCharacter_takesTwoCells();
    void combiningCharacter_staysWithItsBase();
    void colours_areTold_data();
    void colours_areTold();
    void style_isTold();
    void resize_keepsTheText();
    void size_isKeptWithinBounds();
    void alternateScreen_givesTheOtherBack();
    void title_andCursorAreTold();
    void repetition_isBounded_data();
    void repetition_isBounded();
    void title_ofAnyLengthIsCut();
    void garbage_doesNoHarm();
};

void tst_TerminalScreen::text_standsWhereItWasWritten()
{
    TerminalScreen screen(20, 4);
    screen.feed("hello\r\nworld\x1b[4;10Hend");
    QCOMPARE(screen.line(0), u"hello"_s);
    QCOMPARE(screen.line(1), u"world"_s);
    QCOMPARE(screen.line(3), u"         end"_s);
    QCOMPARE(screen.used(), 13);
    QVERIFY(screen.cell(2, 0).text.isEmpty());
    QVERIFY(screen.cell(99, -1).text.isEmpty());
}

void tst_TerminalScreen::text_mayBeCutWithinACharacter()
{
    TerminalScreen screen(20, 4);
    for (const char byte : QByteArray("größe 漢"))
        screen.feed(QByteArrayView(&byte, 1));
    QCOMPARE(screen.line(0), u"größe 漢"_s);
}

void tst_TerminalScreen::wideCharacter_takesTwoCells()
{
    TerminalScreen screen(20, 4);
    screen.feed("漢x");
    QCOMPARE(screen.cell(0, 0).width, 2);
    QCOMPARE(screen.cell(0, 0).text, u"漢"_s);
    QCOMPARE(screen.cell(0, 1).width, 0);
    QCOMPARE(screen.cell(0, 2).text, u"x"_s);
}

void tst_TerminalScreen::combiningCharacter_staysWithItsBase()
{
    TerminalScreen screen(20, 4);
    screen.feed("e\xcc\x81x");
    QCOMPARE(screen.cell(0, 0).text, u"e\u0301"_s);
    QCOMPARE(screen.cell(0, 1).text, u"x"_s);
}

void tst_TerminalScreen::colours_areTold_data()
{
    QTest::addColumn<QByteArray>("sequence");
    QTest::addColumn<bool>("hasForeground");
    QTest::addColumn<quint32>("foreground");
    QTest::addColumn<bool>("hasBackground");
    QTest::addColumn<quint32>("background");
    QTest::newRow("none") << QByteArray() << false << 0u << false << 0u;
    QTest::newRow("true colour") << QByteArray("\x1b[38;2;1;2;3;48;2;250;251;252m") << true
                                 << 0x010203u << true << 0xfafbfcu;
    QTest::newRow("of 256") << QByteArray("\x1b[38;5;196m") << true << 0xff0000u << false << 0u;
    QTest::newRow("named") << QByteArray("\x1b[34;40m") << true << 0x24acd4u << true << 0x242424u;
    QTest::newRow("named, bright") << QByteArray("\x1b[94m") << true << 0x5dc5f8u << false << 0u;
    QTest::newRow("taken back") << QByteArray("\x1b[41;32m\x1b[39;49m") << false << 0u << false
                                << 0u;
}

void tst_TerminalScreen::colours_areTold()
{
    QFETCH(QByteArray, sequence);
    TerminalScreen screen(20, 4);
    screen.feed(sequence + "x");
    const CellStyle style = screen.cell(0, 0).style;
    QTEST(style.foreground.has_value(), "hasForeground");
    QTEST(style.foreground.value_or(0), "foreground");
    QTEST(style.background.has_value(), "hasBackground");
    QTEST(style.background.value_or(0), "background");
}

void tst_TerminalScreen::style_isTold()
{
    TerminalScreen screen(20, 4);
    screen.feed("\x1b[1;3;4;7;9ma\x1b[0mb");
    const CellStyle all{{}, {}, true, true, true, true, true};
    QVERIFY(screen.cell(0, 0).style == all);
    QVERIFY(screen.cell(0, 1).style == CellStyle());
}

void tst_TerminalScreen::resize_keepsTheText()
{
    TerminalScreen screen(20, 4);
    screen.feed("hello");
    screen.resize(100, 30);
    QCOMPARE(screen.columns(), 100);
    QCOMPARE(screen.rows(), 30);
    QCOMPARE(screen.line(0), u"hello"_s);
    screen.feed("\x1b[30;100H#");
    QCOMPARE(screen.cell(29, 99).text, u"#"_s);
    screen.resize(10, 30);
    QCOMPARE(screen.line(0), u"hello"_s);
}

void tst_TerminalScreen::size_isKeptWithinBounds()
{
    TerminalScreen screen(0, -1);
    QCOMPARE(screen.columns(), 80);
    QCOMPARE(screen.rows(), 24);
    screen.resize(65'535, 65'535);
    QCOMPARE(screen.columns(), TerminalScreen::mostColumns);
    QCOMPARE(screen.rows(), TerminalScreen::mostRows);
    screen.resize(1, 1);
    screen.feed("漢字\xf0\x9f\x98\x80\r\n漢");
    QVERIFY(screen.columns() >= 2);
}

void tst_TerminalScreen::alternateScreen_givesTheOtherBack()
{
    TerminalScreen screen(20, 4);
    screen.feed("shell\x1b[?1049h\x1b[2J\x1b[Heditor");
    QVERIFY(screen.isAlternate());
    QCOMPARE(screen.line(0), u"editor"_s);
    screen.feed("\x1b[?1049l");
    QVERIFY(!screen.isAlternate());
    QCOMPARE(screen.line(0), u"shell"_s);
}

void tst_TerminalScreen::title_andCursorAreTold()
{
    TerminalScreen screen(20, 4);
    screen.feed("\x1b]2;ops@gw\x07\x1b[3;5H\x1b[?25l");
    QCOMPARE(screen.title(), u"ops@gw"_s);
    QCOMPARE(screen.cursorRow(), 2);
    QCOMPARE(screen.cursorColumn(), 4);
    QVERIFY(!screen.isCursorVisible());
}

void tst_TerminalScreen::repetition_isBounded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("line");
    QTest::newRow("of nothing") << QByteArray("\x1b[5b") << QString();
    QTest::newRow("of a character") << QByteArray("-\x1b[5b") << u"------"_s;
    QTest::newRow("of a wide one") << QByteArray("漢\x1b[2b") << u"漢漢漢"_s;
    QTest::newRow("of a combining one") << QByteArray("\xcc\x81\x1b[2000000000b\r") << QString();
    QTest::newRow("cut in two") << QByteArray("-\x1b[|5b") << u"------"_s;
}

void tst_TerminalScreen::repetition_isBounded()
{
    QFETCH(QByteArray, bytes);
    TerminalScreen screen(20, 4);
    for (const QByteArray &piece : bytes.split('|'))
        screen.feed(piece);
    if (!bytes.startsWith('\xcc'))
        QTEST(screen.line(0), "line");
}

void tst_TerminalScreen::title_ofAnyLengthIsCut()
{
    TerminalScreen screen(20, 4);
    screen.feed("\x1b]2;" + QByteArray(1'000'000, 'x') + "\x1b\\after");
    QVERIFY(screen.title().size() <= 1000);
    QCOMPARE(screen.line(0), u"after"_s);
}

void tst_TerminalScreen::garbage_doesNoHarm()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        TerminalScreen screen(int(seed), int(seed % 7));
        QByteArray noise = samples::randomBytes(20'000, seed);
        // More of what begins a sequence than chance would give.
        for (qsizetype i = 0; i + 2 < noise.size(); i += 11)
            noise.replace(i, 2, "\x1b[");
        screen.feed(noise.first(10'000));
        screen.resize(int(seed * 3), int(seed));
        screen.feed(noise.sliced(10'000));
        for (int row = 0; row < screen.rows(); ++row)
            QVERIFY(screen.line(row).size() <= qsizetype(screen.columns()) * 12);
    }
}

QTEST_GUILESS_MAIN(tst_TerminalScreen)
#include "tst_terminalscreen.moc"
