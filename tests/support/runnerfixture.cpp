// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/runnerfixture.h"

#include "core/jobs/jobstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

void RunnerFixture::open()
{
    m_fixture.open();
    m_kinds.clear();
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
}

void RunnerFixture::close()
{
    m_runner.reset();
    m_queue.reset();
}

void RunnerFixture::addKind(const QString &name, LambdaJob::Body body, int limit)
{
    m_kinds.insert(name,
                   {.make = [body = std::move(body)](
                                const JobRecord &) { return std::make_unique<LambdaJob>(body); },
                    .giveUp = {},
                    .version = 1,
                    .limit = limit});
}

void RunnerFixture::start(int threads)
{
    m_runner =
        std::make_unique<JobRunner>(m_fixture.database(), m_fixture.clock(), *m_queue, m_kinds);
    const auto started = m_runner->start(threads, {}, crashFile());
    QVERIFY2(bool(started), started ? "" : qPrintable(started.error().detail));
}

JobId RunnerFixture::enqueue(const QString &kind, int version)
{
    const JobId id = *m_fixture.on<JobStore>([&](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(kind, u"me"_s, {}));
        return store.enqueue(batch, {.kind = kind, .version = version, .payload = "{}"});
    });
    m_queue->announceWork();
    return id;
}

JobRecord RunnerFixture::job(JobId id)
{
    return *m_fixture.on<JobStore>([&](JobStore store) { return store.byId(id); });
}

} // namespace respool
