// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_JobStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_fixture.open(); }
    void claim_takesByPriorityThenAge();
    void claim_takesNothingOfAPausedKind();
    void claim_leavesADelayedJobUntilItIsDue();
    void claim_givesEachJobOnce();
    void claim_takesManyAtOnceInTheirOrder();
    void claim_looksPastALaneThatIsBusy();
    void claim_takesNoMoreThanAKindHasRoomFor();
    void pauseJob_holdsAWaitingJobUntilItIsResumed();
    void pauseJob_ofARunningJobComesTrueWhenItStops();
    void resumeJob_takesBackAPauseThatWasNotHeeded();
    void priority_bringsAJobForward();
    void stuck_isAWaitThatGrewLonger();
    void abandon_countsAsADeath();
    void release_givesBackWhatWasNotBegun();
    void batch_sumsUpItsJobs();
    void find_takesOneState();
    void checkpoint_ofAStaleClaimChangesNothing_data();
    void checkpoint_ofAStaleClaimChangesNothing();
    void checkpoint_forgetsEarlierDeaths();
    void finish_twiceIsRefused();
    void finish_sparedGivesTheAttemptBack();
    void orphans_goBackToTheQueue();
    void orphans_areParkedAfterThreeCrashes();
    void orphans_beside_aCrashAreInnocent();
    void orphans_withoutAFaultAreGivenMoreTime();
    void unknownKinds_areParkedAndTakenBack();
    void cancel_endsAWaitingJobAndAsksARunningOne();
    void retry_ofADoneJobIsRefused();
    void discard_ofAWaitingJobIsRefused();
    void stats_countEveryState();

private:
    template <typename F>
    auto on(F work)
    {
        return m_fixture.on<JobStore>(std::move(work));
    }
    JobId enqueue(const QString &kind = u"a"_s, int priority = 0, qint64 delayMs = 0);
    JobId enqueueIn(const QString &lane);
    JobRecord claim();
    void dieAndRecover(const QSet<qint64> &blamed);
    WorkerRecord worker();
    JobRecord job(JobId id)
    {
        return *on([&](JobStore store) { return store.byId(id); });
    }

    EngineFixture m_fixture;
    WorkerRecord m_worker;
};

JobId tst_JobStore::enqueue(const QString &kind, int priority, qint64 delayMs)
{
    return *on([&](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(kind, u"me"_s, {}));
        return store.enqueue(batch, {.kind = kind,
                                     .payload = "{}",
                                     .priority = priority,
                                     .dueMs = delayMs ? m_fixture.clock().nowMs() + delayMs : 0});
    });
}

JobId tst_JobStore::enqueueIn(const QString &lane)
{
    return *on([&](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(u"a"_s, u"me"_s, {}));
        return store.enqueue(batch, {.kind = u"a"_s, .payload = "{}", .lane = lane});
    });
}

WorkerRecord tst_JobStore::worker()
{
    return *on([](JobStore store) { return store.addWorker(u"host"_s, 1); });
}

JobRecord tst_JobStore::claim()
{
    m_worker = worker();
    const auto claimed = on([&](JobStore store) {
        return claimOne(store, m_worker, {u"a"_s, u"b"_s});
    });
    return claimed && *claimed ? **claimed : JobRecord();
}

void tst_JobStore::dieAndRecover(const QSet<qint64> &blamed)
{
    const WorkerRecord next = worker();
    QVERIFY(on([&](JobStore store) { return store.requeueOrphans(next.id, blamed); }));
}

void tst_JobStore::claim_takesByPriorityThenAge()
{
    const JobId old = enqueue();
    m_fixture.clock().advance(1);
    const JobId younger = enqueue(u"b"_s);
    const JobId urgent = enqueue(u"b"_s, 5);
    QCOMPARE(claim().id, urgent);
    QCOMPARE(claim().id, old);
    QCOMPARE(claim().id, younger);
    QCOMPARE(claim().id, JobId{});
}

void tst_JobStore::claim_takesNothingOfAPausedKind()
{
    enqueue();
    QVERIFY(on([](JobStore store) { return store.pause(u"a"_s); }));
    QCOMPARE(claim().id, JobId{});
    const JobId other = enqueue(u"b"_s);
    QCOMPARE(claim().id, other);
    QVERIFY(on([](JobStore store) { return store.pause(u""_s); }));
    enqueue(u"b"_s);
    QCOMPARE(claim().id, JobId{});
    QVERIFY(on([](JobStore store) { return store.resume(u""_s); }));
    QVERIFY(claim().id.value > 0);
}

