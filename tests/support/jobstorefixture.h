// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

namespace respool {

// A queue, and a worker that claims from it. A test class has it as a base and calls open() of the
// fixture in init().
class JobStoreFixture
{
protected:
    template <typename F>
    auto on(F work)
    {
        return m_fixture.on<JobStore>(std::move(work));
    }
    JobId enqueue(const QString &kind = QStringLiteral("a"), int priority = 0, qint64 delayMs = 0);
    JobId enqueueIn(const QString &lane);
    // The best job of the kinds a and b, by a new worker.
    JobRecord claim();
    // A new worker takes the others for dead.
    void dieAndRecover(const QSet<qint64> &blamed);
    WorkerRecord worker();
    JobRecord job(JobId id)
    {
        return *on([&](JobStore store) { return store.byId(id); });
    }

    EngineFixture m_fixture;
    WorkerRecord m_worker; // that claimed last
};

} // namespace respool
