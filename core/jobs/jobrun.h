// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobkind.h"
#include "core/jobs/jobstore.h"

#include <QMutex>

#include <atomic>
#include <memory>

namespace respool {

class Clock;
class Database;

// One run of one job: executed on a pool thread, watched and stopped from the main thread, which
// share its life. Does not know who started it or which kinds there are.
class JobRun final : public JobContext
{
public:
    JobRun(Database &database, const Clock &clock, qint64 worker, JobRecord job, JobKind kind);

    // Pool thread. Runs the job and writes its end; returns the state the job went into.
    JobState execute();

    // Any thread.
    void interrupt();
    void heed(JobWish wish); // Cancel or Pause; a cancel is not turned into a pause
    bool isOver() const { return m_over; }
    Progress lastProgress() const;
    // The progress, if it has changed since the last call: for the window, and for the disk.
    std::optional<Progress> freshProgress() { return takeIf(m_fresh); }
    std::optional<Progress> unstoredProgress() { return takeIf(m_unstored); }
    // Why its end cannot be written, if that has gone wrong since the last call.
    std::optional<Error> freshTrouble();

    const JobRecord &job() const override { return m_job; }
    std::stop_token stopToken() const override { return m_stop.get_token(); }
    Failure stopped() const override;
    void progress(Progress progress) override;
    void log(LogLevel level, const QString &text) override;
    Result<> checkpoint(const QByteArray &state, const QList<JobItem> &items,
                        const Effects &effects) override;
    void atEnd(Effects effects) override;

private:
    Result<> runJob();
    JobState end(Result<> outcome);
    std::optional<Progress> takeIf(bool &flag);
    Result<JobState> writeEnd(const Result<> &outcome);

    Database &m_database;
    const Clock &m_clock;
    const qint64 m_worker;
    JobRecord m_job;
    const JobKind m_kind;
    std::unique_ptr<Job> m_work; // until the end is committed: its effects may be the job's own
    QList<Effects> m_atEnd;
    std::stop_source m_stop;
    std::atomic<JobWish> m_wish = JobWish::None;
    std::atomic<bool> m_over = false;
    mutable QMutex m_mutex; // guards all below
    Progress m_progress;
    bool m_fresh = false;
    bool m_unstored = false;
    std::optional<Error> m_trouble;
};

} // namespace respool
