// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/dialect.h"
#include "core/library/query/query.h"
#include "core/library/query/querycompletion.h"
#include "core/library/query/queryfields.h"
#include "core/library/query/querysql.h"
#include "core/library/query/queryvalues.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// 2026-03-29 12:34:56 in Berlin, where the clock went forward at two in that night.
constexpr qint64 nowMs = 1'774'780'496'000;

QueryContext berlin()
{
    QueryContext context{nowMs, QTimeZone("Europe/Berlin")};
    StoreInfo lab;
    lab.id = StoreId{7};
    lab.name = u"lab"_s;
    lab.uid = u"lab-uid"_s;
    StoreInfo attic;
    attic.id = StoreId{8};
    attic.name = u"100% attic"_s;
    context.stores = {lab, attic};
    return context;
}

QString times(const QString &text, qsizetype count)
{
    return text.repeated(count);
}

} // namespace

// Texts as people type them, right and wrong ones.
class tst_QueryParser : public QObject
{
    Q_OBJECT

private slots:
    void text_becomesATree_data();
    void text_becomesATree();
    void mistake_isPointedAt_data();
    void mistake_isPointedAt();
    void deepText_canBeReadAgain_data();
    void deepText_canBeReadAgain();
    void bound_isTold_data();
    void bound_isTold();
    void size_isRead_data();
    void size_isRead();
    void duration_isRead_data();
    void duration_isRead();
    void date_isRead_data();
    void date_isRead();
    void date_isOfTheZone();
    void fields_areWellFormed();
    void readQuery_namesThePlace();
    void quoted_isReadAsItIs_data();
    void quoted_isReadAsItIs();
    void completion_offersWhatMayFollow_data();
    void completion_offersWhatMayFollow();
};

