// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/ourqueue.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<JobId> OurJobs::enqueue(BatchId batch, const QByteArray &payload)
{
    static const QString title = QString::fromLatin1(PeerQueue::title());
    return m_store.enqueue(batch, {.kind = kind, .version = 1, .title = title, .payload = payload});
}

Result<JobId> OurJobs::command(const QByteArray &payload)
{
    TRY_LET(const BatchId batch, addBatch());
    return enqueue(batch, payload);
}

Result<QList<JobRecord>> OurJobs::claim(const WorkerRecord &worker, int jobs)
{
    return m_store.claim(worker, {{.kind = kind}}, jobs);
}

Result<> OurJobs::finish(const JobRecord &job, const WorkerRecord &worker)
{
    return m_store.finish(job, worker.id, {.state = JobState::Done}, {});
}

OurQueue::OurQueue(const QString &file, size_t asked)
    : m_database(must(Database::open({file})))
    , m_asked(asked)
{
    must(m_database->wait([this](Connection &connection) -> Result<> {
        TRY_LET(m_batch, OurJobs(connection).addBatch());
        TRY_LET(m_worker, OurJobs(connection).addWorker());
        return {};
    }));
}

void OurQueue::pushOne()
{
    m_pushes.push_back(m_database->note(
        [this](Connection &connection) { return OurJobs(connection).enqueue(m_batch); }));
    while (m_pushes.size() >= m_asked) {
        must(m_pushes.front().takeResult());
        m_pushes.pop_front();
    }
}

void OurQueue::pushMany(int jobs)
{
    must(m_database
             ->note([this, jobs](Connection &connection) -> Result<> {
                 OurJobs queue(connection);
                 for (int i = 0; i < jobs; ++i)
                     TRY(queue.enqueue(m_batch));
                 return {};
             })
             .takeResult());
}

void OurQueue::turn(int jobs)
{
    QList<JobRecord> taken;
    while (m_turns.size() >= (jobs > 0 ? m_asked : 1)) {
        taken << must(m_turns.front().takeResult());
        m_turns.pop_front();
    }
    askForTurn(taken, jobs);
    if (jobs == 0) {
        must(m_turns.front().takeResult());
        m_turns.pop_front();
    }
}

void OurQueue::askForTurn(const QList<JobRecord> &taken, int jobs)
{
    m_turns.push_back(
        m_database->note([this, taken, jobs](Connection &connection) -> Result<QList<JobRecord>> {
            OurJobs queue(connection);
            for (const JobRecord &job : taken)
                TRY(queue.finish(job, m_worker));
            return queue.claim(m_worker, jobs);
        }));
}

qint64 OurQueue::waiting()
{
    m_database->finish(); // pushes may be under way
    return must(m_database->ask([](Connection &connection) {
        return connection.scalar(u"SELECT count(*) FROM job WHERE state = 0"_s);
    }));
}

} // namespace respool
