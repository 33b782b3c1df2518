// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/transferfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ArchiveJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void payload_readsBack();
    void payload_thatIsBrokenIsBad_data();
    void payload_thatIsBrokenIsBad();
    void run_writesWhatOthersRead();
    void run_tellsWhatTheLibraryKnows();
    void run_keepsTheSums();
    void run_goesOnAfterTheLastCheckpoint();
    void run_beginsAnewWhenItsFileIsAnother();
    void run_afterItsEndIsDone();
    void run_ofWhatWasTakenAwayWritesItAgain();
    void run_leavesOutWhatItCannotTake_data();
    void run_leavesOutWhatItCannotTake();
    void run_ofNothingThatIsThereLeavesNoFile();
    void run_waitsForAnotherJob();
    void run_leavesAFileThatIsThere();
    void run_withoutTheLeaseTouchesNothingMore();
    void run_seesSilentCorruption();

private:
    TransferFixture m_fixture;
    QList<RecordingId> m_ids;
};

void tst_ArchiveJob::init()
{
    m_fixture.open();
    m_fixture.files().addSession(firstUid, 2);
    m_fixture.files().addSession(secondUid);
    m_ids = {m_fixture.know(firstUid), m_fixture.know(secondUid)};
}

void tst_ArchiveJob::payload_readsBack()
{
    const ArchivePayload payload{u"/out/a.zip"_s, true, {{RecordingId{7}, u"u"_s, u"p/q"_s}}};
    const auto read = ArchivePayload::fromJson(payload.toJson());
    QVERIFY(read);
    QCOMPARE(read->toJson(), payload.toJson());
}

void tst_ArchiveJob::payload_thatIsBrokenIsBad_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no recordings") << R"({"target":"/a.zip","recordings":[]})"_ba;
    QTest::newRow("no id") << R"({"target":"/a.zip","recordings":[[0,"u","p"]]})"_ba;
    QTest::newRow("no absolute path") << R"({"target":"a.zip","recordings":[[1,"u","p"]]})"_ba;
}

void tst_ArchiveJob::payload_thatIsBrokenIsBad()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(codeOf(ArchivePayload::fromJson(json)), ErrorCode::BadPayload);
}

void tst_ArchiveJob::run_writesWhatOthersRead()
{
    const auto done = m_fixture.archive(m_ids);
    QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
    QCOMPARE(m_fixture.outside(), QStringList{u"out.zip"_s});
    QCOMPARE(m_fixture.python(u"import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n"
                              "print(z.testzip(), len(z.namelist()), z.namelist()[-2:])"_s),
             u"None 7 ['manifest.json', 'SHA256SUMS']"_s);
    // As an administrator would check it, years later and without Respool.
    QTemporaryDir folder;
    QProcess check;
    check.setWorkingDirectory(folder.path());
    check.start(u"sh"_s, {u"-c"_s, u"unzip -q \"$0\" && sha256sum -c --strict SHA256SUMS"_s,
                          m_fixture.zip()});
    QVERIFY(check.waitForFinished());
    QCOMPARE(check.exitCode(), 0);
    QCOMPARE(check.readAllStandardOutput().count(": OK"), 6);
}

void tst_ArchiveJob::run_tellsWhatTheLibraryKnows()
{
    const auto set = m_fixture.on<RecordingStore>([&](RecordingStore store) -> Result<> {
        TRY(store.addTag(m_ids[0], u"audit"_s));
        return store.addHold(m_ids[0], u"case 12"_s, u"anna"_s);
    });
    QVERIFY(set);
    QVERIFY(m_fixture.archive(m_ids));
    const QString told = m_fixture.python(
        u"import sys, zipfile, json\nm = "
        u"json.loads(zipfile.ZipFile(sys.argv[1]).read('manifest.json'))\n"
        "r = m['recordings'][0]\n"
        "print(m['format'], m['version'], m['stores'][0]['name'], r['tags'], r['hold']['reason'], "
        "r['hold']['who'], len(r['files']), len(m['recordings']))"_s);
    QCOMPARE(told, u"respool-archive 1 vault ['audit'] case 12 anna 3 2"_s);
}

