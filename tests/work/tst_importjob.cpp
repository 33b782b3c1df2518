// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samples.h"
#include "tests/support/transferfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ImportJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void roundTrip_givesEqualTrees_data();
    void roundTrip_givesEqualTrees();
    void import_carriesWhatWasKnown();
    void import_ofWhatIsThereIsDone();
    void import_leavesAnotherContentAlone();
    void import_ofATrashedRecordingIsRefused();
    void import_goesOnAfterTheLastCheckpoint();
    void import_ofGatewayFoldersIsAccepted();
    void hostileArchive_isRefused_data();
    void hostileArchive_isRefused();
    void damagedEntry_harmsOnlyItsRecording_data();
    void damagedEntry_harmsOnlyItsRecording();
    void archive_thatHasChangedIsRefused();
    void gatewayRecording_isNotForAFolderStore();

private:
    void archiveOf(const QList<RecordingId> &ids)
    {
        const auto done = m_fixture.archive(ids);
        QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
    }
    // Another library, which knows nothing yet; the archive stays.
    void openAnother(StoreKind kind = StoreKind::Gateway) { m_fixture.WorkFixture::open(kind); }
    QStringList stray() const { return m_fixture.files().tree(u".respool"_s).filter(u"import"_s); }

    TransferFixture m_fixture;
};

void tst_ImportJob::roundTrip_givesEqualTrees_data()
{
    QTest::addColumn<bool>("folders");
    QTest::newRow("a Gateway store") << false;
    QTest::newRow("a store of single files") << true;
}

void tst_ImportJob::roundTrip_givesEqualTrees()
{
    QFETCH(const bool, folders);
    const StoreKind kind = folders ? StoreKind::Folder : StoreKind::Gateway;
    m_fixture.open(kind);
    QMap<QString, QByteArray> before;
    QList<RecordingId> ids;
    if (folders) {
        m_fixture.files().write(u"2026/mai/ä 🎬.cast"_s, samples::asciicast());
        m_fixture.files().write(u"b.webm"_s, samples::seekableWebm());
        ids = {m_fixture.know(u"2026/mai/ä 🎬.cast"_s), m_fixture.know(u"b.webm"_s)};
    } else {
        m_fixture.files().addSession(firstUid, 3);
        m_fixture.files().addSession(secondUid);
        m_fixture.files().write(secondUid + u"/recording-0.trp"_s, samples::trp());
        ids = {m_fixture.know(firstUid), m_fixture.know(secondUid)};
    }
    QMap<QString, std::pair<QByteArray, QDateTime>> was;
    for (const QString &name : m_fixture.files().tree()) {
        const QFileInfo file(m_fixture.files().path(name));
        if (file.isFile() && !name.startsWith(u".respool"_s))
            was[name] = {m_fixture.files().read(name), file.lastModified()};
    }
    QVERIFY(was.size() >= 2);
    archiveOf(ids);
    openAnother(kind);
    FakeContext context = m_fixture.queued(u"import"_s, m_fixture.importPayload().toJson());
    const auto done = m_fixture.import(context);
    QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail + context.logged.join(u'\n')));
    QMap<QString, std::pair<QByteArray, QDateTime>> is;
    for (const QString &name : m_fixture.files().tree()) {
        const QFileInfo file(m_fixture.files().path(name));
        if (file.isFile() && !name.startsWith(u".respool"_s))
            is[name] = {m_fixture.files().read(name), file.lastModified()};
    }
    QCOMPARE(is, was);
    QCOMPARE(stray(), QStringList());
    const QList<Recording> all = m_fixture.all();
    QCOMPARE(all.size(), ids.size());
    for (const Recording &recording : all) {
        QCOMPARE(recording.state, RecordingState::Present);
        QCOMPARE(m_fixture.verifiedMs(recording.id), m_fixture.clock().nowMs());
    }
}

