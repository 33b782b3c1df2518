// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediahost.h"
#include "core/work/scanjob.h"
#include "tests/support/workfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ScanJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void run_findsNewChangedAndGone();
    void run_readsAFolderStore();
    void run_ofAnOfflineStorePrunesNothing_data();
    void run_ofAnOfflineStorePrunesNothing();
    void run_bringsAnOfflineStoreBack();
    void run_goesOnAfterItsCheckpoint();
    void run_keepsTheTimeItBeganAt();
    void run_goesOnWhenAFileCrashesItsReader();
    void run_withoutAReaderBlamesNoFile();
    void run_finishesPurges();
    void run_ofAnEmptyStoreIsASuccess();
    void run_ofARemovedStoreFails();
    void run_ofABadPayloadSaysSo();

private:
    FakeContext context() { return m_fixture.context(scanSpec(m_fixture.info()).payload); }
    Result<> run(FakeContext &context) { return runWith(m_host, context); }
    Result<> runWith(MediaHost &host, FakeContext &context)
    {
        // Lives until its end is committed.
        ScanJob job(m_fixture.database(), m_fixture.clock(), host);
        TRY(job.run(context));
        return context.end();
    }
    Result<> scan()
    {
        m_fixture.clock().advance(1000);
        FakeContext context = this->context();
        return run(context);
    }
    StoreInfo store()
    {
        return *m_fixture.database().ask([&](Connection &connection) {
            return RootStore(connection).byId(m_fixture.info().id);
        });
    }
    Recording byUid(const QString &uid)
    {
        const QList<Recording> all = m_fixture.all();
        const auto found = std::ranges::find(all, uid, &Recording::uid);
        return found == all.end() ? Recording() : *found;
    }
    WorkFixture m_fixture;
    MediaHost m_host;
};

void tst_ScanJob::run_findsNewChangedAndGone()
{
    m_fixture.files().addSession(firstUid);
    m_fixture.files().addSession(secondUid);
    QVERIFY(scan());
    QCOMPARE(m_fixture.all().size(), 2);
    QCOMPARE(store().scannedMs, m_fixture.clock().nowMs());
    QCOMPARE(store().recordings, 2);
    const RecordingId id = byUid(firstUid).id;

    m_fixture.files().addSession(firstUid, 2);
    m_fixture.files().addSession(u"third"_s);
    QVERIFY(m_fixture.files().root().removeTree(secondUid));
    QVERIFY(scan());
    QCOMPARE(byUid(firstUid).id, id);
    QCOMPARE(byUid(firstUid).parts.size(), 2);
    QCOMPARE(byUid(secondUid).state, RecordingState::Missing);
    QCOMPARE(byUid(u"third"_s).state, RecordingState::Present);

    m_fixture.files().addSession(secondUid);
    QVERIFY(scan());
    QCOMPARE(byUid(secondUid).state, RecordingState::Present);
    QCOMPARE(m_fixture.all().size(), 3);
}

void tst_ScanJob::run_readsAFolderStore()
{
    m_fixture.open(StoreKind::Folder);
    m_fixture.files().write(u"a/b/film.trp"_s, StoreFixture::terminalPart(0));
    m_fixture.files().write(u"broken.webm"_s, "no video at all");
    QVERIFY(scan());
    QCOMPARE(m_fixture.all().size(), 2);
    for (const Recording &recording : m_fixture.all()) {
        const bool broken = recording.path == u"broken.webm"_s;
        QCOMPARE(recording.state, broken ? RecordingState::Damaged : RecordingState::Present);
        QCOMPARE(recording.problem.isEmpty(), !broken);
    }
    QVERIFY(scan()); // not looked into again, and damaged all the same
    QCOMPARE(store().recordings, 2);
    QVERIFY(std::ranges::count(m_fixture.all(), RecordingState::Damaged, &Recording::state) == 1);
}

void tst_ScanJob::run_ofAnOfflineStorePrunesNothing_data()
{
    QTest::addColumn<bool>("mountPoint");
    QTest::newRow("the root is gone") << false;
    QTest::newRow("an empty mount point") << true;
}

void tst_ScanJob::run_ofAnOfflineStorePrunesNothing()
{
    QFETCH(const bool, mountPoint);
    m_fixture.files().addSession(firstUid);
    QVERIFY(scan());
    const qint64 scanned = store().scannedMs;
    if (mountPoint) {
        QVERIFY(m_fixture.files().root().removeTree(u".respool"_s));
        QVERIFY(m_fixture.files().root().removeTree(firstUid));
    } else {
        m_fixture.loseFiles();
    }
    QCOMPARE(codeOf(scan()), ErrorCode::Offline);
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
    QCOMPARE(store().state, StoreState::Offline);
    QCOMPARE(store().scannedMs, scanned);
}

