// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/retentionquery.h"

#include "core/db/connection.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

CompiledQuery candidatesQuery(const Query &query, const CandidatePage &page, const Dialect &dialect)
{
    const CompiledQuery asked = conditionOf(query, dialect);
    CompiledQuery compiled;
    compiled.sql = u"SELECT r.id, r.store_id, r.state, r.start_ms, r.bytes, r.flagged,"
                   " EXISTS (SELECT 1 FROM hold h WHERE h.recording_id = r.id)"
                   " FROM recording r WHERE r.start_ms < ? AND (r.start_ms, r.id) > (?, ?)"_s;
    compiled.binds << page.beforeMs << page.afterMs << page.afterId.value;
    if (!query.choosesState())
        compiled.sql += u" AND r.state <> 3"_s;
    if (!asked.sql.isEmpty())
        compiled.sql += u" AND "_s + asked.sql;
    compiled.sql += u" ORDER BY r.start_ms, r.id LIMIT ?"_s;
    compiled.binds << asked.binds << page.rows;
    return compiled;
}

RetentionCandidate candidateFrom(const Row &row)
{
    return {RecordingId{row.integer(0)},
            StoreId{row.integer(1)},
            RecordingState(row.integer(2)),
            row.integer(3),
            row.integer(4),
            row.integer(5) != 0,
            row.integer(6) != 0};
}

} // namespace respool
