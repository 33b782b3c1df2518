// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/querysql.h"
#include "core/library/recordingcatalog.h"

namespace respool {

// The order of a page, and what bounds the walk along its index.
struct PageOrder
{
    QString column;
    QString index;        // empty: none has this order
    QString unknown = {}; // holds where there is nothing to sort by: that comes last, either way
    CompiledQuery within; // conditions that choose a stretch of the index; may be empty
    CompiledQuery after;  // the end of the page before; may be empty
    bool descending = true;
    bool coversAll = false; // the index knows whatever the condition looks at

    QString by() const;
};

// A filter in the pieces that a way to its recordings is made of; see RecordingFinder.
struct FilterQuery
{
    CompiledQuery condition; // on the row r of recording
    QList<CompiledQuery> sets;
    PageOrder order;
    bool isLight = false;
    bool isTallied = false;
};

FilterQuery filterQuery(const RecordingFilter &filter, const Dialect &dialect);

// The rows with these ids, of which there is one column id; columns as recordingFrom() reads them.
CompiledQuery rowsQuery(const CompiledQuery &ids, const PageOrder &order);

// The page of recordings that the filter names, by whatever way the database takes.
CompiledQuery pageQuery(const RecordingFilter &filter, const Dialect &dialect);
// The numbers of all that the filter finds, whatever its limit and order.
CompiledQuery allIdsQuery(const RecordingFilter &filter, const Dialect &dialect);
CompiledQuery countQuery(const RecordingFilter &filter, const Dialect &dialect);

// Of the recordings with these ids, as many as one query may name: their rows, their parts and
// tags with the recording's id before them.
inline constexpr qsizetype idsInOneQuery = 100;
CompiledQuery idsQuery(const QList<RecordingId> &ids);
CompiledQuery partsQuery(const QList<RecordingId> &ids);
CompiledQuery sumsQuery(const QList<RecordingId> &ids); // a row for each kind
CompiledQuery tagsQuery(const QList<RecordingId> &ids);

} // namespace respool
