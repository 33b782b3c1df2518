// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "core/storewatcher.h"
#include "core/work/scanjob.h"
#include "tests/support/workfixture.h"

#include <QDir>

#include <algorithm>
#include <atomic>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// With a real inotify on a temporary folder. Nobody runs the jobs: what is enqueued is what counts.
class TestStoreWatcher : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void cleanup();
    void start_scansWhatNobodyWatched();
    void newRecording_isScannedAlone();
    void growth_isReadNowAndThen();
    void closedRecording_isScanned();
    void folderStore_isWatchedToItsLastFolder();
    void manyTouched_areOneScanOfAll();
    void networkMount_isRescannedByTheClock();
    void tooManyFolders_areRescannedByTheClock();
    void lostRoot_isOfflineAtOnce_data();
    void lostRoot_isOfflineAtOnce();
    void hangingRoot_isOfflineAndHoldsNothingUp();
    void returnedStore_goesOn();

private:
    void start(const WatchRules &rules = {});
    StoreInfo store()
    {
        return *m_fixture.database().ask([&](Connection &connection) {
            return RootStore(connection).byId(m_fixture.info().id);
        });
    }
    // The payloads of the scans that wait, the oldest first.
    QList<ScanPayload> scans()
    {
        QList<ScanPayload> all;
        for (const JobRecord &line : m_fixture.jobs()) {
            const JobRecord job =
                *m_fixture.on<JobStore>([&](JobStore jobs) { return jobs.byId(line.id); });
            if (job.kind == u"scan" && job.state == JobState::Queued)
                all.prepend(*ScanPayload::fromJson(job.payload));
        }
        return all;
    }
    bool isScanned(const QStringList &paths)
    {
        const QList<ScanPayload> all = scans();
        return std::ranges::any_of(
            all, [&](const ScanPayload &payload) { return payload.paths == paths; });
    }
    qsizetype scansOfAll()
    {
        const QList<ScanPayload> all = scans();
        return std::ranges::count_if(
            all, [](const ScanPayload &payload) { return payload.paths.isEmpty(); });
    }
    void dropJobs()
    {
        for (const JobRecord &job : m_fixture.jobs()) {
            QVERIFY(m_fixture.on<JobStore>([&](JobStore jobs) -> Result<> {
                TRY(jobs.cancel(job.id, u"me"_s));
                return jobs.discard(job.id);
            }));
        }
    }

    WorkFixture m_fixture;
    JobKinds m_kinds;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<RecordingCatalog> m_catalog;
    std::unique_ptr<StoreWatcher> m_watcher;
};

void TestStoreWatcher::init()
{
    m_fixture.open();
}

void TestStoreWatcher::cleanup()
{
    m_watcher.reset();
    m_fixture.database().finish();
    m_catalog.reset();
    m_queue.reset();
}

// Up to the first scan, which is dropped: what comes then has been heard.
void TestStoreWatcher::start(const WatchRules &rules)
{
    QVERIFY(m_fixture.on<JobStore>([](JobStore jobs) { return jobs.addWorker(u"host"_s, 1); }));
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
    m_catalog = std::make_unique<RecordingCatalog>(m_fixture.database());
    m_watcher = std::make_unique<StoreWatcher>(m_fixture.database(), m_fixture.clock(), *m_queue,
                                               *m_catalog, rules);
    m_watcher->start();
    QTRY_COMPARE(scansOfAll(), 1);
    dropJobs();
}

void TestStoreWatcher::start_scansWhatNobodyWatched()
{
    start();
    QCOMPARE(store().watch, StoreWatch::Watched);
    QCOMPARE(toText(store().watch), u"watched"_s);
    m_watcher->look();
    QTest::qWait(200);
    QCOMPARE(scansOfAll(), 0); // once is enough
}

void TestStoreWatcher::newRecording_isScannedAlone()
{
    m_fixture.files().addSession(firstUid);
    start();
    m_fixture.files().addSession(secondUid, 2);
    QTRY_VERIFY(isScanned({secondUid}));
    QCOMPARE(scansOfAll(), 0);
    // It is followed from now on.
    dropJobs();
    m_fixture.files().write(secondUid + u"/recording-2.trp"_s, StoreFixture::terminalPart(2));
    QTRY_VERIFY(isScanned({secondUid}));
    dropJobs();
    QVERIFY(m_fixture.files().root().removeTree(firstUid));
    QTRY_VERIFY(isScanned({firstUid}));
}

