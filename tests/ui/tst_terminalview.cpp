// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/terminalview.h"

#include <QAccessible>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

ScreenRun run(int row, int column, const QString &text, int columns = 0)
{
    ScreenRun made;
    made.row = row;
    made.column = column;
    made.columns = columns > 0 ? columns : int(text.size());
    made.text = text;
    return made;
}

// 20 by 4: words, a wide character between them, a word in red on blue, a blank row.
ReplayScreen sample()
{
    ReplayScreen screen;
    screen.columns = 20;
    ScreenRun coloured = run(1, 4, u"red"_s);
    coloured.style.foreground = 0xff0000;
    coloured.style.background = 0x0000ff;
    screen.rows = {{run(0, 0, u"one two"_s)},
                   {run(1, 0, u"a"_s), run(1, 1, u"漢"_s, 2), run(1, 3, u"b"_s), coloured},
                   {},
                   {run(3, 2, u"last"_s)}};
    screen.cursorRow = 3;
    screen.cursorColumn = 6;
    return screen;
}

void show(TerminalView &view)
{
    view.resize(600, 300);
    view.showScreen(sample());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

bool isIn(const QImage &image, const QRectF &box, const QColor &colour)
{
    const QRect inner = box.toRect() & image.rect();
    for (int y = inner.top(); y <= inner.bottom(); ++y) {
        for (int x = inner.left(); x <= inner.right(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

void drag(TerminalView &view, const CellPlace &from, const CellPlace &to)
{
    const QPoint begin = view.cellRect(from).center().toPoint();
    const QPoint end = view.cellRect(to).center().toPoint();
    QTest::mousePress(&view, Qt::LeftButton, {}, begin);
    QMouseEvent move(QEvent::MouseMove, end, view.mapToGlobal(end), Qt::NoButton, Qt::LeftButton,
                     {});
    QCoreApplication::sendEvent(&view, &move);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, end);
}

} // namespace

class tst_TerminalView : public QObject
{
    Q_OBJECT

private slots:
    void text_isThatOfTheScreen();
    void colours_arePainted();
    void letters_fitTheWindow_data();
    void letters_fitTheWindow();
    void mouse_choosesText_data();
    void mouse_choosesText();
    void doubleClick_choosesAWord();
    void keys_copy();
    void otherKeys_areLeftToThePlayer();
    void anotherSize_forgetsWhatWasChosen();
    void found_isMarked();
    void place_ofAWordIsFound_data();
    void place_ofAWordIsFound();
    void screen_isHeard();
    void snapshot_isAsLargeAsTheText();
    void nothing_isNoTrouble();
};

void tst_TerminalView::text_isThatOfTheScreen()
{
    TerminalView view;
    show(view);
    QCOMPARE(view.text(), u"one two\na漢bred\n\n  last\n"_s.chopped(1));
}

void tst_TerminalView::colours_arePainted()
{
    TerminalView view;
    show(view);
    const QImage image = view.grab().toImage();
    const QRectF red = view.cellRect({1, 4});
    QVERIFY(isIn(image, red, QColor(0, 0, 255)));
    QVERIFY(!isIn(image, view.cellRect({1, 10}), QColor(0, 0, 255)));
    QVERIFY(view.grab().toImage().pixelColor(view.cellRect({2, 3}).center().toPoint())
            == QColor(0x16, 0x18, 0x1d));
}

void tst_TerminalView::letters_fitTheWindow_data()
{
    QTest::addColumn<QSize>("window");
    QTest::newRow("wide") << QSize(900, 120);
    QTest::newRow("high") << QSize(200, 700);
    QTest::newRow("large") << QSize(1600, 1200);
}

void tst_TerminalView::letters_fitTheWindow()
{
    QFETCH(const QSize, window);
    TerminalView view;
    view.resize(window);
    view.showScreen(sample());
    const QRectF all = view.cellRect({0, 0}).united(view.cellRect({3, 19}));
    QVERIFY(QRectF(QPointF(), window).contains(all));
    // In the middle, and in whole pixels.
    QVERIFY(std::abs(all.center().x() - window.width() / 2.0) <= 1);
    QCOMPARE(view.cellRect({0, 1}).x(), std::floor(view.cellRect({0, 1}).x()));
}

void tst_TerminalView::mouse_choosesText_data()
{
    QTest::addColumn<CellPlace>("from");
    QTest::addColumn<CellPlace>("to");
    QTest::addColumn<QString>("text");
    QTest::newRow("within a row") << CellPlace{0, 4} << CellPlace{0, 6} << u"two"_s;
    QTest::newRow("backwards") << CellPlace{0, 7} << CellPlace{0, 4} << u"two"_s;
    QTest::newRow("over rows") << CellPlace{0, 4} << CellPlace{1, 0} << u"two\na"_s;
    QTest::newRow("over a blank row") << CellPlace{1, 4} << CellPlace{3, 5} << u"red\n\n  last"_s;
    QTest::newRow("a wide character") << CellPlace{1, 1} << CellPlace{1, 3} << u"漢b"_s;
}

void tst_TerminalView::mouse_choosesText()
{
    QFETCH(const CellPlace, from);
    QFETCH(const CellPlace, to);
    QFETCH(const QString, text);
    TerminalView view;
    show(view);
    drag(view, from, to);
    QCOMPARE(view.selectedText(), text);
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(5, 5));
    QCOMPARE(view.selectedText(), QString());
}

void tst_TerminalView::doubleClick_choosesAWord()
{
    TerminalView view;
    show(view);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, view.cellRect({0, 5}).center().toPoint());
    QCOMPARE(view.selectedText(), u"two"_s);
}

void tst_TerminalView::keys_copy()
{
    TerminalView view;
    show(view);
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), view.text());
    drag(view, {0, 0}, {0, 2});
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one"_s);
    QTest::keySequence(&view, QKeySequence::SelectAll);
    QCOMPARE(view.selectedText(), view.text());
}

