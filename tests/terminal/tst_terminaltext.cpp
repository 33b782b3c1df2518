// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminaltext.h"
#include "core/terminal/textcollector.h"
#include "tests/support/samples.h"
#include "tests/support/textdevice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// Events of an asciicast of version 2.
struct Output
{
    double seconds = 0;
    QString text;
    QString code = u"o"_s;
};
using Outputs = QList<Output>;

QByteArray castOf(const Outputs &outputs, int columns = 20, int rows = 5)
{
    QByteArray cast =
        u"{\"version\": 2, \"width\": %1, \"height\": %2}\n"_s.arg(columns).arg(rows).toUtf8();
    for (const Output &output : outputs)
        cast += QJsonDocument(QJsonArray{output.seconds, output.code, output.text})
                    .toJson(QJsonDocument::Compact)
                + '\n';
    return cast;
}

TextLines linesOf(const QByteArray &cast)
{
    return *readText(cast, [](QIODevice &device) { return textOfCast(device); });
}

// "1000 text" for each line.
QStringList told(const TextLines &text)
{
    QStringList all;
    for (const TextLine &line : text.lines)
        all << QString::number(line.atMs) + u' ' + QString::fromUtf8(line.text);
    return all;
}

} // namespace

class tst_TerminalText : public QObject
{
    Q_OBJECT

private slots:
    void cast_isReadAsAViewerReadsIt_data();
    void cast_isReadAsAViewerReadsIt();
    void repainting_isBounded_data();
    void repainting_isBounded();
    void wrapped_linesAreOne_data();
    void wrapped_linesAreOne();
    void resize_tellsNothingTwice();
    void lines_areBounded();
    void versions_areReadAlike_data();
    void versions_areReadAlike();
    void log_isOneLineAnEntry();
    void bytes_areReadBack();
    void bytes_ofAnotherFormAreRefused_data();
    void bytes_ofAnotherFormAreRefused();
    void garbage_doesNoHarm();
};