void tst_QueryParser::text_becomesATree_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char *name, const QString &text, const QString &tree) {
        QTest::newRow(name) << text << tree;
    };
    row("nothing", u""_s, u""_s);
    row("blanks", u" \t "_s, u""_s);
    row("word", u"kiosk"_s, u"kiosk"_s);
    row("side by side", u"kiosk  desk"_s, u"kiosk AND desk"_s);
    row("phrase", u"\"night shift\""_s, u"\"night shift\""_s);
    row("quotes that need not be", u"\"desk\""_s, u"desk"_s);
    row("quote in a phrase", uR"("a\"b\\c\d")"_s, uR"("a\"b\\c\\d")"_s);
    row("phrase after a word", u"a\"b c\""_s, u"a AND \"b c\""_s);
    row("AND before OR", u"a b OR c d"_s, u"(a AND b) OR (c AND d)"_s);
    row("written AND", u"a and b Or c"_s, u"(a AND b) OR c"_s);
    row("parentheses", u"(a OR b) c"_s, u"(a OR b) AND c"_s);
    row("needless parentheses", u"((a) ((b)))"_s, u"a AND b"_s);
    row("NOT", u"not a"_s, u"NOT a"_s);
    row("minus", u"-a -\"b c\" -(d OR e)"_s, u"NOT a AND NOT \"b c\" AND NOT (d OR e)"_s);
    row("twice not", u"NOT -a"_s, u"a"_s);
    row("twice not in parentheses", u"-(-a)"_s, u"a"_s);
    row("NOT binds first", u"NOT a b"_s, u"NOT a AND b"_s);
    row("minus within a word", u"a-b"_s, u"a-b"_s);
    row("minus alone", u"a - b"_s, u"a AND \"-\" AND b"_s);
    row("keywords as words", u"\"and\" \"OR\" \"not\""_s, u"\"and\" AND \"OR\" AND \"not\""_s);
    row("words like keywords", u"android order note"_s, u"android AND order AND note"_s);
    row("parentheses in a word", u"(copy(2) OR copy(3))"_s, u"\"copy(2)\" OR \"copy(3)\""_s);
    row("time is a word", u"12:00"_s, u"\"12:00\""_s);
    row("letters of the world", u"日本 Ärger"_s, u"日本 AND Ärger"_s);
    row("field", u"kind:terminal"_s, u"kind:terminal"_s);
    row("field and value in any case", u"KIND:Terminal"_s, u"kind:Terminal"_s);
    row("list", u"kind:terminal,log"_s, u"kind:terminal,log"_s);
    row("list with blanks", u"kind:terminal, log"_s, u"kind:terminal,log"_s);
    row("value in quotes", u"store:\"100% attic\""_s, u"store:\"100% attic\""_s);
    row("store by its uid", u"store:lab-uid"_s, u"store:lab-uid"_s);
    row("store in any case", u"store:LAB"_s, u"store:LAB"_s);
    row("comparisons", u"size>1K size>=1K size<1K size<=1K size=1K size!=1K"_s,
        u"size>1K AND size>=1K AND size<1K AND size<=1K AND size=1K AND size!=1K"_s);
    row("blanks around a comparison", u"size > 100M"_s, u"size>100M"_s);
    row("no field before the comparison is none", u"parts is size"_s, u"parts AND is AND size"_s);
    row("range", u"size:100M..2G"_s, u"size:100M..2G"_s);
    row("open ranges", u"size:1G.. duration:..10m"_s, u"size:1G.. AND duration:..10m"_s);
    row("range of dates", u"start:2026-01..2026-02-03"_s, u"start:2026-01..2026-02-03"_s);
    row("clock in a value", u"duration<1:30:00"_s, u"duration<\"1:30:00\""_s);
    row("date ago", u"start>-7d"_s, u"start>-7d"_s);
    row("ago to ago", u"start:-7d..-1d"_s, u"start:-7d..-1d"_s);
    row("date with a blank", u"start>\"2026-01-02 10:00\""_s, u"start>\"2026-01-02 10:00\""_s);
    row("unknown", u"duration:unknown"_s, u"duration:unknown"_s);
    row("parenthesis behind a value", u"(kind:log)"_s, u"kind:log"_s);
    row("of everything", u"kind:terminal size>100M (tag:audit OR held:yes) -seekable:no \"a b\""_s,
        u"kind:terminal AND size>100M AND (tag:audit OR held:yes) AND NOT seekable:no AND \"a b\""_s);
}

void tst_QueryParser::text_becomesATree()
{
    QFETCH(const QString, text);
    QFETCH(const QString, tree);
    const ParsedQuery parsed = parseQuery(text, berlin());
    QVERIFY2(!parsed.mistake, parsed.mistake ? qPrintable(parsed.mistake->message) : "");
    QCOMPARE(parsed.query.toText(), tree);
    QCOMPARE(parsed.query.isEmpty(), tree.isEmpty());
    // What it says of itself is the same question.
    QCOMPARE(parseQuery(tree, berlin()).query.toText(), tree);
}