void tst_TerminalView::otherKeys_areLeftToThePlayer()
{
    TerminalView view;
    show(view);
    QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, {}, u" "_s);
    space.accept();
    QCoreApplication::sendEvent(&view, &space);
    QVERIFY(!space.isAccepted());
}

void tst_TerminalView::anotherSize_forgetsWhatWasChosen()
{
    TerminalView view;
    show(view);
    view.selectAll();
    ReplayScreen small = sample();
    small.columns = 8;
    small.rows.resize(2);
    small.cursorRow = 1;
    view.showScreen(small);
    QCOMPARE(view.selectedText(), QString());
    QVERIFY(QRectF(view.rect()).contains(view.cellRect({1, 7})));
}

void tst_TerminalView::found_isMarked()
{
    TerminalView view;
    show(view);
    const QImage before = view.grab().toImage();
    view.showFound(u"TWO"_s);
    const QImage after = view.grab().toImage();
    const QPoint within = view.cellRect({0, 5}).topLeft().toPoint() + QPoint(1, 1);
    QVERIFY(before.pixelColor(within) != after.pixelColor(within));
    view.showFound(u"absent"_s);
    QCOMPARE(view.grab().toImage(), before);
}

void tst_TerminalView::place_ofAWordIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until");
    QTest::newRow("behind a wide character") << u"bred"_s << 3 << 7;
    QTest::newRow("a wide character") << u"漢"_s << 1 << 3;
    QTest::newRow("at the beginning") << u"A漢"_s << 0 << 3;
    QTest::newRow("at the end") << u"ed"_s << 5 << 7;
}

void tst_TerminalView::place_ofAWordIsFound()
{
    QFETCH(const QString, text);
    QFETCH(const int, from);
    QFETCH(const int, until);
    const auto found = cellsOfText(sample().rows[1], text);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first(), std::pair(from, until));
}

void tst_TerminalView::screen_isHeard()
{
    TerminalView view;
    show(view);
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(heard);
    QCOMPARE(heard->role(), QAccessible::Terminal);
    QVERIFY(!heard->text(QAccessible::Name).isEmpty());
    QVERIFY(heard->textInterface());
    QCOMPARE(heard->textInterface()->characterCount(), int(view.text().size()));
    QCOMPARE(heard->textInterface()->text(0, 3), u"one"_s);
    QCOMPARE(heard->textInterface()->cursorPosition(), int(view.text().size()));
}

void tst_TerminalView::snapshot_isAsLargeAsTheText()
{
    TerminalView view;
    show(view);
    const QImage large = view.snapshot();
    view.resize(100, 50);
    QCOMPARE(view.snapshot().size(), large.size());
    QVERIFY(large.width() > 20 * 6);
}

void tst_TerminalView::nothing_isNoTrouble()
{
    TerminalView view;
    view.resize(300, 200);
    view.grab();
    QVERIFY(view.snapshot().isNull());
    QCOMPARE(view.text(), QString());
    view.selectAll();
    view.copy();
    QTest::mouseDClick(&view, Qt::LeftButton, {}, QPoint(50, 50));
    ReplayScreen odd;
    odd.columns = 500;
    odd.rows.resize(300);
    odd.cursorRow = 700;
    view.showScreen(odd);
    view.grab();
}

QTEST_MAIN(tst_TerminalView)
#include "tst_terminalview.moc"