void tst_TerminalText::cast_isReadAsAViewerReadsIt_data()
{
    QTest::addColumn<Outputs>("outputs");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Outputs &outputs, const QStringList &expected) {
        QTest::newRow(name) << outputs << expected;
    };
    row("nothing", {}, {});
    row("one line", {{1, u"hello\r\n"_s}}, {u"1000 hello"_s});
    row("a line without its end", {{1, u"hello"_s}}, {u"1000 hello"_s});
    row("colours", {{1, u"\x1b[1;31mred\x1b[0m dead\r\n"_s}}, {u"1000 red dead"_s});
    row("blanks at the end", {{1, u"a   \r\nb\t\r\n"_s}}, {u"1000 a"_s, u"1000 b"_s});
    row("blanks within", {{1, u"a\tb\x1b[3Cc\r\n"_s}}, {u"1000 a       b   c"_s});
    row("no word", {{1, u"-----\r\n   \r\n$ \r\n"_s}}, {});
    row("wide and combining", {{1, u"\u6f22\u5b57 x\r\n"_s}, {2, u"gro\u0308\u00dfe\r\n"_s}},
        {u"1000 \u6f22\u5b57 x"_s, u"2000 gro\u0308\u00dfe"_s});
    row("typed slowly", {{1, u"$ "_s}, {2, u"l"_s}, {3, u"s"_s}, {4, u"\r\nfile\r\n$ "_s}},
        {u"3000 $ ls"_s, u"4000 file"_s});
    row("corrected", {{1, u"$ lx"_s}, {2, u"\b \b"_s}, {3, u"s\r\n"_s}}, {u"3000 $ ls"_s});
    row("a meter", {{1, u"10 %"_s}, {2, u"\r50 %"_s}, {3, u"\r100 %\r\n"_s}}, {u"3000 100 %"_s});
    row("scrolled away", {{1, u"1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7"_s}},
        {u"1000 1"_s, u"1000 2"_s, u"1000 3"_s, u"1000 4"_s, u"1000 5"_s, u"1000 6"_s,
         u"1000 7"_s});
    row("stood and then scrolled away", {{1, u"one\r\n"_s}, {9, u"2\r\n3\r\n4\r\n5\r\n6\r\n"_s}},
        {u"1000 one"_s, u"9000 2"_s, u"9000 3"_s, u"9000 4"_s, u"9000 5"_s, u"9000 6"_s});
    row("cleared at once", {{1, u"secret\r\n\x1b[H\x1b[2Jnext\r\n"_s}},
        {u"1000 secret"_s, u"1000 next"_s});
    row("cleared as clear does", {{1, u"secret\r\n"_s}, {1.1, u"\x1b[H\x1b[Jnext\r\n"_s}},
        {u"1000 secret"_s, u"1100 next"_s});
    row("cleared below the prompt", {{1, u"$ \x1b[Jl"_s}, {2, u"\x1b[Js"_s}, {3, u"\r\n"_s}},
        {u"2000 $ ls"_s});
    row("written over", {{1, u"\x1b[2;1Hold\x1b[4;1H"_s}, {2, u"\x1b[2;1Hnew\x1b[4;1H"_s}},
        {u"1000 old"_s, u"2000 new"_s});
    row("painted again, and the same",
        {{1, u"same\r\n"_s}, {2, u"\x1b[Hsame\r\n"_s}, {3, u"\x1b[Hsame\r\n"_s}}, {u"1000 same"_s});
    row("a full-screen program",
        {{1, u"$ vi\r\n"_s},
         {2, u"\x1b[?1049h\x1b[Htitle\r\nbody\x1b[5;1H"_s},
         {4, u"\x1b[Htitle\r\nmore\x1b[5;1H"_s},
         {6, u"\x1b[?1049l$ "_s},
         {7, u"exit\r\n"_s}},
        {u"1000 $ vi"_s, u"2000 title"_s, u"2000 body"_s, u"4000 more"_s, u"7000 $ exit"_s});
    row("a full-screen program that was there for an instant",
        {{1, u"\x1b[?1049h\x1b[Hshort\x1b[?1049l"_s}}, {u"1000 short"_s});
    row("what a program scrolls back to",
        {{1, u"\x1b[?1049h\x1b[Hone\r\ntwo\x1b[5;1H"_s},
         {2, u"\x1b[2J\x1b[Htwo\r\nthree\x1b[5;1H"_s},
         {3, u"\x1b[2J\x1b[Hone\r\ntwo\x1b[5;1H"_s},
         {4, u"\x1b[?1049l"_s}},
        {u"1000 one"_s, u"1000 two"_s, u"2000 three"_s});
    row("input is not output", {{1, u"password"_s, u"i"_s}, {2, u"ok\r\n"_s}}, {u"2000 ok"_s});
}

void tst_TerminalText::cast_isReadAsAViewerReadsIt()
{
    QFETCH(const Outputs, outputs);
    QFETCH(const QStringList, expected);
    QCOMPARE(told(linesOf(castOf(outputs))), expected);
}

void tst_TerminalText::repainting_isBounded_data()
{
    QTest::addColumn<QString>("frame");
    QTest::newRow("home") << u"\x1b[H"_s;
    QTest::newRow("clear") << u"\x1b[H\x1b[2J"_s;
    QTest::newRow("as clear does") << u"\x1b[H\x1b[J"_s;
    QTest::newRow("other screen") << u"\x1b[?1049l\x1b[?1049h\x1b[H"_s;
    QTest::newRow("reset") << u"\x1bc\x1b[H"_s;
}

// Sixty pictures a second for ten minutes: what stays is told once, what changes within bounds.
void tst_TerminalText::repainting_isBounded()
{
    QFETCH(const QString, frame);
    Outputs outputs;
    constexpr int seconds = 600;
    for (int i = 0; i < seconds * 60; ++i)
        outputs << Output{i / 60.0, frame + u"steady\r\nclock %1\r\nmeter %2"_s.arg(i).arg(i * 7)};
    const TextLines text = linesOf(castOf(outputs));
    const qint64 most = TextCollector::mostInPlace + seconds * TextCollector::inPlacePerSecond;
    QVERIFY2(text.lines.size() <= most, qPrintable(QString::number(text.lines.size())));
    QVERIFY(!text.cutShort);
    const QStringList all = told(text);
    QVERIFY(all.contains(u"0 steady"_s) || all.contains(u"16 steady"_s)
            || all.filter(u"steady"_s).size() > 0);
    QVERIFY2(all.last().contains(u"%1"_s.arg((seconds * 60 - 1) * 7))
                 || all.filter(u"clock"_s).size() > 1000,
             qPrintable(all.last()));
}