void tst_ScanJob::run_bringsAnOfflineStoreBack()
{
    QVERIFY(m_fixture.database().wait([&](Connection &connection) {
        return RootStore(connection).setState(m_fixture.info().id, StoreState::Offline);
    }));
    QVERIFY(scan());
    QCOMPARE(store().state, StoreState::Online);
}

void tst_ScanJob::run_goesOnAfterItsCheckpoint()
{
    for (int i = 0; i < 130; ++i)
        m_fixture.files().addSession(u"session %1"_s.arg(i, 3, 10, QChar(u'0')));
    FakeContext context = this->context();
    context.stopAt = 1;
    QCOMPARE(codeOf(run(context)), ErrorCode::Interrupted);
    const auto first = m_fixture.all().size();
    QVERIFY(first >= 1 && first <= 64);
    m_fixture.clock().advance(60'000);
    context.again();
    // What was committed is not read again.
    QVERIFY(m_fixture.files().root().removeTree(u"session 000"_s));
    m_fixture.files().addSession(u"session 000"_s, 2);
    QVERIFY(run(context));
    QCOMPARE(m_fixture.all().size(), 130);
    QCOMPARE(byUid(u"session 000"_s).parts.size(), 1);
    for (const Recording &recording : m_fixture.all())
        QCOMPARE(recording.state, RecordingState::Present);
}

// Else what it saw before the interruption would count as missing.
void tst_ScanJob::run_keepsTheTimeItBeganAt()
{
    m_fixture.files().addSession(firstUid);
    FakeContext context = this->context();
    QVERIFY(run(context));
    m_fixture.clock().advance(60'000);
    context.again();
    QVERIFY(run(context));
    QCOMPARE(context.checkpoints, 0);
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
}

void tst_ScanJob::run_goesOnWhenAFileCrashesItsReader()
{
    m_fixture.open(StoreKind::Folder);
    m_fixture.files().write(u"a.webm"_s, "of the sort that crashes");
    m_fixture.files().write(u"b.trp"_s, StoreFixture::terminalPart(0));
    m_fixture.files().write(u"c.webm"_s, "another one");
    qputenv("RESPOOL_FAULT", "media.probe!abort");
    MediaHost host;
    FakeContext context = this->context();
    const auto scanned = runWith(host, context);
    qunsetenv("RESPOOL_FAULT");
    QVERIFY2(bool(scanned), scanned ? "" : qPrintable(scanned.error().detail));
    QCOMPARE(m_fixture.all().size(), 3);
    for (const Recording &recording : m_fixture.all()) {
        const bool media = recording.path.endsWith(u".webm");
        QCOMPARE(recording.state, media ? RecordingState::Damaged : RecordingState::Present);
        QCOMPARE(recording.problem.contains(u"was killed by signal 6"), media);
    }
}

// A program that is missing is no property of the files.
void tst_ScanJob::run_withoutAReaderBlamesNoFile()
{
    m_fixture.open(StoreKind::Folder);
    m_fixture.files().write(u"a.webm"_s, "of whatever sort");
    MediaHost host(u"/nowhere/respool-media"_s);
    FakeContext context = this->context();
    const auto scanned = runWith(host, context);
    QCOMPARE(codeOf(scanned), ErrorCode::Internal);
    QVERIFY(scanned.error().detail.contains(u"/nowhere/respool-media"_s));
    QCOMPARE(m_fixture.all().size(), 0);
}

void tst_ScanJob::run_finishesPurges()
{
    m_fixture.files().write(u".respool/purge/b1-x/deep/file"_s, "x");
    QVERIFY(scan());
    QVERIFY(m_fixture.files().tree(u".respool/purge"_s).isEmpty());
}

void tst_ScanJob::run_ofAnEmptyStoreIsASuccess()
{
    QVERIFY(scan());
    QVERIFY(m_fixture.all().isEmpty());
    QCOMPARE(store().scannedMs, m_fixture.clock().nowMs());
}

void tst_ScanJob::run_ofARemovedStoreFails()
{
    QVERIFY(m_fixture.database().wait(
        [&](Connection &connection) { return RootStore(connection).remove(m_fixture.info().id); }));
    QCOMPARE(codeOf(scan()), ErrorCode::NotFound);
}

void tst_ScanJob::run_ofABadPayloadSaysSo()
{
    for (const QByteArray &payload :
         {QByteArray(), QByteArray("{}"), QByteArray("{\"store\":1}")}) {
        FakeContext context = m_fixture.context(payload);
        QCOMPARE(codeOf(run(context)), ErrorCode::BadPayload);
    }
}

QTEST_GUILESS_MAIN(tst_ScanJob)
#include "tst_scanjob.moc"
