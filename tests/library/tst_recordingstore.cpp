// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobstore.h"
#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_RecordingStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void upsert_readsBackWhole();
    void upsert_keepsTagsHoldAndId();
    void upsert_keepsWhatIsKnownOfAnUnchangedPart();
    void upsert_forgetsWhatWasKnownOfAChangedPart_data();
    void upsert_forgetsWhatWasKnownOfAChangedPart();
    void upsert_keepsTheProblemOfAnUnchangedPart();
    void upsert_replacesTheParts();
    void upsert_leavesADeletionItsMark();
    void upsert_bringsMissingAndTrashedOnesBack_data();
    void upsert_bringsMissingAndTrashedOnesBack();
    void upsert_doesNotUndoATrashingDuringTheScan();
    void upsert_keepsStoresApart();
    void known_givesPartsByUid();
    void markMissing_takesWhatTheScanDidNotSee();
    void markMissing_leavesWhatAJobHas();
    void markMissing_leavesWhatWasRestoredDuringTheScan();
    void take_isForOneRunningJob();
    void release_isForTheOwner();
    void unmark_tellsPresentFromDamaged();
    void replacePart_sumsUp();
    void replacePart_healsARecordingThatWasDamagedByIt();
    void tagsAndHolds_mayBeSetTwice();
    void remove_takesAllOfIt();
    void byIds_givesThoseThatAreThere();

private:
    template <typename F>
    auto on(F work)
    {
        return m_fixture.on<RecordingStore>(std::move(work));
    }
    Recording scanned(const QString &uid = u"one"_s) const;
    RecordingId upsert(const Recording &recording, qint64 scanMs = 0)
    {
        const auto id = on([&](RecordingStore store) {
            return store.upsert(m_store, recording, scanMs ? scanMs : m_fixture.clock().nowMs());
        });
        return id ? *id : RecordingId();
    }
    Recording get(RecordingId id)
    {
        const auto found = on([&](RecordingStore store) { return store.byId(id); });
        return found ? *found : Recording();
    }
    StoreId addStore(const QString &name);
    qint64 runningJob();
    void setState(RecordingId id, RecordingState state, const QString &problem = {})
    {
        QVERIFY(on([&](RecordingStore store) { return store.setState(id, state, problem); }));
    }

    EngineFixture m_fixture;
    StoreId m_store;
    WorkerRecord m_worker;
    QList<JobRecord> m_jobs;
};

void tst_RecordingStore::init()
{
    m_fixture.open();
    m_store = addStore(u"vault"_s);
    m_jobs.clear();
}

StoreId tst_RecordingStore::addStore(const QString &name)
{
    return *m_fixture.database().wait([&](Connection &connection) {
        StoreInfo store;
        store.uid = u"uid of "_s + name;
        store.name = name;
        store.path = u'/' + name;
        return RootStore(connection).add(store);
    });
}

qint64 tst_RecordingStore::runningJob()
{
    const auto job = m_fixture.on<JobStore>([&](JobStore store) -> Result<JobRecord> {
        TRY_LET(m_worker, store.addWorker(u"host"_s, 1));
        TRY_LET(const BatchId batch, store.addBatch(u"a"_s, u"me"_s, {}));
        TRY(store.enqueue(batch, {.kind = u"a"_s, .payload = "{}"}));
        TRY_LET(const auto claimed, claimOne(store, m_worker, {u"a"_s}));
        return *claimed;
    });
    m_jobs << *job;
    return job->id.value;
}

Recording tst_RecordingStore::scanned(const QString &uid) const
{
    Recording recording;
    recording.uid = uid;
    recording.path = u"path of "_s + uid;
    recording.kind = RecordingKind::Video;
    recording.startMs = 1000;
    recording.durationMs = 5000;
    recording.bytes = 30;
    recording.parts << Part{u"a.webm"_s, PartKind::Webm, 10, 1000, 2000, 77, Seekable::No, {}, {}}
                    << Part{u"b.webm"_s, PartKind::Webm, 20, 3000, 3000, 88, Seekable::Yes, {}, {}};
    return recording;
}

