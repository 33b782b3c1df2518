// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/query/query.h"

namespace respool {

// The numbers that a text stands for: all from from up to, but without, to. A date is as long as
// it was written exactly: 2026-01 is a month, and an instant one millisecond.
struct QueryInterval
{
    qint64 from = 0;
    qint64 to = 0;
};

// Errors: InvalidArgument, with what may be written. Field must be ordered, a choice, yes or no,
// or a store; texts stand for nothing but themselves. Store: also NotFound.
Result<QueryInterval> intervalOf(const QueryField &field, const QString &text,
                                 const QueryContext &context);

Result<qint64> sizeFromText(const QString &text);     // bytes: 500, 1.5G, 10MiB
Result<qint64> durationFromText(const QString &text); // ms: 90, 90s, 1h30m, 1:30:00
Result<QueryInterval> datesFromText(const QString &text, const QueryContext &context);

} // namespace respool
