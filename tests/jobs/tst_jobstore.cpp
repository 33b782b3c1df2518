// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/jobstorefixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_JobStore : public QObject, private JobStoreFixture
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void pauseJob_holdsAWaitingJobUntilItIsResumed();
    void pauseJob_ofARunningJobComesTrueWhenItStops();
    void resumeJob_takesBackAPauseThatWasNotHeeded();
    void priority_bringsAJobForward();
    void stuck_isAWaitThatGrewLonger();
    void batch_sumsUpItsJobs();
    void find_takesOneState();
    void unknownKinds_areParkedAndTakenBack();
    void cancel_endsAWaitingJobAndAsksARunningOne();
    void retry_ofADoneJobIsRefused();
    void discard_ofAWaitingJobIsRefused();
    void stats_countEveryState();
};

void tst_JobStore::pauseJob_holdsAWaitingJobUntilItIsResumed()
{
    const JobId id = enqueue();
    QVERIFY(on([&](JobStore store) { return store.pauseJob(id); }));
    QCOMPARE(job(id).state, JobState::Paused);
    QCOMPARE(claim().id, JobId{});
    QCOMPARE(on([&](JobStore store) { return store.pauseJob(id); }).error().code,
             ErrorCode::Refused);
    QVERIFY(on([&](JobStore store) { return store.resumeJob(id); }));
    QCOMPARE(claim().id, id);
    QCOMPARE(on([&](JobStore store) { return store.resumeJob(id); }).error().code,
             ErrorCode::Refused);
}

void tst_JobStore::pauseJob_ofARunningJobComesTrueWhenItStops()
{
    const JobId id = enqueue();
    const JobRecord mine = claim();
    QVERIFY(on([&](JobStore store) { return store.pauseJob(id); }));
    QCOMPARE(job(id).state, JobState::Running);
    QCOMPARE(*on([&](JobStore store) { return store.checkpoint(mine, m_worker.id, "4"); }),
             JobWish::Pause);
    // The worker is closed before it heeds the pause, or dies.
    const Verdict closed{.state = JobState::Queued, .spared = true};
    QVERIFY(on([&](JobStore store) { return store.finish(mine, m_worker.id, closed, {}); }));
    QCOMPARE(job(id).state, JobState::Paused);
    QVERIFY(on([&](JobStore store) { return store.resumeJob(id); }));
    claim();
    QVERIFY(on([&](JobStore store) { return store.pauseJob(id); }));
    dieAndRecover({});
    QCOMPARE(job(id).state, JobState::Paused);
    QCOMPARE(job(id).checkpoint, QByteArray("4"));
}

void tst_JobStore::resumeJob_takesBackAPauseThatWasNotHeeded()
{
    const JobId id = enqueue();
    const JobRecord mine = claim();
    QVERIFY(on([&](JobStore store) { return store.pauseJob(id); }));
    QVERIFY(on([&](JobStore store) { return store.resumeJob(id); }));
    QVERIFY(on([&](JobStore store) { return store.wishes(m_worker.id); })->isEmpty());
    // It was on its way to stop already.
    const Verdict paused{.state = JobState::Paused, .spared = true};
    QVERIFY(on([&](JobStore store) { return store.finish(mine, m_worker.id, paused, {}); }));
    QCOMPARE(job(id).state, JobState::Queued);
}

void tst_JobStore::priority_bringsAJobForward()
{
    enqueue();
    const JobId later = enqueue();
    QVERIFY(on([&](JobStore store) { return store.setPriority(later, 1); }));
    QCOMPARE(claim().id, later);
}