void tst_RecordingStore::upsert_readsBackWhole()
{
    const Recording recording = get(upsert(scanned()));
    QCOMPARE(recording.store, m_store);
    QCOMPARE(recording.storeName, u"vault"_s);
    QCOMPARE(recording.uid, u"one"_s);
    QCOMPARE(recording.path, u"path of one"_s);
    QCOMPARE(recording.state, RecordingState::Present);
    QCOMPARE(recording.kind, RecordingKind::Video);
    QCOMPARE(recording.startMs, 1000);
    QCOMPARE(recording.durationMs, 5000);
    QCOMPARE(recording.bytes, 30);
    QVERIFY(!recording.held && recording.tags.isEmpty() && recording.trashPath.isEmpty());
    QCOMPARE(recording.parts.size(), 2);
    const Part &part = recording.parts.first();
    QCOMPARE(part.name, u"a.webm"_s);
    QCOMPARE(part.kind, PartKind::Webm);
    QCOMPARE(part.bytes, 10);
    QCOMPARE(part.startMs, 1000);
    QCOMPARE(part.durationMs, 2000);
    QCOMPARE(part.modifiedMs, 77);
    QCOMPARE(part.seekable, Seekable::No);
}

void tst_RecordingStore::upsert_keepsTagsHoldAndId()
{
    const RecordingId id = upsert(scanned());
    QVERIFY(on([&](RecordingStore store) -> Result<> {
        TRY(store.addTag(id, u"evidence"_s));
        return store.addHold(id, u"case 7"_s, u"me"_s);
    }));
    QCOMPARE(upsert(scanned()), id);
    QCOMPARE(get(id).tags, QStringList{u"evidence"_s});
    QVERIFY(get(id).held);
    QCOMPARE(get(id).holdReason, u"case 7"_s);
}

void tst_RecordingStore::upsert_keepsWhatIsKnownOfAnUnchangedPart()
{
    const RecordingId id = upsert(scanned());
    Recording again = scanned();
    again.durationMs = 0;
    for (Part &part : again.parts) {
        part.seekable = Seekable::NotAsked;
        part.durationMs = 0;
    }
    upsert(again);
    const Recording now = get(id);
    QCOMPARE(now.parts[0].seekable, Seekable::No);
    QCOMPARE(now.parts[0].durationMs, 2000);
    QCOMPARE(now.parts[1].seekable, Seekable::Yes);
    QCOMPARE(now.durationMs, 5000);
}

void tst_RecordingStore::upsert_forgetsWhatWasKnownOfAChangedPart_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<qint64>("modified");
    QTest::newRow("size") << qint64(11) << qint64(77);
    QTest::newRow("time") << qint64(10) << qint64(78);
}

void tst_RecordingStore::upsert_forgetsWhatWasKnownOfAChangedPart()
{
    QFETCH(const qint64, bytes);
    QFETCH(const qint64, modified);
    const RecordingId id = upsert(scanned());
    Recording again = scanned();
    again.parts[0].seekable = Seekable::NotAsked;
    again.parts[0].durationMs = 0;
    again.parts[0].bytes = bytes;
    again.parts[0].modifiedMs = modified;
    upsert(again);
    QCOMPARE(get(id).parts[0].seekable, Seekable::NotAsked);
    QCOMPARE(get(id).parts[0].durationMs, 0);
}

void tst_RecordingStore::upsert_keepsTheProblemOfAnUnchangedPart()
{
    Recording broken = scanned();
    broken.parts[1].seekable = Seekable::NotAsked;
    broken.parts[1].problem = u"no video in it"_s;
    const RecordingId id = upsert(broken);
    QCOMPARE(get(id).state, RecordingState::Damaged);
    QCOMPARE(get(id).problem, u"no video in it"_s);
    Recording again = scanned();
    again.parts[1].seekable = Seekable::NotAsked;
    upsert(again);
    QCOMPARE(get(id).state, RecordingState::Damaged);
    QCOMPARE(get(id).problem, u"no video in it"_s);
    again.parts[1].bytes = 21;
    upsert(again);
    QCOMPARE(get(id).state, RecordingState::Present);
    QCOMPARE(get(id).problem, QString());
}

