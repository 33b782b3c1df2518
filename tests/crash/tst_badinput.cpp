// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QDir>
#include <QTest>

#include <functional>
#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int badNumber = 100;
const QString webmName = u"recording-0.webm"_s;

QByteArray cut(qsizetype bytes)
{
    return samples::liveWebm().first(bytes);
}

} // namespace

// Whatever lies in a store, the message names it, the exit status says what it is, and everything
// else goes on.
class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void media_data();
    void media();
    void manifest_data();
    void manifest();
    void linkedPart_isNeverTouched();
    void linkedManifest_isNotFollowed();
    void storePath_data();
    void storePath();
    void unreadableStore_saysSo();
    void database_data();
    void database();
    void readOnlyDatabase_saysSo();

private:
    // That the healthy recordings of the store are scanned, and remuxed, as if they were alone.
    static void goesOn(SampleStore &store);
    static QJsonObject show(SampleStore &store, const QString &id)
    {
        return store.cli().run({u"show"_s, id}).array().first().toObject();
    }
};

void TestBadInput::goesOn(SampleStore &store)
{
    const QString healthy = store.webmIds().first();
    const CliResult remuxed = store.cli().run({u"remux"_s, u"--wait"_s, healthy});
    QVERIFY2(remuxed.status == 0, qPrintable(remuxed.text()));
    QCOMPARE(show(store, healthy)[u"parts"_s][0][u"seekable"_s].toBool(), true);
    for (const QString &id : store.ids())
        QCOMPARE(show(store, id)[u"state"_s].toString(), u"present"_s);
    QCOMPARE(strayFiles(store.path()), QStringList());
}

void TestBadInput::media_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("readable");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("cut in the head") << cut(100) << false;
    QTest::newRow("cut in a cluster") << cut(samples::liveWebm().size() * 2 / 3) << true;
    QTest::newRow("random") << samples::randomBytes(20'000) << false;
    QTest::newRow("all NUL") << samples::zeros(20'000) << false;
}

void TestBadInput::media()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, readable);
    SampleStore store({.recordings = 3, .webmEvery = 3});
    const QString id = store.add(
        badNumber,
        {{webmName, content},
         {u"recording.json"_s, samples::manifest(samples::recordingId(badNumber), {webmName})}});
    const CliResult scanned = store.addAndScan();
    QVERIFY2(scanned.status == 0, qPrintable(scanned.text()));
    QCOMPARE(store.cli().run({u"list"_s}).array().size(), 4);
    const CliResult remuxed = store.cli().run({u"remux"_s, u"--wait"_s, id});
    if (readable) {
        // What was recorded until then is worth as much as a whole recording.
        QVERIFY2(remuxed.status == 0, qPrintable(remuxed.text()));
        QCOMPARE(show(store, id)[u"parts"_s][0][u"seekable"_s].toBool(), true);
    } else {
        QCOMPARE(remuxed.status, 1);
        QVERIFY2(remuxed.err.contains(id) && remuxed.err.contains(webmName),
                 qPrintable(remuxed.text()));
        const QString problem = show(store, id)[u"problem"_s].toString();
        QVERIFY2(problem.contains(webmName), qPrintable(problem));
        QCOMPARE(samples::readFile(store.folderOf(id) + u'/' + webmName), content);
    }
    goesOn(store);
}

void TestBadInput::manifest_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    const QString id = samples::recordingId(badNumber);
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("not JSON") << QByteArray("<xml/>") << u"not JSON"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"not an object"_s;
    QTest::newRow("text for a time")
        << "{\"sessionId\":\"" + id.toUtf8()
               + "\",\"startTime\":\"now\",\"duration\":0,\"files\":[]}"
        << u"startTime"_s;
    QTest::newRow("number for files")
        << "{\"sessionId\":\"" + id.toUtf8() + "\",\"startTime\":1,\"duration\":0,\"files\":7}"
        << u"files"_s;
    QTest::newRow("number for a name")
        << "{\"sessionId\":\"" + id.toUtf8()
               + "\",\"startTime\":1,\"duration\":0,\"files\":[{\"fileName\":7}]}"
        << u"fileName"_s;
    QTest::newRow("lists what is missing")
        << samples::manifest(id, {webmName, u"recording-1.webm"_s}) << u"recording-1.webm"_s;
    QTest::newRow("out of the folder") << samples::manifest(id, {u"../x"_s}) << u"../x"_s;
    QTest::newRow("absolute") << samples::manifest(id, {u"/etc/passwd"_s}) << u"/etc/passwd"_s;
}

