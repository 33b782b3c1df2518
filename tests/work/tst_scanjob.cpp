// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediahost.h"
#include "core/work/remuxjob.h"
#include "core/work/scanjob.h"
#include "tests/support/samples.h"
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
    void unchangedRecording_isNotReadAgain();
    void unchangedRescan_writesNothing();
    void catalogueOfBefore_isReadOnce();
    void touchedPaths_areAllThatIsLookedAt();
    void touchedPaths_thatAreGoneAreMissing();
    void allGoneAtOnce_isLookedAtTwice();
    void allGoneAtOnce_andBackIsNothing();
    void touchedPaths_thatAreAllAreLeftToAScan();
    void growingRecording_isActiveUntilItsWriterHasGone();
    void autoRemux_isEnqueuedOnce();
    void autoRemux_isOffAtFirst();
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
    constexpr int all = 200;
    for (int i = 0; i < all; ++i)
        m_fixture.files().addSession(u"session %1"_s.arg(i, 4, 10, QChar(u'0')));
    FakeContext context = this->context();
    context.stopAt = 1;
    QCOMPARE(codeOf(run(context)), ErrorCode::Interrupted);
    const QList<Recording> first = m_fixture.all();
    QVERIFY(!first.isEmpty());
    m_fixture.clock().advance(60'000);
    context.again();
    // What was committed is not read again, unless it has changed since.
    const QString uid = first.constFirst().uid;
    m_fixture.files().addSession(uid, 2);
    QVERIFY(run(context));
    QCOMPARE(m_fixture.all().size(), all);
    QCOMPARE(byUid(uid).parts.size(), 2);
    for (const Recording &recording : m_fixture.all())
        QCOMPARE(recording.state, RecordingState::Present);
    QCOMPARE(context.lastProgress.done, all);
    QCOMPARE(context.lastProgress.total, all);
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

// In place, of the same size, at the same time: that nobody read it is the only explanation.
void tst_ScanJob::unchangedRecording_isNotReadAgain()
{
    m_fixture.files().addSession(firstUid);
    QVERIFY(scan());
    const QString name = firstUid + u"/recording.json"_s;
    const QByteArray manifest = m_fixture.files().read(name);
    QFile file(m_fixture.files().path(name));
    const QDateTime then = QFileInfo(file).lastModified();
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(QByteArray(manifest.size(), 'x')) == manifest.size());
    file.flush();
    QVERIFY(file.setFileTime(then, QFileDevice::FileModificationTime));
    file.close();
    // The time is set to milliseconds only, so that this one is read; the next is not.
    QVERIFY(scan());
    QCOMPARE(byUid(firstUid).state, RecordingState::Damaged);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.write(manifest) == manifest.size());
    file.flush();
    QVERIFY(file.setFileTime(then, QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(scan());
    QCOMPARE(byUid(firstUid).state, RecordingState::Damaged);
    m_fixture.files().addSession(firstUid); // another time
    QVERIFY(scan());
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
}

void tst_ScanJob::unchangedRescan_writesNothing()
{
    for (int i = 0; i < 200; ++i)
        m_fixture.files().addSession(u"session %1"_s.arg(i));
    QVERIFY(scan());
    m_fixture.clock().advance(1000);
    FakeContext context = this->context();
    QVERIFY(run(context));
    QCOMPARE(context.checkpoints, 0);
    QCOMPARE(context.lastProgress.done, 200);
    QCOMPARE(store().scannedMs, m_fixture.clock().nowMs());
}

// It has no stamps, but knows which files were looked into.
void tst_ScanJob::catalogueOfBefore_isReadOnce()
{
    m_fixture.files().addSession(firstUid);
    m_fixture.files().addSession(secondUid);
    QVERIFY(scan());
    QVERIFY(m_fixture.database().wait([](Connection &connection) -> Result<> {
        TRY(connection.script(
            u"UPDATE recording_stamp SET path_hash = -recording_id, stamp = 0"_s));
        return {};
    }));
    QVERIFY(m_fixture.files().root().removeTree(secondUid));
    QVERIFY(scan());
    QCOMPARE(m_fixture.all().size(), 2);
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
    QCOMPARE(byUid(secondUid).state, RecordingState::Missing);
}

void tst_ScanJob::touchedPaths_areAllThatIsLookedAt()
{
    m_fixture.files().addSession(firstUid);
    QVERIFY(scan());
    const qint64 scanned = store().scannedMs;
    m_fixture.files().addSession(firstUid, 2);
    m_fixture.files().addSession(secondUid);
    m_fixture.clock().advance(1000);
    FakeContext context = m_fixture.context(scanSpec(m_fixture.info(), {secondUid}).payload);
    QVERIFY(run(context));
    QCOMPARE(byUid(firstUid).parts.size(), 1);
    QCOMPARE(byUid(secondUid).state, RecordingState::Present);
    QCOMPARE(store().scannedMs, scanned);
}

void tst_ScanJob::touchedPaths_thatAreGoneAreMissing()
{
    m_fixture.files().addSession(firstUid);
    m_fixture.files().addSession(secondUid);
    QVERIFY(scan());
    QVERIFY(m_fixture.files().root().removeTree(secondUid));
    m_fixture.clock().advance(1000);
    FakeContext context =
        m_fixture.context(scanSpec(m_fixture.info(), {secondUid, u"never was"_s}).payload);
    QVERIFY(run(context));
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
    QCOMPARE(byUid(secondUid).state, RecordingState::Missing);
    QCOMPARE(m_fixture.all().size(), 2);
}

void tst_ScanJob::allGoneAtOnce_isLookedAtTwice()
{
    m_fixture.files().addSession(firstUid);
    m_fixture.files().addSession(secondUid);
    QVERIFY(scan());
    QVERIFY(m_fixture.files().root().removeTree(firstUid));
    QVERIFY(m_fixture.files().root().removeTree(secondUid));
    QVERIFY(scan());
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
    QVERIFY(store().problem.contains(u"all 2 recordings are gone at once"));
    QCOMPARE(m_fixture.jobs().size(), 1); // the second look
    QCOMPARE(m_fixture.jobs().constFirst().state, JobState::Delayed);
    QCOMPARE(m_fixture.jobs().constFirst().dueMs, m_fixture.clock().nowMs() + 60'000);
    QVERIFY(scan()); // too early, and no third look
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
    QCOMPARE(m_fixture.jobs().size(), 1);
    m_fixture.clock().advance(60'000);
    QVERIFY(scan());
    QCOMPARE(byUid(firstUid).state, RecordingState::Missing);
    QCOMPARE(byUid(secondUid).state, RecordingState::Missing);
    QVERIFY(store().problem.contains(u"after a second look"));
    QVERIFY(scan()); // it is still said
    QVERIFY(!store().problem.isEmpty());
    m_fixture.files().addSession(firstUid);
    QVERIFY(scan());
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
    QVERIFY(store().problem.isEmpty());
}

void tst_ScanJob::allGoneAtOnce_andBackIsNothing()
{
    m_fixture.files().addSession(firstUid);
    QVERIFY(scan());
    const QString aside = m_fixture.files().path(u".aside"_s);
    QVERIFY(QDir().rename(m_fixture.files().path(firstUid), aside));
    QVERIFY(scan());
    QVERIFY(!store().problem.isEmpty());
    QVERIFY(QDir().rename(aside, m_fixture.files().path(firstUid)));
    m_fixture.clock().advance(60'000);
    QVERIFY(scan());
    QVERIFY(store().problem.isEmpty());
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
}

void tst_ScanJob::touchedPaths_thatAreAllAreLeftToAScan()
{
    m_fixture.files().addSession(firstUid);
    QVERIFY(scan());
    QVERIFY(m_fixture.files().root().removeTree(firstUid));
    m_fixture.clock().advance(1000);
    FakeContext context = m_fixture.context(scanSpec(m_fixture.info(), {firstUid}).payload);
    QVERIFY(run(context));
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
    QCOMPARE(m_fixture.jobs().size(), 1);
    QCOMPARE(m_fixture.jobs().constFirst().state, JobState::Queued);
}

void tst_ScanJob::growingRecording_isActiveUntilItsWriterHasGone()
{
    m_fixture.files().addSession(firstUid);
    QFile part(m_fixture.files().path(firstUid + u"/recording-0.trp"_s));
    QVERIFY(part.open(QIODevice::Append | QIODevice::Unbuffered));
    QVERIFY(part.write("torn") == 4); // what is being written need not be whole
    QVERIFY(scan());
    QVERIFY(byUid(firstUid).active);
    QCOMPARE(byUid(firstUid).state, RecordingState::Present);
    const qint64 before = byUid(firstUid).bytes;
    QVERIFY(part.write("more") == 4);
    QVERIFY(scan());
    QVERIFY(byUid(firstUid).active);
    QCOMPARE(byUid(firstUid).bytes, before + 4);
    part.close(); // and nothing else changes
    QVERIFY(scan());
    QVERIFY(!byUid(firstUid).active);
}

void tst_ScanJob::autoRemux_isEnqueuedOnce()
{
    QVERIFY(m_fixture.database().wait([&](Connection &connection) {
        return RootStore(connection).setAutoRemux(m_fixture.info().id, true);
    }));
    m_fixture.files().addSession(firstUid);
    const QString name = firstUid + u"/recording-0.webm"_s;
    m_fixture.files().write(name, samples::liveWebm());
    m_fixture.files().write(firstUid + u"/recording.json"_s,
                            samples::manifest(firstUid, {u"recording-0.webm"_s}));
    QFile part(m_fixture.files().path(name));
    QVERIFY(part.open(QIODevice::Append | QIODevice::Unbuffered));
    QVERIFY(scan());
    QVERIFY(byUid(firstUid).active);
    QVERIFY(m_fixture.jobs().isEmpty());
    part.close();
    QVERIFY(scan());
    QCOMPARE(m_fixture.jobs().size(), 1);
    const JobRecord job = m_fixture.jobs().constFirst();
    QCOMPARE(job.kind, u"remux"_s);
    const JobRecord whole =
        *m_fixture.on<JobStore>([&](JobStore jobs) { return jobs.byId(job.id); });
    const auto payload = RemuxPayload::fromJson(whole.payload);
    QVERIFY(payload && payload->automatic);
    QCOMPARE(payload->part, u"recording-0.webm"_s);
    QCOMPARE(byUid(firstUid).durationMs, 0); // a live WebM does not tell before it is remuxed
    QVERIFY(scan());
    m_fixture.files().write(firstUid + u"/recording.json"_s,
                            samples::manifest(firstUid, {u"recording-0.webm"_s}, 1'731'588'405));
    QVERIFY(scan()); // the manifest is another one, the part is not
    QCOMPARE(m_fixture.jobs().size(), 1);
}

void tst_ScanJob::autoRemux_isOffAtFirst()
{
    m_fixture.files().write(firstUid + u"/recording-0.webm"_s, samples::liveWebm());
    m_fixture.files().write(firstUid + u"/recording.json"_s,
                            samples::manifest(firstUid, {u"recording-0.webm"_s}));
    QVERIFY(scan());
    QCOMPARE(byUid(firstUid).parts.value(0).seekable, Seekable::No);
    QVERIFY(m_fixture.jobs().isEmpty());
}

QTEST_GUILESS_MAIN(tst_ScanJob)
#include "tst_scanjob.moc"
