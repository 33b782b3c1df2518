// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "core/jobs/scheduler.h"
#include "core/jobs/schedulestore.h"
#include "tests/support/claims.h"
#include "tests/support/enginefixture.h"

#include <QMap>
#include <QTimeZone>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

// What a schedule enqueues and when, whatever happens to the clock and to the process.
class tst_Scheduler : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { EngineFixture::addEngines(); }
    void init();
    void cleanup();
    void due_isEnqueuedOnce();
    void missed_becomeOneRun();
    void run_thatHasHappenedIsNotRepeated();
    void run_isLeftOutWhileTheLastOneGoesOn();
    void run_thatFailsKeepsNothingAndSaysWhy();
    void restart_neitherLosesNorDoublesARun();
    void clock_matrix_data();
    void clock_matrix();
    void interval_isNotStuckAfterTheClockWasSetBack();
    void disabled_restsAndMakesUpForNothing();
    void add_refusesWhatCannotBe_data();
    void add_refusesWhatCannotBe();
    void unknownAction_isTold();

private:
    void start();
    void look();
    ScheduleId add(const QString &rule, const QString &zone = u"UTC"_s,
                   const QString &action = u"work"_s);
    ScheduleRecord schedule(ScheduleId id)
    {
        return *m_fixture.on<ScheduleStore>([&](ScheduleStore store) { return store.byId(id); });
    }
    QList<ScheduleRun> runs(ScheduleId id)
    {
        return *m_fixture.on<ScheduleStore>(
            [&](ScheduleStore store) { return store.runs(id, 1000); });
    }
    qint64 jobs();
    void endJobs();

    EngineFixture m_fixture;
    JobKinds m_kinds;
    ScheduleActions m_actions;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<Scheduler> m_scheduler;
};

void tst_Scheduler::init()
{
    m_fixture.open();
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
    const auto enqueue = [this](Connection &connection,
                                const ScheduleRecord &schedule) -> Result<BatchId> {
        JobStore store(connection, m_fixture.clock());
        TRY_LET(const BatchId batch, store.addBatch(u"work"_s, schedule.who, {}));
        TRY(store.enqueue(batch, {.kind = u"work"_s, .payload = "{}"}));
        return schedule.spec.action == "fail"_L1
                   ? Result<BatchId>(fail(ErrorCode::Offline, u"the store is away"_s))
                   : batch;
    };
    const auto check = [](Connection &, const QByteArray &) { return Result<>(); };
    m_actions = {{u"work"_s, {check, enqueue}}, {u"fail"_s, {check, enqueue}}};
}

void tst_Scheduler::cleanup()
{
    m_scheduler.reset();
    m_queue.reset();
}

void tst_Scheduler::start()
{
    m_scheduler =
        std::make_unique<Scheduler>(m_fixture.database(), m_fixture.clock(), *m_queue, m_actions);
    m_scheduler->start();
    QTRY_VERIFY(!m_scheduler->isLooking());
}

// What the timer and the runner's watch on the clock do.
void tst_Scheduler::look()
{
    m_scheduler->clockJumped();
    m_fixture.database().finish();
    QCoreApplication::processEvents();
    while (m_scheduler->isLooking())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    m_fixture.database().finish();
}

ScheduleId tst_Scheduler::add(const QString &rule, const QString &zone, const QString &action)
{
    const auto id = m_fixture.on<ScheduleStore>([&](ScheduleStore store) {
        return store.add({rule + zone, action, "{}", rule, zone}, u"me"_s);
    });
    return id ? *id : ScheduleId();
}

qint64 tst_Scheduler::jobs()
{
    return m_fixture.on<JobStore>([](JobStore store) { return store.find({}); })->size();
}

void tst_Scheduler::endJobs()
{
    if (m_fixture.on<JobStore>([](JobStore store) { return store.stats(); })->queued == 0)
        return;
    QVERIFY(m_fixture.on<JobStore>([](JobStore store) -> Result<> {
        TRY_LET(const WorkerRecord worker, store.addWorker(u"host"_s, 1));
        for (;;) {
            TRY_LET(const auto job, claimOne(store, worker, {u"work"_s}));
            if (!job)
                return {};
            TRY(store.finish(*job, worker.id, {}, {}));
        }
    }));
}

