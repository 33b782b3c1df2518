// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/db/database.h"
#include "core/jobs/job.h"

#include <functional>

namespace respool {

// A job's context without a runner: checkpoints run their effects on the database, and the job's
// record keeps the last one, so that a second run goes on from it.
class FakeContext final : public JobContext
{
public:
    FakeContext(Database &database, JobRecord job)
        : m_database(database)
        , m_job(std::move(job))
    {}

    const JobRecord &job() const override { return m_job; }
    std::stop_token stopToken() const override { return m_stop.get_token(); }
    Failure stopped() const override { return fail(ErrorCode::Interrupted); }
    void progress(Progress progress) override
    {
        lastProgress = progress;
        if (stopWhen && stopWhen(progress))
            m_stop.request_stop();
    }
    void log(LogLevel, const QString &text) override { logged << text; }
    Result<> checkpoint(const QByteArray &state, const QList<JobItem> &results,
                        const Effects &effects) override
    {
        ++checkpoints;
        if (checkpoints == failAt)
            return fail(ErrorCode::LeaseLost);
        if (effects) {
            TRY(m_database.wait(effects));
        }
        m_job.checkpoint = state;
        items << results;
        if (checkpoints == stopAt)
            m_stop.request_stop();
        return {};
    }
    void atEnd(Effects effects) override { m_atEnd << std::move(effects); }

    // What the runner does after a success.
    Result<> end()
    {
        for (const Effects &effects : std::as_const(m_atEnd)) {
            TRY(m_database.wait(effects));
        }
        return {};
    }
    // The job is claimed again.
    void again()
    {
        m_stop = std::stop_source();
        m_atEnd.clear();
        items.clear();
        checkpoints = stopAt = failAt = 0;
        stopWhen = {};
    }
    void stop() { m_stop.request_stop(); }

    int checkpoints = 0;
    int stopAt = 0; // the checkpoint after which a stop is asked for; 0: never
    int failAt = 0; // the checkpoint at which the lease is lost
    std::function<bool(Progress)> stopWhen; // the progress after which a stop is asked for
    QList<JobItem> items;
    QStringList logged;
    Progress lastProgress;

private:
    Database &m_database;
    JobRecord m_job;
    std::stop_source m_stop;
    QList<Effects> m_atEnd;
};

} // namespace respool