void tst_RecordingStore::upsert_replacesTheParts()
{
    const RecordingId id = upsert(scanned());
    Recording again = scanned();
    again.parts.removeFirst();
    again.parts << Part{u"c.webm"_s, PartKind::Webm, 1, 0, 0, 0, Seekable::NotAsked, {}, {}};
    upsert(again);
    QStringList names;
    for (const Part &part : get(id).parts)
        names << part.name;
    QCOMPARE(names, (QStringList{u"b.webm"_s, u"c.webm"_s}));
}

void tst_RecordingStore::upsert_leavesADeletionItsMark()
{
    const RecordingId id = upsert(scanned());
    QCOMPARE(*on([&](RecordingStore store) { return store.markDeleting({id}); }), 1);
    QCOMPARE(*on([&](RecordingStore store) { return store.markDeleting({id}); }), 0);
    upsert(scanned());
    QCOMPARE(get(id).state, RecordingState::Deleting);
}

void tst_RecordingStore::upsert_bringsMissingAndTrashedOnesBack_data()
{
    QTest::addColumn<bool>("trashed");
    QTest::newRow("missing") << false;
    QTest::newRow("trashed") << true;
}

void tst_RecordingStore::upsert_bringsMissingAndTrashedOnesBack()
{
    QFETCH(const bool, trashed);
    const RecordingId id = upsert(scanned());
    if (trashed)
        QVERIFY(on([&](RecordingStore store) {
            return store.setTrashed(id, u"t"_s, m_fixture.clock().nowMs());
        }));
    else
        setState(id, RecordingState::Missing, u"gone"_s);
    m_fixture.clock().advance(1000);
    upsert(scanned());
    QCOMPARE(get(id).state, RecordingState::Present);
    QCOMPARE(get(id).problem, QString());
    QCOMPARE(get(id).trashPath, QString());
}

// The scan read it before a deletion moved it away: what it saw is not true any more.
void tst_RecordingStore::upsert_doesNotUndoATrashingDuringTheScan()
{
    const RecordingId id = upsert(scanned());
    const qint64 scanMs = m_fixture.clock().nowMs();
    m_fixture.clock().advance(10);
    QVERIFY(on([&](RecordingStore store) {
        return store.setTrashed(id, u"in/the/trash"_s, m_fixture.clock().nowMs());
    }));
    upsert(scanned(), scanMs);
    QCOMPARE(get(id).state, RecordingState::Trashed);
    QCOMPARE(get(id).trashPath, u"in/the/trash"_s);
    QVERIFY(get(id).trashedMs > 0);
}

void tst_RecordingStore::upsert_keepsStoresApart()
{
    const RecordingId here = upsert(scanned());
    m_store = addStore(u"other"_s);
    const RecordingId there = upsert(scanned());
    QVERIFY(here != there);
    QCOMPARE(get(here).storeName, u"vault"_s);
    QCOMPARE(get(there).storeName, u"other"_s);
}

void tst_RecordingStore::known_givesPartsByUid()
{
    const RecordingId id = upsert(scanned());
    Recording bare = scanned(u"bare"_s);
    bare.parts.clear();
    upsert(bare);
    const auto known = on([&](RecordingStore store) { return store.known(m_store); });
    QVERIFY(known);
    QCOMPARE(known->size(), 2);
    QCOMPARE(known->value(u"one"_s).id, id);
    QCOMPARE(known->value(u"one"_s).path, u"path of one"_s);
    QCOMPARE(known->value(u"one"_s).parts.size(), 2);
    QCOMPARE(known->value(u"one"_s).parts[1].bytes, 20);
    QVERIFY(known->value(u"bare"_s).parts.isEmpty());
}

