// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storageforecast.h"

namespace respool {

namespace {

constexpr int fewestDays = 7;
constexpr qint64 fewestRecordings = 10;
constexpr qint64 mostDaysAhead = 3653;

} // namespace

StorageForecast forecastOf(const StorageGrowth &growth, qint64 nowMs)
{
    StorageForecast forecast;
    if (growth.days < fewestDays || growth.recordings < fewestRecordings)
        return forecast;
    const qint64 net = growth.arrivedBytes - growth.purgedBytes;
    forecast.bytesPerDay = net / growth.days;
    if (forecast.bytesPerDay < 0) {
        forecast.trend = StorageTrend::Shrinks;
        return forecast;
    }
    forecast.trend = StorageTrend::Steady;
    if (forecast.bytesPerDay == 0)
        return forecast;
    const qint64 daysLeft = growth.freeBytes / forecast.bytesPerDay;
    if (daysLeft > mostDaysAhead)
        return forecast;
    forecast.trend = StorageTrend::Fills;
    const double part = double(growth.freeBytes) / double(forecast.bytesPerDay);
    forecast.fullMs = nowMs + qint64(part * double(forecastDayMs));
    return forecast;
}

} // namespace respool