void tst_ArchiveJob::run_keepsTheSums()
{
    QVERIFY(m_fixture.archive(m_ids));
    const QList<PartSum> sums = m_fixture.sums(m_ids[0]);
    QCOMPARE(sums.size(), 2);
    const QByteArray hash =
        QCryptographicHash::hash(StoreFixture::terminalPart(0), QCryptographicHash::Sha256);
    QCOMPARE(sums[0].sha256, QString::fromLatin1(hash.toHex()));
    QCOMPARE(m_fixture.verifiedMs(m_ids[0]), 0); // reading on the way is no verification
    m_fixture.know(firstUid);                    // a scan
    QCOMPARE(m_fixture.sums(m_ids[0]).size(), 2);
}

void tst_ArchiveJob::run_goesOnAfterTheLastCheckpoint()
{
    QList<RecordingId> ids;
    for (int i = 0; i < 100; ++i) {
        const QString uid = u"2f6b1d5e-0000-4000-8000-%1"_s.arg(100 + i, 12, 10, QChar(u'0'));
        m_fixture.files().addSession(uid);
        ids << m_fixture.know(uid);
    }
    FakeContext context = m_fixture.queued(u"archive"_s, m_fixture.archivePayload(ids).toJson());
    context.stopAt = 1;
    QCOMPARE(codeOf(m_fixture.archive(context)), ErrorCode::Interrupted);
    QCOMPARE(m_fixture.outside().size(), 1);
    QVERIFY(!QFile::exists(m_fixture.zip()));
    const qsizetype first = context.items.size();
    QVERIFY(first > 0 && first < ids.size());
    // What a crash has left behind the checkpoint is not part of the archive.
    QFile part(m_fixture.m_out->filePath(m_fixture.outside().first()));
    QVERIFY(part.open(QIODevice::Append));
    part.write("half of a recording");
    part.close();
    context.again();
    const auto done = m_fixture.archive(context);
    QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
    QCOMPARE(context.items.size(), ids.size() - first);
    QCOMPARE(m_fixture.python(u"import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n"
                              "print(z.testzip(), len(set(z.namelist())))"_s),
             u"None 202"_s);
}