void tst_RecordingStore::markMissing_takesWhatTheScanDidNotSee()
{
    const RecordingId gone = upsert(scanned(u"gone"_s), 100);
    const RecordingId seen = upsert(scanned(u"seen"_s), 200);
    const RecordingId trashed = upsert(scanned(u"trashed"_s), 100);
    const RecordingId deleting = upsert(scanned(u"deleting"_s), 100);
    setState(trashed, RecordingState::Trashed);
    setState(deleting, RecordingState::Deleting);
    m_store = addStore(u"other"_s);
    const RecordingId elsewhere = upsert(scanned(u"gone"_s), 100);
    const QList<RecordingId> unseen{gone, seen, trashed, deleting};
    QCOMPARE(*on([&](RecordingStore store) { return store.markMissing(unseen, 200); }), 1);
    QCOMPARE(get(gone).state, RecordingState::Missing);
    QVERIFY(!get(gone).problem.isEmpty());
    QCOMPARE(get(seen).state, RecordingState::Present);
    QCOMPARE(get(trashed).state, RecordingState::Trashed);
    QCOMPARE(get(deleting).state, RecordingState::Deleting);
    QCOMPARE(get(elsewhere).state, RecordingState::Present);
}

void tst_RecordingStore::markMissing_leavesWhatAJobHas()
{
    const RecordingId id = upsert(scanned(), 100);
    const qint64 job = runningJob();
    QVERIFY(on([&](RecordingStore store) { return store.take(id, job); }));
    QCOMPARE(*on([&](RecordingStore store) { return store.markMissing({id}, 200); }), 0);
    QVERIFY(on([&](RecordingStore store) { return store.release(id, job); }));
    QCOMPARE(*on([&](RecordingStore store) { return store.markMissing({id}, 200); }), 1);
}

void tst_RecordingStore::markMissing_leavesWhatWasRestoredDuringTheScan()
{
    const RecordingId id = upsert(scanned(), m_fixture.clock().nowMs());
    QVERIFY(on([&](RecordingStore store) {
        return store.setTrashed(id, u"t"_s, m_fixture.clock().nowMs());
    }));
    m_fixture.clock().advance(1000);
    const qint64 scanMs = m_fixture.clock().nowMs(); // the scan lists the store now, without it
    m_fixture.clock().advance(1000);
    QVERIFY(on([&](RecordingStore store) { return store.setRestored(id); }));
    QCOMPARE(*on([&](RecordingStore store) { return store.markMissing({id}, scanMs); }), 0);
    QCOMPARE(get(id).state, RecordingState::Present);
}

void tst_RecordingStore::take_isForOneRunningJob()
{
    const RecordingId id = upsert(scanned());
    const qint64 first = runningJob();
    const qint64 second = runningJob();
    const auto take = [&](qint64 job) {
        return on([&](RecordingStore store) { return store.take(id, job); });
    };
    QVERIFY(take(first));
    QVERIFY(take(first)); // every step may run twice
    QCOMPARE(take(second).error().code, ErrorCode::Busy);
    QVERIFY(take(second).error().detail.contains(u"job %1 (a)"_s.arg(first)));
    QCOMPARE(
        on([&](RecordingStore store) { return store.take(RecordingId{999}, first); }).error().code,
        ErrorCode::NotFound);
    // The job has ended, or its process died and it waits again: the lock is worth nothing.
    QVERIFY(m_fixture.on<JobStore>([&](JobStore store) {
        return store.finish(m_jobs.first(), m_worker.id - 1, Verdict{.state = JobState::Queued},
                            {});
    }));
    QVERIFY(take(second));
    QVERIFY(!take(first));
}

void tst_RecordingStore::release_isForTheOwner()
{
    const RecordingId id = upsert(scanned());
    const qint64 first = runningJob();
    const qint64 second = runningJob();
    QVERIFY(on([&](RecordingStore store) { return store.take(id, first); }));
    QVERIFY(on([&](RecordingStore store) { return store.release(id, second); }));
    QVERIFY(!on([&](RecordingStore store) { return store.take(id, second); }));
    QVERIFY(on([&](RecordingStore store) { return store.release(id, first); }));
    QVERIFY(on([&](RecordingStore store) { return store.take(id, second); }));
}

