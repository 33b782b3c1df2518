// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storagereport.h"
#include "tests/support/workfixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_StorageReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void nothing_isReportedAsNothing();
    void sums_areByStoreKindAndMonth();
    void missing_liesNowhere();
    void storesOnOneVolume_shareIt();
    void offlineStore_hasNoVolume();
    void volume_fills();
    void purged_slowsTheGrowth();
    void future_isNotGrowth();

private:
    StorageReport report() { return *reportStorage(m_fixture.database(), m_fixture.clock()); }
    // So many recordings that began that long ago.
    void add(int count, qint64 daysAgo, qint64 bytes, RecordingKind kind = RecordingKind::Video,
             RecordingState state = RecordingState::Present);

    WorkFixture m_fixture;
    int m_added = 0;
};

void tst_StorageReport::add(int count, qint64 daysAgo, qint64 bytes, RecordingKind kind,
                            RecordingState state)
{
    for (int i = 0; i < count; ++i) {
        Recording recording;
        recording.uid = recording.path = QString::number(++m_added);
        recording.kind = kind;
        recording.startMs = m_fixture.clock().nowMs() - daysAgo * forecastDayMs;
        recording.bytes = bytes;
        const auto known = m_fixture.on<RecordingStore>([&](RecordingStore store) -> Result<> {
            TRY_LET(const RecordingId id, store.upsert(m_fixture.info().id, recording, 1));
            if (state == RecordingState::Trashed)
                return store.setTrashed(id, u"x"_s, 1);
            return store.setState(id, state, {});
        });
        QVERIFY(known);
    }
}

void tst_StorageReport::nothing_isReportedAsNothing()
{
    const StorageReport made = report();
    QCOMPARE(made.atMs, m_fixture.clock().nowMs());
    QCOMPARE(made.stores.size(), 1);
    QVERIFY(made.kinds.isEmpty());
    QVERIFY(made.months.isEmpty());
    QCOMPARE(made.volumes.size(), 1);
    QVERIFY(made.volumes.first().totalBytes > 0);
    QVERIFY(made.volumes.first().freeBytes <= made.volumes.first().totalBytes);
    QCOMPARE(made.volumes.first().forecast.trend, StorageTrend::TooLittle);
}

void tst_StorageReport::sums_areByStoreKindAndMonth()
{
    add(2, 0, 100); // the clock stands in November 2023
    add(1, 20, 1000, RecordingKind::Log);
    add(1, 20, 7, RecordingKind::Log, RecordingState::Trashed);
    add(1, 0, 5, RecordingKind::Log, RecordingState::Damaged);
    const StorageReport made = report();
    QCOMPARE(made.live.count, 4);
    QCOMPARE(made.live.bytes, 1205);
    QCOMPARE(made.trash.count, 1);
    QCOMPARE(made.trash.bytes, 7);
    QCOMPARE(made.stores.first().live.bytes, 1205);
    QCOMPARE(made.stores.first().trash.bytes, 7);
    QCOMPARE(made.kinds.size(), 2);
    QCOMPARE(made.kinds[0].kind, RecordingKind::Video);
    QCOMPARE(made.kinds[0].live.bytes, 200);
    QCOMPARE(made.kinds[1].kind, RecordingKind::Log);
    QCOMPARE(made.kinds[1].live.bytes, 1005);
    QCOMPARE(made.kinds[1].trash.count, 1);
    QCOMPARE(made.months.size(), 2);
    QCOMPARE(made.months[0].year, 2023);
    QCOMPARE(made.months[0].month, 11);
    QCOMPARE(made.months[0].live.bytes, 205);
    QCOMPARE(made.months[1].month, 10);
    QCOMPARE(made.months[1].live.bytes, 1000);
    QCOMPARE(made.months[1].trash.bytes, 7);
}

void tst_StorageReport::missing_liesNowhere()
{
    add(1, 0, 100, RecordingKind::Video, RecordingState::Missing);
    QCOMPARE(report().live.count, 0);
    QVERIFY(report().kinds.isEmpty());
}

void tst_StorageReport::storesOnOneVolume_shareIt()
{
    StoreFixture second;
    StoreInfo info;
    info.uid = ensureIdentity(second.root(), StoreKind::Gateway)->uid;
    info.name = u"z"_s;
    info.path = second.path();
    QVERIFY(m_fixture.database().wait(
        [&](Connection &connection) { return RootStore(connection).add(info); }));
    const StorageReport made = report();
    QCOMPARE(made.stores.size(), 2);
    QCOMPARE(made.volumes.size(), 1);
    QCOMPARE(made.volumes.first().stores.size(), 2);
    QCOMPARE(made.volumes.first().path, m_fixture.files().path());
}

void tst_StorageReport::offlineStore_hasNoVolume()
{
    add(1, 0, 100);
    m_fixture.loseFiles();
    const StorageReport made = report();
    QCOMPARE(made.stores.first().volume, -1);
    QCOMPARE(made.stores.first().live.bytes, 100); // offline is not empty
    QVERIFY(made.volumes.isEmpty());
}

void tst_StorageReport::volume_fills()
{
    const qint64 free = report().volumes.first().freeBytes;
    add(1, 40, 1); // there is more than a month of it
    for (int day = 0; day < 30; ++day)
        add(1, day, free / 100);
    const StorageForecast forecast = report().volumes.first().forecast;
    QCOMPARE(forecast.trend, StorageTrend::Fills);
    QCOMPARE(forecast.bytesPerDay, (free / 100) * 30 / 30);
    // Others write to the same disk while this runs.
    QVERIFY(forecast.fullMs > m_fixture.clock().nowMs() + 50 * forecastDayMs);
    QVERIFY(forecast.fullMs < m_fixture.clock().nowMs() + 200 * forecastDayMs);
}

void tst_StorageReport::purged_slowsTheGrowth()
{
    add(20, 10, 1000);
    const auto done = m_fixture.on<JobStore>([&](JobStore store) -> Result<> {
        ItemsPayload payload;
        payload.store = m_fixture.info().uid;
        payload.items << RecordingItem{RecordingId{1}, u"gone"_s, u"gone"_s};
        TRY_LET(const JobId job, store.enqueue(m_fixture.m_batch,
                                               {.kind = u"purge"_s, .payload = payload.toJson()}));
        return store.addItem(job, {u"gone"_s, 50'000, {}, 0});
    });
    QVERIFY(done);
    const auto ended = m_fixture.database().wait([&](Connection &connection) {
        return connection.script(u"UPDATE job SET state = 3, finished_ms = %1"_s.arg(
            m_fixture.clock().nowMs() - forecastDayMs));
    });
    QVERIFY(ended);
    const StorageForecast forecast = report().volumes.first().forecast;
    QCOMPARE(forecast.trend, StorageTrend::Shrinks);
    QVERIFY(forecast.bytesPerDay < 0);
    m_fixture.clock().advance(31 * forecastDayMs);
    QVERIFY(report().volumes.first().forecast.trend != StorageTrend::Shrinks);
}

void tst_StorageReport::future_isNotGrowth()
{
    add(20, -5, 1000);
    QCOMPARE(report().volumes.first().forecast.trend, StorageTrend::TooLittle);
    QCOMPARE(report().live.count, 20);
}

QTEST_GUILESS_MAIN(tst_StorageReport)
#include "tst_storagereport.moc"
