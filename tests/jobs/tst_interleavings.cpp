// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/queuemodel.h"

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// The sanitizer makes each step many times as slow, and sees in a tenth of them what it can see.
#ifdef __SANITIZE_ADDRESS__
constexpr int steps = 10'000;
#else
constexpr int steps = 100'000;
#endif

} // namespace

// Many steps in random order on one queue, each compared with what has to be true after it.
class tst_Interleavings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init() { m_model.open(); }
    void manySteps_keepEveryPromise();
    void cancel_isNotForgottenWhenTheRunEndsOtherwise_data();
    void cancel_isNotForgottenWhenTheRunEndsOtherwise();

private:
    QueueModel m_model;
};

void tst_Interleavings::manySteps_keepEveryPromise()
{
    qInfo("seed %u", QueueModel::seed);
    for (int done = 0; done < steps; done += QueueModel::stepsAtOnce) {
        const auto went = m_model.takeSteps();
        QVERIFY2(bool(went),
                 went ? "" : qPrintable(u"after %1 steps: "_s.arg(done) + went.error().detail));
    }
    for (const auto &[what, count] : m_model.seen().asKeyValueRange())
        qInfo("%d times: %s", count, qPrintable(what));
    for (const QString &what : {u"checkpoint"_s, u"stale checkpoint"_s, u"finish"_s,
                                u"stale finish"_s, u"orphan"_s, u"pause"_s, u"resume"_s})
        QVERIFY2(m_model.seen()[what] > steps / 500, qPrintable(what));
}

void tst_Interleavings::cancel_isNotForgottenWhenTheRunEndsOtherwise_data()
{
    QTest::addColumn<int>("state");
    QTest::newRow("the program closes") << int(JobState::Queued);
    QTest::newRow("the job has to wait") << int(JobState::Delayed);
}

// The wish was acknowledged, and the run ends before it hears of it.
void tst_Interleavings::cancel_isNotForgottenWhenTheRunEndsOtherwise()
{
    QFETCH(const int, state);
    const auto job = m_model.fixture().on<JobStore>([&](JobStore store) -> Result<JobRecord> {
        TRY_LET(const JobId id, store.enqueue(m_model.batch(), {.kind = u"a"_s, .payload = "{}"}));
        TRY_LET(const std::optional<JobRecord> mine, claimOne(store, m_model.worker(), {u"a"_s}));
        TRY(store.cancel(id, u"me"_s));
        TRY(store.finish(*mine, m_model.worker().id, {.state = JobState(state), .spared = true},
                         {}));
        return store.byId(id);
    });
    QVERIFY(job);
    QVERIFY(job->state == JobState::Cancelled || job->wish == JobWish::Cancel);
}

QTEST_GUILESS_MAIN(tst_Interleavings)
#include "tst_interleavings.moc"