void tst_RecordingStore::unmark_tellsPresentFromDamaged()
{
    const RecordingId good = upsert(scanned(u"good"_s));
    Recording broken = scanned(u"broken"_s);
    broken.state = RecordingState::Damaged;
    broken.problem = u"cut"_s;
    const RecordingId damaged = upsert(broken);
    QCOMPARE(*on([&](RecordingStore store) { return store.markDeleting({good, damaged}); }), 2);
    for (const RecordingId id : {good, damaged})
        QVERIFY(on([&](RecordingStore store) { return store.unmarkDeleting(id); }));
    QCOMPARE(get(good).state, RecordingState::Present);
    QCOMPARE(get(damaged).state, RecordingState::Damaged);
    setState(good, RecordingState::Trashed);
    QVERIFY(on([&](RecordingStore store) { return store.unmarkDeleting(good); }));
    QCOMPARE(get(good).state, RecordingState::Trashed);
}

void tst_RecordingStore::replacePart_sumsUp()
{
    const RecordingId id = upsert(scanned());
    Part part = scanned().parts.first();
    part.bytes = 100;
    part.durationMs = 4000;
    part.seekable = Seekable::Yes;
    QVERIFY(on([&](RecordingStore store) { return store.replacePart(id, part); }));
    QCOMPARE(get(id).bytes, 120);
    QCOMPARE(get(id).durationMs, 7000);
    QCOMPARE(get(id).parts[0].seekable, Seekable::Yes);
    QCOMPARE(get(id).parts[1].bytes, 20);
}

void tst_RecordingStore::replacePart_healsARecordingThatWasDamagedByIt()
{
    Recording broken = scanned();
    broken.parts[0].problem = u"cut off"_s;
    const RecordingId id = upsert(broken);
    QCOMPARE(get(id).state, RecordingState::Damaged);
    QVERIFY(on([&](RecordingStore store) { return store.replacePart(id, scanned().parts[0]); }));
    QCOMPARE(get(id).state, RecordingState::Present);
    QCOMPARE(get(id).problem, QString());
    // What else is wrong with it stays wrong.
    setState(id, RecordingState::Damaged, u"another session"_s);
    QVERIFY(on([&](RecordingStore store) { return store.replacePart(id, scanned().parts[0]); }));
    QCOMPARE(get(id).state, RecordingState::Damaged);
    QCOMPARE(get(id).problem, u"another session"_s);
}

void tst_RecordingStore::tagsAndHolds_mayBeSetTwice()
{
    const RecordingId id = upsert(scanned());
    for (int i = 0; i < 2; ++i)
        QVERIFY(on([&](RecordingStore store) -> Result<> {
            TRY(store.addTag(id, u"b"_s));
            TRY(store.addTag(id, u"a"_s));
            return store.addHold(id, u"reason %1"_s.arg(i), u"me"_s);
        }));
    QCOMPARE(get(id).tags, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(get(id).holdReason, u"reason 0; reason 1"_s);
    for (int i = 0; i < 2; ++i)
        QVERIFY(on([&](RecordingStore store) -> Result<> {
            TRY(store.removeTag(id, u"a"_s));
            return store.removeHold(id);
        }));
    QCOMPARE(get(id).tags, QStringList{u"b"_s});
    QVERIFY(!get(id).held);
}

void tst_RecordingStore::remove_takesAllOfIt()
{
    const RecordingId id = upsert(scanned());
    QVERIFY(on([&](RecordingStore store) -> Result<> {
        TRY(store.addTag(id, u"a"_s));
        TRY(store.addHold(id, u"r"_s, u"me"_s));
        TRY(store.remove(id));
        return store.remove(id);
    }));
    QCOMPARE(on([&](RecordingStore store) { return store.byId(id); }).error().code,
             ErrorCode::NotFound);
    const Recording again = get(upsert(scanned()));
    QVERIFY(!again.held && again.tags.isEmpty());
    QCOMPARE(again.parts.size(), 2);
}

void tst_RecordingStore::byIds_givesThoseThatAreThere()
{
    const RecordingId one = upsert(scanned(u"one"_s));
    const RecordingId two = upsert(scanned(u"two"_s));
    const auto found = on([&](RecordingStore store) {
        return store.byIds({two, RecordingId{999}, one, two});
    });
    QVERIFY(found);
    QCOMPARE(found->size(), 2); // once each
    QCOMPARE(found->first().uid, u"two"_s);
    QCOMPARE(found->last().parts.size(), 2);
}

QTEST_GUILESS_MAIN(tst_RecordingStore)
#include "tst_recordingstore.moc"
