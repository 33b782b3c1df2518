// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The user's verbs of JobStore: on one job, and on the queue as a whole.

#include "core/base/clock.h"
#include "core/db/connection.h"
#include "core/jobs/batch.h"
#include "core/jobs/jobstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

// Tells a job that does not exist from one that is in the wrong state.
Failure JobStore::notChanged(JobId id, const QString &what)
{
    const auto job = byId(id);
    if (!job)
        return Failure{job.error()};
    return fail(ErrorCode::Refused, u"job %1 %2"_s.arg(id.value).arg(what));
}

Result<> JobStore::cancel(JobId id, const QString &who)
{
    TRY_LET(const int waiting, m_connection.run(u"job_cancel_waiting"_s,
                                                {{u"id"_s, id.value},
                                                 {u"now"_s, m_clock.nowMs()},
                                                 {u"code"_s, int(ErrorCode::Cancelled)},
                                                 {u"text"_s, u"cancelled by %1"_s.arg(who)}}));
    if (waiting > 0)
        return {};
    TRY_LET(const int running, m_connection.run(u"job_wish_cancel"_s, {{u"id"_s, id.value}}));
    if (running > 0)
        return {};
    return notChanged(id, u"has ended already: nothing to cancel"_s);
}

Result<> JobStore::pauseJob(JobId id)
{
    TRY_LET(const int waiting, m_connection.run(u"job_pause_waiting"_s, {{u"id"_s, id.value}}));
    if (waiting > 0)
        return {};
    TRY_LET(const int running, m_connection.run(u"job_wish_pause"_s, {{u"id"_s, id.value}}));
    if (running > 0)
        return {};
    return notChanged(id, u"has ended, or is paused or being cancelled already"_s);
}

Result<> JobStore::resumeJob(JobId id)
{
    TRY_LET(const int rows,
            m_connection.run(u"job_resume"_s, {{u"id"_s, id.value}, {u"now"_s, m_clock.nowMs()}}));
    if (rows > 0)
        return {};
    return notChanged(id, u"is not paused"_s);
}

Result<> JobStore::setPriority(JobId id, int priority)
{
    TRY_LET(const int rows,
            m_connection.run(u"job_priority"_s, {{u"id"_s, id.value}, {u"priority"_s, priority}}));
    if (rows > 0)
        return {};
    return notChanged(id, u"has ended already"_s);
}

Result<> JobStore::shiftPriority(BatchId batch, int by)
{
    TRY_LET(const int rows,
            m_connection.run(u"job_priority_shift"_s, {{u"batch"_s, batch.value}, {u"by"_s, by}}));
    if (rows > 0)
        return {};
    TRY(this->batch(batch));
    return fail(ErrorCode::Refused, u"batch %1 has ended already"_s.arg(batch.value));
}

Result<> JobStore::retry(JobId id)
{
    TRY_LET(const int rows,
            m_connection.run(u"job_retry"_s, {{u"id"_s, id.value}, {u"now"_s, m_clock.nowMs()}}));
    if (rows > 0)
        return {};
    return notChanged(id, u"is done, running or waiting for its turn: nothing to retry"_s);
}

Result<> JobStore::discard(JobId id)
{
    TRY_LET(const int rows, m_connection.run(u"job_discard"_s, {{u"id"_s, id.value}}));
    if (rows > 0)
        return {};
    return notChanged(id, u"has not ended: cancel it first"_s);
}

Result<int> JobStore::see(JobId id)
{
    return m_connection.run(u"job_see"_s, {{u"id"_s, id.value}});
}

Result<int> JobStore::seeAll()
{
    return m_connection.run(u"job_see_all"_s);
}

Result<> JobStore::pause(const QString &kind)
{
    TRY(m_connection.run(u"pause_add"_s, {{u"kind"_s, kind}, {u"now"_s, m_clock.nowMs()}}));
    return {};
}

Result<> JobStore::resume(const QString &kind)
{
    TRY(m_connection.run(u"pause_remove"_s, {{u"kind"_s, kind}}));
    return {};
}

} // namespace respool
