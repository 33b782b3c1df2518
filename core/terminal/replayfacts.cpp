// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/replayfacts.h"

#include <algorithm>

namespace respool {

namespace {

constexpr qint64 longestStepMs = qint64(1) << 40; // 2048 of them are longer than any recording

void doubleSteps(ReplayActivity &activity)
{
    QList<qint64> &bytes = activity.bytes;
    for (qsizetype i = 0; i < bytes.size(); i += 2)
        bytes[i / 2] = bytes[i] + (i + 1 < bytes.size() ? bytes[i + 1] : 0);
    bytes.resize((bytes.size() + 1) / 2);
    activity.stepMs *= 2;
}

} // namespace

void ReplayActivity::add(qint64 atMs, qint64 amount)
{
    if (atMs < 0)
        return;
    while (atMs / stepMs >= mostSteps && stepMs < longestStepMs)
        doubleSteps(*this);
    const qsizetype step = std::min<qint64>(atMs / stepMs, mostSteps - 1);
    if (step >= bytes.size())
        bytes.resize(step + 1);
    bytes[step] += amount;
}

void ReplayActivity::add(const ReplayActivity &other)
{
    for (qsizetype i = 0; i < other.bytes.size(); ++i) {
        if (other.bytes[i] > 0)
            add(i * other.stepMs, other.bytes[i]);
    }
}

} // namespace respool
