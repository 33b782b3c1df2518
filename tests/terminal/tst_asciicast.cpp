// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/asciicast.h"
#include "core/terminal/castline.h"
#include "core/terminal/terminalsummary.h"
#include "tests/support/textdevice.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray head2 = R"({"version":2,"width":80,"height":24})"
                         "\n";
const QByteArray head3 = R"({"version":3,"term":{"cols":100,"rows":30}})"
                         "\n";

QList<CastEvent> eventsOf(const QByteArray &text)
{
    return readText(text, [](QIODevice &device) {
        QList<CastEvent> events;
        auto reader = CastReader::open(device);
        while (reader) {
            const auto event = reader->next();
            if (!event || !*event)
                break;
            events << **event;
        }
        return events;
    });
}

} // namespace

class tst_Asciicast : public QObject
{
    Q_OBJECT

private slots:
    void summary_tellsLengthAndSize_data();
    void summary_tellsLengthAndSize();
    void summary_warns_data();
    void summary_warns();
    void summary_saysWhatIsWrong_data();
    void summary_saysWhatIsWrong();
    void summary_endsWhenTheDiskFails();
    void reader_readsWhatTheEventsSay();
    void reader_readsVersion1OverManyLines();
    void reader_goesOnFromAPlace_data();
    void reader_goesOnFromAPlace();
    void scanner_readsAsTheOtherDoes_data();
    void scanner_readsAsTheOtherDoes();
    void scanner_readsAllThatARecorderWrites();
    void reader_goesOnAfterATooLongLine();
    void reader_refusesAVersion1OfMoreThan16MiB();
    void real_isRead();
};

void tst_Asciicast::summary_tellsLengthAndSize_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("durationMs");
    QTest::addColumn<qint64>("events");
    QTest::addColumn<QSize>("size");
    const QSize small(80, 24);
    const QSize large(100, 30);
    QTest::newRow("1") << QByteArray(
        R"({"version":1,"width":80,"height":24,"duration":9,"stdout":[[0.5,"a"],[1.25,"b"]]})")
                       << 1750LL << 2LL << small;
    QTest::newRow("2, times from the start") << head2 + "[0.5,\"o\",\"a\"]\n[1.25,\"o\",\"b\"]\n"
                                             << 1250LL << 2LL << small;
    QTest::newRow("3, times between") << head3 + "[0.5,\"o\",\"a\"]\n[1.25,\"o\",\"b\"]\n"
                                      << 1750LL << 2LL << large;
    QTest::newRow("2, a time goes back") << head2 + "[3,\"o\",\"a\"]\n[1,\"o\",\"b\"]\n"
                                         << 3000LL << 2LL << small;
    QTest::newRow("3, comments") << head3 + "# hello\n[1,\"o\",\"a\"]\n# [9,\"o\",\"a\"]\n"
                                 << 1000LL << 1LL << large;
    QTest::newRow("empty lines and CR LF")
        << QByteArray(head2).replace("\n", "\r\n") + "\r\n[1,\"o\",\"a\"]\r\n\r\n"
        << 1000LL << 1LL << small;
    QTest::newRow("last line without its end, but whole")
        << head2 + "[1,\"o\",\"a\"]" << 1000LL << 1LL << small;
    QTest::newRow("nothing happened") << head2 << 0LL << 0LL << small;
    QTest::newRow("header without its end") << head2.trimmed() << 0LL << 0LL << small;
}

void tst_Asciicast::summary_tellsLengthAndSize()
{
    QFETCH(QByteArray, text);
    const auto summary = readText(text, summarizeCast);
    QVERIFY2(bool(summary), summary ? "" : qPrintable(summary.error().detail));
    QTEST(summary->durationMs, "durationMs");
    QTEST(summary->events, "events");
    QTEST(QSize(summary->columns, summary->rows), "size");
    QCOMPARE(summary->warnings, QStringList());
}

void tst_Asciicast::summary_warns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("warning");
    QTest::addColumn<qint64>("durationMs");
    const QByteArray good = "[1,\"o\",\"a\"]\n";
    QTest::newRow("torn end") << head2 + good + "[2,\"o\",\"to" << u"ends within an event"_s
                              << 1000LL;
    QTest::newRow("not an event") << head2 + "{}\n" + good << u"event in line 2"_s << 1000LL;
    QTest::newRow("several") << head2 + good + "x\ny\n"
                             << u"2 events cannot be read, the first in line 3"_s << 1000LL;
    QTest::newRow("time is a text") << head2 + good + "[\"2\",\"o\",\"a\"]\n"
                                    << u"line 3"_s << 1000LL;
    QTest::newRow("time below zero") << head2 + good + "[-2,\"o\",\"a\"]\n"
                                     << u"line 3"_s << 1000LL;
    QTest::newRow("time beyond all sense") << head2 + good + "[1e300,\"o\",\"a\"]\n"
                                           << u"line 3"_s << 1000LL;
    QTest::newRow("too few fields") << head2 + good + "[2,\"o\"]\n" << u"line 3"_s << 1000LL;
    QTest::newRow("too many fields") << head2 + good + "[2,\"o\",\"a\",1]\n"
                                     << u"line 3"_s << 1000LL;
    QTest::newRow("a comment in version 2") << head2 + "# x\n" + good << u"line 2"_s << 1000LL;
    QTest::newRow("no size") << QByteArray("{\"version\":2}\n") + good << u"size of the screen"_s
                             << 1000LL;
    QTest::newRow("version 1 with a broken event")
        << QByteArray(R"({"version":1,"width":8,"height":2,"stdout":[[1,"a"],[1],7]})")
        << u"2 events cannot be read"_s << 1000LL;
}