void tst_QueryParser::mistake_isPointedAt_data()
{
    QTest::addColumn<QString>("text"); // what is wrong stands between brackets
    QTest::addColumn<QString>("cure");
    const auto row = [](const char *name, const QString &text, const QString &cure) {
        QTest::newRow(name) << text << cure;
    };
    row("unknown field that is near one", u"a [sise]>100M"_s, u"did you mean 'size'"_s);
    row("unknown field", u"[potato]:3"_s, u"within quotes to search for it, or one of kind, "_s);
    row("there are no hosts", u"[host]:web1"_s, u"no field 'host'"_s);
    row("kind", u"a kind:[movie] b"_s, u"video, terminal"_s);
    row("second of a list", u"kind:log,[movie]"_s, u"'movie'"_s);
    row("state", u"state:[gone]"_s, u"missing"_s);
    row("yes or no", u"held:[maybe]"_s, u"write yes or no"_s);
    row("store", u"store:[cellar]"_s, u"lab, \"100% attic\""_s);
    row("nothing after the colon", u"seekable[:]"_s, u"as in seekable:no"_s);
    row("blank after the colon", u"kind[:] video"_s, u"as in kind:"_s);
    row("nothing after the comma", u"kind:log[,]"_s, u"a value must follow ','"_s);
    row("size", u"size>[100Q]"_s, u"such as 1.5G"_s);
    row("duration", u"duration<[10x]"_s, u"1h30m"_s);
    row("date", u"start>[2026-02-30]"_s, u"2026-01-31"_s);
    row("number", u"parts>[two]"_s, u"whole number"_s);
    row("instant", u"start:[-7d]"_s, u"write start>-7d"_s);
    row("order of a text", u"tag[>]a"_s, u"no order: write tag:audit"_s);
    row("range of a text", u"tag:a[..]b"_s, u"within quotes"_s);
    row("range that is compared", u"size>1[..]2"_s, u"size:1.."_s);
    row("range backwards", u"size:2G[..]1G"_s, u"smaller value first"_s);
    row("range without an end", u"size:[..]"_s, u"one end"_s);
    row("third end of a range", u"size:1..2[..]3"_s, u"cannot stand here"_s);
    row("list that is compared", u"size[>]1,2"_s, u"behind ':'"_s);
    row("open quotes", u"a [\"b c]"_s, u"second \""_s);
    row("open quotes of a value", u"store:[\"b c]"_s, u"second \""_s);
    row("empty quotes", u"a [\"\"]"_s, u"between them"_s);
    row("empty value", u"tag:[\"\"]"_s, u"tag:audit"_s);
    row("open parenthesis", u"a [(]b OR c"_s, u"')'"_s);
    row("parenthesis too much", u"a OR b[)]"_s, u"closes nothing"_s);
    row("parenthesis first", u"[)]"_s, u"closes nothing"_s);
    row("empty parentheses", u"a [(])"_s, u"nothing stands between"_s);
    row("OR at the end", u"a [OR]"_s, u"nothing follows 'OR'"_s);
    row("OR at the beginning", u"[or] a"_s, u"nothing stands before OR"_s);
    row("OR twice", u"a OR [OR] b"_s, u"within quotes"_s);
    row("AND before a parenthesis", u"(a [AND]) b"_s, u"nothing follows 'AND'"_s);
    row("NOT at the end", u"a [NOT]"_s, u"nothing follows 'NOT'"_s);
    row("no field", u"a [>]5"_s, u"no field stands before '>'"_s);
}

void tst_QueryParser::mistake_isPointedAt()
{
    QFETCH(QString, text);
    QFETCH(const QString, cure);
    const qsizetype from = text.indexOf(u'[');
    const qsizetype length = text.lastIndexOf(u']') - from - 1;
    text.remove(from + length + 1, 1).remove(from, 1);
    const ParsedQuery parsed = parseQuery(text, berlin());
    QVERIFY(parsed.mistake);
    QVERIFY2(parsed.mistake->message.contains(cure), qPrintable(parsed.mistake->message));
    QCOMPARE(parsed.mistake->position, from);
    QCOMPARE(parsed.mistake->length, length);
    QVERIFY(parsed.query.isEmpty());
}

void tst_QueryParser::bound_isTold_data()
{
    QTest::addColumn<QString>("within");
    QTest::addColumn<QString>("beyond");
    QTest::addColumn<QString>("words");
    QTest::newRow("length") << times(u"x"_s, mostQueryLength) << times(u"x"_s, mostQueryLength + 1)
                            << u"4096 characters"_s;
    const auto nested = [](int depth) {
        return times(u"(a OR -"_s, depth) + u'b' + times(u")"_s, depth);
    };
    QTest::newRow("depth") << nested(mostQueryDepth) << nested(mostQueryDepth + 1)
                           << u"32 parentheses"_s;
    QTest::newRow("words") << times(u"a "_s, mostQueryValues) << times(u"a "_s, mostQueryValues + 1)
                           << u"250 words"_s;
    QTest::newRow("values") << u"tag:a"_s + times(u",a"_s, mostQueryValues - 1)
                            << u"tag:a"_s + times(u",a"_s, mostQueryValues) << u"250 words"_s;
    QTest::newRow("signs") << times(u"-"_s, 4000) + u'a' << times(u"-"_s, 4000) + u"a OR"_s
                           << u"nothing follows"_s;
}

