// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <optional>

namespace respool {

struct ScheduleId
{
    qint64 value = 0;
    auto operator<=>(const ScheduleId &) const = default;
};

// A schedule to be made. rule and zone: see ScheduleRule.
struct ScheduleSpec
{
    QString name;
    QString action;     // what it enqueues, see ScheduleActions
    QByteArray payload; // to what, JSON
    QString rule;
    QString zone; // an IANA id
};

// One run. batch 0: nothing was enqueued, and error says why.
struct ScheduleRun
{
    qint64 dueMs = 0;
    qint64 ranMs = 0;
    BatchId batch;
    Error error;
};

// A rule that enqueues jobs again and again. Times are UTC milliseconds.
struct ScheduleRecord
{
    ScheduleId id;
    ScheduleSpec spec;
    QString who;
    qint64 createdMs = 0;
    bool enabled = true;
    qint64 nextMs = 0; // 0: never again
    std::optional<ScheduleRun> last;
};

// What a schedule can enqueue. Both run on a database thread, in the transaction that says that
// the run has happened.
struct ScheduleAction
{
    // Is there something to do it to? Asked when a schedule is made.
    std::function<Result<>(Connection &, const QByteArray &payload)> check;
    // Enqueues it as one batch; 0: there was nothing to do.
    std::function<Result<BatchId>(Connection &, const ScheduleRecord &)> enqueue;
};

// By the name of the action.
using ScheduleActions = QHash<QString, ScheduleAction>;

} // namespace respool

Q_DECLARE_METATYPE(respool::ScheduleId)
