// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"
#include "tests/support/enginefixture.h"

#include <functional>

namespace respool {

class LambdaJob final : public Job
{
public:
    using Body = std::function<Result<>(JobContext &)>;
    explicit LambdaJob(Body body)
        : m_body(std::move(body))
    {}
    Result<> run(JobContext &context) override { return m_body(context); }

private:
    Body m_body;
};

// A queue and a runner whose kinds of job are functions. A test class has it as a base, and calls
// open() in init() and close() in cleanup().
class RunnerFixture
{
protected:
    void open();
    void close();
    void addKind(const QString &name, LambdaJob::Body body, int limit = 10);
    void start(int threads = 4);
    void stop() { m_runner.reset(); }
    JobId enqueue(const QString &kind, int version = 1);
    JobRecord job(JobId id);
    QString crashFile() const { return m_fixture.folder() + QStringLiteral("/worker.crash"); }

    EngineFixture m_fixture;
    JobKinds m_kinds;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<JobRunner> m_runner;
};

} // namespace respool
