// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/querysql.h"
#include "core/library/recordingcatalog.h"

namespace respool {

// The page of recordings that the filter names; columns as recordingFrom() reads them.
CompiledQuery pageQuery(const RecordingFilter &filter, const Dialect &dialect);
// The numbers of all that the filter finds, whatever its limit and order.
CompiledQuery allIdsQuery(const RecordingFilter &filter, const Dialect &dialect);
CompiledQuery countQuery(const RecordingFilter &filter, const Dialect &dialect);

// Of the recordings with these ids, as many as one query may name: their rows, their parts and
// tags with the recording's id before them.
inline constexpr qsizetype idsInOneQuery = 100;
CompiledQuery idsQuery(const QList<RecordingId> &ids);
CompiledQuery partsQuery(const QList<RecordingId> &ids);
CompiledQuery tagsQuery(const QList<RecordingId> &ids);

} // namespace respool
