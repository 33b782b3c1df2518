// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/commands.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "tests/bench/measure.h"
#include "tests/bench/ourqueue.h"
#include "tests/bench/queuerows.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int rounds = 5;

// A database with ready jobs behind rows that are in the way.
class Crowd
{
public:
    // rows of this state, with a higher priority and due before the ready ones; the delayed ones
    // alone are due later.
    void open(JobState state, int rows)
    {
        m_database = must(Database::open({m_folder.filePath(u"respool.db"_s)}));
        must(m_database->wait([&](Connection &connection) -> Result<> {
            OurJobs jobs(connection);
            TRY_LET(const BatchId batch, jobs.addBatch());
            TRY_LET(m_worker, jobs.addWorker());
            if (rows > 0)
                TRY(connection.script(inTheWay.arg(rows).arg(batch.value).arg(int(state))));
            for (int i = 0; i < PeerQueue::claimed; ++i)
                TRY(jobs.enqueue(batch));
            return {};
        }));
    }

    // Seconds of one claim, which is taken back.
    double claim()
    {
        double seconds = 0;
        qsizetype claimed = 0;
        const auto undone =
            m_database
                ->note([&](Connection &connection) -> Result<> {
                    OurJobs jobs(connection);
                    seconds = secondsOf(
                        [&] { claimed = must(jobs.claim(m_worker, PeerQueue::claimed)).size(); });
                    return fail(ErrorCode::Cancelled);
                })
                .takeResult();
        if (undone.error().code != ErrorCode::Cancelled || claimed != PeerQueue::claimed)
            qFatal("a claim took %lld jobs", qlonglong(claimed));
        return seconds;
    }

private:
    static inline const QString inTheWay = uR"(
        INSERT INTO job (batch_id, kind, version, title, payload, priority, state, due_ms, claim,
                         attempt, worker_id, created_ms, started_ms, finished_ms)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)
        SELECT %2, 'bench', 1, 'a job in the way', '{"part":"recording-0.webm"}', 1, %3,
               CASE WHEN %3 = 2 THEN 9999999999999 ELSE 1000 END + i, 1, 1,
               CASE WHEN %3 = 1 THEN 1 END, 1000, 1000, CASE WHEN %3 >= 3 THEN 1000 + i ELSE 0 END
        FROM n)"_s;

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    WorkerRecord m_worker;
};

// The answer of a future that needs the events of this thread.
template <typename T>
T await(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

// A catalogue of recordings that have no files: a command reads only the catalogue.
Result<> fillCatalog(Connection &connection, int recordings)
{
    TRY(connection.script(u"INSERT INTO store (uid, kind, name, path, added_ms) VALUES "
                          "('6d0b0ad2-7b5c-4a53-9a20-5a2a0f1c2b77', 1, 'vault', '/vault', 1)"_s));
    TRY(connection.script(uR"(
        INSERT INTO recording (store_id, uid, path, kind, start_ms, duration_ms, bytes)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)
        SELECT 1, uid || substr('00000000000' || i, -12), uid || substr('00000000000' || i, -12),
               1, 1700000000000 + i, 60000, 20000000
        FROM n, (SELECT '2f6b1d5e-0000-4000-8000-' AS uid))"_s.arg(recordings)));
    return connection.script(uR"(
        INSERT INTO part (recording_id, position, name, kind, bytes)
        SELECT id, 0, 'recording-0.webm', 1, bytes FROM recording)"_s);
}

} // namespace

void measureClaimBehindMany(RatioTable &table)
{
    constexpr int many = 1'000'000;
    constexpr int claims = 41;
    struct Shape
    {
        QString name;
        JobState state;
    };
    for (const Shape &shape :
         {Shape{u"running"_s, JobState::Running}, Shape{u"delayed"_s, JobState::Delayed},
          Shape{u"failed"_s, JobState::Failed}, Shape{u"done"_s, JobState::Done}}) {
        Crowd empty, crowded;
        empty.open(shape.state, 0);
        crowded.open(shape.state, many);
        const auto seconds =
            interleaved(claims, {[&] { return crowded.claim(); }, [&] { return empty.claim(); }});
        const QString what = u"claim 16 behind 1,000,000 %1 ones"_s.arg(shape.name);
        table.add({.what = what,
                   .ours = seconds[0] * 1000,
                   .unit = u"ms"_s,
                   .peer = u"ms with nothing in front"_s,
                   .theirs = seconds[1] * 1000,
                   .atMost = 10});
        table.add({.what = what, .ours = seconds[0] * 1000, .unit = u"ms"_s, .atMost = 1});
    }
}

void measureBulk(RatioTable &table)
{
    constexpr int all = 50'000;
    const auto bulk = [] {
        const QTemporaryDir folder;
        const auto database = must(Database::open({folder.filePath(u"respool.db"_s)}));
        const double seconds = secondsOf([&] {
            must(database->wait([](Connection &connection) -> Result<> {
                OurJobs jobs(connection);
                TRY_LET(const BatchId batch, jobs.addBatch());
                for (int i = 0; i < all; ++i)
                    TRY(jobs.enqueue(batch));
                return {};
            }));
        });
        return all / seconds;
    };
    const QTemporaryDir folder;
    const auto rates = interleaved(
        3, {bulk, [&] { return durableAppendsPerSecond(folder.filePath(u"appended"_s)); }});
    table.add({.what = u"enqueue 50,000 in one commit"_s,
               .ours = rates[0],
               .unit = u"/s"_s,
               .peer = u"durable appends"_s,
               .theirs = rates[1]});
}

void measureDeleteCommand(RatioTable &table)
{
    constexpr int all = 50'000;
    const auto command = []() -> double {
        const QTemporaryDir folder;
        const auto database = must(Database::open({folder.filePath(u"respool.db"_s)}));
        must(database->wait([](Connection &connection) { return fillCatalog(connection, all); }));
        JobQueue queue(*database, OurJobs::systemClock, {});
        RecordingCatalog catalog(*database);
        Commands commands(*database, OurJobs::systemClock, queue, catalog);
        DeletePlan plan;
        for (int id = 1; id <= all; ++id)
            plan.ready << RecordingId{id};
        Enqueued enqueued;
        const double seconds =
            secondsOf([&] { enqueued = must(await(commands.deleteRecordings(plan, {}))); });
        const qint64 marked = must(database->ask([](Connection &connection) {
            return connection.scalar(u"SELECT count(*) FROM recording WHERE state = 2"_s);
        }));
        if (marked != all || enqueued.jobs.isEmpty())
            qFatal("%lld recordings are being deleted", marked);
        return seconds;
    };
    table.add({.what = u"delete 50,000 recordings: the wish on disk"_s,
               .ours = interleaved(3, {command})[0],
               .unit = u"s"_s,
               .atMost = 1});
}

} // namespace respool
