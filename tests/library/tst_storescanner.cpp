// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storescanner.h"
#include "tests/support/storefixture.h"

#include <QUuid>

#include <sys/stat.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_StoreScanner : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_store = std::make_unique<StoreFixture>(); }
    void gateway_listsFoldersOnly();
    void gateway_readsASession();
    void gateway_uidIsTheUuid_data();
    void gateway_uidIsTheUuid();
    void gateway_saysWhatIsDamaged_data();
    void gateway_saysWhatIsDamaged();
    void gateway_withoutManifestTakesWhatIsThere();
    void gateway_neverFollowsALinkedFolder();
    void gateway_neverFollowsALinkedPartOrManifest();
    void gateway_neverLeavesTheFolder();
    void gateway_saysOfANameThatIsNoUtf8();
    void folder_listsMediaAtAnyDepth();
    void folder_neverFollowsLinks();
    void folder_readsAFile();
    void folder_uidsAreOfStoreAndPath();
    void folder_ofAFileThatIsGoneIsDamaged();
    void sorts_areOfTheParts_data();
    void sorts_areOfTheParts();

private:
    QStringList paths(StoreKind kind) const
    {
        const auto found = listStore(m_store->root(), kind);
        if (!found)
            return {found.error().detail};
        QStringList paths;
        for (qsizetype i = 0; i < found->paths.size(); ++i) {
            const QString path = found->paths.name(i);
            if (StoreListing::isRecording(m_store->root(), kind, path))
                paths << path;
        }
        paths.sort();
        return paths;
    }
    Recording read(const QString &path, StoreKind kind = StoreKind::Gateway) const
    {
        StoreInfo info;
        info.id = StoreId{7};
        info.kind = kind;
        info.uid = m_uid;
        return readRecording(m_store->root(), info, path);
    }

    QString m_uid = u"c0ffee00-0000-4000-8000-000000000000"_s;
    std::unique_ptr<StoreFixture> m_store;
};

void tst_StoreScanner::gateway_listsFoldersOnly()
{
    m_store->addSession(firstUid);
    m_store->addSession(u"named-otherwise"_s);
    m_store->write(secondUid + u"/recording-0.trp"_s, "no manifest, but a UUID");
    m_store->write(u"notes/readme.txt"_s, "neither");
    m_store->write(u".hidden/recording.json"_s, "{}");
    m_store->write(u".respool/trash/b/x/recording.json"_s, "{}");
    m_store->write(u"file.webm"_s, "no folder");
    m_store->link(m_store->path(firstUid), u"link"_s);
    QCOMPARE(paths(StoreKind::Gateway), (QStringList{firstUid, secondUid, u"named-otherwise"_s}));
}

void tst_StoreScanner::gateway_readsASession()
{
    m_store->addSession(firstUid, 2);
    const Recording recording = read(firstUid);
    QCOMPARE(recording.state, RecordingState::Present);
    QCOMPARE(recording.problem, QString());
    QCOMPARE(recording.store, StoreId{7});
    QCOMPARE(recording.uid, firstUid);
    QCOMPARE(recording.path, firstUid);
    QCOMPARE(recording.startMs, 1'700'000'000'000);
    QCOMPARE(recording.durationMs, 60'000);
    QCOMPARE(recording.bytes, 28);
    QCOMPARE(recording.kind, RecordingKind::Terminal);
    QCOMPARE(recording.parts.size(), 2);
    QCOMPARE(recording.parts[1].name, u"recording-1.trp"_s);
    QCOMPARE(recording.parts[1].kind, PartKind::Trp);
    QCOMPARE(recording.parts[1].durationMs, 60'000);
    QVERIFY(recording.parts[1].modifiedMs > 0);
}

void tst_StoreScanner::gateway_uidIsTheUuid_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("uid");
    const QString uuid = firstUid;
    QTest::newRow("as it is") << uuid << uuid;
    QTest::newRow("upper case") << uuid.toUpper() << uuid;
    QTest::newRow("a name") << u"Monday Morning"_s << u"Monday Morning"_s;
    // A copy beside the original must not pass for it: deleting the one would take the other.
    QTest::newRow("a copy") << uuid + u"~1"_s << uuid + u"~1"_s;
    QTest::newRow("a longer copy") << uuid + u" (copy)"_s << uuid + u" (copy)"_s;
    QTest::newRow("old") << uuid + u".o"_s << uuid + u".o"_s;
    QTest::newRow("in braces") << u'{' + uuid + u'}' << u'{' + uuid + u'}';
}

void tst_StoreScanner::gateway_uidIsTheUuid()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, uid);
    m_store->addSession(folder);
    QCOMPARE(paths(StoreKind::Gateway), QStringList{folder});
    const Recording recording = read(folder);
    QCOMPARE(recording.uid, uid);
    QCOMPARE(recording.path, folder);
    QCOMPARE(recording.state, RecordingState::Present);
}

