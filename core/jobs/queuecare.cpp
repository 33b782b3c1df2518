// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What JobQueue does about the jobs of all batches: those that failed, and those that have ended.

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/jobs/jobhistory.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"

#include <QPromise>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// Each may have a thousand results, and others want to write in between.
constexpr int clearedAtOnce = 50;

// Goes through the kinds, a piece of work after the other, and says at the end how many are gone.
struct Clearing
{
    QList<QString> kinds;
    qint64 gone = 0;
    QPromise<Result<qint64>> promise;
};

void finishClearing(Clearing &clearing, Result<qint64> result)
{
    clearing.promise.addResult(std::move(result));
    clearing.promise.finish();
}

void clearSome(Database &database, const Clock &clock, JobQueue &queue,
               const std::shared_ptr<Clearing> &clearing)
{
    database
        .write([&clock, kinds = clearing->kinds](Connection &connection) -> Result<int> {
            JobHistory history(connection, clock);
            for (const QString &kind : kinds) {
                TRY_LET(const int gone, history.prune(kind, {.days = 0, .jobs = 0}, clearedAtOnce));
                if (gone > 0)
                    return gone;
            }
            return 0;
        })
        .then(&queue, [&database, &clock, &queue, clearing](const Result<int> &gone) {
            if (!gone)
                return finishClearing(*clearing, Failure{gone.error()});
            if (*gone == 0) {
                queue.announceChange();
                return finishClearing(*clearing, clearing->gone);
            }
            clearing->gone += *gone;
            clearSome(database, clock, queue, clearing);
        });
}

} // namespace

QFuture<Result<>> JobQueue::retryFailed()
{
    return change({}, [this](Connection &connection) { return retryAllBad(connection); });
}

// One transaction for all; each batch is told of once.
Result<> JobQueue::retryAllBad(Connection &connection) const
{
    JobStore store(connection, m_clock);
    TRY_LET(const QList<JobRecord> jobs, store.bad());
    if (jobs.isEmpty())
        return fail(ErrorCode::Refused, u"no job has failed"_s);
    BatchId told;
    for (const JobRecord &job : jobs) {
        TRY(store.retry(job.id));
        if (job.batch == told)
            continue;
        told = job.batch;
        TRY(witness(connection, {u"retry"_s, job.kind, job.batch, {}}));
    }
    return {};
}

QFuture<Result<>> JobQueue::shiftPriority(BatchId id, int by)
{
    return change({}, [&clock = m_clock, id, by](Connection &connection) {
        return JobStore(connection, clock).shiftPriority(id, by);
    });
}

QFuture<Result<>> JobQueue::see(JobId id)
{
    return change({id}, [&clock = m_clock, id](Connection &connection) -> Result<> {
        TRY(JobStore(connection, clock).see(id));
        return {};
    });
}

QFuture<Result<>> JobQueue::seeAll()
{
    return change({}, [&clock = m_clock](Connection &connection) -> Result<> {
        TRY(JobStore(connection, clock).seeAll());
        return {};
    });
}

QFuture<Result<qint64>> JobQueue::clearEnded()
{
    const auto clearing = std::make_shared<Clearing>();
    clearing->kinds = prunableKinds(m_kinds);
    clearing->promise.start();
    clearSome(m_database, m_clock, *this, clearing);
    return clearing->promise.future();
}

} // namespace respool
