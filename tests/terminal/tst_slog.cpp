// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/sessionlog.h"
#include "core/terminal/terminalsummary.h"
#include "tests/support/textdevice.h"

#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray entry(qint64 seq, const QByteArray &event, const QByteArray &more = {})
{
    return "{\"timestamp\":\"2026-07-15T21:17:0" + QByteArray::number(seq % 10)
           + ".500Z\",\"seq\":" + QByteArray::number(seq) + ",\"event\":\"session." + event
           + "\",\"description\":\"d\"" + more + "}\n";
}

QStringList codesOf(const TerminalSummary &summary)
{
    QStringList codes;
    for (const QString &warning : summary.warnings)
        codes << warning.section(u':', 0, 0).section(u',', 0, 0);
    return codes;
}

QByteArray nested(int depth)
{
    return QByteArray("[").repeated(depth) + QByteArray("]").repeated(depth);
}

} // namespace

class tst_Slog : public QObject
{
    Q_OBJECT

private slots:
    void summary_ofAWholeLogWarnsOfNothing();
    void summary_warnsByCode_data();
    void summary_warnsByCode();
    void summary_warnsOnceForEachCode();
    void summary_keepsTheBounds_data();
    void summary_keepsTheBounds();
    void summary_readsTimes_data();
    void summary_readsTimes();
    void summary_saysWhatIsWrong_data();
    void summary_saysWhatIsWrong();
    void summary_endsWhenTheDiskFails();
    void real_hasNoEnd();
    void log_carriesItsTexts();
    void log_cutsTextsWhereTheFormatEndsThem();
    void log_hasATimeForEachEntry();
    void log_knowsWhetherItIsComplete();
};

void tst_Slog::summary_ofAWholeLogWarnsOfNothing()
{
    const auto summary =
        readText(entry(0, "start", R"(,"actor":"a","host":"h","newField":[1])")
                     + entry(1, "action", R"(,"object":"o","parameters":{"a":"b"})") + "\n"
                     + entry(2, "end"),
                 summarizeSlog);
    QVERIFY(summary);
    QCOMPARE(summary->warnings, QStringList());
    QCOMPARE(summary->events, 3);
    QCOMPARE(summary->durationMs, 2000);
}

void tst_Slog::summary_warnsByCode_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("warning");
    const QByteArray start = entry(0, "start");
    const QByteArray end = entry(2, "end");
    const auto with = [&](const QByteArray &middle) { return start + middle + end; };
    QTest::newRow("no JSON") << with(entry(1, "action") + "{\n") << u"malformed-line: line 3"_s;
    QTest::newRow("a list") << with(entry(1, "action") + "[]\n") << u"malformed-line: line 3"_s;
    QTest::newRow("no start") << entry(0, "action") + entry(1, "end") << u"missing-session-start"_s;
    QTest::newRow("no end") << start << u"missing-session-end"_s;
    QTest::newRow("twice") << with(entry(1, "action") + entry(1, "action"))
                           << u"duplicate-sequence: line 3"_s;
    QTest::newRow("gap") << start + entry(5, "end") << u"missing-sequence: 4 from number 1 on"_s;
    QTest::newRow("gap at the start")
        << entry(1, "start") + entry(2, "end") << u"missing-sequence: 1 from number 0 on"_s;
    QTest::newRow("order") << entry(1, "action") + start + end
                           << u"sequence-order-mismatch: line 2"_s;
    QTest::newRow("unknown event") << with(entry(1, "lunch")) << u"unknown-event-type: line 2"_s;
    QTest::newRow("field of another type")
        << with(entry(1, "action", R"(,"actor":1)")) << u"invalid-field: line 2"_s;
    QTest::newRow("parameter of another type")
        << with(entry(1, "action", R"(,"parameters":{"a":1})")) << u"invalid-field: line 2"_s;
    QTest::newRow("parameters are a list")
        << with(entry(1, "action", R"(,"parameters":[])")) << u"invalid-field: line 2"_s;
    QTest::newRow("no time") << with(entry(1, "action").replace("2026-07-15T", "yesterday "))
                             << u"invalid-field: line 2"_s;
    QTest::newRow("long text") << with(
        entry(1, "action", ",\"object\":\"" + QByteArray(4097, 'x') + "\""))
                               << u"string-truncated: line 2"_s;
    QTest::newRow("no last line end")
        << with(entry(1, "action")).chopped(1) << u"unterminated-final-line"_s;
}

