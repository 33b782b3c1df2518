// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storageforecast.h"

#include <QTest>

using namespace respool;

namespace {

constexpr qint64 now = 1'700'000'000'000;
constexpr qint64 gigabyte = 1'000'000'000;

} // namespace

class tst_StorageForecast : public QObject
{
    Q_OBJECT

private slots:
    void forecast_says_data();
    void forecast_says();
    void full_isOnTheDay();
};

void tst_StorageForecast::forecast_says_data()
{
    QTest::addColumn<StorageGrowth>("growth");
    QTest::addColumn<StorageTrend>("trend");
    const StorageGrowth usual{.freeBytes = 100 * gigabyte,
                              .arrivedBytes = 30 * gigabyte,
                              .purgedBytes = 0,
                              .days = 30,
                              .recordings = 100};
    QTest::newRow("what comes and stays fills it") << usual << StorageTrend::Fills;
    StorageGrowth growth = usual;
    growth.purgedBytes = 31 * gigabyte;
    QTest::newRow("more goes than comes") << growth << StorageTrend::Shrinks;
    growth.purgedBytes = 30 * gigabyte;
    QTest::newRow("as much goes as comes") << growth << StorageTrend::Steady;
    growth = usual;
    growth.freeBytes = 4000 * gigabyte;
    QTest::newRow("it lasts for more than ten years") << growth << StorageTrend::Steady;
    growth = usual;
    growth.days = 6;
    QTest::newRow("less than a week is known") << growth << StorageTrend::TooLittle;
    growth = usual;
    growth.recordings = 9;
    QTest::newRow("few recordings are known") << growth << StorageTrend::TooLittle;
    growth = usual;
    growth.freeBytes = 0;
    QTest::newRow("it is full") << growth << StorageTrend::Fills;
    QTest::newRow("nothing is known") << StorageGrowth() << StorageTrend::TooLittle;
}

void tst_StorageForecast::forecast_says()
{
    QFETCH(const StorageGrowth, growth);
    QFETCH(const StorageTrend, trend);
    const StorageForecast forecast = forecastOf(growth, now);
    QCOMPARE(forecast.trend, trend);
    QCOMPARE(forecast.fullMs > 0, trend == StorageTrend::Fills);
}

void tst_StorageForecast::full_isOnTheDay()
{
    const StorageForecast forecast = forecastOf({.freeBytes = 100 * gigabyte,
                                                 .arrivedBytes = 60 * gigabyte,
                                                 .purgedBytes = 30 * gigabyte,
                                                 .days = 30,
                                                 .recordings = 10},
                                                now);
    QCOMPARE(forecast.bytesPerDay, gigabyte);
    QCOMPARE(forecast.fullMs, now + 100 * forecastDayMs);
}

QTEST_GUILESS_MAIN(tst_StorageForecast)
#include "tst_storageforecast.moc"