void tst_ImportJob::import_carriesWhatWasKnown()
{
    m_fixture.files().addSession(firstUid);
    const RecordingId id = m_fixture.know(firstUid);
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore store) -> Result<> {
        TRY(store.addTag(id, u"audit"_s));
        return store.addHold(id, u"case 12"_s, u"anna"_s);
    }));
    QVERIFY(m_fixture.database().wait([&](Connection &connection) {
        return SumStore(connection).carry(id, {u"a note"_s, true, {}, {}, 0});
    }));
    archiveOf({id});
    openAnother();
    QVERIFY(m_fixture.import());
    const Recording recording = m_fixture.all().first();
    QCOMPARE(recording.uid, firstUid);
    QCOMPARE(recording.tags, QList<QString>{u"audit"_s});
    QVERIFY(recording.held);
    QCOMPARE(recording.holdReason, u"case 12"_s);
    const auto notes = m_fixture.database().wait(
        [&](Connection &connection) { return SumStore(connection).notes(recording.id); });
    QCOMPARE(notes->note, u"a note"_s);
    QVERIFY(notes->flagged);
    QCOMPARE(notes->holdWho, u"anna"_s);
    QVERIFY(m_fixture.import()); // a hold that is there stays as it is
    QCOMPARE(m_fixture.all().first().holdReason, u"case 12"_s);
}

void tst_ImportJob::import_ofWhatIsThereIsDone()
{
    m_fixture.files().addSession(firstUid);
    archiveOf({m_fixture.know(firstUid)});
    const QStringList before = m_fixture.files().tree();
    FakeContext context = m_fixture.queued(u"import"_s, m_fixture.importPayload().toJson());
    QVERIFY(m_fixture.import(context));
    QCOMPARE(context.items.size(), 1);
    QCOMPARE(m_fixture.files().tree(), before);
}

void tst_ImportJob::import_leavesAnotherContentAlone()
{
    m_fixture.files().addSession(firstUid);
    m_fixture.files().addSession(secondUid);
    archiveOf({m_fixture.know(firstUid), m_fixture.know(secondUid)});
    openAnother();
    m_fixture.files().addSession(firstUid);
    const QByteArray mine = StoreFixture::terminalPart(9);
    m_fixture.files().write(firstUid + u"/recording-0.trp"_s, mine);
    FakeContext context = m_fixture.queued(u"import"_s, m_fixture.importPayload().toJson());
    QCOMPARE(codeOf(m_fixture.import(context)), ErrorCode::Refused);
    QCOMPARE(context.items[0].error.code, ErrorCode::Conflict);
    QCOMPARE(context.items[1].error.code, ErrorCode::None);
    QCOMPARE(m_fixture.files().read(firstUid + u"/recording-0.trp"_s), mine);
    QVERIFY(m_fixture.files().isThere(secondUid + u"/recording-0.trp"_s));
}

void tst_ImportJob::import_ofATrashedRecordingIsRefused()
{
    m_fixture.files().addSession(firstUid);
    const RecordingId id = m_fixture.know(firstUid);
    archiveOf({id});
    QVERIFY(QDir(m_fixture.files().path(firstUid)).removeRecursively());
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.setTrashed(id, u"t"_s, 1); }));
    QCOMPARE(codeOf(m_fixture.import()), ErrorCode::Refused);
    QCOMPARE(m_fixture.get(id).state, RecordingState::Trashed);
}

void tst_ImportJob::import_goesOnAfterTheLastCheckpoint()
{
    QList<RecordingId> ids;
    for (int i = 0; i < 70; ++i) {
        const QString uid = u"2f6b1d5e-0000-4000-8000-%1"_s.arg(100 + i, 12, 10, QChar(u'0'));
        m_fixture.files().addSession(uid);
        ids << m_fixture.know(uid);
    }
    archiveOf(ids);
    openAnother();
    FakeContext context = m_fixture.queued(u"import"_s, m_fixture.importPayload().toJson());
    context.stopAt = 1;
    QCOMPARE(codeOf(m_fixture.import(context)), ErrorCode::Interrupted);
    const qsizetype first = context.items.size();
    QVERIFY(first > 0 && first < 70);
    context.again();
    QVERIFY(m_fixture.import(context));
    QCOMPARE(context.items.size(), 70 - first);
    QCOMPARE(m_fixture.all().size(), 70);
    QCOMPARE(stray(), QStringList());
}