void tst_Slog::summary_warnsByCode()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, warning);
    const auto summary = readText(text, summarizeSlog);
    QVERIFY(summary);
    QCOMPARE(summary->warnings, QStringList{warning});
}

void tst_Slog::summary_warnsOnceForEachCode()
{
    const auto summary = readText(
        entry(0, "start") + QByteArray("x\n").repeated(5000) + entry(1, "end"), summarizeSlog);
    QVERIFY(summary);
    QCOMPARE(summary->warnings, QStringList{u"malformed-line: line 2, and 4999 more"_s});
}

void tst_Slog::summary_keepsTheBounds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("events");
    const QByteArray start = entry(0, "start");
    const QByteArray end = entry(1, "end");
    QByteArray many;
    for (int i = 0; i < 10'001; ++i)
        many += entry(i, i == 0 ? "start" : "end");
    QByteArray fields;
    QByteArray parameters = "\"k\":\"v\"";
    for (int i = 0; i <= 200; ++i) {
        fields += ",\"f" + QByteArray::number(i) + "\":1";
        parameters += ",\"p" + QByteArray::number(i) + "\":\"v\"";
    }
    const QString limit = u"entry-limit-exceeded"_s;
    QTest::newRow("entries") << many << limit << 10'000LL;
    QTest::newRow("lines") << start + end + QByteArray("\n").repeated(20'000) + end << limit << 2LL;
    QTest::newRow("bytes of text")
        << start + end + QByteArray(QByteArray(200'000, ' ') + '\n').repeated(45) + end << limit
        << 2LL;
    QTest::newRow("bytes of a line")
        << start + entry(1, "action", ",\"f\":\"" + QByteArray(300'000, 'x') + "\"") + end << limit
        << 2LL;
    QTest::newRow("unknown fields") << start + entry(1, "end", fields) << limit << 2LL;
    QTest::newRow("parameters") << start + entry(1, "end", ",\"parameters\":{" + parameters + "}")
                                << limit << 2LL;
    QTest::newRow("depth") << start + end + entry(2, "action", ",\"f\":" + nested(9))
                           << u"invalid-field"_s << 2LL;
    QTest::newRow("deeper than any parser likes")
        << start + end + entry(2, "action", ",\"f\":" + nested(100'000)) << u"malformed-line"_s
        << 2LL;
}

void tst_Slog::summary_keepsTheBounds()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    const auto summary = readText(text, summarizeSlog);
    QVERIFY(summary);
    QCOMPARE(codesOf(*summary), QStringList{code});
    QTEST(summary->events, "events");
}

void tst_Slog::summary_readsTimes_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<qint64>("durationMs");
    QTest::newRow("whole seconds")
        << QByteArray("2026-07-15T21:17:49Z") << QByteArray("2026-07-15T21:17:51Z") << 2000LL;
    QTest::newRow("milliseconds") << QByteArray("2026-07-15T21:17:49.777Z")
                                  << QByteArray("2026-07-15T21:17:50.000Z") << 223LL;
    QTest::newRow("seven digits") << QByteArray("2026-07-15T21:17:49.0001234Z")
                                  << QByteArray("2026-07-15T21:17:50.5001234Z") << 1500LL;
    QTest::newRow("zones") << QByteArray("2026-07-15T21:17:49Z")
                           << QByteArray("2026-07-15T23:17:50+02:00") << 1000LL;
    QTest::newRow("backwards") << QByteArray("2026-07-15T21:17:51Z")
                               << QByteArray("2026-07-15T21:17:49Z") << 2000LL;
}

void tst_Slog::summary_readsTimes()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    const auto summary = readText(entry(0, "start").replace("2026-07-15T21:17:00.500Z", first)
                                      + entry(1, "end").replace("2026-07-15T21:17:01.500Z", last),
                                  summarizeSlog);
    QVERIFY(summary);
    QCOMPARE(summary->warnings, QStringList());
    QTEST(summary->durationMs, "durationMs");
}

void tst_Slog::summary_saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("empty lines") << QByteArray("\n\n");
    QTest::newRow("text") << QByteArray("hello\nworld\n");
    QTest::newRow("another JSON") << QByteArray("{\"a\":1}\n");
    QTest::newRow("zeroes") << QByteArray(4096, '\0');
    QTest::newRow("a number below zero") << entry(0, "start").replace("\"seq\":0", "\"seq\":-1");
    QTest::newRow("a number with a fraction")
        << entry(0, "start").replace("\"seq\":0", "\"seq\":0.5");
    QTest::newRow("a number beyond all sense")
        << entry(0, "start").replace("\"seq\":0", "\"seq\":1e18");
}

void tst_Slog::summary_saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    const auto summary = readText(text, summarizeSlog);
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Media);
    QVERIFY(summary.error().detail.contains(u"session log"_s));
}

void tst_Slog::summary_endsWhenTheDiskFails()
{
    FailingDevice device(entry(0, "start"));
    const auto summary = summarizeSlog(device);
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Io);
}

