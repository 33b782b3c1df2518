// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/trashgrace.h"
#include "core/trashkeeper.h"
#include "core/work/purgejob.h"
#include "tests/support/workfixture.h"

#include <QSignalSpy>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;

} // namespace

class tst_TrashKeeper : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void grace_isThirtyDaysUntilItIsSet();
    void grace_isSet_data();
    void grace_isSet();
    void expired_isPurgedInOneBatch();
    void young_stays();
    void graceOfNothing_keepsForever();
    void held_stays();
    void enqueued_isNotEnqueuedAgain_data();
    void enqueued_isNotEnqueuedAgain();
    void failed_restsForADay();
    void beingRestored_stays();
    void unreadablePayload_isNoObstacle();
    void differentGraces_areDifferentBatches();
    void keeper_looksAndRings();

private:
    RecordingId trashed(const QString &uid, qint64 daysAgo);
    Result<> setDays(int days)
    {
        return m_fixture.database().wait([&](Connection &connection) {
            return TrashGrace(connection).setDays(m_fixture.info().id, days);
        });
    }
    qint64 purge()
    {
        const auto purged = m_fixture.database().wait([&](Connection &connection) {
            return purgeExpiredTrash(connection, m_fixture.clock());
        });
        return purged ? *purged : -1;
    }
    void script(const QString &sql)
    {
        const auto done = m_fixture.database().wait(
            [&](Connection &connection) { return connection.script(sql); });
        QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
    }
    QStringList reasons()
    {
        QStringList found;
        const auto batches =
            m_fixture.on<JobStore>([](JobStore store) { return store.batches({.limit = 100}); });
        for (const BatchRecord &batch : *batches) {
            if (batch.kind == "purge"_L1)
                found << batch.reason;
        }
        return found;
    }

    WorkFixture m_fixture;
};

RecordingId tst_TrashKeeper::trashed(const QString &uid, qint64 daysAgo)
{
    m_fixture.files().addSession(uid);
    const RecordingId id = m_fixture.know(uid);
    const auto set = m_fixture.on<RecordingStore>([&](RecordingStore store) {
        return store.setTrashed(id, u".respool/trash/b1/"_s + uid,
                                m_fixture.clock().nowMs() - daysAgo * dayMs);
    });
    return set ? id : RecordingId();
}

void tst_TrashKeeper::grace_isThirtyDaysUntilItIsSet()
{
    trashed(firstUid, 3);
    const auto trash = m_fixture.database().wait(
        [](Connection &connection) { return TrashGrace(connection).all(); });
    QVERIFY(trash);
    QCOMPARE(trash->size(), 1);
    const StoreTrash store = trash->first();
    QCOMPARE(store.graceDays, 30);
    QCOMPARE(store.recordings, 1);
    QVERIFY(store.bytes > 0);
    QCOMPARE(store.oldestMs, m_fixture.clock().nowMs() - 3 * dayMs);
    QCOMPARE(store.goesMs(store.oldestMs), m_fixture.clock().nowMs() + 27 * dayMs);
    QVERIFY(setDays(0));
    const auto kept = m_fixture.database().wait(
        [](Connection &connection) { return TrashGrace(connection).all(); });
    QCOMPARE(kept->first().goesMs(store.oldestMs), 0);
}

void tst_TrashKeeper::grace_isSet_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a day") << 1 << ErrorCode::None;
    QTest::newRow("never") << 0 << ErrorCode::None;
    QTest::newRow("before") << -1 << ErrorCode::InvalidArgument;
    QTest::newRow("longer than people") << mostGraceDays + 1 << ErrorCode::InvalidArgument;
}

void tst_TrashKeeper::grace_isSet()
{
    QFETCH(const int, days);
    QFETCH(const ErrorCode, code);
    QCOMPARE(codeOf(setDays(days)), code);
    const auto unknown = m_fixture.database().wait(
        [&](Connection &connection) { return TrashGrace(connection).setDays(StoreId{99}, 1); });
    QCOMPARE(codeOf(unknown), ErrorCode::NotFound);
}

void tst_TrashKeeper::expired_isPurgedInOneBatch()
{
    const RecordingId first = trashed(firstUid, 31);
    const RecordingId second = trashed(secondUid, 30);
    QCOMPARE(purge(), 2);
    QCOMPARE(reasons(), QStringList{u"trash grace of 30 days"_s});
    const QList<JobRecord> jobs = m_fixture.jobs();
    QCOMPARE(jobs.size(), 1);
    const JobRecord job =
        *m_fixture.on<JobStore>([&](JobStore store) { return store.byId(jobs.first().id); });
    QCOMPARE(job.version, 1); // an older program may run it
    const ItemsPayload payload = *ItemsPayload::fromJson(job.payload);
    QCOMPARE(payload.items.size(), 2);
    QCOMPARE(payload.items.first().id, first);
    QCOMPARE(payload.items.last().id, second);
}

