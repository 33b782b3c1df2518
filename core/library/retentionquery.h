// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/querysql.h"
#include "core/library/retentionevaluator.h"

#include <limits>

namespace respool {

class Row;

// Which of the recordings that a rule is about.
struct CandidatePage
{
    qint64 afterMs = std::numeric_limits<qint64>::min(); // what the page before it ended with
    RecordingId afterId = {};
    qint64 beforeMs = std::numeric_limits<qint64>::max(); // what began then or later is left out
    int rows = 0;
};

// They come the oldest first; columns as candidateFrom() reads them. A query that says nothing
// about the state leaves out the trash, as everywhere.
CompiledQuery candidatesQuery(const Query &query, const CandidatePage &page,
                              const Dialect &dialect);
RetentionCandidate candidateFrom(const Row &row);

} // namespace respool
