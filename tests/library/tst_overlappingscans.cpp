// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingstore.h"
#include "core/library/rootstore.h"
#include "tests/support/enginefixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A scan that was begun earlier may write later: two scans of a store, or a scan beside a delete.
class TestOverlappingScans : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void laterWriteOfTheEarlierScan_hidesNothing();
    void trashedMeanwhile_staysInTheTrash();
    void putBackByHand_isPresentAgain();
    void restoredMeanwhile_isNotMissing();

private:
    template <typename F>
    auto on(F work)
    {
        return m_fixture.on<RecordingStore>(std::move(work));
    }
    void scan(qint64 scanMs)
    {
        const auto seen =
            on([&](RecordingStore store) { return store.upsert(m_store, m_recording, scanMs); });
        QVERIFY(seen);
        m_recording.id = *seen;
    }
    void trash(qint64 nowMs)
    {
        QVERIFY(on([&](RecordingStore store) {
            return store.setTrashed(m_recording.id, u".respool/trash/t/r"_s, nowMs);
        }));
    }
    Recording now()
    {
        return *on([&](RecordingStore store) { return store.byId(m_recording.id); });
    }

    EngineFixture m_fixture;
    StoreId m_store;
    Recording m_recording;
};

void TestOverlappingScans::init()
{
    m_fixture.open();
    m_recording = {};
    m_recording.uid = u"r"_s;
    m_recording.path = u"r"_s;
    const auto added = m_fixture.database().wait([](Connection &connection) {
        StoreInfo store;
        store.uid = u"s"_s;
        store.name = u"s"_s;
        store.path = u"/s"_s;
        return RootStore(connection).add(store);
    });
    QVERIFY(added);
    m_store = *added;
}

void TestOverlappingScans::laterWriteOfTheEarlierScan_hidesNothing()
{
    scan(200);
    scan(100);
    QVERIFY(on([&](RecordingStore store) { return store.markMissing({m_recording.id}, 200); }));
    QCOMPARE(now().state, RecordingState::Present);
}

void TestOverlappingScans::trashedMeanwhile_staysInTheTrash()
{
    scan(100);
    trash(250);
    scan(200); // read the folder before it was moved
    QCOMPARE(now().state, RecordingState::Trashed);
    QCOMPARE(now().trashPath, u".respool/trash/t/r"_s);
}

void TestOverlappingScans::putBackByHand_isPresentAgain()
{
    scan(100);
    trash(250);
    scan(300);
    QCOMPARE(now().state, RecordingState::Present);
}

void TestOverlappingScans::restoredMeanwhile_isNotMissing()
{
    const qint64 before = m_fixture.clock().nowMs() - 1000;
    scan(before - 1000);
    trash(before - 500);
    QVERIFY(on([&](RecordingStore store) { return store.setRestored(m_recording.id); }));
    QVERIFY(on([&](RecordingStore store) { return store.markMissing({m_recording.id}, before); }));
    QCOMPARE(now().state, RecordingState::Present);
}

QTEST_GUILESS_MAIN(TestOverlappingScans)
#include "tst_overlappingscans.moc"