void tst_Scheduler::due_isEnqueuedOnce()
{
    const ScheduleId id = add(u"every 1h"_s);
    start();
    QCOMPARE(jobs(), 0);
    m_fixture.clock().advance(hour);
    look();
    QCOMPARE(jobs(), 1);
    look();
    QCOMPARE(jobs(), 1);
    QCOMPARE(runs(id).size(), 1);
    QVERIFY(schedule(id).last->batch.value > 0);
    QCOMPARE(schedule(id).nextMs, m_fixture.clock().nowMs() + hour);
}

void tst_Scheduler::missed_becomeOneRun()
{
    const ScheduleId id = add(u"daily 03:00"_s, u"Europe/Berlin"_s);
    start();
    m_fixture.clock().advance(10 * day);
    look();
    QCOMPARE(jobs(), 1);
    QCOMPARE(runs(id).size(), 1);
    QVERIFY(runs(id).first().dueMs > m_fixture.clock().nowMs() - day);
    QVERIFY(schedule(id).nextMs > m_fixture.clock().nowMs());
}

void tst_Scheduler::run_thatHasHappenedIsNotRepeated()
{
    const ScheduleId id = add(u"every 1h"_s);
    const ScheduleRecord record = schedule(id);
    const auto twice = [&] {
        return m_fixture.database().wait([&](Connection &connection) {
            return runSchedule(connection, m_fixture.clock(), m_actions, record, 77);
        });
    };
    QVERIFY(twice());
    endJobs();
    QCOMPARE(twice().error().code, ErrorCode::Conflict);
    QCOMPARE(jobs(), 1); // and what it had enqueued was taken back
}

void tst_Scheduler::run_isLeftOutWhileTheLastOneGoesOn()
{
    const ScheduleId id = add(u"every 1h"_s);
    start();
    m_fixture.clock().advance(hour);
    look();
    m_fixture.clock().advance(hour);
    look();
    QCOMPARE(jobs(), 1);
    QCOMPARE(schedule(id).last->batch.value, 0);
    QCOMPARE(schedule(id).last->error.code, ErrorCode::Busy);
    endJobs();
    m_fixture.clock().advance(hour);
    look();
    QCOMPARE(jobs(), 2);
    QCOMPARE(runs(id).size(), 3);
}

void tst_Scheduler::run_thatFailsKeepsNothingAndSaysWhy()
{
    const ScheduleId id = add(u"every 1h"_s, u"UTC"_s, u"fail"_s);
    start();
    m_fixture.clock().advance(hour);
    look();
    QTRY_VERIFY(schedule(id).last);
    QCOMPARE(jobs(), 0);
    QCOMPARE(schedule(id).last->error.code, ErrorCode::Offline);
    QCOMPARE(schedule(id).nextMs, m_fixture.clock().nowMs() + hour);
}

void tst_Scheduler::restart_neitherLosesNorDoublesARun()
{
    const ScheduleId id = add(u"every 1h"_s);
    for (int run = 0; run < 5; ++run) {
        start();
        m_fixture.clock().advance(hour / 2);
        look();
        m_scheduler.reset();
        m_fixture.clock().advance(hour / 2);
        endJobs();
    }
    start();
    look();
    QCOMPARE(runs(id).size(), 5);
    QCOMPARE(jobs(), 5);
}

void tst_Scheduler::clock_matrix_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QList<qint64>>("jumps"); // what the clock does beside going on by an hour
    const std::initializer_list<std::pair<const char *, QList<qint64>>> clocks{
        {"a quiet clock", {}},
        {"a day back and forth", {-day, day}},
        {"time is set by the network", {-3000, 5000, -2000, -500}},
        {"eight hours of sleep", {8 * hour}},
    };
    for (const char *zone : {"America/New_York", "Australia/Lord_Howe", "America/Santiago"}) {
        for (const auto &[name, jumps] : clocks)
            QTest::addRow("%s, %s", zone, name) << QString::fromLatin1(zone) << jumps;
    }
}