void tst_JobStore::stuck_isAWaitThatGrewLonger()
{
    constexpr qint64 day = 86'400'000;
    const JobId waits = enqueue();
    const JobRecord mine = claim();
    const Verdict again{.state = JobState::Delayed, .waitMs = 30'000};
    QVERIFY(on([&](JobStore store) { return store.finish(mine, m_worker.id, again, {}); }));
    const JobId dated = enqueue(u"a"_s, 0, 2 * day);
    QCOMPARE(*on([](JobStore store) { return store.promoteStuck(); }), 0);
    m_fixture.clock().advance(-day);
    QCOMPARE(*on([](JobStore store) { return store.promoteStuck(); }), 1);
    QCOMPARE(job(waits).state, JobState::Queued);
    QCOMPARE(job(dated).state, JobState::Delayed);
}

void tst_JobStore::batch_sumsUpItsJobs()
{
    const auto id = on([](JobStore store) -> Result<BatchId> {
        TRY_LET(const BatchId batch, store.addBatch(u"a"_s, u"me"_s, u"why"_s));
        for (const qint64 units : {1000, 1000, 2000, 4000})
            TRY(store.enqueue(batch, {.kind = u"a"_s, .payload = "{}", .units = units}));
        return batch;
    });
    const JobRecord done = claim();
    QVERIFY(on([&](JobStore store) { return store.finish(done, m_worker.id, {}, {}); }));
    const JobRecord failed = claim();
    QVERIFY(on([&](JobStore store) {
        return store.finish(failed, m_worker.id, {.state = JobState::Failed}, {});
    }));
    const JobRecord half = claim();
    QVERIFY(on([&](JobStore store) { return store.setProgress(half, {50, 100}); }));
    const auto batch = on([&](JobStore store) { return store.batch(*id); });
    QCOMPARE(batch->reason, u"why"_s);
    QCOMPARE(batch->jobs(), 4);
    QCOMPARE(batch->count(JobState::Done), 1);
    QCOMPARE(batch->count(JobState::Failed), 1);
    QCOMPARE(batch->count(JobState::Queued), 1);
    QCOMPARE(batch->progress.done, 3000);
    QCOMPARE(batch->progress.total, 8000);
    QCOMPARE(batch->state(), JobState::Running);
    QVERIFY(!batch->hasEnded());
    QCOMPARE(on([](JobStore store) { return store.batches({.limit = 10}); })->size(), 1);
    QCOMPARE(on([](JobStore store) { return store.batch(BatchId{99}); }).error().code,
             ErrorCode::NotFound);
}

void tst_JobStore::find_takesOneState()
{
    enqueue();
    const JobRecord failed = claim();
    QVERIFY(on([&](JobStore store) {
        return store.finish(failed, m_worker.id, {.state = JobState::Failed}, {});
    }));
    enqueue();
    const JobId running = claim().id;
    const JobId queued = enqueue();
    const auto idsIn = [&](std::optional<JobState> state) {
        JobFilter filter;
        filter.state = state;
        QList<JobId> ids;
        const auto found = on([&](JobStore store) { return store.find(filter); });
        for (const JobRecord &record : *found)
            ids << record.id;
        return ids;
    };
    QCOMPARE(idsIn(JobState::Failed), QList<JobId>{failed.id});
    QCOMPARE(idsIn(JobState::Parked), QList<JobId>{});
    QCOMPARE(idsIn(JobState::Running), QList<JobId>{running});
    QCOMPARE(idsIn(JobState::Queued), QList<JobId>{queued});
    QCOMPARE(idsIn({}), (QList<JobId>{queued, running, failed.id}));
}

void tst_JobStore::unknownKinds_areParkedAndTakenBack()
{
    const JobId unknown = enqueue(u"teleport"_s);
    const JobId known = enqueue();
    QCOMPARE(*on([](JobStore store) { return store.parkUnknown({u"a"_s}); }), 1);
    QCOMPARE(job(unknown).state, JobState::Parked);
    QCOMPARE(job(unknown).error.code, ErrorCode::UnknownKind);
    QCOMPARE(job(known).state, JobState::Queued);
    QCOMPARE(*on([](JobStore store) { return store.unpark(u"teleport"_s, 1); }), 1);
    QCOMPARE(job(unknown).state, JobState::Queued);
}

void tst_JobStore::cancel_endsAWaitingJobAndAsksARunningOne()
{
    const JobId running = enqueue();
    claim();
    const JobId waiting = enqueue();
    const auto cancel = [&](JobId id) {
        return on([&](JobStore store) { return store.cancel(id, u"me"_s); });
    };
    QVERIFY(cancel(waiting));
    QCOMPARE(job(waiting).state, JobState::Cancelled);
    QVERIFY(cancel(running));
    QCOMPARE(job(running).state, JobState::Running);
    QCOMPARE(*on([&](JobStore store) { return store.wishes(m_worker.id); }),
             (QHash<qint64, JobWish>{{running.value, JobWish::Cancel}}));
    QCOMPARE(cancel(waiting).error().code, ErrorCode::Refused);
    QCOMPARE(cancel(JobId{99}).error().code, ErrorCode::NotFound);
}

void tst_JobStore::retry_ofADoneJobIsRefused()
{
    enqueue();
    const JobRecord mine = claim();
    QVERIFY(on([&](JobStore store) { return store.finish(mine, m_worker.id, {}, {}); }));
    QCOMPARE(on([&](JobStore store) { return store.retry(mine.id); }).error().code,
             ErrorCode::Refused);
}

void tst_JobStore::discard_ofAWaitingJobIsRefused()
{
    const JobId id = enqueue();
    QCOMPARE(on([&](JobStore store) { return store.discard(id); }).error().code,
             ErrorCode::Refused);
    QVERIFY(on([&](JobStore store) { return store.cancel(id, u"me"_s); }));
    QVERIFY(on([&](JobStore store) { return store.discard(id); }));
    QCOMPARE(on([&](JobStore store) { return store.byId(id); }).error().code, ErrorCode::NotFound);
}

void tst_JobStore::stats_countEveryState()
{
    enqueue();
    const JobRecord done = claim();
    QVERIFY(on([&](JobStore store) { return store.finish(done, m_worker.id, {}, {}); }));
    enqueue();
    const JobRecord failed = claim();
    QVERIFY(on([&](JobStore store) {
        return store.finish(failed, m_worker.id, {.state = JobState::Failed},
                            {ErrorCode::Media, u"x"_s});
    }));
    enqueue();
    claim();
    enqueue();
    enqueue(u"a"_s, 0, 1000);
    const auto stats = on([](JobStore store) { return store.stats(); });
    QCOMPARE(stats->done, 1);
    QCOMPARE(stats->failed, 1);
    QCOMPARE(stats->running, 1);
    QCOMPARE(stats->queued, 1);
    QCOMPARE(stats->delayed, 1);
}

QTEST_GUILESS_MAIN(tst_JobStore)
#include "tst_jobstore.moc"
