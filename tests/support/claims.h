// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobstore.h"

#include <optional>

namespace respool {

// The best ready job of these kinds, as a worker with plenty of room takes it; empty: none.
inline Result<std::optional<JobRecord>> claimOne(JobStore &store, const WorkerRecord &worker,
                                                 const QList<QString> &kinds)
{
    QList<KindRoom> room;
    for (const QString &kind : kinds)
        room << KindRoom{.kind = kind};
    TRY_LET(QList<JobRecord> jobs, store.claim(worker, room, 1));
    return jobs.isEmpty() ? std::optional<JobRecord>() : std::move(jobs.first());
}

} // namespace respool