// Most of a year in steps of half a day, over a change to summer time and one from it: each local
// day has its run, and none has two. (The rule by itself is tested over two years of days.)
void tst_Scheduler::clock_matrix()
{
    QFETCH(const QString, zone);
    QFETCH(const QList<qint64>, jumps);
    constexpr int days = 330;
    int away = 0;
    const ScheduleId id = add(u"daily 02:30"_s, zone);
    start();
    for (int step = 0; step < 2 * days; ++step) {
        m_fixture.clock().advance(12 * hour);
        if (!jumps.isEmpty() && step % 50 == 17) {
            const qint64 jump = jumps[(step / 50) % jumps.size()];
            m_fixture.clock().advance(jump);
            away += jump >= day ? 1 : 0;
        }
        look();
        endJobs();
    }
    const QList<ScheduleRun> all = runs(id);
    const QTimeZone timeZone(zone.toLatin1());
    QMap<QDate, int> byDay;
    for (const ScheduleRun &run : all) {
        QVERIFY(run.ranMs >= run.dueMs);
        ++byDay[QDateTime::fromMSecsSinceEpoch(run.dueMs, timeZone).date()];
    }
    QCOMPARE(jobs(), all.size());
    for (const int count : std::as_const(byDay))
        QCOMPARE(count, 1);
    // A clock that leaps over a whole day may have one run for that day and the next.
    QVERIFY(byDay.size() >= byDay.firstKey().daysTo(byDay.lastKey()) + 1 - away);
    QVERIFY(byDay.size() >= days - away - 2);
}

void tst_Scheduler::interval_isNotStuckAfterTheClockWasSetBack()
{
    const ScheduleId id = add(u"every 1h"_s);
    start();
    m_fixture.clock().advance(-day);
    look();
    QCOMPARE(schedule(id).nextMs, m_fixture.clock().nowMs() + hour);
    m_fixture.clock().advance(hour);
    look();
    QCOMPARE(runs(id).size(), 1);
}

void tst_Scheduler::disabled_restsAndMakesUpForNothing()
{
    const ScheduleId id = add(u"every 1h"_s);
    start();
    const auto enable = [&](bool enabled) {
        return m_fixture.on<ScheduleStore>(
            [&](ScheduleStore store) { return store.setEnabled(id, enabled); });
    };
    QVERIFY(enable(false));
    m_fixture.clock().advance(5 * hour);
    look();
    QVERIFY(runs(id).isEmpty());
    QVERIFY(enable(true));
    look();
    QVERIFY(runs(id).isEmpty());
    m_fixture.clock().advance(hour);
    look();
    QCOMPARE(runs(id).size(), 1);
}

void tst_Scheduler::add_refusesWhatCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no name") << u" "_s << u"every 1h"_s << u"UTC"_s << ErrorCode::InvalidArgument;
    QTest::newRow("no rule") << u"a"_s << u"sometimes"_s << u"UTC"_s << ErrorCode::InvalidArgument;
    QTest::newRow("no zone") << u"a"_s << u"daily 03:00"_s << u"Moon/Sea"_s
                             << ErrorCode::InvalidArgument;
    QTest::newRow("a name twice") << u"taken"_s << u"every 1h"_s << u"UTC"_s << ErrorCode::Conflict;
}

void tst_Scheduler::add_refusesWhatCannotBe()
{
    QFETCH(const QString, name);
    QFETCH(const QString, rule);
    QFETCH(const QString, zone);
    QFETCH(const ErrorCode, code);
    const auto addNamed = [&](const QString &called, const QString &when, const QString &where) {
        return m_fixture.on<ScheduleStore>([&](ScheduleStore store) {
            return store.add({called, u"work"_s, "{}", when, where}, u"me"_s);
        });
    };
    QVERIFY(addNamed(u"taken"_s, u"every 1h"_s, u"UTC"_s));
    QCOMPARE(addNamed(name, rule, zone).error().code, code);
}

void tst_Scheduler::unknownAction_isTold()
{
    const ScheduleId id = add(u"every 1h"_s, u"UTC"_s, u"polish"_s);
    start();
    m_fixture.clock().advance(hour);
    look();
    QTRY_VERIFY(schedule(id).last);
    QCOMPARE(schedule(id).last->error.code, ErrorCode::UnknownKind);
}

QTEST_GUILESS_MAIN(tst_Scheduler)
#include "tst_scheduler.moc"
