// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray good = R"({
  "sessionId": "2f6b1d5e-0000-4000-8000-000000000001", "startTime": 1700000000, "duration": 0,
  "operator": {"name": "Ada", "id": 9007199254740993}, "tags": [1, null, true],
  "files": [
    {"fileName": "recording-0.webm", "startTime": 1700000000, "duration": 60, "codec": "vp8"},
    {"fileName": "recording-1.webm", "startTime": 1700000060, "duration": 0, "host": "ü"}
  ]
})";

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class tst_Manifest : public QObject
{
    Q_OBJECT

private slots:
    void parse_readsWhatTheGatewayWrites();
    void parse_takesFractionsAndNoFiles();
    void parse_saysWhatIsWrong_data();
    void parse_saysWhatIsWrong();
    void parse_refusesTooMuch();
    void repair_setsOnlyZeros();
    void repair_keepsUnknownFields();
    void repair_writesWholeSecondsAtLeastOne_data();
    void repair_writesWholeSecondsAtLeastOne();
    void repair_leavesTheTotalWhileAPartIsUnknown();
    void repair_ofNothingGivesTheOriginalBytes_data();
    void repair_ofNothingGivesTheOriginalBytes();
    void repair_twiceIsOnce();
    void repair_ofABrokenOneFails();
};

void tst_Manifest::parse_readsWhatTheGatewayWrites()
{
    const auto manifest = parseManifest(good);
    QVERIFY(manifest);
    QCOMPARE(manifest->sessionId, u"2f6b1d5e-0000-4000-8000-000000000001"_s);
    QCOMPARE(manifest->startMs, 1'700'000'000'000);
    QCOMPARE(manifest->durationMs, 0);
    QCOMPARE(manifest->files.size(), 2);
    QCOMPARE(manifest->files[0].name, u"recording-0.webm"_s);
    QCOMPARE(manifest->files[0].durationMs, 60'000);
    QCOMPARE(manifest->files[1].startMs, 1'700'000'060'000);
    QCOMPARE(manifest->files[1].durationMs, 0);
}

void tst_Manifest::parse_takesFractionsAndNoFiles()
{
    const auto manifest =
        parseManifest(R"({"sessionId": "x", "startTime": 1.5, "duration": 0.0004, "files": []})");
    QVERIFY(manifest);
    QCOMPARE(manifest->startMs, 1500);
    QCOMPARE(manifest->durationMs, 0);
    QVERIFY(manifest->files.isEmpty());
}

void tst_Manifest::parse_saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &json, const QString &named) {
        QTest::newRow(name) << json << named;
    };
    const auto file = [&](const char *name, const QByteArray &entry, const QString &named) {
        row(name, R"({"sessionId":"x","startTime":1,"duration":1,"files":[)" + entry + "]}", named);
    };
    row("empty", "", u"empty"_s);
    row("blank", "  \n", u"empty"_s);
    row("zeros", QByteArray(100, '\0'), u"JSON"_s);
    row("cut", good.first(good.size() / 2), u"JSON"_s);
    row("list", "[]", u"object"_s);
    row("no session", R"({"startTime":1,"duration":1,"files":[]})", u"sessionId"_s);
    row("empty session", R"({"sessionId":"","startTime":1,"duration":1,"files":[]})",
        u"sessionId"_s);
    row("session number", R"({"sessionId":7,"startTime":1,"duration":1,"files":[]})",
        u"sessionId"_s);
    row("no start", R"({"sessionId":"x","duration":1,"files":[]})", u"startTime"_s);
    row("text start", R"({"sessionId":"x","startTime":"1","duration":1,"files":[]})",
        u"startTime"_s);
    row("negative", R"({"sessionId":"x","startTime":1,"duration":-1,"files":[]})", u"duration"_s);
    row("endless", R"({"sessionId":"x","startTime":1,"duration":1e300,"files":[]})", u"duration"_s);
    row("null duration", R"({"sessionId":"x","startTime":1,"duration":null,"files":[]})",
        u"duration"_s);
    row("no files", R"({"sessionId":"x","startTime":1,"duration":1})", u"files"_s);
    row("files object", R"({"sessionId":"x","startTime":1,"duration":1,"files":{}})", u"files"_s);
    file("file text", R"("a.webm")", u"files"_s);
    file("no name", R"({"startTime":1,"duration":1})", u"fileName"_s);
    file("file start", R"({"fileName":"a","startTime":true,"duration":1})", u"startTime"_s);
    file("file duration", R"({"fileName":"a","startTime":1})", u"duration"_s);
    file(
        "twice",
        R"({"fileName":"a","startTime":1,"duration":1},{"fileName":"a","startTime":2,"duration":1})",
        u"twice"_s);
    file("up", R"({"fileName":"../a.webm","startTime":1,"duration":1})", u"../a.webm"_s);
    file("only up", R"({"fileName":"..","startTime":1,"duration":1})", u"leave"_s);
    file("absolute", R"({"fileName":"/etc/passwd","startTime":1,"duration":1})", u"/etc/passwd"_s);
    file("below", R"({"fileName":"a/b.webm","startTime":1,"duration":1})", u"a/b.webm"_s);
    file("nul", R"({"fileName":"a\u0000b","startTime":1,"duration":1})", u"leave"_s);
    file("empty name", R"({"fileName":"","startTime":1,"duration":1})", u"leave"_s);
}