void TestBadInput::manifest()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, word);
    SampleStore store({.recordings = 3, .webmEvery = 3});
    samples::writeFile(store.path() + u"/x"_s, "not ours");
    const QString id =
        store.add(badNumber, {{webmName, samples::liveWebm()}, {u"recording.json"_s, content}});
    const CliResult scanned = store.addAndScan();
    QVERIFY2(scanned.status == 0, qPrintable(scanned.text()));
    const QJsonObject shown = show(store, id);
    QCOMPARE(shown[u"state"_s].toString(), u"damaged"_s);
    const QString problem = shown[u"problem"_s].toString();
    QVERIFY2(problem.contains("recording.json"_L1) && problem.contains(word), qPrintable(problem));
    QCOMPARE(samples::readFile(store.folderOf(id) + u"/recording.json"_s), content);
    // It may be deleted like any other, and takes nothing else along.
    const CliResult deleted =
        store.cli().run({u"delete"_s, u"--yes"_s, u"--permanent"_s, u"--wait"_s, id});
    QVERIFY2(deleted.status == 0, qPrintable(deleted.text()));
    QVERIFY(!QFileInfo::exists(store.folderOf(id)));
    QCOMPARE(samples::readFile(store.path() + u"/x"_s), QByteArray("not ours"));
    QVERIFY(QFile::remove(store.path() + u"/x"_s));
    goesOn(store);
}

void TestBadInput::linkedPart_isNeverTouched()
{
    SampleStore store({.recordings = 3, .webmEvery = 3});
    const QString outside = store.filePath(u"outside.webm"_s);
    samples::writeFile(outside, samples::liveWebm());
    const QFileInfo before(outside);
    const QDateTime written = before.lastModified();
    const QString id = store.add(
        badNumber,
        {{u"recording.json"_s, samples::manifest(samples::recordingId(badNumber), {webmName})}});
    QVERIFY(QFile::link(outside, store.folderOf(id) + u'/' + webmName));
    QCOMPARE(store.addAndScan().status, 0);
    const QString problem = show(store, id)[u"problem"_s].toString();
    QVERIFY2(problem.contains(webmName) && problem.contains("left alone"_L1), qPrintable(problem));
    const CliResult remuxed = store.cli().run({u"remux"_s, u"--wait"_s, id});
    QCOMPARE(remuxed.status, 1);
    QVERIFY2(remuxed.err.contains(webmName), qPrintable(remuxed.text()));
    QVERIFY(QFileInfo(store.folderOf(id) + u'/' + webmName).isSymLink());
    goesOn(store);

    const CliResult deleted =
        store.cli().run({u"delete"_s, u"--yes"_s, u"--permanent"_s, u"--wait"_s, id});
    QVERIFY2(deleted.status == 0, qPrintable(deleted.text()));
    QVERIFY(!QFileInfo::exists(store.folderOf(id)));
    QVERIFY(samples::readFile(outside) == samples::liveWebm());
    QCOMPARE(QFileInfo(outside).lastModified(), written);
}

void TestBadInput::linkedManifest_isNotFollowed()
{
    SampleStore store({.recordings = 3, .webmEvery = 3});
    const QString outside = store.filePath(u"outside.json"_s);
    const QString id = store.add(badNumber, {{webmName, samples::liveWebm()}});
    const QByteArray content = samples::manifest(id, {webmName});
    samples::writeFile(outside, content);
    QVERIFY(QFile::link(outside, store.folderOf(id) + u"/recording.json"_s));
    QCOMPARE(store.addAndScan().status, 0);
    QCOMPARE(show(store, id)[u"state"_s].toString(), u"damaged"_s);
    const QString problem = show(store, id)[u"problem"_s].toString();
    QVERIFY2(problem.contains("recording.json"_L1) && problem.contains("link"_L1),
             qPrintable(problem));
    store.cli().run({u"remux"_s, u"--wait"_s, id});
    QCOMPARE(samples::readFile(outside), content);
    goesOn(store);
}