void tst_Asciicast::summary_warns()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, warning);
    const auto summary = readText(text, summarizeCast);
    QVERIFY(summary);
    QCOMPARE(summary->warnings.size(), 1);
    QVERIFY2(summary->warnings.first().contains(warning), qPrintable(summary->warnings.first()));
    QTEST(summary->durationMs, "durationMs");
}

void tst_Asciicast::summary_saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("garbage") << QByteArray("\x1a\x45\xdf\xa3 webm") << u"header"_s;
    QTest::newRow("text") << QByteArray("hello\nworld\n") << u"header"_s;
    QTest::newRow("events without a header") << QByteArray("[1,\"o\",\"a\"]\n") << u"header"_s;
    QTest::newRow("broken header")
        << QByteArray("{\"version\":2,\n[1,\"o\",\"a\"]\n") << u"no JSON"_s;
    QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << u"no asciicast"_s;
    QTest::newRow("version as a text") << QByteArray("{\"version\":\"2\"}\n") << u"no asciicast"_s;
    QTest::newRow("a later version") << QByteArray("{\"version\":4}\n") << u"asciicast 4"_s;
    QTest::newRow("version 1 without output") << QByteArray("{\"version\":1}") << u"no asciicast"_s;
    QTest::newRow("version 1, torn")
        << QByteArray("{\"version\":1,\"stdout\":[[1,\"a\"],[") << u"no JSON"_s;
    QTest::newRow("zeroes") << QByteArray(4096, '\0') << u"header"_s;
}

void tst_Asciicast::summary_saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const auto summary = readText(text, summarizeCast);
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Media);
    QVERIFY2(summary.error().detail.contains(word), qPrintable(summary.error().detail));
}

void tst_Asciicast::summary_endsWhenTheDiskFails()
{
    for (const QByteArray &text : {QByteArray(), head2, head2 + "[1,\"o\",\"a\"]\n"}) {
        FailingDevice device(text);
        const auto summary = summarizeCast(device);
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::Io);
        QCOMPARE(summary.error().detail, u"the disk is bad"_s);
    }
}

void tst_Asciicast::reader_readsWhatTheEventsSay()
{
    const auto events = eventsOf(head3
                                 + "[0.5,\"o\",\"\\u001b[1m\\u00e9\xe2\x82\xac\"]\n"
                                   "[0.5,\"r\",\"120x40\"]\n[1,\"x\",\"0\"]\n");
    QCOMPARE(events.size(), 3);
    QCOMPARE(events[0].data, "\x1b[1mé€");
    QCOMPARE(events[1].code, "r");
    QCOMPARE(events[1].seconds, 1.0);
    QCOMPARE(events[2].seconds, 2.0);
}

void tst_Asciicast::reader_readsVersion1OverManyLines()
{
    const auto events = eventsOf("{\n \"version\": 1,\n \"stdout\": [\n  [1.5, \"a\"],\n"
                                 "  [2, \"b\"]\n ]\n}\n");
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[1].data, "b");
    QCOMPARE(events[1].seconds, 3.5);
}

void tst_Asciicast::reader_goesOnFromAPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray events;
    for (int i = 1; i <= 30; ++i)
        events += "[0." + QByteArray::number(i) + ",\"o\",\"" + QByteArray(i * 1000, 'x') + "\"]\n";
    QTest::newRow("2") << head2 + events;
    QTest::newRow("3") << head3 + "# a comment\n" + events;
    QTest::newRow("1") << QByteArray(
        R"({"version":1,"width":80,"height":24,"stdout":[[0.5,"a"],[7],[1.25,"b"],[1,"c"]]})");
}

void tst_Asciicast::reader_goesOnFromAPlace()
{
    QFETCH(QByteArray, text);
    QBuffer buffer(&text);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const QList<CastEvent> all = eventsOf(text);
    CastPlace place;
    for (qsizetype i = 0; i <= all.size(); ++i) {
        buffer.seek(0);
        auto reader = CastReader::open(buffer);
        QVERIFY(reader);
        if (i > 0)
            QVERIFY(reader->goOn(place));
        const auto event = reader->next();
        QVERIFY(event);
        QCOMPARE(event->has_value(), i < all.size());
        place = reader->place();
        if (!*event)
            break;
        QCOMPARE((*event)->seconds, all[i].seconds);
        QCOMPARE((*event)->data, all[i].data);
    }
    QCOMPARE(place.at, text.startsWith(R"({"version":1)") ? 4 : text.size());
}

