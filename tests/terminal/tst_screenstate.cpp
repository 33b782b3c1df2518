// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/screenpicture.h"
#include "core/terminal/terminalevents.h"
#include "tests/support/terminalnoise.h"
#include "tests/support/textdevice.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

void play(TerminalScreen &screen, const NoisePiece &piece)
{
    if (piece.columns > 0)
        screen.resize(piece.columns, piece.rows);
    screen.feed(piece.output);
}

bool isPlainStart(const NoisePiece &piece)
{
    return piece.columns > 0 || piece.output.isEmpty() || quint8(piece.output[0]) < 0x80;
}

// In what two screens differ; empty: in nothing that is to be seen.
QString difference(const TerminalScreen &one, const TerminalScreen &other)
{
    if (one.columns() != other.columns() || one.rows() != other.rows())
        return u"size"_s;
    for (int row = 0; row < one.rows(); ++row) {
        for (int column = 0; column < one.columns(); ++column) {
            const ScreenCell a = one.cell(row, column);
            const ScreenCell b = other.cell(row, column);
            // The style of a right half is that of the left one.
            if (a.text != b.text || a.width != b.width || (a.width > 0 && a.style != b.style))
                return u"cell %1, %2: '%3' and '%4'"_s.arg(row).arg(column).arg(a.text, b.text)
                       + (a.style != b.style ? u", style"_s : QString());
        }
    }
    if (one.cursorRow() != other.cursorRow() || one.cursorColumn() != other.cursorColumn())
        return u"cursor"_s;
    if (one.isCursorVisible() != other.isCursorVisible())
        return u"visible cursor"_s;
    if (one.isAlternate() != other.isAlternate() || one.title() != other.title())
        return u"alternate, or title"_s;
    return {};
}

QList<NoisePiece> piecesOf(const QByteArray &cast)
{
    return readText(cast, [](QIODevice &device) {
        QList<NoisePiece> pieces;
        const auto events = eventsOfCast(device);
        while (events) {
            const auto event = (*events)();
            if (!event || !*event)
                break;
            pieces << NoisePiece{(*event)->output, (*event)->columns, (*event)->rows};
        }
        return pieces;
    });
}

// At every place that it can be taken down, each as far from the one before: the screen that was
// restored there, and the one that was not disturbed, go on alike.
QString firstDifference(const QList<NoisePiece> &pieces, qsizetype distance)
{
    TerminalScreen undisturbed(80, 24);
    TerminalScreen asked(80, 24);
    std::unique_ptr<TerminalScreen> restored;
    qsizetype taken = 0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i - taken >= distance && asked.isSettled() && isPlainStart(pieces[i])) {
            restored = TerminalScreen::restored(asked.state());
            taken = i;
            if (const QString what = difference(*restored, undisturbed); !what.isEmpty())
                return u"restored at %1: "_s.arg(i) + what;
            if (const QString what = difference(asked, undisturbed); !what.isEmpty())
                return u"asked at %1: "_s.arg(i) + what;
        }
        play(undisturbed, pieces[i]);
        play(asked, pieces[i]);
        if (restored)
            play(*restored, pieces[i]);
        const QString what = restored ? difference(*restored, undisturbed) : QString();
        if (!what.isEmpty())
            return u"%1 behind %2: %3 after "_s.arg(i).arg(taken).arg(what)
                   + QString::fromUtf8(pieces[i].output.toPercentEncoding("[;? "));
    }
    return taken > 0 ? QString() : u"nothing was taken down"_s;
}

} // namespace

class tst_ScreenState : public QObject
{
    Q_OBJECT

private slots:
    void restored_goesOnAsTheOther_data();
    void restored_goesOnAsTheOther();
    void restored_goesOnInNoise_data();
    void restored_goesOnInNoise();
    void restored_goesOnInRealRecordings();
    void settled_notWithinACharacter();
    void watcher_hearsNothingOfIt();
};