void tst_Slog::real_hasNoEnd()
{
    QFile file(realPart(u"d8a9c7b4-1111-4c53-8a52-5f1f6f0f3a33/recording-0.slog"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("RESPOOL_TEST_DATA names no folder with the real recordings");
    const auto summary = summarizeSlog(file);
    QVERIFY(summary);
    QCOMPARE(summary->events, 2);
    QCOMPARE(summary->durationMs, 84'574);
    QVERIFY(codesOf(*summary).contains(u"missing-session-end"_s));
}

void tst_Slog::log_carriesItsTexts()
{
    const auto log = readText(entry(0, "start", R"(,"host":"h","actor":"a")")
                                  + entry(1, "action", R"(,"object":"o","parameters":{"x":" y\n"})")
                                  + entry(2, "end"),
                              readSessionLog);
    QVERIFY(log);
    QCOMPARE(log->entries.size(), 3);
    QCOMPARE(log->entries[0].fields, (QList<SlogField>{{u"actor"_s, u"a"_s}, {u"host"_s, u"h"_s}}));
    QCOMPARE(SessionLog::textOf(log->entries[1]), u"d  object: o  x: y"_s);
    QCOMPARE(log->entries[2].line, 3);
    QCOMPARE(log->lengthMs, 2000);
}

void tst_Slog::log_cutsTextsWhereTheFormatEndsThem()
{
    const auto log =
        readText(entry(0, "start", ",\"actor\":\"" + QByteArray(5000, 'x') + "\""), readSessionLog);
    QVERIFY(log);
    QCOMPARE(log->entries.first().fields.first().value.size(), 4096);
}

void tst_Slog::log_hasATimeForEachEntry()
{
    const QByteArray broken = entry(2, "action").replace("2026-07-15T", "yesterday ");
    const auto log =
        readText(entry(3, "action") + entry(1, "start") + broken + entry(4, "end"), readSessionLog);
    QVERIFY(log);
    QCOMPARE(log->timesMs, (QList<qint64>{2000, 0, 0, 3000}));
}

void tst_Slog::log_knowsWhetherItIsComplete()
{
    const auto whole = readText(entry(0, "start") + entry(1, "end"), readSessionLog);
    QVERIFY(whole);
    QCOMPARE(whole->completion, LogCompletion::Complete);
    const auto torn = readText(entry(0, "start"), readSessionLog);
    QVERIFY(torn);
    QCOMPARE(torn->completion, LogCompletion::EndedUnexpectedly);
}

QTEST_GUILESS_MAIN(tst_Slog)
#include "tst_slog.moc"