void tst_StoreScanner::gateway_saysWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<QString>("problem");
    const auto json = [](const QByteArray &uid, const QByteArray &files) {
        return R"({"sessionId":")" + uid + R"(","startTime":1,"duration":1,"files":[)" + files
               + "]}";
    };
    const QByteArray own = QString(firstUid).toLatin1();
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("cut") << QByteArray("{\"sess") << u"JSON"_s;
    QTest::newRow("too large") << QByteArray((1 << 20) + 1, ' ') << u"larger"_s;
    QTest::newRow("another session")
        << json("f0000000-0000-4000-8000-000000000001",
                R"({"fileName":"recording-0.trp","startTime":1,"duration":1})")
        << u"another session"_s;
    QTest::newRow("no parts") << json(own, "") << u"no part"_s;
    QTest::newRow("a part is gone")
        << json(own, R"({"fileName":"recording-9.trp","startTime":1,"duration":1})")
        << u"recording-9.trp is listed"_s;
    QTest::newRow("a part is a folder")
        << json(own, R"({"fileName":"folder","startTime":1,"duration":1})")
        << u"folder is not a regular file"_s;
    QTest::newRow("a part elsewhere")
        << json(own, R"({"fileName":"../x","startTime":1,"duration":1})") << u"leave"_s;
}

void tst_StoreScanner::gateway_saysWhatIsDamaged()
{
    QFETCH(const QByteArray, manifest);
    QFETCH(const QString, problem);
    m_store->addSession(firstUid);
    m_store->write(firstUid + u"/recording.json"_s, manifest);
    m_store->write(firstUid + u"/folder/x"_s, "x");
    const Recording recording = read(firstUid);
    QCOMPARE(recording.state, RecordingState::Damaged);
    QVERIFY2(recording.problem.contains(problem), qPrintable(recording.problem));
    QCOMPARE(recording.uid, firstUid);
}

void tst_StoreScanner::gateway_withoutManifestTakesWhatIsThere()
{
    m_store->write(firstUid + u"/recording-1.webm"_s, "1234");
    m_store->write(firstUid + u"/recording-0.webm"_s, "12");
    m_store->write(firstUid + u"/.recording-0.webm.respool-part"_s, "half");
    m_store->write(firstUid + u"/readme.txt"_s, "x");
    const Recording recording = read(firstUid);
    QCOMPARE(recording.state, RecordingState::Damaged);
    QVERIFY(recording.problem.contains(u"has no recording.json"_s));
    QCOMPARE(recording.parts.size(), 2);
    QCOMPARE(recording.parts[0].name, u"recording-0.webm"_s);
    QCOMPARE(recording.bytes, 6);
}

void tst_StoreScanner::gateway_neverFollowsALinkedFolder()
{
    StoreFixture elsewhere;
    elsewhere.addSession(firstUid);
    m_store->link(elsewhere.path(firstUid), firstUid);
    QVERIFY(paths(StoreKind::Gateway).isEmpty());
    const Recording recording = read(firstUid);
    QCOMPARE(recording.state, RecordingState::Damaged);
    QVERIFY(recording.problem.contains(u"symbolic link"_s));
    QVERIFY(recording.parts.isEmpty());
}

void tst_StoreScanner::gateway_neverFollowsALinkedPartOrManifest()
{
    StoreFixture elsewhere;
    elsewhere.addSession(firstUid);
    m_store->addSession(firstUid);
    QVERIFY(QFile::remove(m_store->path(firstUid + u"/recording-0.trp"_s)));
    m_store->link(elsewhere.path(firstUid + u"/recording-0.trp"_s),
                  firstUid + u"/recording-0.trp"_s);
    const Recording linkedPart = read(firstUid);
    QCOMPARE(linkedPart.state, RecordingState::Damaged);
    QCOMPARE(linkedPart.bytes, 0);
    QVERIFY(linkedPart.parts.first().problem.contains(u"not a regular file"_s));

    m_store->addSession(secondUid);
    QVERIFY(QFile::remove(m_store->path(secondUid + u"/recording.json"_s)));
    m_store->link(elsewhere.path(firstUid + u"/recording.json"_s),
                  secondUid + u"/recording.json"_s);
    const Recording linkedManifest = read(secondUid);
    QCOMPARE(linkedManifest.state, RecordingState::Damaged);
    QCOMPARE(linkedManifest.startMs, 0);
}

void tst_StoreScanner::gateway_neverLeavesTheFolder()
{
    m_store->addSession(firstUid);
    for (const QString &path : {u".."_s, u"/etc"_s, firstUid + u"/../.."_s, u""_s}) {
        const Recording recording = read(path);
        QCOMPARE(recording.state, RecordingState::Damaged);
        QVERIFY(recording.parts.isEmpty());
    }
}

