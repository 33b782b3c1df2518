// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <QString>

#include <optional>

namespace respool {

// How fast work goes and how long it will take, from its progress over the last half minute: a
// moving rate forgets a slow beginning and notices a slow disk. Times come from any clock that is
// not set, in milliseconds.
class ProgressRate
{
public:
    static constexpr qint64 windowMs = 30'000;

    // Work that went back, or has become another amount, begins a new measurement.
    void add(qint64 atMs, Progress progress);

    double perSecond() const; // units of the progress; 0: not known, or it stands still
    std::optional<qint64> remainingMs() const;

private:
    struct Sample
    {
        qint64 atMs = 0;
        Progress progress;
    };
    QList<Sample> m_samples; // the oldest first
};

// Whether jobs of this kind count their progress in bytes, not in recordings or stores.
bool countsBytes(const QString &kind);

} // namespace respool