void TestStoreWatcher::growth_isReadNowAndThen()
{
    start();
    m_fixture.files().addSession(firstUid);
    QTRY_VERIFY(isScanned({firstUid}));
    dropJobs();
    QFile part(m_fixture.files().path(firstUid + u"/recording-0.trp"_s));
    QVERIFY(part.open(QIODevice::Append | QIODevice::Unbuffered));
    QVERIFY(part.write(StoreFixture::terminalPart(1)) > 0);
    QTest::qWait(StoreWatcher::gatherMs + 500);
    QVERIFY(scans().isEmpty());
    m_fixture.clock().advance(StoreWatcher::growthMs);
    m_watcher->look();
    QTRY_VERIFY(isScanned({firstUid}));
}

// One that a scan has found to be recorded is followed, though it began before the watch.
void TestStoreWatcher::closedRecording_isScanned()
{
    m_fixture.files().addSession(firstUid);
    QFile part(m_fixture.files().path(firstUid + u"/recording-0.trp"_s));
    QVERIFY(part.open(QIODevice::Append | QIODevice::Unbuffered));
    Recording active = readRecording(m_fixture.files().root(), m_fixture.info(), firstUid);
    active.active = true;
    QVERIFY(m_fixture.on<RecordingStore>([&](RecordingStore recordings) {
        return recordings.upsert(m_fixture.info().id, active, m_fixture.clock().nowMs());
    }));
    start();
    m_watcher->jobsEnded();
    m_watcher->look();
    QTRY_VERIFY(isScanned({firstUid})); // it may have ended before it was followed
    dropJobs();
    part.close();
    QTRY_VERIFY(isScanned({firstUid}));
}

void TestStoreWatcher::folderStore_isWatchedToItsLastFolder()
{
    m_fixture.open(StoreKind::Folder);
    m_fixture.files().write(u"a/b/old.trp"_s, StoreFixture::terminalPart(0));
    start();
    m_fixture.files().write(u"a/b/new.trp"_s, StoreFixture::terminalPart(0));
    m_fixture.files().write(u"a/b/notes.txt"_s, "nothing of ours");
    QTRY_VERIFY(isScanned({u"a/b/new.trp"_s}));
    dropJobs();
    m_fixture.files().write(u"c/d/e/deep.trp"_s, StoreFixture::terminalPart(0));
    QTRY_VERIFY(isScanned({u"c/d/e/deep.trp"_s}));
    dropJobs();
    QVERIFY(m_fixture.files().root().removeTree(u"c"_s));
    QTRY_VERIFY(scansOfAll() > 0);
}

void TestStoreWatcher::manyTouched_areOneScanOfAll()
{
    start();
    for (int i = 0; i <= StoreWatcher::mostTouched; ++i)
        QVERIFY(QDir().mkpath(m_fixture.files().path(u"session %1"_s.arg(i))));
    QTRY_COMPARE_WITH_TIMEOUT(scansOfAll(), 1, 20'000);
    QCOMPARE(scans().size(), 1);
}

void TestStoreWatcher::networkMount_isRescannedByTheClock()
{
    start({.isOnNetwork = [](const Directory &) { return Result<bool>(true); }});
    QCOMPARE(store().watch, StoreWatch::Network);
    QVERIFY(toText(store().watch).contains(u"network mount"));
    m_fixture.clock().advance(StoreWatcher::rescanMs - 1);
    m_watcher->look();
    QTest::qWait(200);
    QCOMPARE(scansOfAll(), 0);
    m_fixture.clock().advance(1);
    m_watcher->look();
    QTRY_COMPARE(scansOfAll(), 1);
}

void TestStoreWatcher::tooManyFolders_areRescannedByTheClock()
{
    m_fixture.open(StoreKind::Folder);
    m_fixture.files().write(u"a/b/c/d.trp"_s, StoreFixture::terminalPart(0));
    start({.mostFolders = 3});
    QCOMPARE(store().watch, StoreWatch::Limit);
    QVERIFY(toText(store().watch).contains(u"too many folders"));
    m_watcher->look();
    QTest::qWait(200);
    QCOMPARE(scansOfAll(), 0);
    m_fixture.clock().advance(StoreWatcher::rescanMs);
    m_watcher->look();
    QTRY_COMPARE(scansOfAll(), 1);
}

void TestStoreWatcher::lostRoot_isOfflineAtOnce_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("word");
    QTest::newRow("the root is gone") << u"gone"_s << u"No such file"_s;
    QTest::newRow("an emptied folder") << u"emptied"_s << u"without its"_s;
    QTest::newRow("another disk is there") << u"swapped"_s << u"another store"_s;
    QTest::newRow("a root that cannot be read") << u"unreadable"_s << u"Permission denied"_s;
}