void tst_StoreScanner::gateway_saysOfANameThatIsNoUtf8()
{
    const QByteArray folder = QFile::encodeName(m_store->path()) + "/caf\xe9";
    QVERIFY(::mkdir(folder, 0700) == 0);
    const QStringList found = paths(StoreKind::Gateway);
    QCOMPARE(found.size(), 1);
    const Recording recording = read(found.first());
    QCOMPARE(recording.state, RecordingState::Damaged);
    QVERIFY2(recording.problem.contains(u"rename"_s), qPrintable(recording.problem));
    QVERIFY(::rmdir(folder) == 0);
}

void tst_StoreScanner::folder_listsMediaAtAnyDepth()
{
    for (const QString &name :
         {u"a.webm"_s, u"b/B.MKV"_s, u"b/c/d/e.mp4"_s, u"b/readme.txt"_s, u"webm"_s,
          u".hidden.webm"_s, u".hidden/x.webm"_s, u".respool/trash/b/u/x.webm"_s,
          u".a.webm.respool-part"_s, u"b/log.slog"_s, u"folder.webm/inner.cast"_s})
        m_store->write(name, "x");
    QCOMPARE(paths(StoreKind::Folder), (QStringList{u"a.webm"_s, u"b/B.MKV"_s, u"b/c/d/e.mp4"_s,
                                                    u"b/log.slog"_s, u"folder.webm/inner.cast"_s}));
}

void tst_StoreScanner::folder_neverFollowsLinks()
{
    StoreFixture elsewhere;
    elsewhere.write(u"film.webm"_s, "x");
    m_store->link(elsewhere.path(), u"folder"_s);
    m_store->link(elsewhere.path(u"film.webm"_s), u"film.webm"_s);
    m_store->link(m_store->path(), u"loop"_s);
    QVERIFY(paths(StoreKind::Folder).isEmpty());
    QCOMPARE(read(u"film.webm"_s, StoreKind::Folder).bytes, 0);
    QCOMPARE(read(u"film.webm"_s, StoreKind::Folder).state, RecordingState::Damaged);
    QCOMPARE(read(u"folder/film.webm"_s, StoreKind::Folder).state, RecordingState::Damaged);
}

void tst_StoreScanner::folder_readsAFile()
{
    m_store->write(u"a/b/film.webm"_s, "12345");
    const Recording recording = read(u"a/b/film.webm"_s, StoreKind::Folder);
    QCOMPARE(recording.state, RecordingState::Present);
    QCOMPARE(recording.path, u"a/b/film.webm"_s);
    QCOMPARE(recording.bytes, 5);
    QCOMPARE(recording.parts.size(), 1);
    QCOMPARE(recording.parts.first().name, u"film.webm"_s);
    QCOMPARE(recording.parts.first().kind, PartKind::Webm);
    QVERIFY(recording.startMs > 0);
    QCOMPARE(recording.startMs, recording.parts.first().modifiedMs);
}

void tst_StoreScanner::folder_uidsAreOfStoreAndPath()
{
    m_store->write(u"a.webm"_s, "x");
    m_store->write(u"b/a.webm"_s, "x");
    const QString uid = read(u"a.webm"_s, StoreKind::Folder).uid;
    QVERIFY(!QUuid::fromString(uid).isNull());
    QCOMPARE(read(u"a.webm"_s, StoreKind::Folder).uid, uid);
    QVERIFY(read(u"b/a.webm"_s, StoreKind::Folder).uid != uid);
    m_uid = u"c0ffee00-0000-4000-8000-000000000001"_s;
    QVERIFY(read(u"a.webm"_s, StoreKind::Folder).uid != uid);
}

void tst_StoreScanner::folder_ofAFileThatIsGoneIsDamaged()
{
    for (const QString &path : {u"gone.webm"_s, u"no/folder/gone.webm"_s, u"../x.webm"_s}) {
        const Recording recording = read(path, StoreKind::Folder);
        QCOMPARE(recording.state, RecordingState::Damaged);
        QVERIFY(!recording.problem.isEmpty());
    }
}

void tst_StoreScanner::sorts_areOfTheParts_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<RecordingKind>("kind");
    QTest::newRow("video") << QStringList{u"a.webm"_s, u"b.mp4"_s} << RecordingKind::Video;
    QTest::newRow("terminal") << QStringList{u"a.cast"_s, u"b.trp"_s} << RecordingKind::Terminal;
    QTest::newRow("log") << QStringList{u"a.slog"_s} << RecordingKind::Log;
    QTest::newRow("mixed") << QStringList{u"a.webm"_s, u"b.slog"_s} << RecordingKind::Mixed;
    QTest::newRow("none") << QStringList{} << RecordingKind::Unknown;
}

void tst_StoreScanner::sorts_areOfTheParts()
{
    QFETCH(const QStringList, names);
    QFETCH(const RecordingKind, kind);
    m_store->write(firstUid + u"/readme"_s, "x");
    for (const QString &name : names)
        m_store->write(firstUid + u'/' + name, "x");
    QCOMPARE(read(firstUid).kind, kind);
}

QTEST_APPLESS_MAIN(tst_StoreScanner)
#include "tst_storescanner.moc"
