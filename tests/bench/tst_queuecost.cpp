// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"
#include "core/jobs/jobstore.h"
#include "tests/bench/measure.h"
#include "tests/support/enginefixture.h"

#include <QEventLoop>

#include <atomic>
#include <thread>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What durability costs: acknowledged enqueues and whole runs of empty jobs, against the number of
// durable appends that the same disk takes in the same minute.
class QueueCost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void enqueue_data();
    void enqueue();
    void bulk();
    void run();

private:
    Result<JobId> enqueueOne();

    EngineFixture m_fixture;
    double m_limit = 0;
};

void QueueCost::init()
{
    m_fixture.open();
    m_limit = durableWritesPerSecond(m_fixture.folder() + u"/limit"_s);
    QVERIFY(m_limit > 0);
}

Result<JobId> QueueCost::enqueueOne()
{
    return m_fixture.on<JobStore>([](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(u"empty"_s, u"me"_s, {}));
        return store.enqueue(batch, {.kind = u"empty"_s, .version = 1, .payload = "{}"});
    });
}

void QueueCost::enqueue_data()
{
    QTest::addColumn<int>("producers");
    QTest::newRow("1 producer") << 1;
    QTest::newRow("16 producers") << 16;
}

void QueueCost::enqueue()
{
    QFETCH(const int, producers);
    constexpr int all = 3200;
    std::atomic<int> failed = 0;
    const double seconds = secondsOf([&] {
        std::vector<std::jthread> threads;
        for (int i = 0; i < producers; ++i)
            threads.emplace_back([&] {
                for (int job = 0; job < all / producers; ++job)
                    failed += enqueueOne() ? 0 : 1;
            });
    });
    QCOMPARE(failed, 0);
    report(
        qPrintable(u"acknowledged enqueues, %1"_s.arg(QLatin1StringView(QTest::currentDataTag()))),
        all / seconds, m_limit, "a second", "durable appends");
}

void QueueCost::bulk()
{
    constexpr int all = 50'000;
    const double seconds = secondsOf([&] {
        QVERIFY(m_fixture.on<JobStore>([](JobStore store) -> Result<> {
            TRY_LET(const BatchId batch, store.addBatch(u"empty"_s, u"me"_s, {}));
            for (int i = 0; i < all; ++i)
                TRY(store.enqueue(batch, {.kind = u"empty"_s, .version = 1, .payload = "{}"}));
            return {};
        }));
    });
    report("enqueues in one transaction", all / seconds, m_limit, "a second", "durable appends");
}

void QueueCost::run()
{
    constexpr int all = 2000;
    class Empty final : public Job
    {
    public:
        Result<> run(JobContext &) override { return {}; }
    };
    for (int i = 0; i < all; ++i)
        QVERIFY(enqueueOne());
    JobKinds kinds;
    kinds.insert(u"empty"_s, {.make = [](const JobRecord &) { return std::make_unique<Empty>(); },
                              .giveUp = {},
                              .version = 1,
                              .limit = 64});
    JobQueue queue(m_fixture.database(), m_fixture.clock(), kinds);
    const double seconds = secondsOf([&] {
        JobRunner runner(m_fixture.database(), m_fixture.clock(), queue, kinds);
        QEventLoop loop;
        connect(&runner, &JobRunner::idle, &loop, &QEventLoop::quit);
        QVERIFY(runner.start(8, {}, m_fixture.folder() + u"/worker.crash"_s));
        loop.exec();
    });
    const auto done = m_fixture.database().ask([](Connection &connection) -> Result<qint64> {
        return connection.scalar(u"SELECT count(*) FROM job WHERE state = 3"_s);
    });
    QCOMPARE(*done, all);
    report("empty jobs claimed, run and finished", all / seconds, m_limit, "a second",
           "durable appends");
}

QTEST_GUILESS_MAIN(QueueCost)
#include "tst_queuecost.moc"