void tst_QueryParser::bound_isTold()
{
    QFETCH(const QString, within);
    QFETCH(const QString, beyond);
    QFETCH(const QString, words);
    QVERIFY(!parseQuery(within, berlin()).mistake);
    const auto mistake = parseQuery(beyond, berlin()).mistake;
    QVERIFY(mistake);
    QVERIFY2(mistake->message.contains(words), qPrintable(mistake->message));
}

void tst_QueryParser::deepText_canBeReadAgain_data()
{
    QTest::addColumn<QString>("begin");
    QTest::newRow("OR") << u"(a OR -"_s;
    QTest::newRow("NOT of OR") << u"-(a OR "_s;
    QTest::newRow("NOT of AND") << u"-(a "_s;
    QTest::newRow("AND within OR") << u"-(a OR b "_s;
    QTest::newRow("AND within OR within AND") << u"a (b OR c "_s;
    QTest::newRow("parentheses that are none") << u"((a OR b "_s;
}

void tst_QueryParser::deepText_canBeReadAgain()
{
    QFETCH(const QString, begin);
    const int nested = mostQueryDepth / int(begin.count(u'('));
    const int closing = nested * int(begin.count(u'('));
    const QString text = begin.repeated(nested) + u'z' + u")"_s.repeated(closing);
    const ParsedQuery parsed = parseQuery(text, berlin());
    QVERIFY2(!parsed.mistake, parsed.mistake ? qPrintable(parsed.mistake->message) : "");
    const QString written = parsed.query.toText();
    const ParsedQuery again = parseQuery(written, berlin());
    QVERIFY2(!again.mistake, qPrintable(written));
    QCOMPARE(again.query.toText(), written);
    QCOMPARE(conditionOf(again.query, sqliteDialect()).sql,
             conditionOf(parsed.query, sqliteDialect()).sql);
}

void tst_QueryParser::size_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: no size
    QTest::newRow("bytes") << u"500"_s << 500LL;
    QTest::newRow("B") << u"500B"_s << 500LL;
    QTest::newRow("K") << u"2K"_s << 2000LL;
    QTest::newRow("mb") << u"1.5mb"_s << 1'500'000LL;
    QTest::newRow("G") << u"3G"_s << 3'000'000'000LL;
    QTest::newRow("TiB") << u"1TiB"_s << (1LL << 40);
    QTest::newRow("Ki") << u"1Ki"_s << 1024LL;
    QTest::newRow("i alone") << u"1i"_s << -1LL;
    QTest::newRow("no number") << u"M"_s << -1LL;
    QTest::newRow("negative") << u"-1M"_s << -1LL;
    QTest::newRow("too much") << u"99999999P"_s << -1LL;
}

void tst_QueryParser::size_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, bytes);
    const auto size = sizeFromText(text);
    QCOMPARE(size ? *size : -1, bytes);
}

void tst_QueryParser::duration_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // -1: no duration
    QTest::newRow("seconds") << u"90"_s << 90'000LL;
    QTest::newRow("tenths") << u"1.5"_s << 1'500LL;
    QTest::newRow("s") << u"90s"_s << 90'000LL;
    QTest::newRow("ms") << u"250ms"_s << 250LL;
    QTest::newRow("m") << u"10M"_s << 600'000LL;
    QTest::newRow("several") << u"1h30m"_s << 5'400'000LL;
    QTest::newRow("half an hour") << u"0.5h"_s << 1'800'000LL;
    QTest::newRow("days") << u"2d"_s << 172'800'000LL;
    QTest::newRow("clock") << u"1:30:00"_s << 5'400'000LL;
    QTest::newRow("minutes") << u"90:00"_s << 5'400'000LL;
    QTest::newRow("clock with ms") << u"0:01.5"_s << 1'500LL;
    QTest::newRow("sixty seconds") << u"1:60"_s << -1LL;
    QTest::newRow("sixty minutes") << u"1:60:00"_s << -1LL;
    QTest::newRow("no unit") << u"10x"_s << -1LL;
    QTest::newRow("words") << u"long"_s << -1LL;
}

