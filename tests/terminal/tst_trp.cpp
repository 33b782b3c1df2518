// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/plaintext.h"
#include "core/terminal/terminalsummary.h"
#include "core/terminal/trp.h"
#include "tests/support/textdevice.h"

#include <QTest>
#include <QtEndian>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray little16(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(quint32 deltaMs, quint16 type, const QByteArray &payload)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(deltaMs, bytes.data());
    return bytes + little16(type) + little16(quint16(payload.size())) + payload;
}

QByteArray size(quint16 columns, quint16 rows)
{
    return chunk(0, TrpChunk::Size, little16(columns) + little16(rows));
}

} // namespace

class tst_Trp : public QObject
{
    Q_OBJECT

private slots:
    void summary_tellsLengthAndSize();
    void summary_countsFarBeyondADay();
    void summary_passesOverUnknownChunks();
    void summary_ofATornTailWarns_data();
    void summary_ofATornTailWarns();
    void summary_saysWhatIsWrong_data();
    void summary_saysWhatIsWrong();
    void summary_endsWhenTheDiskFails();
    void plainText_joinsCharactersOverChunks();
    void plainText_holdsBackACharacterThatIsCutOff();
    void reader_takesTheLargestChunk();
    void real_isRead();
};

void tst_Trp::summary_tellsLengthAndSize()
{
    const auto summary = readText(size(100, 30) + chunk(0, TrpChunk::Output, "early")
                                      + chunk(0, TrpChunk::Setup, QByteArray(6, '\1'))
                                      + chunk(1500, TrpChunk::Output, "a") + size(80, 24)
                                      + chunk(250, TrpChunk::Input, "b"),
                                  summarizeTrp);
    QVERIFY(summary);
    QCOMPARE(summary->durationMs, 1750);
    QCOMPARE(summary->events, 6);
    QCOMPARE(summary->columns, 100);
    QCOMPARE(summary->rows, 30);
    QCOMPARE(summary->warnings, QStringList());
}

void tst_Trp::summary_countsFarBeyondADay()
{
    const auto summary =
        readText(chunk(0xffffffff, TrpChunk::Output, "a").repeated(3), summarizeTrp);
    QVERIFY(summary);
    QCOMPARE(summary->durationMs, 3 * 0xffffffffLL);
}

void tst_Trp::summary_passesOverUnknownChunks()
{
    const auto summary = readText(chunk(10, TrpChunk::Output, "a") + chunk(10, 77, "later version")
                                      + chunk(10, TrpChunk::Output, "b"),
                                  summarizeTrp);
    QVERIFY(summary);
    QCOMPARE(summary->durationMs, 30);
    QCOMPARE(summary->warnings, QStringList());
}

void tst_Trp::summary_ofATornTailWarns_data()
{
    QTest::addColumn<int>("bytesLost");
    QTest::newRow("within the payload") << 1;
    QTest::newRow("after the head") << 5;
    QTest::newRow("within the head") << 6;
    QTest::newRow("after the first byte") << 12;
}

void tst_Trp::summary_ofATornTailWarns()
{
    QFETCH(int, bytesLost);
    QByteArray text = chunk(100, TrpChunk::Output, "whole") + chunk(900, TrpChunk::Output, "whole");
    text.chop(bytesLost);
    const auto summary = readText(text, summarizeTrp);
    QVERIFY(summary);
    QCOMPARE(summary->durationMs, 100);
    QCOMPARE(summary->events, 1);
    QCOMPARE(summary->warnings, QStringList{u"the file ends within chunk 2"_s});
}

void tst_Trp::summary_saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("a few bytes") << QByteArray("abc") << u"no whole chunk"_s;
    QTest::newRow("text") << QByteArray("hello world, this is text") << u"does not begin"_s;
    QTest::newRow("unknown type first") << chunk(0, 3, "x") << u"does not begin"_s;
    QTest::newRow("first chunk is cut off")
        << chunk(0, TrpChunk::Output, "hello").chopped(1) << u"no chunk"_s;
    QTest::newRow("zeroes") << QByteArray(4096, '\0') << u"no chunk"_s;
}

void tst_Trp::summary_saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const auto summary = readText(text, summarizeTrp);
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Media);
    QVERIFY2(summary.error().detail.contains(word), qPrintable(summary.error().detail));
}

void tst_Trp::summary_endsWhenTheDiskFails()
{
    for (const QByteArray &text : {QByteArray(), chunk(1, TrpChunk::Output, "a")}) {
        FailingDevice device(text);
        const auto summary = summarizeTrp(device);
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::Io);
    }
}

void tst_Trp::plainText_joinsCharactersOverChunks()
{
    const QByteArray text = u"é€😀"_s.toUtf8();
    QByteArray file;
    for (const char byte : text)
        file += chunk(1, TrpChunk::Output, QByteArray(1, byte)) + chunk(1, TrpChunk::Input, "i");
    const auto plain = readText(file, plainTextOfTrp);
    QVERIFY(plain);
    QCOMPARE(*plain, u"é€😀"_s);
}

void tst_Trp::plainText_holdsBackACharacterThatIsCutOff()
{
    const auto plain = readText(chunk(1, TrpChunk::Output, "ab\xe2\x82"), plainTextOfTrp);
    QVERIFY(plain);
    QCOMPARE(*plain, u"ab"_s);
}

void tst_Trp::reader_takesTheLargestChunk()
{
    readText(chunk(1, TrpChunk::Output, QByteArray(0xffff, 'x')), [](QIODevice &device) {
        TrpReader reader(device);
        const auto first = reader.next();
        QVERIFY(first && *first);
        QCOMPARE((*first)->payload.size(), 0xffff);
        QVERIFY(!*reader.next());
    });
}

void tst_Trp::real_isRead()
{
    QFile file(realPart(u"b1d6a7de-58b3-4f07-8d0e-9f9c2f6b7c22/recording-0.trp"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("RESPOOL_TEST_DATA names no folder with the real recordings");
    const auto summary = summarizeTrp(file);
    QVERIFY(summary);
    QCOMPARE(summary->columns, 100);
    QCOMPARE(summary->rows, 30);
    QCOMPARE(summary->warnings, QStringList());
    QVERIFY(summary->durationMs > 7000 && summary->durationMs <= 8000);
    QVERIFY(file.seek(0));
    const auto plain = plainTextOfTrp(file);
    QVERIFY(plain);
    QVERIFY(plain->contains(u"ops@gw01"_s));
    QVERIFY(!plain->contains(QChar(QChar::ReplacementCharacter)));
}

QTEST_GUILESS_MAIN(tst_Trp)
#include "tst_trp.moc"
