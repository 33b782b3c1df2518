// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/screenpicture.h"
#include "tests/support/samples.h"
#include "tests/support/textdevice.h"

#include <QDirIterator>
#include <QTest>
#include <QtEndian>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray chunk(quint32 deltaMs, quint16 type, const QByteArray &payload)
{
    QByteArray head(8, '\0');
    qToLittleEndian(deltaMs, head.data());
    qToLittleEndian(type, head.data() + 4);
    qToLittleEndian(quint16(payload.size()), head.data() + 6);
    return head + payload;
}

QByteArray sizeChunk(quint16 columns, quint16 rows)
{
    QByteArray size(4, '\0');
    qToLittleEndian(columns, size.data());
    qToLittleEndian(rows, size.data() + 2);
    return chunk(0, 2, size);
}

const QByteArray castHead = "{\"version\": 2, \"width\": 40, \"height\": 5}\n";

Result<ScreenStrip> castScreens(const QByteArray &lines, int count)
{
    return readText(castHead + lines, [&](QIODevice &file) { return screensOfCast(file, count); });
}

Result<ScreenStrip> trpScreens(const QByteArray &chunks, int count)
{
    return readText(chunks, [&](QIODevice &file) { return screensOfTrp(file, count); });
}

} // namespace

class tst_ScreenPicture : public QObject
{
    Q_OBJECT

private slots:
    void strip_showsEachMoment();
    void strip_ofTrpJoinsCharactersOverChunks();
    void strip_followsTheSize();
    void poster_isAFullScreenLateInTheFirstMinute();
    void poster_waitsForTheFirstText();
    void poster_needsText();
    void picture_keepsColoursAndWideCharacters();
    void bytes_areReadBack();
    void bytes_thatAreDamagedAreRefused();
    void bytes_ofANewerVersionAreRefused();
    void screens_ofHostileOutputAreCutShort_data();
    void screens_ofHostileOutputAreCutShort();
    void screens_endWhenTheDiskFails();
    void real_isDrawn();
};

void tst_ScreenPicture::strip_showsEachMoment()
{
    const auto strip = castScreens("[0.5, \"o\", \"one\"]\n[3.0, \"o\", \"\\r\\ntwo\"]\n"
                                   "[6.0, \"i\", \"secret\"]\n[8.0, \"o\", \"\\r\\nthree\"]\n",
                                   4);
    QVERIFY(strip);
    QCOMPARE(strip->lengthMs, 8000);
    QCOMPARE(strip->screens.size(), 4);
    QCOMPARE(strip->screens[0].atMs, 1000);
    QCOMPARE(strip->screens[0].lines().join(u'|'), u"one||||"_s);
    QCOMPARE(strip->screens[1].lines().join(u'|'), u"one|two|||"_s);
    QCOMPARE(strip->screens[3].atMs, 7000);
    QCOMPARE(strip->screens[3].lines().join(u'|'), u"one|two|||"_s);
    QVERIFY(!strip->cutShort);
}