void tst_TerminalText::wrapped_linesAreOne_data()
{
    QTest::addColumn<QString>("output");
    QTest::addColumn<QStringList>("expected");
    const QString twenty = u"abcdefghij0123456789"_s;
    QTest::newRow("on the screen") << twenty + u"rest\r\n"_s << QStringList{twenty + u"rest"_s};
    QTest::newRow("over three rows")
        << twenty + twenty + u"rest\r\n"_s << QStringList{twenty + twenty + u"rest"_s};
    QTest::newRow("exactly a row") << twenty + u"\r\nnext\r\n"_s << QStringList{twenty, u"next"_s};
    QTest::newRow("a space at the edge")
        << u"abcdefghij012345678 next\r\n"_s << QStringList{u"abcdefghij012345678 next"_s};
    QTest::newRow("scrolled away")
        << twenty + u"rest\r\n1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7"_s
        << QStringList{twenty + u"rest"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s};
    QTest::newRow("at the bottom") << u"\r\n\r\n\r\n\r\n"_s + twenty + u"rest\r\nend"_s
                                   << QStringList{twenty + u"rest"_s, u"end"_s};
    QTest::newRow("longer than the screen")
        << u"x1"_s.repeated(100) + u"\r\nend"_s << QStringList{u"x1"_s.repeated(100), u"end"_s};
}

void tst_TerminalText::wrapped_linesAreOne()
{
    QFETCH(const QString, output);
    QFETCH(const QStringList, expected);
    const auto texts = [](const TextLines &text) {
        QStringList all;
        for (const TextLine &line : text.lines)
            all << QString::fromUtf8(line.text);
        return all;
    };
    QCOMPARE(texts(linesOf(castOf({{1, output}}))), expected);
    Outputs letters; // each in an event of its own
    for (qsizetype i = 0; i < output.size(); ++i)
        letters << Output{1 + double(i) / 1000, QString(output[i])};
    QCOMPARE(texts(linesOf(castOf(letters))), expected);
}

void tst_TerminalText::resize_tellsNothingTwice()
{
    const TextLines text = linesOf(castOf({{1, u"one\r\ntwo\r\nthree\r\nfour\r\n"_s},
                                           {2, u"30x3"_s, u"r"_s},
                                           {3, u"five\r\n"_s},
                                           {4, u"20x9"_s, u"r"_s},
                                           {5, u"six\r\n"_s}}));
    QCOMPARE(told(text), (QStringList{u"1000 one"_s, u"1000 two"_s, u"1000 three"_s, u"1000 four"_s,
                                      u"3000 five"_s, u"5000 six"_s}));
}