void tst_TrashKeeper::young_stays()
{
    trashed(firstUid, 29);
    QCOMPARE(purge(), 0);
    m_fixture.clock().advance(dayMs - 1);
    QCOMPARE(purge(), 0);
    m_fixture.clock().advance(1);
    QCOMPARE(purge(), 1);
}

void tst_TrashKeeper::graceOfNothing_keepsForever()
{
    trashed(firstUid, 3000);
    QVERIFY(setDays(0));
    QCOMPARE(purge(), 0);
    QVERIFY(reasons().isEmpty());
}

void tst_TrashKeeper::held_stays()
{
    const RecordingId held = trashed(firstUid, 31);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addHold(held, u"case"_s, u"me"_s); }));
    QCOMPARE(purge(), 0);
}

void tst_TrashKeeper::enqueued_isNotEnqueuedAgain_data()
{
    QTest::addColumn<JobState>("state");
    QTest::newRow("queued") << JobState::Queued;
    QTest::newRow("running") << JobState::Running;
    QTest::newRow("delayed") << JobState::Delayed;
    QTest::newRow("paused") << JobState::Paused;
}

void tst_TrashKeeper::enqueued_isNotEnqueuedAgain()
{
    QFETCH(const JobState, state);
    trashed(firstUid, 31);
    QCOMPARE(purge(), 1);
    script(u"UPDATE job SET state = %1"_s.arg(int(state)));
    m_fixture.clock().advance(40 * dayMs);
    QCOMPARE(purge(), 0);
    trashed(secondUid, 31);
    QCOMPARE(purge(), 1); // and nothing of the first
}

void tst_TrashKeeper::failed_restsForADay()
{
    trashed(firstUid, 31);
    QCOMPARE(purge(), 1);
    script(u"UPDATE job SET state = 5, finished_ms = %1"_s.arg(m_fixture.clock().nowMs()));
    m_fixture.clock().advance(dayMs - 1);
    QCOMPARE(purge(), 0);
    m_fixture.clock().advance(1);
    QCOMPARE(purge(), 1);
}

void tst_TrashKeeper::beingRestored_stays()
{
    const RecordingId id = trashed(firstUid, 31);
    const QByteArray payload = m_fixture.payloadOf({id}).toJson();
    QVERIFY(m_fixture.on<JobStore>([&](JobStore store) {
        return store.enqueue(m_fixture.m_batch, {.kind = u"restore"_s, .payload = payload});
    }));
    QCOMPARE(purge(), 0);
}

void tst_TrashKeeper::unreadablePayload_isNoObstacle()
{
    trashed(firstUid, 31);
    QVERIFY(m_fixture.on<JobStore>([&](JobStore store) {
        return store.enqueue(m_fixture.m_batch, {.kind = u"purge"_s, .payload = "{ not JSON"});
    }));
    QCOMPARE(purge(), 1);
}

void tst_TrashKeeper::differentGraces_areDifferentBatches()
{
    trashed(firstUid, 31);
    const RecordingId other = trashed(secondUid, 2);
    script(u"INSERT INTO store (uid, kind, name, path, added_ms, trash_grace_days) "
           "VALUES ('other', 1, 'other', '/elsewhere', 0, 1)"_s);
    script(u"UPDATE recording SET store_id = (SELECT id FROM store WHERE uid = 'other') "
           "WHERE id = %1"_s.arg(other.value));
    QCOMPARE(purge(), 2);
    QStringList found = reasons();
    found.sort();
    QCOMPARE(found, QStringList({u"trash grace of 1 day"_s, u"trash grace of 30 days"_s}));
}

void tst_TrashKeeper::keeper_looksAndRings()
{
    trashed(firstUid, 31);
    const JobKinds kinds;
    JobQueue queue(m_fixture.database(), m_fixture.clock(), kinds);
    TrashKeeper keeper(m_fixture.database(), m_fixture.clock(), queue);
    QSignalSpy wanted(&queue, &JobQueue::workWanted);
    QSignalSpy looked(&keeper, &TrashKeeper::looked);
    keeper.look();
    QVERIFY(keeper.isLooking());
    keeper.look(); // while it looks
    QTRY_COMPARE(looked.size(), 1);
    QVERIFY(!keeper.isLooking());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(m_fixture.jobs().size(), 1);
    keeper.look();
    QTRY_COMPARE(looked.size(), 2);
    QCOMPARE(wanted.size(), 1);
}

QTEST_GUILESS_MAIN(tst_TrashKeeper)
#include "tst_trashkeeper.moc"
