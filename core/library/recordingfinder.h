// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingquery.h"

namespace respool {

class Connection;

// Finds the way from a filter to its recordings: which of them is short is not to be seen from the
// question, and SQLite, which knows no numbers, guesses. So each set of recordings that a condition
// knows is counted, up to where looking at every row of it would take longer than what else there
// is, and the smallest is begun with. Otherwise the index of the order is walked: that of the usual
// order holds whatever is small, so that a filter on it never leaves the index. Database thread.
class RecordingFinder
{
public:
    RecordingFinder(Connection &connection, const RecordingFilter &filter);

    Result<QList<Recording>> page(); // without parts and tags
    Result<IdStretch> stretch();     // see RecordingCatalog::idsInOrder()
    Result<qint64> count();
    Result<qint64> countUpTo(int most);

private:
    // The smallest set; none: each holds more than most, or there is none.
    Result<const CompiledQuery *> setWithin(qint64 most);
    Result<QList<Recording>> rows(const CompiledQuery &ids);
    Result<QList<Recording>> alongOrder(int candidates, bool *atEnd);
    Result<IdStretch> allIds(const CompiledQuery *set);
    Result<IdStretch> walkedIds();
    CompiledQuery ids(const QString &from, const QString &first, const QVariantList &binds) const;
    qint64 mostInSet(qint64 all) const;
    Result<qint64> number(const CompiledQuery &query);

    Connection &m_connection;
    const RecordingFilter m_filter;
    const FilterQuery m_asked;
};

} // namespace respool
