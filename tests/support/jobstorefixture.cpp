// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/jobstorefixture.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

JobId JobStoreFixture::enqueue(const QString &kind, int priority, qint64 delayMs)
{
    return *on([&](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(kind, u"me"_s, {}));
        return store.enqueue(batch, {.kind = kind,
                                     .payload = "{}",
                                     .priority = priority,
                                     .dueMs = delayMs ? m_fixture.clock().nowMs() + delayMs : 0});
    });
}

JobId JobStoreFixture::enqueueIn(const QString &lane)
{
    return *on([&](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(u"a"_s, u"me"_s, {}));
        return store.enqueue(batch, {.kind = u"a"_s, .payload = "{}", .lane = lane});
    });
}

WorkerRecord JobStoreFixture::worker()
{
    return *on([](JobStore store) { return store.addWorker(u"host"_s, 1); });
}

JobRecord JobStoreFixture::claim()
{
    m_worker = worker();
    const auto claimed = on([&](JobStore store) {
        return claimOne(store, m_worker, {u"a"_s, u"b"_s});
    });
    return claimed && *claimed ? **claimed : JobRecord();
}

void JobStoreFixture::dieAndRecover(const QSet<qint64> &blamed)
{
    const WorkerRecord next = worker();
    QVERIFY(on([&](JobStore store) { return store.requeueOrphans(next.id, blamed); }));
}

} // namespace respool