void tst_Manifest::parse_saysWhatIsWrong()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, named);
    const auto manifest = parseManifest(json);
    QVERIFY(!manifest);
    QVERIFY2(manifest.error().detail.contains(named), qPrintable(manifest.error().detail));
    const bool leaves = manifest.error().detail.contains(u"leave");
    QCOMPARE(manifest.error().code, leaves ? ErrorCode::Unsafe : ErrorCode::InvalidArgument);
}

void tst_Manifest::parse_refusesTooMuch()
{
    QVERIFY(!parseManifest(good + QByteArray(1 << 20, ' ')));
    QByteArrayList files;
    for (int i = 0; i < 10'001; ++i)
        files << R"({"fileName":")" + QByteArray::number(i) + R"(","startTime":1,"duration":1})";
    const auto json = [&] {
        return R"({"sessionId":"x","startTime":1,"duration":1,"files":[)" + files.join(',') + "]}";
    };
    QVERIFY(!parseManifest(json()));
    files.removeLast();
    QVERIFY(parseManifest(json()));
}

void tst_Manifest::repair_setsOnlyZeros()
{
    const auto repaired = repairedManifest(
        good, {{u"recording-0.webm"_s, 99'000}, {u"recording-1.webm"_s, 30'000}, {u"x"_s, 1}});
    QVERIFY(repaired);
    const auto manifest = parseManifest(*repaired);
    QVERIFY(manifest);
    QCOMPARE(manifest->files[0].durationMs, 60'000);
    QCOMPARE(manifest->files[1].durationMs, 30'000);
    QCOMPARE(manifest->durationMs, 90'000);
    QCOMPARE(manifest->files.size(), 2);
}

void tst_Manifest::repair_keepsUnknownFields()
{
    const auto repaired = repairedManifest(good, {{u"recording-1.webm"_s, 30'000}});
    QVERIFY(repaired);
    QJsonObject expected = objectOf(good);
    QJsonArray files = expected[u"files"_s].toArray();
    QJsonObject last = files[1].toObject();
    last[u"duration"_s] = 30;
    files[1] = last;
    expected[u"files"_s] = files;
    expected[u"duration"_s] = 90;
    QCOMPARE(objectOf(*repaired), expected);
    QVERIFY(repaired->contains("9007199254740993"));
}

void tst_Manifest::repair_writesWholeSecondsAtLeastOne_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<int>("seconds");
    QTest::newRow("a blink") << qint64(1) << 1;
    QTest::newRow("a second") << qint64(1000) << 1;
    QTest::newRow("a bit more") << qint64(1001) << 2;
    QTest::newRow("long") << qint64(86'399'999) << 86'400;
}

void tst_Manifest::repair_writesWholeSecondsAtLeastOne()
{
    QFETCH(const qint64, ms);
    QFETCH(const int, seconds);
    const auto repaired = repairedManifest(good, {{u"recording-1.webm"_s, ms}});
    QVERIFY(repaired);
    QCOMPARE(objectOf(*repaired)[u"files"_s][1][u"duration"_s], QJsonValue(seconds));
    QVERIFY(!repaired->contains("e+") && !repaired->contains('.' + QByteArray::number(seconds)));
}

void tst_Manifest::repair_leavesTheTotalWhileAPartIsUnknown()
{
    const QByteArray two = R"({"sessionId":"x","startTime":1,"duration":0,"files":[
        {"fileName":"a","startTime":1,"duration":0},{"fileName":"b","startTime":1,"duration":0}]})";
    const auto repaired = repairedManifest(two, {{u"a"_s, 5000}});
    QVERIFY(repaired);
    QCOMPARE(objectOf(*repaired)[u"duration"_s], QJsonValue(0));
    QCOMPARE(objectOf(*repaired)[u"files"_s][0][u"duration"_s], QJsonValue(5));
    const auto complete = repairedManifest(*repaired, {{u"b"_s, 7000}});
    QVERIFY(complete);
    QCOMPARE(objectOf(*complete)[u"duration"_s], QJsonValue(12));
}

void tst_Manifest::repair_ofNothingGivesTheOriginalBytes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("known already") << u"recording-0.webm"_s << qint64(99'000);
    QTest::newRow("not listed") << u"recording-9.webm"_s << qint64(99'000);
    QTest::newRow("not known either") << u"recording-1.webm"_s << qint64(0);
}

void tst_Manifest::repair_ofNothingGivesTheOriginalBytes()
{
    QFETCH(const QString, name);
    QFETCH(const qint64, ms);
    const auto repaired = repairedManifest(good, {{name, ms}});
    QVERIFY(repaired);
    QCOMPARE(*repaired, good);
}

void tst_Manifest::repair_twiceIsOnce()
{
    const auto once = repairedManifest(good, {{u"recording-1.webm"_s, 30'000}});
    QVERIFY(once);
    const auto twice = repairedManifest(*once, {{u"recording-1.webm"_s, 30'000}});
    QVERIFY(twice);
    QCOMPARE(*twice, *once);
}

void tst_Manifest::repair_ofABrokenOneFails()
{
    QVERIFY(!repairedManifest("{", {{u"a"_s, 1}}));
}

QTEST_APPLESS_MAIN(tst_Manifest)
#include "tst_manifest.moc"