void tst_JobStore::claim_leavesADelayedJobUntilItIsDue()
{
    const JobId later = enqueue(u"a"_s, 0, 5000);
    QCOMPARE(job(later).state, JobState::Delayed);
    QVERIFY(on([](JobStore store) { return store.promoteDue(); }));
    QCOMPARE(claim().id, JobId{});
    QCOMPARE(**on([](JobStore store) { return store.nextDueMs(); }),
             m_fixture.clock().nowMs() + 5000);
    m_fixture.clock().advance(5000);
    QVERIFY(on([](JobStore store) { return store.promoteDue(); }));
    QCOMPARE(claim().id, later);
}

void tst_JobStore::claim_givesEachJobOnce()
{
    for (int i = 0; i < 50; ++i)
        enqueue();
    QSet<qint64> seen;
    for (int i = 0; i < 50; ++i)
        seen << claim().id.value;
    QCOMPARE(seen.size(), 50);
    QCOMPARE(claim().id, JobId{});
}

void tst_JobStore::claim_takesManyAtOnceInTheirOrder()
{
    const JobId old = enqueue();
    m_fixture.clock().advance(1);
    const JobId younger = enqueue(u"b"_s);
    const JobId urgent = enqueue(u"a"_s, 5);
    m_worker = worker();
    const auto jobs = on([&](JobStore store) {
        return store.claim(m_worker, {{.kind = u"a"_s}, {.kind = u"b"_s}}, 10);
    });
    QCOMPARE(jobs->size(), 3);
    QCOMPARE((*jobs)[0].id, urgent);
    QCOMPARE((*jobs)[1].id, old);
    QCOMPARE((*jobs)[2].id, younger);
    QCOMPARE(jobs->first().claim, 1);
    QCOMPARE(jobs->first().payload, QByteArray("{}"));
    QCOMPARE(job(old).state, JobState::Running);
}

void tst_JobStore::claim_looksPastALaneThatIsBusy()
{
    for (int i = 0; i < 5; ++i)
        enqueueIn(u"busy"_s);
    const JobId first = enqueueIn(u"free"_s);
    enqueueIn(u"free"_s);
    m_worker = worker();
    const KindRoom room{.kind = u"a"_s, .laneLimit = 1, .running = {{u"busy"_s, 1}}};
    const auto jobs = on([&](JobStore store) { return store.claim(m_worker, {room}, 10); });
    QCOMPARE(jobs->size(), 1);
    QCOMPARE(jobs->first().id, first);
    QCOMPARE(jobs->first().lane, u"free"_s);
}

void tst_JobStore::claim_takesNoMoreThanAKindHasRoomFor()
{
    for (int i = 0; i < 5; ++i) {
        enqueueIn(u"x"_s);
        enqueueIn(u"y"_s);
    }
    enqueue(u"b"_s);
    m_worker = worker();
    const QList<KindRoom> room{{.kind = u"a"_s, .free = 3}, {.kind = u"b"_s}, {.kind = u"c"_s}};
    const auto jobs = on([&](JobStore store) { return store.claim(m_worker, room, 10); });
    QCOMPARE(jobs->size(), 4);
    const QList<KindRoom> none{{.kind = u"a"_s, .free = 0}};
    QVERIFY(on([&](JobStore store) { return store.claim(m_worker, none, 10); })->isEmpty());
}

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

void tst_JobStore::abandon_countsAsADeath()
{
    const JobId id = enqueue();
    const JobRecord mine = claim();
    const auto lost = on([&](JobStore store) { return store.abandon(m_worker.id); });
    QCOMPARE(lost->requeued, QList<JobId>{id});
    QCOMPARE(job(id).state, JobState::Queued);
    QCOMPARE(job(id).deaths, 1);
    QCOMPARE(job(id).error.code, ErrorCode::Crashed);
    // Its thread still runs, and is told.
    QCOMPARE(
        on([&](JobStore store) { return store.checkpoint(mine, m_worker.id, "1"); }).error().code,
        ErrorCode::LeaseLost);
}