void tst_ArchiveJob::run_beginsAnewWhenItsFileIsAnother()
{
    FakeContext context = m_fixture.queued(u"archive"_s, m_fixture.archivePayload(m_ids).toJson());
    context.stopAt = 1;
    m_fixture.takeForAnother(m_ids[1]);
    QVERIFY(!m_fixture.archive(context));
    const QString part = m_fixture.m_out->filePath(m_fixture.outside().first());
    QVERIFY(QFile::remove(part));
    QFile other(part);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(QByteArray(100'000, 'x'));
    other.close();
    context.again();
    (void) m_fixture.archive(context); // the other job still has the second recording
    QCOMPARE(context.items.first().item, firstUid);
}

void tst_ArchiveJob::run_afterItsEndIsDone()
{
    FakeContext context = m_fixture.queued(u"archive"_s, m_fixture.archivePayload(m_ids).toJson());
    QVERIFY(m_fixture.archive(context));
    context.again();
    QVERIFY(m_fixture.archive(context));
    QVERIFY(context.items.isEmpty());
}

void tst_ArchiveJob::run_ofWhatWasTakenAwayWritesItAgain()
{
    FakeContext context = m_fixture.queued(u"archive"_s, m_fixture.archivePayload(m_ids).toJson());
    QVERIFY(m_fixture.archive(context));
    QVERIFY(QFile::remove(m_fixture.zip()));
    context.again();
    QVERIFY(m_fixture.archive(context));
    QVERIFY(QFile::exists(m_fixture.zip()));
    QCOMPARE(context.items.size(), 2);
}

void tst_ArchiveJob::run_leavesOutWhatItCannotTake_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("its folder is gone") << u"gone"_s << int(ErrorCode::NotFound);
    QTest::newRow("a part is gone") << u"part"_s << int(ErrorCode::NotFound);
    QTest::newRow("a part has changed") << u"changed"_s << int(ErrorCode::Conflict);
    QTest::newRow("a part is a link") << u"link"_s << int(ErrorCode::Unsafe);
    QTest::newRow("it was deleted") << u"trashed"_s << int(ErrorCode::Conflict);
    QTest::newRow("it is not in the catalogue") << u"removed"_s << int(ErrorCode::NotFound);
}

void tst_ArchiveJob::run_leavesOutWhatItCannotTake()
{
    QFETCH(const QString, what);
    QFETCH(const int, code);
    const ArchivePayload payload = m_fixture.archivePayload(m_ids);
    const QString part = firstUid + u"/recording-0.trp"_s;
    const QString path = m_fixture.files().path(part);
    if (what == u"gone")
        QVERIFY(QDir(m_fixture.files().path(firstUid)).removeRecursively());
    if (what == u"part" || what == u"link")
        QVERIFY(QFile::remove(path));
    if (what == u"link")
        m_fixture.files().link(u"/etc/passwd"_s, part);
    if (what == u"changed")
        m_fixture.files().write(part, "another content");
    const auto set = m_fixture.on<RecordingStore>([&](RecordingStore store) -> Result<> {
        if (what == u"trashed")
            return store.setTrashed(m_ids[0], u"t"_s, 1);
        return what == u"removed" ? store.remove(m_ids[0]) : Result<>();
    });
    QVERIFY(set);
    FakeContext context = m_fixture.queued(u"archive"_s, payload.toJson());
    const auto done = m_fixture.archive(context);
    QCOMPARE(codeOf(done), ErrorCode::Refused);
    QCOMPARE(context.items.size(), 2);
    QCOMPARE(int(context.items[0].error.code), code);
    QCOMPARE(context.items[1].error.code, ErrorCode::None);
    QVERIFY(
        !m_fixture.python(u"import sys, zipfile\nprint(*zipfile.ZipFile(sys.argv[1]).namelist())"_s)
             .contains(firstUid));
}

void tst_ArchiveJob::run_ofNothingThatIsThereLeavesNoFile()
{
    for (const auto uid : {firstUid, secondUid})
        QVERIFY(QDir(m_fixture.files().path(uid)).removeRecursively());
    QCOMPARE(codeOf(m_fixture.archive(m_ids)), ErrorCode::Refused);
    QCOMPARE(m_fixture.outside(), QStringList());
}

void tst_ArchiveJob::run_waitsForAnotherJob()
{
    m_fixture.takeForAnother(m_ids[0]);
    QCOMPARE(codeOf(m_fixture.archive(m_ids)), ErrorCode::Busy);
    QVERIFY(!QFile::exists(m_fixture.zip()));
}

void tst_ArchiveJob::run_leavesAFileThatIsThere()
{
    QFile file(m_fixture.zip());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    QCOMPARE(codeOf(m_fixture.archive(m_ids)), ErrorCode::Conflict);
    QCOMPARE(file.size(), 4);
    ArchivePayload payload = m_fixture.archivePayload(m_ids);
    payload.overwrite = true;
    FakeContext context = m_fixture.queued(u"archive"_s, payload.toJson());
    QVERIFY(m_fixture.archive(context));
    QVERIFY(QFileInfo(m_fixture.zip()).size() > 4);
}

void tst_ArchiveJob::run_withoutTheLeaseTouchesNothingMore()
{
    FakeContext context = m_fixture.queued(u"archive"_s, m_fixture.archivePayload(m_ids).toJson());
    context.failAt = 2; // the one before the archive gets its name
    QCOMPARE(codeOf(m_fixture.archive(context)), ErrorCode::LeaseLost);
    QVERIFY(!QFile::exists(m_fixture.zip()));
    QCOMPARE(m_fixture.outside().size(), 1);
}

void tst_ArchiveJob::run_seesSilentCorruption()
{
    QVERIFY(m_fixture.archive(m_ids));
    QVERIFY(QFile::remove(m_fixture.zip()));
    const QString part = firstUid + u"/recording-0.trp"_s;
    QFile file(m_fixture.files().path(part));
    const QDateTime time = QFileInfo(file.fileName()).lastModified();
    m_fixture.files().write(part, StoreFixture::terminalPart(7));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    FakeContext context = m_fixture.queued(u"archive"_s, m_fixture.archivePayload(m_ids).toJson());
    QCOMPARE(codeOf(m_fixture.archive(context)), ErrorCode::Refused);
    QCOMPARE(context.items[0].error.code, ErrorCode::Media);
    QVERIFY(context.items[0].error.detail.contains(u"silent corruption"_s));
}

QTEST_GUILESS_MAIN(tst_ArchiveJob)
#include "tst_archivejob.moc"