void tst_TerminalText::lines_areBounded()
{
    QString many;
    for (int i = 0; i < 400'000; ++i)
        many += u"%1\r\n"_s.arg(i);
    Outputs outputs;
    for (qsizetype from = 0; from < many.size(); from += 10'000)
        outputs << Output{1, many.mid(from, 10'000)};
    const TextLines text = linesOf(castOf(outputs));
    QVERIFY(text.cutShort);
    QCOMPARE(text.lines.size(), TextLines::mostLines);
    const TextLines one = linesOf(castOf({{1, u"\u00e4"_s.repeated(60'000) + u"\r\nend\r\n"_s}}));
    QVERIFY(one.lines.first().text.size() <= TextLines::mostLineBytes);
    QVERIFY(!QString::fromUtf8(one.lines.first().text).contains(QChar::ReplacementCharacter));
    QCOMPARE(one.lines.last().text, "end");
}

void tst_TerminalText::versions_areReadAlike_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isTrp");
    QTest::newRow("1") << QByteArray(
        R"({"version": 1, "width": 80, "height": 24, "stdout": [[0.5, "one\r\n"], [2, "two"]]})")
                       << false;
    QTest::newRow("2") << QByteArray("{\"version\": 2, \"width\": 80, \"height\": 24}\n"
                                     "[0.5, \"o\", \"one\\r\\n\"]\n[2.5, \"o\", \"two\"]\n")
                       << false;
    QTest::newRow("3") << QByteArray("{\"version\": 3, \"term\": {\"cols\": 80, \"rows\": 24}}\n"
                                     "[0.5, \"o\", \"one\\r\\n\"]\n[2, \"o\", \"two\"]\n")
                       << false;
    QTest::newRow("trp") << QByteArray("\xf4\x01\0\0\0\0\5\0one\r\n\xd0\7\0\0\0\0\3\0two", 24)
                         << true;
}

void tst_TerminalText::versions_areReadAlike()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, isTrp);
    const auto text = readText(
        content, [&](QIODevice &device) { return isTrp ? textOfTrp(device) : textOfCast(device); });
    QVERIFY2(bool(text), text ? "" : qPrintable(text.error().detail));
    QCOMPARE(told(*text), (QStringList{u"500 one"_s, u"2500 two"_s}));
}

void tst_TerminalText::log_isOneLineAnEntry()
{
    const QByteArray log =
        R"({"timestamp":"2026-01-01T10:00:00Z","seq":0,"event":"session.start","description":"Begin"})"
        "\n"
        R"({"timestamp":"2026-01-01T10:00:02.5Z","seq":1,"event":"session.action",)"
        R"("description":"Opened\u0007 vault","actor":"eve","parameters":{"file":"a\nb"}})"
        "\n{broken\n\n"
        R"({"timestamp":"nonsense","seq":2,"event":"session.end","description":"Bye"})";
    const auto text = readText(log, [](QIODevice &device) { return textOfLog(device); });
    QCOMPARE(told(*text), (QStringList{u"0 Begin  session.start"_s,
                                       u"2500 Opened  vault  session.action  eve  file: a b"_s,
                                       u"2500 Bye  session.end"_s}));
}

void tst_TerminalText::bytes_areReadBack()
{
    TextLines text = linesOf(samples::asciicast());
    QVERIFY(!text.lines.isEmpty());
    text.cutShort = true;
    const auto back = TextLines::fromBytes(text.toBytes());
    QVERIFY(bool(back));
    QCOMPARE(back->lines, text.lines);
    QVERIFY(back->cutShort);
    QVERIFY(TextLines::fromBytes(TextLines().toBytes())->lines.isEmpty());
}

void tst_TerminalText::bytes_ofAnotherFormAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = TextLines{false, {{5, "a"}, {9, "b"}}}.toBytes();
    QVERIFY(TextLines::fromBytes(good));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("torn") << good.chopped(1);
    QTest::newRow("something behind it") << good + 'x';
    QTest::newRow("noise") << samples::randomBytes(1000);
    QTest::newRow("an escape") << TextLines{false, {{5, "a\x1b[2J"}}}.toBytes();
    QTest::newRow("an empty line") << TextLines{false, {{5, ""}}}.toBytes();
    QTest::newRow("out of order") << TextLines{false, {{5, "a"}, {4, "b"}}}.toBytes();
    QTest::newRow("before the beginning") << TextLines{false, {{-1, "a"}}}.toBytes();
    QTest::newRow("a line that is too long")
        << TextLines{false, {{1, QByteArray(TextLines::mostLineBytes + 1, 'x')}}}.toBytes();
    QByteArray more = good;
    more[7 + 3] = '\x7f';
    QTest::newRow("more lines than there are") << more;
}

void tst_TerminalText::bytes_ofAnotherFormAreRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto text = TextLines::fromBytes(bytes);
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::Media);
}

void tst_TerminalText::garbage_doesNoHarm()
{
    for (int i = 0; i < 40; ++i) {
        QString noise = QString::fromLatin1(samples::randomBytes(4000));
        noise.replace(u'"', u"\x1b["_s).replace(u'\\', u"\x1b[?1049h"_s);
        const TextLines text = linesOf(castOf({{1, noise.first(2000)},
                                               {1.5, u"%1x%2"_s.arg(i).arg(40 - i), u"r"_s},
                                               {2, noise.sliced(2000)}}));
        QVERIFY(TextLines::fromBytes(text.toBytes()));
    }
}

QTEST_GUILESS_MAIN(tst_TerminalText)
#include "tst_terminaltext.moc"