void tst_JobStore::release_givesBackWhatWasNotBegun()
{
    const JobId begun = enqueue();
    const JobId unbegun = enqueue();
    m_worker = worker();
    QVERIFY(on([&](JobStore store) { return store.claim(m_worker, {{.kind = u"a"_s}}, 2); }));
    QVERIFY(on([&](JobStore store) { return store.release(m_worker.id, {begun.value}); }));
    QCOMPARE(job(begun).state, JobState::Running);
    QCOMPARE(job(unbegun).state, JobState::Queued);
    QCOMPARE(job(unbegun).attempt, 0);
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
    QCOMPARE(on([](JobStore store) { return store.batches({}, 10); })->size(), 1);
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

void tst_JobStore::checkpoint_ofAStaleClaimChangesNothing_data()
{
    QTest::addColumn<bool>("stale");
    QTest::newRow("owner") << false;
    QTest::newRow("stale owner") << true;
}

void tst_JobStore::checkpoint_ofAStaleClaimChangesNothing()
{
    QFETCH(bool, stale);
    enqueue();
    const JobRecord mine = claim();
    const qint64 me = m_worker.id;
    if (stale) {
        dieAndRecover({});
        claim();
    }
    const auto written = on([&](JobStore store) { return store.checkpoint(mine, me, "7"); });
    QCOMPARE(bool(written), !stale);
    const auto finished = on([&](JobStore store) { return store.finish(mine, me, {}, {}); });
    QCOMPARE(bool(finished), !stale);
    if (stale) {
        QCOMPARE(written.error().code, ErrorCode::LeaseLost);
        QCOMPARE(finished.error().code, ErrorCode::LeaseLost);
        QCOMPARE(job(mine.id).checkpoint, QByteArray());
        QCOMPARE(job(mine.id).state, JobState::Running);
    }
}

void tst_JobStore::checkpoint_forgetsEarlierDeaths()
{
    const JobId id = enqueue();
    for (int death = 0; death < 2; ++death) {
        claim();
        dieAndRecover({id.value});
    }
    const JobRecord third = claim();
    QCOMPARE(third.crashes, 2);
    QVERIFY(on([&](JobStore store) { return store.checkpoint(third, m_worker.id, "1"); }));
    dieAndRecover({id.value});
    QCOMPARE(job(id).state, JobState::Queued);
    QCOMPARE(job(id).checkpoint, QByteArray("1"));
}

void tst_JobStore::finish_twiceIsRefused()
{
    enqueue();
    const JobRecord mine = claim();
    QVERIFY(on([&](JobStore store) { return store.finish(mine, m_worker.id, {}, {}); }));
    QVERIFY(!on([&](JobStore store) { return store.finish(mine, m_worker.id, {}, {}); }));
    QCOMPARE(job(mine.id).state, JobState::Done);
}

void tst_JobStore::finish_sparedGivesTheAttemptBack()
{
    enqueue();
    const JobRecord mine = claim();
    QCOMPARE(mine.attempt, 1);
    const Verdict verdict{.state = JobState::Queued, .spared = true};
    QVERIFY(on([&](JobStore store) {
        return store.finish(mine, m_worker.id, verdict, {ErrorCode::Interrupted, u"closed"_s});
    }));
    const JobRecord again = claim();
    QCOMPARE(again.attempt, 1);
    QCOMPARE(again.claim, 2);
    const auto attempts = on([&](JobStore store) { return store.attempts(mine.id); });
    QCOMPARE(attempts->size(), 2);
    QCOMPARE(attempts->first().error.code, ErrorCode::Interrupted);
}

void tst_JobStore::orphans_goBackToTheQueue()
{
    const JobId id = enqueue();
    claim();
    dieAndRecover({});
    QCOMPARE(job(id).state, JobState::Queued);
    QCOMPARE(claim().attempt, 2);
}

void tst_JobStore::orphans_areParkedAfterThreeCrashes()
{
    const JobId poison = enqueue();
    for (int death = 1; death <= 3; ++death) {
        QCOMPARE(claim().id, poison);
        dieAndRecover({poison.value});
        QCOMPARE(job(poison).state, death < 3 ? JobState::Queued : JobState::Parked);
    }
    QCOMPARE(job(poison).error.code, ErrorCode::Crashed);
    QVERIFY(!job(poison).error.detail.isEmpty());
    QVERIFY(on([&](JobStore store) { return store.retry(poison); }));
    QCOMPARE(job(poison).crashes, 0);
}

void tst_JobStore::orphans_beside_aCrashAreInnocent()
{
    const JobId poison = enqueue();
    const JobId innocent = enqueue();
    for (int death = 0; death < 3; ++death) {
        claim();
        claim();
        dieAndRecover({poison.value});
    }
    QCOMPARE(job(poison).state, JobState::Parked);
    QCOMPARE(job(innocent).state, JobState::Queued);
    QCOMPARE(job(innocent).crashes + job(innocent).deaths, 0);
}

void tst_JobStore::orphans_withoutAFaultAreGivenMoreTime()
{
    const JobId id = enqueue();
    for (int death = 1; death <= RetryPolicy::deathLimit; ++death) {
        claim();
        dieAndRecover({});
        QCOMPARE(job(id).state,
                 death < RetryPolicy::deathLimit ? JobState::Queued : JobState::Parked);
    }
    QCOMPARE(job(id).attempt, RetryPolicy::deathLimit);
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