void TestBadInput::storePath_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::newRow("does not exist") << u"nowhere"_s << 3;
    QTest::newRow("is a file") << u"file"_s << 2;
}

void TestBadInput::storePath()
{
    QFETCH(const QString, name);
    QFETCH(const int, status);
    SampleStore store({.recordings = 3, .webmEvery = 3});
    QCOMPARE(store.addAndScan().status, 0);
    samples::writeFile(store.filePath(u"file"_s), "x");
    const QString path = store.filePath(name);
    const CliResult added = store.cli().run({u"store"_s, u"add"_s, path});
    QVERIFY2(added.status == status, qPrintable(added.text()));
    QVERIFY2(added.err.contains(path), qPrintable(added.text()));
    QCOMPARE(store.cli().run({u"store"_s, u"list"_s}).array().size(), 1);
    goesOn(store);
}

void TestBadInput::unreadableStore_saysSo()
{
    if (::geteuid() != 0)
        QSKIP("to become another user needs root");
    SampleStore store({.recordings = 3, .webmEvery = 3});
    QCOMPARE(QProcess::execute(u"chmod"_s, {u"a+rx"_s, store.filePath(u"."_s)}), 0);
    const QString locked = store.filePath(u"locked"_s);
    QVERIFY(QDir().mkpath(locked));
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    Cli nobody(store.filePath(u"theirs"_s));
    QVERIFY(QDir().mkpath(nobody.dataFolder()));
    QCOMPARE(QProcess::execute(u"chmod"_s, {u"a+rwx"_s, nobody.dataFolder()}), 0);
    nobody.runAsNobody(true);
    const CliResult added = nobody.run({u"store"_s, u"add"_s, locked});
    QVERIFY2(added.status == 5, qPrintable(added.text()));
    QVERIFY2(added.err.contains(locked), qPrintable(added.text()));
}

void TestBadInput::database_data()
{
    QTest::addColumn<bool>("newer");
    QTest::addColumn<QString>("word");
    QTest::newRow("is none") << false << u"not a database"_s;
    QTest::newRow("of a newer program") << true << u"newer Respool"_s;
}

void TestBadInput::database()
{
    QFETCH(const bool, newer);
    QFETCH(const QString, word);
    SampleStore store({.recordings = 3, .webmEvery = 3});
    QCOMPARE(store.addAndScan().status, 0);
    const QString file = store.cli().database();
    QByteArray content = samples::readFile(file);
    if (newer)
        content.replace(60, 4, QByteArray("\0\0\0\x63", 4)); // user_version, 99, in the head
    else
        content = samples::randomBytes(content.size());
    samples::writeFile(file, content);
    for (const QStringList &verb : {QStringList{u"list"_s}, QStringList{u"work"_s, u"--drain"_s}}) {
        const CliResult result = store.cli().run(verb);
        QVERIFY2(result.status == 5, qPrintable(result.text()));
        QVERIFY2(result.err.contains(file) && result.err.contains(word), qPrintable(result.text()));
    }
    QVERIFY(samples::readFile(file) == content);
}

void TestBadInput::readOnlyDatabase_saysSo()
{
    if (::geteuid() != 0)
        QSKIP("to become another user needs root");
    SampleStore store({.recordings = 3, .webmEvery = 3});
    QCOMPARE(store.addAndScan().status, 0);
    QCOMPARE(QProcess::execute(u"chmod"_s, {u"-R"_s, u"a+rX"_s, store.filePath(u"."_s)}), 0);
    store.cli().runAsNobody(true);
    for (const QStringList &verb :
         {QStringList{u"tag"_s, u"add"_s, u"t"_s, store.ids().first()}, QStringList{u"scan"_s}}) {
        const CliResult result = store.cli().run(verb);
        QVERIFY2(result.status == 5, qPrintable(result.text()));
        QVERIFY2(result.err.contains(store.cli().dataFolder()), qPrintable(result.text()));
    }
    store.cli().runAsNobody(false);
    goesOn(store);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