void tst_Asciicast::scanner_readsAsTheOtherDoes_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto data = [](const QByteArray &text) { return "[1.5, \"o\", \"" + text + "\"]"; };
    QTest::newRow("plain") << data("abc");
    QTest::newRow("escapes") << data(R"(\"\\\/\b\f\n\r\t\u001b\u00e9\u20ac)");
    QTest::newRow("pair") << data(R"(\ud83d\ude00)");
    QTest::newRow("high alone") << data(R"(\ud83d!)");
    QTest::newRow("low alone") << data(R"(\ude00)");
    QTest::newRow("unknown escape") << data(R"(\x)");
    QTest::newRow("short escape") << data(R"(\u12)");
    QTest::newRow("zero") << data(R"(a\u0000b)");
    QTest::newRow("control as it is") << data("a\x1b[0m\tb");
    QTest::newRow("utf-8") << data("日本\xf0\x9f\x98\x80");
    QTest::newRow("latin-1") << data("\xe9");
    QTest::newRow("too long") << data("\xc0\x80");
    QTest::newRow("a surrogate") << data("\xed\xa0\x80");
    QTest::newRow("byte order mark") << data("\xef\xbb\xbfx");
    QTest::newRow("byte order mark, escaped") << data("\\ufeffx");
    QTest::newRow("no character") << data("\xef\xbf\xbf\\uffff");
    for (const char *number : {"0", "1", "12.345678", "0.1", "0.000001", "123456789.123456", "1e3",
                               "1E-2", "-1", "01", "1.", ".5", "1.0e", "999999999999999.9",
                               "0.30000000000000004", "1e400", "nan", "4503599627370497.5"})
        QTest::addRow("number %s", number) << "[" + QByteArray(number) + ",\"o\",\"a\"]";
    QTest::newRow("blanks") << QByteArray(" [ 1 ,\t\"o\" , \"a\" ] \r");
    QTest::newRow("more behind") << QByteArray("[1,\"o\",\"a\"] x");
    QTest::newRow("two fields") << QByteArray("[1,\"o\"]");
    QTest::newRow("four fields") << QByteArray("[1,\"o\",\"a\",1]");
    QTest::newRow("comma at the end") << QByteArray("[1,\"o\",\"a\",]");
    QTest::newRow("long code") << QByteArray("[1,\"resize\",\"a\"]");
    QTest::newRow("odd code") << QByteArray("[1,\"\\u006f\",\"a\"]");
    QTest::newRow("no code") << QByteArray("[1,\"\",\"a\"]");
    QTest::newRow("torn") << QByteArray("[1,\"o\",\"a");
    QTest::newRow("empty") << QByteArray();
}

void tst_Asciicast::scanner_readsAsTheOtherDoes()
{
    QFETCH(QByteArray, line);
    const auto scanned = scanCastLine(line);
    if (scanned)
        QVERIFY(scanned == parseCastLine(line));
    // And the reader reads what either does.
    const bool readable = parseCastLine(line) && parseCastLine(line)->seconds >= 0
                          && parseCastLine(line)->seconds < 1e9;
    QCOMPARE(eventsOf(head2 + line + '\n').size(), readable ? 1 : 0);
}

void tst_Asciicast::scanner_readsAllThatARecorderWrites()
{
    const QByteArray data = R"(\u001b[1m\r\n\"日本\ud83d\ude00\t)";
    for (const char *code : {"o", "i", "m", "r", "x"}) {
        const QByteArray line = "[123.456789, \"" + QByteArray(code) + "\", \"" + data + "\"]";
        QVERIFY(scanCastLine(line));
    }
}

void tst_Asciicast::reader_goesOnAfterATooLongLine()
{
    const QByteArray tooLong = "[1,\"o\",\"" + QByteArray(3 << 20, 'x') + "\"]\n";
    const auto summary = readText(head2 + tooLong + "[2,\"o\",\"a\"]\n", summarizeCast);
    QVERIFY(summary);
    QCOMPARE(summary->events, 1);
    QCOMPARE(summary->durationMs, 2000);
    QCOMPARE(summary->warnings, QStringList{u"the event in line 2 cannot be read"_s});
}

void tst_Asciicast::reader_refusesAVersion1OfMoreThan16MiB()
{
    const QByteArray text =
        "{\"version\":1,\"stdout\":[[1,\"" + QByteArray(17 << 20, 'x') + "\"]]}";
    const auto summary = readText(text, summarizeCast);
    QVERIFY(!summary);
    QVERIFY(summary.error().detail.contains(u"16 MiB"_s));
}

void tst_Asciicast::real_isRead()
{
    QFile file(realPart(u"6c0c5f0a-3c5e-4b44-9a3f-0d2f7b7f1e11/recording-0.cast"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("RESPOOL_TEST_DATA names no folder with the real recordings");
    const auto summary = summarizeCast(file);
    QVERIFY(summary);
    QCOMPARE(summary->columns, 100);
    QCOMPARE(summary->rows, 30);
    QCOMPARE(summary->warnings, QStringList());
    QVERIFY(summary->events > 10);
    QCOMPARE(summary->durationMs, 8933);
}

QTEST_GUILESS_MAIN(tst_Asciicast)
#include "tst_asciicast.moc"
