// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/retentionstore.h"
#include "core/retentionjob.h"
#include "core/retentionplan.h"
#include "core/work/deletejob.h"
#include "tests/support/workfixture.h"

#include <QJsonDocument>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 startMs = 1'700'000'000'000; // of every recording of the fixture

} // namespace

// Rules on a store with files: what is planned, what becomes of it in the queue, and the job.
class tst_RetentionPlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void plan_sumsUpWhatGoes();
    void plan_namesEveryRuleOfARecording();
    void plan_leavesAloneWhatIsRecorded();
    void plan_ofTheCatalogueOpensNoFile();
    void plan_ofALostStoreDeletesNothing();
    void plan_withAWrongRuleTellsItAndGoesOn();
    void enqueued_isABatchForEachSetOfRules();
    void enqueuedTwice_isOnce();
    void enqueued_leavesWhatWasProtectedMeanwhile();
    void deletion_sparesWhatIsFlaggedWhenItsTurnComes();
    void deletion_isParkedByAnOlderProgram();
    void job_runsTheRulesThatAreOn();
    void job_runAgainAfterItsCheckpointDoesNothing();
    void job_thatLostItsLeaseEnqueuesNothing();
    void job_withAWrongRuleFailsAfterTheOthers();

private:
    RecordingId session(const QString &uid)
    {
        m_fixture.files().addSession(uid);
        return m_fixture.know(uid);
    }
    RetentionRule rule(const QString &name, qint64 days = 90, const QString &query = {})
    {
        RetentionRule made;
        made.name = name;
        made.query = query;
        made.amount = days;
        return made;
    }
    RetentionPlan plan(const QList<RetentionRule> &rules, RetentionLook look = RetentionLook::Files)
    {
        return *planRetention(m_fixture.database(), m_fixture.clock(), rules, look);
    }
    QList<RetentionBatch> enqueue(const RetentionPlan &plan)
    {
        return *m_fixture.database().wait([&](Connection &connection) {
            return enqueueRetention(connection, m_fixture.clock(), u"me"_s, plan);
        });
    }
    void flag(RecordingId id)
    {
        QVERIFY(m_fixture.database().wait([&](Connection &connection) {
            return connection.script(
                u"UPDATE recording SET flagged = 1 WHERE id = %1"_s.arg(id.value));
        }));
    }
    void keep(const RetentionRule &rule)
    {
        QVERIFY(m_fixture.on<RetentionStore>(
            [&](RetentionStore store) { return store.add(rule, u"me"_s); }));
    }
    QStringList reasons()
    {
        QStringList found;
        const auto batches =
            m_fixture.on<JobStore>([](JobStore store) { return store.batches({.limit = 100}); });
        for (const BatchRecord &batch : *batches) {
            if (batch.kind == "delete"_L1)
                found << batch.reason;
        }
        found.sort();
        return found;
    }
    FakeContext context() { return m_fixture.context(retentionSpec(u"me"_s).payload); }
    Result<> run(FakeContext &context)
    {
        return RetentionJob(m_fixture.database(), m_fixture.clock()).run(context);
    }
    JobRecord whole(JobId id)
    {
        return *m_fixture.on<JobStore>([&](JobStore store) { return store.byId(id); });
    }

    WorkFixture m_fixture;
};

void tst_RetentionPlan::init()
{
    m_fixture.open();
    m_fixture.clock().advance(startMs - m_fixture.clock().nowMs() + 100 * ageDayMs);
}

void tst_RetentionPlan::plan_sumsUpWhatGoes()
{
    const RecordingId first = session(firstUid);
    const RecordingId second = session(secondUid);
    const RetentionPlan made = plan({rule(u"a"_s)});
    QCOMPARE(made.atMs, m_fixture.clock().nowMs());
    QCOMPARE(made.count, 2);
    QCOMPARE(made.bytes, m_fixture.get(first).bytes + m_fixture.get(second).bytes);
    QCOMPARE(made.oldestMs, startMs);
    QCOMPARE(made.newestMs, startMs);
    QCOMPARE(made.groups.size(), 1);
    QCOMPARE(made.groups.first().rules, QStringList{u"a"_s});
    QVERIFY(plan({rule(u"a"_s, 101)}).groups.isEmpty());
    QCOMPARE(m_fixture.get(first).state, RecordingState::Present);
    QVERIFY(m_fixture.jobs().isEmpty());
}

