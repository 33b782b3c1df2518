// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace respool {

// The part of a recording that is wanted. Times are from its first packet on.
struct TimeRange
{
    qint64 fromMs = -1; // -1: from the beginning
    qint64 toMs = -1;   // -1: to the end

    bool isWhole() const { return fromMs <= 0 && toMs < 0; }
    bool isEmpty() const { return toMs >= 0 && toMs <= qMax<qint64>(0, fromMs); }
    bool operator==(const TimeRange &) const = default;

    QJsonObject toJson() const;
    static TimeRange fromJson(const QJsonObject &object);
};

} // namespace respool