void tst_ScreenPicture::strip_ofTrpJoinsCharactersOverChunks()
{
    const QByteArray text = "漢字 größe";
    QByteArray chunks = sizeChunk(40, 5);
    for (const char byte : text)
        chunks += chunk(10, 0, QByteArray(1, byte));
    chunks += chunk(10'000, 1, "x");
    const auto strip = trpScreens(chunks, 2);
    QVERIFY(strip);
    QCOMPARE(strip->screens.last().lines().first(), u"漢字 größe"_s);
    QCOMPARE(strip->screens.last().columns, 40);
}

void tst_ScreenPicture::strip_followsTheSize()
{
    const auto strip = castScreens("[0.5, \"o\", \"one\"]\n[4.0, \"r\", \"100x30\"]\n"
                                   "[4.0, \"o\", \"\\u001b[30;90Hcorner\"]\n[8.0, \"o\", \"\"]\n",
                                   2);
    QVERIFY(strip);
    QCOMPARE(strip->screens[0].columns, 40);
    QCOMPARE(strip->screens[1].columns, 100);
    QCOMPARE(strip->screens[1].rows, 30);
    QVERIFY(strip->screens[1].lines().last().endsWith(u"corner"_s));
}

void tst_ScreenPicture::poster_isAFullScreenLateInTheFirstMinute()
{
    const auto strip = castScreens("[1.0, \"o\", \"a little\"]\n"
                                   "[20.0, \"o\", \"\\r\\nmuch more of it\\r\\nand on\"]\n"
                                   "[50.0, \"o\", \"\\u001b[2J\\u001b[Hx\"]\n"
                                   "[200.0, \"o\", \"\\r\\nfar more, but far too late for it\"]\n",
                                   1);
    QVERIFY(strip);
    QCOMPARE(strip->screens.size(), 1);
    QCOMPARE(strip->screens.first().lines().mid(0, 3).join(u'|'),
             u"a little|much more of it|and on"_s);
    QVERIFY(strip->screens.first().atMs <= 60'000);
}

void tst_ScreenPicture::poster_waitsForTheFirstText()
{
    const auto strip = castScreens("[1.0, \"o\", \"\\r\\n\"]\n[300.0, \"o\", \"late\"]\n", 1);
    QVERIFY(strip);
    QCOMPARE(strip->screens.first().lines()[1], u"late"_s);
}

void tst_ScreenPicture::poster_needsText()
{
    const auto strip = castScreens("[1.0, \"i\", \"typed\"]\n", 1);
    QVERIFY(!strip);
    QCOMPARE(strip.error().code, ErrorCode::Media);
}

void tst_ScreenPicture::picture_keepsColoursAndWideCharacters()
{
    TerminalScreen screen(20, 4);
    screen.feed("ab\x1b[38;2;1;2;3mcd\x1b[0m \x1b[7m \x1b[0m\r\n漢x");
    const ScreenPicture picture = ScreenPicture::of(screen, 7);
    QCOMPARE(picture.runs.size(), 5);
    QCOMPARE(picture.runs[0].text, u"ab"_s);
    QCOMPARE(picture.runs[1].text, u"cd"_s);
    QCOMPARE(picture.runs[1].style.foreground.value_or(0), 0x010203u);
    QCOMPARE(picture.runs[2].column, 5);
    QVERIFY(picture.runs[2].style.reverse);
    QCOMPARE(picture.runs[3].columns, 2);
    QCOMPARE(picture.runs[4].column, 2);
}

void tst_ScreenPicture::bytes_areReadBack()
{
    TerminalScreen screen(20, 4);
    screen.feed("ab\x1b[1;38;2;1;2;3;41mcd\x1b[0m\r\n漢e\xcc\x81");
    ScreenStrip strip{1234, true, {ScreenPicture::of(screen, 7), ScreenPicture::of(screen, 9)}};
    const auto again = ScreenStrip::fromBytes(strip.toBytes());
    QVERIFY(again);
    QCOMPARE(again->lengthMs, 1234);
    QVERIFY(again->cutShort);
    QVERIFY(again->screens == strip.screens);
}

void tst_ScreenPicture::bytes_thatAreDamagedAreRefused()
{
    TerminalScreen screen(20, 4);
    screen.feed("some text\r\nand 漢 more\x1b[7mx");
    const QByteArray bytes = ScreenStrip{1, false, {ScreenPicture::of(screen, 7)}}.toBytes();
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!ScreenStrip::fromBytes(bytes.first(length)));
    QVERIFY(!ScreenStrip::fromBytes(bytes + "x"));
    // Any byte may be any other: it is refused or it is within the bounds.
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (const char value : {'\0', '\x7f', '\xff'}) {
            QByteArray damaged = bytes;
            damaged[at] = value;
            const auto strip = ScreenStrip::fromBytes(damaged);
            if (!strip)
                continue;
            for (const ScreenRun &run : strip->screens.value(0).runs)
                QVERIFY(run.column + run.columns <= TerminalScreen::mostColumns);
        }
    }
}

void tst_ScreenPicture::bytes_ofANewerVersionAreRefused()
{
    QByteArray bytes = ScreenStrip().toBytes();
    bytes[5] = 99;
    const auto strip = ScreenStrip::fromBytes(bytes);
    QVERIFY(!strip);
    QCOMPARE(strip.error().code, ErrorCode::NewerVersion);
}

// Small files that keep the terminal busy for far longer than the five minutes a test has.
void tst_ScreenPicture::screens_ofHostileOutputAreCutShort_data()
{
    QTest::addColumn<QByteArray>("chunks");
    const QByteArray start = sizeChunk(500, 300) + chunk(1, 0, "text");
    QTest::newRow("changes of size")
        << start + (sizeChunk(4, 2) + sizeChunk(500, 300)).repeated(200'000);
    QTest::newRow("lines") << start + chunk(0, 0, QByteArray(60'000, '\n')).repeated(100);
    QTest::newRow("clears")
        << start + chunk(0, 0, QByteArray("\x1b[2J").repeated(15'000)).repeated(100);
}

void tst_ScreenPicture::screens_ofHostileOutputAreCutShort()
{
    QFETCH(QByteArray, chunks);
    // All of it lies before the moments that are drawn, and so has to be played.
    const auto strip = trpScreens(chunks + chunk(10'000, 0, "end"), 4);
    QVERIFY2(strip, strip ? "" : qPrintable(strip.error().detail));
    QVERIFY(strip->cutShort);
}

void tst_ScreenPicture::screens_endWhenTheDiskFails()
{
    FailingDevice device(castHead + "[1.0, \"o\", \"x\"]\n");
    const auto strip = screensOfCast(device, 3);
    QVERIFY(!strip);
    QCOMPARE(strip.error().code, ErrorCode::Io);
}

void tst_ScreenPicture::real_isDrawn()
{
    const QString store = qEnvironmentVariable("RESPOOL_TEST_DATA");
    if (store.isEmpty())
        QSKIP("RESPOOL_TEST_DATA is not set");
    int drawn = 0;
    QDirIterator files(store, {u"*.trp"_s, u"*.cast"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && drawn < 20) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto strip =
            file.fileName().endsWith(u".trp"_s) ? screensOfTrp(file, 1) : screensOfCast(file, 1);
        if (!strip)
            continue; // there are damaged ones among them
        QVERIFY(!strip->screens.first().runs.isEmpty());
        ++drawn;
    }
    QVERIFY(drawn > 0);
}

QTEST_GUILESS_MAIN(tst_ScreenPicture)
#include "tst_screenpicture.moc"
