// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/commands.h"
#include "core/db/database.h"
#include "core/engine.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "core/library/recordingstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What a deletion would do, and what a hold does to it at every moment.
class tst_DeletePlan : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_engine.reset(); }
    void plan_tellsWhatStaysAndWhy();
    void plan_tellsOfEachStore();
    void typing_isWantedAboveTheThreshold();
    void hold_betweenPlanAndOrder();
    void hold_betweenTrashAndPurge();
    void hold_inTheTrashStopsTheEmptying();
    void ids_thatAreNotFoundAreNamed();
    void tensOfThousands_doNotHoldTheThread();

private:
    Commands &commands() { return m_engine->commands(); }
    void work();
    QList<RecordingId> ids(std::optional<RecordingState> state = {});
    Recording recording(const QString &uid);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
};

void tst_DeletePlan::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_folder = std::make_unique<QTemporaryDir>();
    EngineOptions options;
    options.drawsPictures = false;
    options.dataFolder = m_folder->path();
    options.database.file = m_folder->filePath(u"respool.db"_s);
    m_engine = *Engine::start(options);
    m_store->addSession(firstUid);
    m_store->addSession(secondUid);
    QVERIFY(await(commands().openStore(m_store->path())));
    work();
    QCOMPARE(ids().size(), 2);
}

void tst_DeletePlan::work()
{
    if (!m_engine->isWorker())
        QVERIFY(m_engine->work());
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->isIdle(), 20'000);
}

QList<RecordingId> tst_DeletePlan::ids(std::optional<RecordingState> state)
{
    RecordingFilter filter;
    filter.state = state;
    return *await(m_engine->catalog().ids(filter));
}

Recording tst_DeletePlan::recording(const QString &uid)
{
    const auto found = await(m_engine->catalog().recording(uid));
    return found ? *found : Recording();
}

void tst_DeletePlan::plan_tellsWhatStaysAndWhy()
{
    m_store->addSession(u"2f6b1d5e-0000-4000-8000-000000000003"_s);
    m_store->addSession(u"2f6b1d5e-0000-4000-8000-000000000004"_s);
    QVERIFY(await(commands().openStore(m_store->path())));
    work();
    const QList<RecordingId> all = ids();
    QCOMPARE(all.size(), 4);
    QVERIFY(await(commands().addHold({all[0]}, u"audit"_s)));
    QVERIFY(QDir(m_store->path(secondUid)).removeRecursively());
    QFile recorder(m_store->path(u"2f6b1d5e-0000-4000-8000-000000000003/recording-0.trp"_s));
    QVERIFY(recorder.open(QIODevice::Append)); // as somebody who records
    const auto plan = await(commands().planDelete(all, {.notFound = {u"x"_s}}));
    QVERIFY(plan);
    QCOMPARE(plan->ready.size(), 2);
    QCOMPARE(plan->uids.size(), 2);
    QCOMPARE(plan->missing, 1);
    QCOMPARE(plan->count(RefusalKind::Held), 1);
    QCOMPARE(plan->count(RefusalKind::Active), 1);
    QCOMPARE(plan->notFound, QStringList{u"x"_s});
    const QJsonObject json = toJson(*plan);
    QCOMPARE(json[u"count"_s].toInteger(), 2);
    QCOMPARE(json[u"held"_s].toInteger(), 1);
    QCOMPARE(json[u"active"_s].toInteger(), 1);
    QCOMPARE(json[u"missing"_s].toInteger(), 1);
}

void tst_DeletePlan::plan_tellsOfEachStore()
{
    const StoreFixture other;
    other.addSession(u"2f6b1d5e-0000-4000-8000-000000000009"_s);
    QVERIFY(await(commands().openStore(other.path())));
    work();
    const auto plan = await(commands().planDelete(ids(), {}));
    QCOMPARE(plan->stores.size(), 2);
    QCOMPARE(plan->stores[0].recordings, 2);
    QCOMPARE(plan->stores[1].recordings, 1);
    QCOMPARE(plan->stores[1].path, other.path());
    QCOMPARE(plan->stores[0].bytes + plan->stores[1].bytes, plan->bytes);
    QVERIFY(plan->stores[0].trashOnVolume);
    // What is gone already is told, in a folder store as well.
    const StoreFixture folder;
    folder.write(u"a.cast"_s, samples::asciicast());
    folder.write(u"b.cast"_s, samples::asciicast());
    QVERIFY(await(commands().openStore(folder.path())));
    work();
    QVERIFY(QFile::remove(folder.path(u"a.cast"_s)));
    QCOMPARE(await(commands().planDelete(ids(), {}))->ready.size(), 5);
    QCOMPARE(await(commands().planDelete(ids(), {}))->missing, 1);
    // A trash that was laid elsewhere is told.
    const QTemporaryDir elsewhere;
    m_store->link(elsewhere.path(), u".respool/trash"_s);
    QVERIFY(!await(commands().planDelete(ids(), {}))->stores[0].trashOnVolume);
}

void tst_DeletePlan::typing_isWantedAboveTheThreshold()
{
    DeletePlan plan;
    plan.ready = QList<RecordingId>(1000);
    QVERIFY(!plan.wantsTyping());
    plan.ready << RecordingId{1};
    QVERIFY(plan.wantsTyping());
    plan.ready.resize(1);
    plan.bytes = 100'000'000'000;
    QVERIFY(!plan.wantsTyping());
    ++plan.bytes;
    QVERIFY(plan.wantsTyping());
}

