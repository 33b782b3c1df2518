// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace respool {

// What is known of a volume and of what has happened on it in the last days.
struct StorageGrowth
{
    qint64 freeBytes = 0;
    qint64 arrivedBytes = 0; // of recordings that began within the days
    qint64 purgedBytes = 0;  // removed for good within them
    int days = 0;            // that this is about: 30, or less where nothing is older
    qint64 recordings = 0;   // that began within them
};

enum class StorageTrend {
    Fills,     // on that date
    Shrinks,   // more goes than comes
    Steady,    // as much goes as comes, or it lasts for longer than ten years
    TooLittle, // is known to say anything: less than a week, or less than ten recordings
};

struct StorageForecast
{
    StorageTrend trend = StorageTrend::TooLittle;
    qint64 fullMs = 0;      // when it is full at the present rate; 0: not
    qint64 bytesPerDay = 0; // what is added; less than 0: what it shrinks by
};

inline constexpr int forecastDays = 30;
inline constexpr qint64 forecastDayMs = 86'400'000;

// The date is that of a straight line, for what one would do about it is not more exact either.
StorageForecast forecastOf(const StorageGrowth &growth, qint64 nowMs);

} // namespace respool