void tst_QueryParser::duration_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, ms);
    const auto duration = durationFromText(text);
    QCOMPARE(duration ? *duration : -1, ms);
}

void tst_QueryParser::date_isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("from"); // in Berlin
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, const QString &text, const QString &from,
                        const QString &to) { QTest::newRow(name) << text << from << to; };
    row("year", u"2026"_s, u"2026-01-01 00:00:00"_s, u"2027-01-01 00:00:00"_s);
    row("month", u"2026-12"_s, u"2026-12-01 00:00:00"_s, u"2027-01-01 00:00:00"_s);
    row("short month", u"2026-1"_s, u"2026-01-01 00:00:00"_s, u"2026-02-01 00:00:00"_s);
    row("day", u"2026-02-28"_s, u"2026-02-28 00:00:00"_s, u"2026-03-01 00:00:00"_s);
    row("minute", u"2026-02-28T23:59"_s, u"2026-02-28 23:59:00"_s, u"2026-03-01 00:00:00"_s);
    row("second", u"2026-02-28 10:00:59"_s, u"2026-02-28 10:00:59"_s, u"2026-02-28 10:01:00"_s);
    row("today has 23 hours", u"today"_s, u"2026-03-29 00:00:00"_s, u"2026-03-30 00:00:00"_s);
    row("yesterday", u"Yesterday"_s, u"2026-03-28 00:00:00"_s, u"2026-03-29 00:00:00"_s);
    row("a day ago", u"-1d"_s, u"2026-03-28 12:34:56"_s, u"2026-03-28 12:34:56"_s);
    row("a week ago", u"-1w"_s, u"2026-03-22 12:34:56"_s, u"2026-03-22 12:34:56"_s);
    row("12 hours ago", u"-12h"_s, u"2026-03-28 23:34:56"_s, u"2026-03-28 23:34:56"_s);
    row("minutes ago", u"-34m"_s, u"2026-03-29 12:00:56"_s, u"2026-03-29 12:00:56"_s);
    row("a month ago", u"-1mo"_s, u"2026-02-28 12:34:56"_s, u"2026-02-28 12:34:56"_s);
    row("a year ago", u"-1y"_s, u"2025-03-29 12:34:56"_s, u"2025-03-29 12:34:56"_s);
    row("no such day", u"2026-02-29"_s, {}, {});
    row("no such month", u"2026-13"_s, {}, {});
    row("no such hour", u"2026-01-01T24:00"_s, {}, {});
    row("before the epoch", u"1969"_s, {}, {});
    row("no unit", u"-7"_s, {}, {});
}

void tst_QueryParser::date_isRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    const auto dates = datesFromText(text, berlin());
    QCOMPARE(bool(dates), !from.isEmpty());
    if (!dates)
        return;
    const auto shown = [](qint64 ms) {
        return QDateTime::fromMSecsSinceEpoch(ms, berlin().zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    };
    QCOMPARE(shown(dates->from), from);
    QCOMPARE(shown(dates->to), to);
}

void tst_QueryParser::date_isOfTheZone()
{
    QueryContext context = berlin();
    const auto here = datesFromText(u"2026-01-01"_s, context);
    context.zone = QTimeZone::utc();
    const auto there = datesFromText(u"2026-01-01"_s, context);
    QCOMPARE(there->from - here->from, 3'600'000);
}

void tst_QueryParser::fields_areWellFormed()
{
    for (const QueryField &field : queryFields()) {
        QCOMPARE(findField(field.name), &field);
        QVERIFY(*field.help);
        const bool takesValue = field.type != QueryType::YesNo && field.type != QueryType::Prefix;
        QCOMPARE(field.sql.contains("%1"_L1), takesValue);
        const ParsedQuery example = parseQuery(field.example, berlin());
        QVERIFY2(!example.mistake, field.example.latin1());
        QVERIFY(example.query.toText().startsWith(field.name));
    }
}