void tst_DeletePlan::hold_betweenPlanAndOrder()
{
    const auto plan = await(commands().planDelete(ids(), {.permanent = true}));
    QCOMPARE(plan->ready.size(), 2);
    QVERIFY(await(commands().addHold({plan->ready.first()}, u"audit"_s)));
    QVERIFY(await(commands().deleteRecordings(*plan, {.permanent = true})));
    work();
    QCOMPARE(ids(), QList<RecordingId>{plan->ready.first()});
    QVERIFY(m_store->isThere(firstUid));
    QVERIFY(!m_store->isThere(secondUid));
    QCOMPARE(recording(firstUid).state, RecordingState::Present);
}

void tst_DeletePlan::hold_betweenTrashAndPurge()
{
    QVERIFY(await(m_engine->queue().pause(u"purge"_s)));
    const auto plan = await(commands().planDelete(ids(), {.permanent = true}));
    QVERIFY(await(commands().deleteRecordings(*plan, {.permanent = true})));
    QTRY_COMPARE(ids(RecordingState::Trashed).size(), 2);
    QVERIFY(await(commands().addHold({plan->ready.first()}, u"audit"_s)));
    QVERIFY(await(m_engine->queue().resume(u"purge"_s)));
    QTRY_COMPARE(ids(RecordingState::Trashed).size(), 1);
    work();
    const Recording kept = recording(firstUid);
    QVERIFY(kept.held);
    QCOMPARE(kept.state, RecordingState::Trashed);
    QVERIFY(m_store->isThere(kept.trashPath));
}

void tst_DeletePlan::hold_inTheTrashStopsTheEmptying()
{
    const auto plan = await(commands().planDelete(ids(), {}));
    QVERIFY(await(commands().deleteRecordings(*plan, {})));
    work();
    QVERIFY(await(commands().addHold({plan->ready.first()}, u"audit"_s)));
    const StoreId store = await(m_engine->catalog().stores())->first().id;
    QVERIFY(await(commands().emptyTrash({store})));
    work();
    QCOMPARE(ids(RecordingState::Trashed), QList<RecordingId>{plan->ready.first()});
    QVERIFY(m_store->isThere(recording(firstUid).trashPath));
    // It can be restored, and the hold is still there.
    QVERIFY(await(commands().restoreRecordings({plan->ready.first()})));
    work();
    QVERIFY(recording(firstUid).held);
    QVERIFY(m_store->isThere(firstUid));
}

void tst_DeletePlan::ids_thatAreNotFoundAreNamed()
{
    const auto found = await(m_engine->catalog().findIds(
        {firstUid, u"no-such"_s, QString(firstUid).toUpper(), u"no-such"_s, secondUid}));
    QVERIFY(found);
    QCOMPARE(found->ids.size(), 2);
    QCOMPARE(found->notFound, QStringList{u"no-such"_s});
    const auto several = await(m_engine->catalog().findIds({u"2f6b"_s}));
    QCOMPARE(codeOf(several), ErrorCode::InvalidArgument);
}

void tst_DeletePlan::tensOfThousands_doNotHoldTheThread()
{
    constexpr int many = 50'000;
    const StoreId store = await(m_engine->catalog().stores())->first().id;
    QStringList typed{u"no-such"_s};
    {
        const auto database = *Database::open({m_folder->filePath(u"respool.db"_s)});
        const FakeClock clock;
        const auto added = database->wait([&](Connection &connection) -> Result<> {
            RecordingStore recordings(connection, clock);
            for (int i = 0; i < many; ++i) {
                Recording recording;
                recording.uid = u"bulk-%1"_s.arg(i, 6, 10, QChar(u'0'));
                recording.path = recording.uid;
                recording.bytes = 1;
                TRY(recordings.upsert(store, recording, 1));
                typed << recording.uid;
            }
            return {};
        });
        QVERIFY(added);
    }
    const auto found = await(m_engine->catalog().findIds(typed));
    QCOMPARE(found->ids.size(), many);
    auto planning = commands().planDelete(found->ids, {.notFound = found->notFound});
    QElapsedTimer sinceTurn;
    qint64 longest = 0;
    sinceTurn.start();
    while (!planning.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        longest = std::max(longest, sinceTurn.restart());
    }
    const auto plan = planning.result();
    QCOMPARE(plan->ready.size(), many);
    QCOMPARE(plan->missing, many);
    QVERIFY(plan->wantsTyping());
    QVERIFY2(longest < 500, qPrintable(u"%1 ms"_s.arg(longest)));
    // The order is one transaction, with one row in the log, and a row a job later.
    QVERIFY(await(m_engine->queue().pause()));
    const auto enqueued = await(commands().deleteRecordings(*plan, {}));
    QVERIFY(enqueued);
    QCOMPARE(ids(RecordingState::Deleting).size(), many);
    QVERIFY(await(m_engine->queue().cancel(enqueued->batch)));
    QTRY_COMPARE(ids(RecordingState::Deleting).size(), 0);
}

QTEST_GUILESS_MAIN(tst_DeletePlan)
#include "tst_deleteplan.moc"
