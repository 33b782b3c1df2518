// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/jobstorefixture.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// Who may work on a job, and what becomes of a claim: JobStore as workers use it.
class tst_JobClaims : public QObject, private JobStoreFixture
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
    void abandon_countsAsADeath();
    void release_givesBackWhatWasNotBegun();
    void checkpoint_ofAStaleClaimChangesNothing_data();
    void checkpoint_ofAStaleClaimChangesNothing();
    void checkpoint_forgetsEarlierDeaths();
    void finish_twiceIsRefused();
    void finish_sparedGivesTheAttemptBack();
    void orphans_goBackToTheQueue();
    void orphans_areParkedAfterThreeCrashes();
    void orphans_beside_aCrashAreInnocent();
    void orphans_withoutAFaultAreGivenMoreTime();
};

void tst_JobClaims::claim_takesByPriorityThenAge()
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

void tst_JobClaims::claim_takesNothingOfAPausedKind()
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

void tst_JobClaims::claim_leavesADelayedJobUntilItIsDue()
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

void tst_JobClaims::claim_givesEachJobOnce()
{
    for (int i = 0; i < 50; ++i)
        enqueue();
    QSet<qint64> seen;
    for (int i = 0; i < 50; ++i)
        seen << claim().id.value;
    QCOMPARE(seen.size(), 50);
    QCOMPARE(claim().id, JobId{});
}

void tst_JobClaims::claim_takesManyAtOnceInTheirOrder()
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

void tst_JobClaims::claim_looksPastALaneThatIsBusy()
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

void tst_JobClaims::claim_takesNoMoreThanAKindHasRoomFor()
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

void tst_JobClaims::abandon_countsAsADeath()
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

void tst_JobClaims::release_givesBackWhatWasNotBegun()
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

void tst_JobClaims::checkpoint_ofAStaleClaimChangesNothing_data()
{
    QTest::addColumn<bool>("stale");
    QTest::newRow("owner") << false;
    QTest::newRow("stale owner") << true;
}

void tst_JobClaims::checkpoint_ofAStaleClaimChangesNothing()
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

void tst_JobClaims::checkpoint_forgetsEarlierDeaths()
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

void tst_JobClaims::finish_twiceIsRefused()
{
    enqueue();
    const JobRecord mine = claim();
    QVERIFY(on([&](JobStore store) { return store.finish(mine, m_worker.id, {}, {}); }));
    QVERIFY(!on([&](JobStore store) { return store.finish(mine, m_worker.id, {}, {}); }));
    QCOMPARE(job(mine.id).state, JobState::Done);
}

void tst_JobClaims::finish_sparedGivesTheAttemptBack()
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

void tst_JobClaims::orphans_goBackToTheQueue()
{
    const JobId id = enqueue();
    claim();
    dieAndRecover({});
    QCOMPARE(job(id).state, JobState::Queued);
    QCOMPARE(claim().attempt, 2);
}

void tst_JobClaims::orphans_areParkedAfterThreeCrashes()
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

void tst_JobClaims::orphans_beside_aCrashAreInnocent()
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

void tst_JobClaims::orphans_withoutAFaultAreGivenMoreTime()
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

QTEST_GUILESS_MAIN(tst_JobClaims)
#include "tst_jobclaims.moc"