void tst_RetentionPlan::plan_namesEveryRuleOfARecording()
{
    const RecordingId both = session(firstUid);
    const RecordingId one = session(secondUid);
    const RetentionPlan made =
        plan({rule(u"all"_s), rule(u"first"_s, 50, u"id:"_s + firstUid), rule(u"none"_s, 500)});
    QCOMPARE(made.count, 2);
    QCOMPARE(made.groups.size(), 2);
    QCOMPARE(made.groups[0].rules, QStringList{u"all"_s});
    QCOMPARE(made.groups[0].deletion.ready, QList{one});
    QCOMPARE(made.groups[1].rules, QStringList({u"all"_s, u"first"_s}));
    QCOMPARE(made.groups[1].deletion.ready, QList{both});
    QVERIFY(made.groups[1].deletion.sparesFlagged);
}

void tst_RetentionPlan::plan_leavesAloneWhatIsRecorded()
{
    session(firstUid);
    const RecordingId other = session(secondUid);
    QFile recorder(m_fixture.files().path(firstUid + u"/recording-0.trp"_s));
    QVERIFY(recorder.open(QIODevice::Append));
    const RetentionPlan made = plan({rule(u"a"_s)});
    QCOMPARE(made.groups.first().deletion.ready, QList{other});
    QCOMPARE(made.groups.first().deletion.refused.size(), 1);
    QCOMPARE(made.count, 1);
}

void tst_RetentionPlan::plan_ofTheCatalogueOpensNoFile()
{
    session(firstUid);
    QFile recorder(m_fixture.files().path(firstUid + u"/recording-0.trp"_s));
    QVERIFY(recorder.open(QIODevice::Append));
    QCOMPARE(plan({rule(u"a"_s)}, RetentionLook::Catalogue).count, 1);
}

// Though its row says that it is there.
void tst_RetentionPlan::plan_ofALostStoreDeletesNothing()
{
    session(firstUid);
    QVERIFY(QFile::remove(m_fixture.files().path(u".respool/store.json"_s)));
    const RetentionPlan made = plan({rule(u"a"_s)});
    QVERIFY(made.groups.isEmpty());
    QCOMPARE(made.rules.first().choice.stay.size(), 1);
    QCOMPARE(made.rules.first().choice.stay.first().why, RetentionShield::Offline);
}

void tst_RetentionPlan::plan_withAWrongRuleTellsItAndGoesOn()
{
    session(firstUid);
    const RetentionPlan made = plan({rule(u"bad"_s, 1, u"store:gone"_s), rule(u"good"_s)});
    QCOMPARE(made.rules.first().error.code, ErrorCode::NotFound);
    QCOMPARE(made.rules.last().error.code, ErrorCode::None);
    QCOMPARE(made.groups.size(), 1);
    QCOMPARE(made.groups.first().rules, QStringList{u"good"_s});
}

void tst_RetentionPlan::enqueued_isABatchForEachSetOfRules()
{
    const RecordingId both = session(firstUid);
    session(secondUid);
    const auto batches = enqueue(plan({rule(u"all"_s), rule(u"it's"_s, 50, u"id:"_s + firstUid)}));
    QCOMPARE(batches.size(), 2);
    QCOMPARE(reasons(),
             QStringList({u"retention rule 'all'"_s, u"retention rules 'all' and 'it's'"_s}));
    QCOMPARE(m_fixture.get(both).state, RecordingState::Deleting);
    QCOMPARE(m_fixture.jobs().size(), 2);
}

// Two processes that have planned the same in the same minute.
void tst_RetentionPlan::enqueuedTwice_isOnce()
{
    session(firstUid);
    const RetentionPlan first = plan({rule(u"a"_s)});
    const RetentionPlan second = plan({rule(u"a"_s)});
    QCOMPARE(enqueue(first).size(), 1);
    QVERIFY(enqueue(second).isEmpty());
    QCOMPARE(m_fixture.jobs().size(), 1);
    QVERIFY(plan({rule(u"a"_s)}).groups.isEmpty());
}

void tst_RetentionPlan::enqueued_leavesWhatWasProtectedMeanwhile()
{
    const RecordingId flagged = session(firstUid);
    const RecordingId held = session(secondUid);
    const RetentionPlan made = plan({rule(u"a"_s)});
    flag(flagged);
    QVERIFY(m_fixture.on<RecordingStore>(
        [&](RecordingStore store) { return store.addHold(held, u"case"_s, u"me"_s); }));
    QVERIFY(enqueue(made).isEmpty());
    QVERIFY(m_fixture.jobs().isEmpty());
    QCOMPARE(m_fixture.get(flagged).state, RecordingState::Present);
}