void tst_ImportJob::import_ofGatewayFoldersIsAccepted()
{
    m_fixture.files().addSession(firstUid, 2);
    QProcess zip;
    zip.setWorkingDirectory(m_fixture.files().path());
    zip.start(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-c"_s, m_fixture.zip(), QString(firstUid)});
    QVERIFY(zip.waitForFinished());
    const QByteArray part = m_fixture.files().read(firstUid + u"/recording-1.trp"_s);
    openAnother();
    const auto done = m_fixture.import();
    QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
    QCOMPARE(m_fixture.files().read(firstUid + u"/recording-1.trp"_s), part);
    QCOMPARE(m_fixture.verifiedMs(m_fixture.all().first().id), 0); // nothing to compare with
    QVERIFY(m_fixture.import());                                   // equal: done
}

void tst_ImportJob::hostileArchive_isRefused_data()
{
    QTest::addColumn<QString>("script"); // writes into z; n is the folder of a recording
    QTest::addColumn<QString>("says");
    QTest::newRow("parent") << u"z.writestr('../evil', 'x')"_s << u"outside of the store"_s;
    QTest::newRow("parent within")
        << u"z.writestr(n + '/../../evil', 'x')"_s << u"outside of the store"_s;
    QTest::newRow("absolute") << u"z.writestr('/tmp/evil', 'x')"_s << u"outside of the store"_s;
    QTest::newRow("backslashes") << u"z.writestr('..\\\\evil', 'x')"_s << u"outside of the store"_s;
    QTest::newRow("symbolic link") << u"i = zipfile.ZipInfo(n + '/link'); i.create_system = 3; "
                                      "i.external_attr = 0o120777 << 16; z.writestr(i, '/etc')"_s
                                   << u"is a link or a device"_s;
    QTest::newRow("the same name twice")
        << u"z.writestr(n + '/a.cast', 'x'); z.writestr(n + '/a.cast', 'y')"_s << u"twice"_s;
    QTest::newRow("the same name in another case")
        << u"z.writestr(n + '/a.cast', 'x'); z.writestr(n + '/A.cast', 'y')"_s << u"twice"_s;
    QTest::newRow("a folder in a recording")
        << u"z.writestr(n + '/deep/a.cast', 'x')"_s << u"no file in the folder of a recording"_s;
    QTest::newRow("a hidden folder")
        << u"z.writestr('.respool/store.json', '{}')"_s << u"no archive of recordings"_s;
    QTest::newRow("a file beside")
        << u"z.writestr('readme', 'x')"_s << u"no file in the folder of a recording"_s;
    QTest::newRow("a folder without a manifest")
        << u"z.writestr('other/a.cast', 'x')"_s << u"no archive of recordings"_s;
    const QString ours = u"z.writestr('manifest.json', json.dumps({'format': 'respool-archive', "
                         "'version': %1, 'recordings': [%2]}))"_s;
    const QString file = u"{'name': '%1', 'bytes': %2, 'sha256': '%3'}"_s;
    const QString one = u"{'id': '%1', 'files': [%2]}"_s;
    const QString sum(64, u'a');
    QTest::newRow("a newer archive") << ours.arg(2).arg(QString()) << u"newer Respool"_s;
    QTest::newRow("a manifest that is none")
        << u"z.writestr('manifest.json', '[')"_s << u"is not JSON"_s;
    QTest::newRow("an id that is a way out")
        << ours.arg(1).arg(one.arg(u".."_s, file.arg(u"a.cast"_s).arg(1).arg(sum)))
        << u"is no id of a recording"_s;
    QTest::newRow("a hidden id") << ours.arg(1).arg(
        one.arg(u".respool"_s, file.arg(u"a.cast"_s).arg(1).arg(sum)))
                                 << u"is no id of a recording"_s;
    QTest::newRow("a name that is a way out")
        << ours.arg(1).arg(one.arg(u"u"_s, file.arg(u"../a.cast"_s).arg(1).arg(sum)))
        << u"is no name for a file"_s;
    QTest::newRow("a file that is not there")
        << ours.arg(1).arg(one.arg(u"u"_s, file.arg(u"a.cast"_s).arg(1).arg(sum)))
        << u"but not in it"_s;
    QTest::newRow("another size") << u"z.writestr('u/a.cast', 'xyz'); "_s
                                         + ours.arg(1).arg(
                                             one.arg(u"u"_s, file.arg(u"a.cast"_s).arg(1).arg(sum)))
                                  << u"has 3 bytes, but 1"_s;
    QTest::newRow("files that are not listed")
        << u"z.writestr('u/a.cast', 'x'); z.writestr('u/b.cast', 'x'); "_s
               + ours.arg(1).arg(one.arg(u"u"_s, file.arg(u"a.cast"_s).arg(1).arg(sum)))
        << u"does not list"_s;
    QTest::newRow("no sum") << ours.arg(1).arg(
        one.arg(u"u"_s, file.arg(u"a.cast"_s).arg(1).arg(u"short"_s)))
                            << u"no name, size or SHA-256"_s;
}

void tst_ImportJob::hostileArchive_isRefused()
{
    QFETCH(const QString, script);
    QFETCH(const QString, says);
    const QString made = m_fixture.python(
        u"import sys, zipfile, json, warnings\nwarnings.simplefilter('ignore')\n"
        "z = zipfile.ZipFile(sys.argv[1], 'w')\nn = '%1'\n"
        "z.writestr(n + '/recording.json', '{}') if 'manifest' not in '''%2''' else 0\n"
        "%2\nz.close()"_s.arg(firstUid, script));
    QCOMPARE(made, QString());
    const QStringList before = m_fixture.files().tree();
    const auto done = m_fixture.import();
    QVERIFY(!done);
    QVERIFY2(done.error().detail.contains(says), qPrintable(done.error().detail));
    QCOMPARE(m_fixture.files().tree(), before);
    QVERIFY(!QFile::exists(u"/tmp/evil"_s));
}

void tst_ImportJob::damagedEntry_harmsOnlyItsRecording_data()
{
    QTest::addColumn<bool>("sumToo");
    QTest::newRow("its check sum is wrong") << false;
    QTest::newRow("its content was exchanged") << true;
}

void tst_ImportJob::damagedEntry_harmsOnlyItsRecording()
{
    QFETCH(const bool, sumToo);
    m_fixture.files().addSession(firstUid);
    m_fixture.files().addSession(secondUid);
    archiveOf({m_fixture.know(firstUid), m_fixture.know(secondUid)});
    const QString changed = m_fixture.python(
        sumToo ? u"import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n"
                 "all = [(n, z.read(n)) for n in z.namelist()]\n"
                 "z = zipfile.ZipFile(sys.argv[1], 'w')\n"
                 "[z.writestr(n, c.replace(b'part 0', b'part X') if n.startswith('%1') else c) "
                 "for n, c in all]\nz.close()"_s.arg(firstUid)
               : u"import sys\nb = bytearray(open(sys.argv[1], 'rb').read())\n"
                 "b[b.index(b'part 0')] = 88\nopen(sys.argv[1], 'wb').write(b)"_s);
    QCOMPARE(changed, QString());
    openAnother();
    FakeContext context = m_fixture.queued(u"import"_s, m_fixture.importPayload().toJson());
    QCOMPARE(codeOf(m_fixture.import(context)), ErrorCode::Refused);
    QCOMPARE(context.items.size(), 2);
    QCOMPARE(context.items[0].error.code, ErrorCode::Media);
    QCOMPARE(context.items[1].error.code, ErrorCode::None);
    QVERIFY(!m_fixture.files().isThere(firstUid));
    QVERIFY(m_fixture.files().isThere(secondUid));
    QCOMPARE(m_fixture.all().size(), 1);
    QCOMPARE(stray(), QStringList());
}

void tst_ImportJob::archive_thatHasChangedIsRefused()
{
    m_fixture.files().addSession(firstUid);
    archiveOf({m_fixture.know(firstUid)});
    ImportPayload payload = m_fixture.importPayload();
    ++payload.bytes;
    FakeContext context = m_fixture.queued(u"import"_s, payload.toJson());
    QCOMPARE(codeOf(m_fixture.import(context)), ErrorCode::Conflict);
}

void tst_ImportJob::gatewayRecording_isNotForAFolderStore()
{
    m_fixture.files().addSession(firstUid);
    archiveOf({m_fixture.know(firstUid)});
    openAnother(StoreKind::Folder);
    const QStringList before = m_fixture.files().tree();
    FakeContext context = m_fixture.queued(u"import"_s, m_fixture.importPayload().toJson());
    QCOMPARE(codeOf(m_fixture.import(context)), ErrorCode::Refused);
    QVERIFY(context.items.first().error.detail.contains(u"a folder of a Gateway"_s));
    QCOMPARE(m_fixture.files().tree(), before);
}

QTEST_GUILESS_MAIN(tst_ImportJob)
#include "tst_importjob.moc"