void tst_ScreenState::restored_goesOnAsTheOther_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("text") << QByteArray("hello\r\nworld") << QByteArray("!\r\n");
    QTest::newRow("wide characters") << QByteArray("日本\r\n語") << QByteArray("x");
    QTest::newRow("half a wide character")
        << QByteArray("日本\x1b[1;2Hx\x1b[1;3Hy") << QByteArray("z");
    QTest::newRow("a wide character cut by the edge")
        << QByteArray("\x1b[1;79H日\x1b[1;1H\x1b[@") << QByteArray("z");
    QTest::newRow("combining") << QByteArray("e\xcc\x81\xcc\xa3 x") << QByteArray("y");
    QTest::newRow("colour of nothing")
        << QByteArray("\x1b[44m\x1b[2J\x1b[0mx") << QByteArray("\x1b[K");
    QTest::newRow("pen") << QByteArray("\x1b[1;38;5;200;48;2;1;2;3;4:3mx") << QByteArray("y\x1b[K");
    QTest::newRow("margins") << QByteArray("\x1b[2;5r\x1b[5;1Hx") << QByteArray("\r\n\r\ny");
    QTest::newRow("side margins") << QByteArray("\x1b[?69h\x1b[5;20s\x1b[2;5rx")
                                  << QByteArray("\x1b[5;5H\r\ny\x1b[@");
    QTest::newRow("origin") << QByteArray("\x1b[3;9r\x1b[?6h\x1b[2;2Hx")
                            << QByteArray("\x1b[1;1Hy");
    QTest::newRow("no wrap") << QByteArray("\x1b[?7lx") << QByteArray(100, 'y');
    QTest::newRow("insert") << QByteArray("abc\r\x1b[4h") << QByteArray("x");
    QTest::newRow("line feed is a new line") << QByteArray("\x1b[20hx") << QByteArray("\ny");
    QTest::newRow("lines drawn") << QByteArray("\x1b(0qq\x1b)0\x0e") << QByteArray("xx\x0fqq");
    QTest::newRow("saved cursor") << QByteArray("\x1b[5;7H\x1b[31m\x1b"
                                                "7\x1b[0m\x1b[1;1H")
                                  << QByteArray("\x1b"
                                                "8x");
    QTest::newRow("cursor hidden") << QByteArray("\x1b[?25l") << QByteArray("x");
    QTest::newRow("alternate") << QByteArray("shell$ vi\x1b[?1049h\x1b[2;2H\x1b[42mfile")
                               << QByteArray("\x1b[?1049l more");
    QTest::newRow("reversed screen") << QByteArray("\x1b[?5hx\x1b[7my") << QByteArray("z\x1b[?5l");
    QTest::newRow("tab stops") << QByteArray("\x1b[3g\x1b[1;5H\x1bH\x1b[1;9H\x1bH\r")
                               << QByteArray("\tx\ty\tz");
    QTest::newRow("double width") << QByteArray("\x1b#6wide\r\n\x1b#3high") << QByteArray("\r\nx");
    QTest::newRow("title") << QByteArray("\x1b]0;Grüße\x07") << QByteArray("x");
    QTest::newRow("repeat") << QByteArray("ab") << QByteArray("\x1b[5b");
}

void tst_ScreenState::restored_goesOnAsTheOther()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QList<NoisePiece> pieces{{before, 0, 0}, {after, 0, 0}, {"\x1b[?1049l\r\nx", 60, 10}};
    QCOMPARE(firstDifference(pieces, 1), QString());
}

void tst_ScreenState::restored_goesOnInNoise_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_ScreenState::restored_goesOnInNoise()
{
    QFETCH(quint32, seed);
    QCOMPARE(firstDifference(terminalNoise(seed, 300), 20), QString());
}

void tst_ScreenState::restored_goesOnInRealRecordings()
{
    QFile file(realPart(u"6c0c5f0a-3c5e-4b44-9a3f-0d2f7b7f1e11/recording-0.cast"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("RESPOOL_TEST_DATA names no folder with the real recordings");
    QCOMPARE(firstDifference(piecesOf(file.readAll()), 5), QString());
}

void tst_ScreenState::settled_notWithinACharacter()
{
    TerminalScreen screen(80, 24);
    QVERIFY(screen.isSettled());
    for (const QByteArray &part :
         {QByteArray("\xe2\x82"), QByteArray("\x1b["), QByteArray("\x1b]0;half")}) {
        TerminalScreen other(80, 24);
        other.feed(part);
        QVERIFY2(!other.isSettled(), part.toPercentEncoding().constData());
    }
    screen.feed(QByteArray(80, 'x'));
    QVERIFY(!screen.isSettled()); // it wraps with the next one
    screen.feed("x");
    QVERIFY(screen.isSettled());
}

void tst_ScreenState::watcher_hearsNothingOfIt()
{
    struct Watcher final : TerminalWatcher
    {
        int heard = 0;
        void damaged(int, int, int, int) override { ++heard; }
        void moved(int, int, int) override { ++heard; }
        void scrolledOff(const QByteArray &) override { ++heard; }
        void cursorMoved(int, int) override { ++heard; }
        void switched(bool) override { ++heard; }
    } watcher;
    TerminalScreen screen(80, 24);
    screen.feed("\x1b[?1049hsome text");
    screen.watch(&watcher);
    QVERIFY(!screen.state().drawing.isEmpty());
    QCOMPARE(watcher.heard, 0);
    screen.feed("x");
    QVERIFY(watcher.heard > 0);
}

QTEST_GUILESS_MAIN(tst_ScreenState)
#include "tst_screenstate.moc"
