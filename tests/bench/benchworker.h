// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"
#include "tests/bench/ourqueue.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

namespace respool {

// A database of its own and a runner for one kind of job, on the thread of its maker.
class BenchWorker
{
public:
    using Work = std::function<Result<>(JobContext &)>;

    explicit BenchWorker(Work work, int threads = 16)
        : m_database(must(Database::open({file()})))
        , m_threads(threads)
    {
        m_kinds.insert(OurJobs::kind,
                       {.make = [work](const JobRecord &) { return std::make_unique<Doing>(work); },
                        .giveUp = {},
                        .version = 1,
                        .limit = 64});
    }

    void start()
    {
        must(m_runner.start(m_threads, {}, m_folder.filePath(QStringLiteral("worker.crash"))));
    }
    void enqueue(const QByteArray &payload = PeerQueue::payload())
    {
        auto written = m_database->write(
            [payload](Connection &connection) { return OurJobs(connection).command(payload); });
        m_queue.announceComing();
        written.then(&m_queue, [this](const Result<JobId> &job) {
            must(job);
            m_queue.announceWork();
        });
    }
    void runUntilIdle()
    {
        QEventLoop loop;
        QObject::connect(&m_runner, &JobRunner::idle, &loop, &QEventLoop::quit);
        loop.exec();
    }
    static void runFor(double seconds)
    {
        QEventLoop loop;
        QTimer::singleShot(int(seconds * 1000), Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
    }
    qint64 count(JobState state)
    {
        return must(m_database->ask([state](Connection &connection) {
            return connection.scalar(
                QStringLiteral("SELECT count(*) FROM job WHERE state = %1").arg(int(state)));
        }));
    }

    QString file() const { return m_folder.filePath(QStringLiteral("respool.db")); }
    QString folder() const { return m_folder.path(); }
    Database &database() { return *m_database; }
    JobQueue &queue() { return m_queue; }
    JobRunner &runner() { return m_runner; }

private:
    class Doing final : public Job
    {
    public:
        explicit Doing(Work work)
            : m_work(std::move(work))
        {}
        Result<> run(JobContext &context) override { return m_work(context); }

    private:
        Work m_work;
    };

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    JobKinds m_kinds;
    int m_threads;
    JobQueue m_queue{*m_database, OurJobs::systemClock, m_kinds};
    JobRunner m_runner{*m_database, OurJobs::systemClock, m_queue, m_kinds};
};

} // namespace respool