void tst_RetentionPlan::deletion_sparesWhatIsFlaggedWhenItsTurnComes()
{
    const RecordingId flagged = session(firstUid);
    const RecordingId other = session(secondUid);
    const auto batches = enqueue(plan({rule(u"a"_s)}));
    flag(flagged);
    FakeContext context = m_fixture.context(whole(batches.first().enqueued.jobs.first()).payload);
    const auto outcome = DeleteJob(m_fixture.database(), m_fixture.clock()).run(context);
    QCOMPARE(codeOf(outcome), ErrorCode::Refused);
    QVERIFY2(outcome.error().detail.contains(u"flagged"_s), qPrintable(outcome.error().detail));
    QCOMPARE(m_fixture.get(flagged).state, RecordingState::Present);
    QVERIFY(m_fixture.files().isThere(firstUid));
    QCOMPARE(m_fixture.get(other).state, RecordingState::Trashed);
}

// One that does not know that the flagged are spared would delete them.
void tst_RetentionPlan::deletion_isParkedByAnOlderProgram()
{
    session(firstUid);
    const auto batches = enqueue(plan({rule(u"a"_s)}));
    const JobRecord job = whole(batches.first().enqueued.jobs.first());
    QCOMPARE(job.version, 2);
    QVERIFY(ItemsPayload::fromJson(job.payload)->sparesFlagged);
    QVERIFY(!ItemsPayload::fromJson(job.payload)->permanent);
    // What a user deletes is as it was.
    const ItemsPayload plain;
    QCOMPARE(plain.versionNeeded(), 1);
    QVERIFY(!plain.toJson().contains("sparesFlagged"));
    QVERIFY(deleteKind(m_fixture.database(), m_fixture.clock()).version >= 2);
}

void tst_RetentionPlan::job_runsTheRulesThatAreOn()
{
    const RecordingId id = session(firstUid);
    const RecordingId other = session(secondUid);
    keep(rule(u"on"_s, 90, u"id:"_s + firstUid));
    RetentionRule off = rule(u"off"_s);
    off.enabled = false;
    keep(off);
    FakeContext context = this->context();
    QVERIFY(run(context));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Deleting);
    QCOMPARE(m_fixture.get(other).state, RecordingState::Present);
    QCOMPARE(reasons(), QStringList{u"retention rule 'on'"_s});
    QVERIFY(context.logged.first().contains(u"rule 'on'"_s));
    QCOMPARE(context.checkpoints, 1);
}

// It died after its checkpoint was on disk.
void tst_RetentionPlan::job_runAgainAfterItsCheckpointDoesNothing()
{
    session(firstUid);
    keep(rule(u"a"_s));
    FakeContext context = this->context();
    QVERIFY(run(context));
    session(secondUid); // would be found by a second look
    context.again();
    QVERIFY(run(context));
    QCOMPARE(m_fixture.jobs().size(), 1);
}

// It died between the evaluation and the commit, or another worker has it.
void tst_RetentionPlan::job_thatLostItsLeaseEnqueuesNothing()
{
    const RecordingId id = session(firstUid);
    keep(rule(u"a"_s));
    FakeContext context = this->context();
    context.failAt = 1;
    QCOMPARE(codeOf(run(context)), ErrorCode::LeaseLost);
    QVERIFY(m_fixture.jobs().isEmpty());
    QCOMPARE(m_fixture.get(id).state, RecordingState::Present);
    context.again();
    QVERIFY(run(context));
    QCOMPARE(m_fixture.jobs().size(), 1);
}

void tst_RetentionPlan::job_withAWrongRuleFailsAfterTheOthers()
{
    const RecordingId id = session(firstUid);
    keep(rule(u"bad"_s, 90, u"store:vault"_s));
    keep(rule(u"good"_s));
    QVERIFY(m_fixture.database().wait([](Connection &connection) {
        return connection.script(u"UPDATE store SET name = 'other'"_s);
    }));
    FakeContext context = this->context();
    const auto outcome = run(context);
    QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
    QVERIFY(outcome.error().detail.contains(u"'bad'"_s));
    QCOMPARE(m_fixture.get(id).state, RecordingState::Deleting);
    QCOMPARE(reasons(), QStringList{u"retention rule 'good'"_s});
}

QTEST_GUILESS_MAIN(tst_RetentionPlan)
#include "tst_retentionplan.moc"