void TestStoreWatcher::lostRoot_isOfflineAtOnce()
{
    QFETCH(const QString, how);
    QFETCH(const QString, word);
    if (how == u"unreadable" && ::geteuid() == 0)
        QSKIP("root reads everything");
    m_fixture.files().addSession(firstUid);
    const RecordingId id = m_fixture.know(firstUid);
    start();
    const QString path = m_fixture.files().path();
    if (how == u"gone") {
        m_fixture.loseFiles();
    } else if (how == u"unreadable") {
        QVERIFY(QFile::setPermissions(path, {}));
    } else {
        QVERIFY(m_fixture.files().root().removeTree(firstUid));
        QVERIFY(m_fixture.files().root().removeTree(u".respool"_s));
        if (how == u"swapped")
            m_fixture.files().write(u".respool/store.json"_s,
                                    R"({"id":"00000000-0000-4000-8000-00000000000f"})");
    }
    m_watcher->look();
    QTRY_COMPARE(store().state, StoreState::Offline);
    if (how == u"unreadable")
        QVERIFY(
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY2(store().problem.contains(word), qPrintable(store().problem));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Present);
}

void TestStoreWatcher::hangingRoot_isOfflineAndHoldsNothingUp()
{
    const auto gate = std::make_shared<std::atomic<bool>>(true); // open
    start({.isOnNetwork = [gate](const Directory &) {
        while (!*gate)
            QThread::msleep(10);
        return Result<bool>(true);
    }});
    *gate = false;
    m_watcher->look();
    QTRY_COMPARE_WITH_TIMEOUT(store().state, StoreState::Offline, 20'000);
    QVERIFY(store().problem.contains(u"does not answer"));
    *gate = true;
    QTRY_COMPARE_WITH_TIMEOUT(store().state, StoreState::Online, 10'000);
    QTRY_COMPARE(scansOfAll(), 1);
}

void TestStoreWatcher::returnedStore_goesOn()
{
    start();
    const QString aside = m_fixture.files().path() + u"-aside"_s;
    QVERIFY(QDir().rename(m_fixture.files().path(), aside));
    m_watcher->look();
    QTRY_COMPARE(store().state, StoreState::Offline);
    // A job that waits for the store.
    const JobId job = *m_fixture.on<JobStore>([&](JobStore jobs) -> Result<JobId> {
        TRY_LET(const WorkerRecord worker, jobs.addWorker(u"host"_s, 1));
        TRY_LET(const JobId id, jobs.enqueue(m_fixture.m_batch, {.kind = u"remux"_s}));
        TRY_LET(const auto claimed, claimOne(jobs, worker, {u"remux"_s}));
        const Error offline{ErrorCode::Offline, u"it is not there"_s};
        TRY(jobs.finish(*claimed, worker.id, RetryPolicy::judge(Failure{offline}, *claimed, 0.5),
                        offline));
        return id;
    });
    const auto stateOf = [&] {
        return m_fixture.on<JobStore>([&](JobStore jobs) { return jobs.byId(job); })->state;
    };
    QCOMPARE(stateOf(), JobState::Delayed);
    QVERIFY(QDir().rename(aside, m_fixture.files().path()));
    m_watcher->look();
    QTRY_COMPARE(store().state, StoreState::Online);
    QVERIFY(store().problem.isEmpty());
    QTRY_COMPARE(stateOf(), JobState::Queued);
    QTRY_COMPARE(scansOfAll(), 1);
    QTRY_COMPARE(store().watch, StoreWatch::Watched);
}

QTEST_GUILESS_MAIN(TestStoreWatcher)
#include "tst_storewatcher.moc"
