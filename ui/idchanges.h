// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <optional>

namespace respool {

// Rows that go and rows that come at one place of a list.
struct IdChange
{
    qsizetype at = 0;      // in the list as it was
    qsizetype removed = 0; // from there on
    qsizetype from = 0;    // in the next list
    qsizetype inserted = 0;
};

// What makes the next list of ids of the one before, first place first; nothing: what stays has
// another order now, or so much changes that it is no less work to begin anew. Of a million ids it
// takes a tenth of a second at worst: a thread of the pool does it.
std::optional<QList<IdChange>> idChanges(const QList<qint64> &before, const QList<qint64> &next);

} // namespace respool
