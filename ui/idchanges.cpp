// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/idchanges.h"

#include <algorithm>
#include <span>

namespace respool {

namespace {

// A view moves what it knows of all rows behind each place that changes.
constexpr qsizetype mostMoved = 4'000'000;
constexpr qsizetype mostPlaces = 100;

using Ids = std::span<const qint64>;

QList<qint64> sorted(Ids ids)
{
    QList<qint64> all(ids.begin(), ids.end());
    std::ranges::sort(all);
    return all;
}

bool isIn(const QList<qint64> &sortedIds, qint64 id)
{
    return std::ranges::binary_search(sortedIds, id);
}

} // namespace

std::optional<QList<IdChange>> idChanges(const QList<qint64> &before, const QList<qint64> &next)
{
    const auto [left, right] = std::ranges::mismatch(before, next);
    const qsizetype head = left - before.begin();
    qsizetype tail = 0;
    const qsizetype most = std::min(before.size(), next.size()) - head;
    while (tail < most && before[before.size() - 1 - tail] == next[next.size() - 1 - tail])
        ++tail;
    const Ids old(before.begin() + head, before.end() - tail);
    const Ids now(next.begin() + head, next.end() - tail);
    QList<IdChange> changes;
    if (old.empty() && now.empty())
        return changes;
    if (old.empty() || now.empty())
        return QList{IdChange{head, qsizetype(old.size()), head, qsizetype(now.size())}};

    const QList<qint64> had = sorted(old), has = sorted(now);
    const qsizetype places = std::min(
        mostPlaces, std::max(qsizetype(1), mostMoved / std::max(before.size(), next.size())));
    size_t o = 0, n = 0;
    while (o < old.size() || n < now.size()) {
        IdChange change{head + qsizetype(o), 0, head + qsizetype(n), 0};
        for (; o < old.size() && !isIn(has, old[o]); ++o)
            ++change.removed;
        for (; n < now.size() && !isIn(had, now[n]); ++n)
            ++change.inserted;
        if (change.removed > 0 || change.inserted > 0) {
            if (changes.size() == places)
                return {};
            changes << change;
            continue;
        }
        if (o == old.size() || n == now.size() || old[o] != now[n])
            return {}; // both are there before and after, but not in this order
        ++o;
        ++n;
    }
    return changes;
}

} // namespace respool