void tst_QueryParser::readQuery_namesThePlace()
{
    const auto query = readQuery(u"a kind:movie"_s, berlin());
    QVERIFY(!query);
    QCOMPARE(query.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(query.error().detail.startsWith(u"at character 8 of the query: 'movie'"),
             qPrintable(query.error().detail));
    QCOMPARE(readQuery(u"store:cellar"_s, berlin()).error().code, ErrorCode::NotFound);
}

void tst_QueryParser::quoted_isReadAsItIs_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"a", "a b", "and", "a\"b", "a\\", "-a", "a:b", "a..b", "a,b", "(", " ",
                             "a\n", "x>y", "Ärger"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void tst_QueryParser::quoted_isReadAsItIs()
{
    QFETCH(const QString, name);
    for (const QString &before : {u""_s, u"tag:"_s}) {
        const ParsedQuery parsed = parseQuery(before + queryQuoted(name), {});
        QVERIFY(parsed.query.root);
        QCOMPARE(parsed.query.root->term.values.first().text, name);
    }
}

void tst_QueryParser::completion_offersWhatMayFollow_data()
{
    QTest::addColumn<QString>("text");  // | is the place
    QTest::addColumn<QString>("taken"); // the text once the first candidate was taken
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const QString &text, const QString &taken, int count) {
        QTest::newRow(name) << text << taken << count;
    };
    row("field", u"a ki|"_s, u"a kind:"_s, 1);
    row("field in any case", u"KI|"_s, u"kind:"_s, 1);
    row("several fields", u"st|"_s, u"state:"_s, 3);
    row("field before others", u"ki| b"_s, u"kind: b"_s, 1);
    row("after a minus", u"-hel|"_s, u"-held:"_s, 1);
    row("all values", u"kind:|"_s, u"kind:video"_s, 5);
    row("begun value", u"kind:te|"_s, u"kind:terminal"_s, 1);
    row("value in the middle", u"kind:erm|"_s, u"kind:terminal"_s, 1);
    row("second value", u"kind:log,te|"_s, u"kind:log,terminal"_s, 1);
    row("yes or no", u"held:|"_s, u"held:yes"_s, 2);
    row("other comparison", u"kind!=vi|"_s, u"kind!=video"_s, 1);
    row("store within quotes", u"store:100|"_s, u"store:\"100% attic\""_s, 1);
    row("store with quotes begun", u"store:\"10|"_s, u"store:\"100% attic\""_s, 1);
    row("tag", u"tag:au|"_s, u"tag:audit"_s, 2);
    row("date", u"start>yes|"_s, u"start>yesterday"_s, 1);
    row("whole value", u"kind:video|"_s, {}, 0);
    row("word", u"desk|"_s, {}, 0);
    row("phrase", u"\"ki|"_s, {}, 0);
    row("after a blank", u"kind:video |"_s, {}, 0);
    row("unknown field", u"potato:|"_s, {}, 0);
    row("nothing", u"|"_s, {}, 0);
}

void tst_QueryParser::completion_offersWhatMayFollow()
{
    QFETCH(QString, text);
    QFETCH(const QString, taken);
    QFETCH(const int, count);
    const qsizetype place = text.indexOf(u'|');
    text.remove(place, 1);
    const QueryCompletion offer =
        completionAt(text, place, {{u"lab"_s, u"100% attic"_s}, {u"audit"_s, u"auto"_s, u"x"_s}});
    QCOMPARE(offer.candidates.size(), count);
    if (count > 0)
        QCOMPARE(text.first(offer.from) + offer.candidates.first() + text.sliced(place), taken);
}

QTEST_APPLESS_MAIN(tst_QueryParser)
#include "tst_queryparser.moc"
