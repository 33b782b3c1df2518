// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"
#include "tests/support/enginefixture.h"
#include "tests/support/faultyvfs.h"

#include <QSemaphore>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stepsOfAJob = 3;

// Leaves a line in its log with every step, in the transaction of the step: a step that counted
// twice has two. Waits for the gate before each, so that a test decides when it goes on.
class CountingJob final : public Job
{
public:
    CountingJob(const Clock &clock, QSemaphore &gate)
        : m_clock(clock)
        , m_gate(gate)
    {}

    Result<> run(JobContext &context) override
    {
        const JobId id = context.job().id;
        const auto note = [&clock = m_clock, id](const QString &text) {
            return [&clock, id, text](Connection &connection) {
                return JobStore(connection, clock).addLog(id, LogLevel::Info, text);
            };
        };
        for (int step = context.job().checkpoint.toInt(); step < stepsOfAJob; ++step) {
            m_gate.acquire();
            TRY(context.checkpoint(QByteArray::number(step + 1), {}, note(u"step %1"_s.arg(step))));
        }
        context.atEnd(note(u"end"_s));
        return {};
    }

private:
    const Clock &m_clock;
    QSemaphore &m_gate;
};

} // namespace

// The volume of the database falls ill under a runner at work and gets well again. Commands are
// answered by an error that says so, and what was acknowledged is done once, by the same runner.
class tst_SickDisk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void runner_goesOnWhenTheDiskIsWell_data() { addSicknesses(); }
    void runner_goesOnWhenTheDiskIsWell();
    void idleRunner_claimsWhenTheDiskIsWell_data() { addSicknesses(); }
    void idleRunner_claimsWhenTheDiskIsWell();

private:
    static constexpr int longestMs = 30'000;
    static constexpr int manyPermits = 1'000'000;

    static void addSicknesses();
    Result<JobId> enqueue(qint64 delayMs = 0);
    QList<JobRecord> jobs();
    QStringList logOf(JobId id);
    int ended();
    void verifyRefused(const Error &error, ErrorCode code) const;

    FaultyVfs m_vfs;
    EngineFixture m_fixture;
    QSemaphore m_gate;
    JobKinds m_kinds;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<JobRunner> m_runner;
};

void tst_SickDisk::init()
{
    m_fixture.open();
    m_kinds.clear();
    m_kinds.insert(u"count"_s, {.make =
                                    [this](const JobRecord &) {
                                        return std::make_unique<CountingJob>(m_fixture.clock(),
                                                                             m_gate);
                                    },
                                .giveUp = {},
                                .version = 1,
                                .limit = 3});
    m_queue = std::make_unique<JobQueue>(m_fixture.database(), m_fixture.clock(), m_kinds);
    m_runner =
        std::make_unique<JobRunner>(m_fixture.database(), m_fixture.clock(), *m_queue, m_kinds);
    const auto started = m_runner->start(3, {}, m_fixture.folder() + u"/worker.crash"_s);
    QVERIFY2(bool(started), started ? "" : qPrintable(started.error().detail));
}

void tst_SickDisk::cleanup()
{
    m_vfs.setSickness(Sickness::None);
    m_gate.release(manyPermits);
    m_runner.reset();
    m_queue.reset();
    m_gate.acquire(m_gate.available());
}

Result<JobId> tst_SickDisk::enqueue(qint64 delayMs)
{
    const qint64 due = m_fixture.clock().nowMs() + delayMs;
    const auto id = m_fixture.on<JobStore>([due](JobStore store) -> Result<JobId> {
        TRY_LET(const BatchId batch, store.addBatch(u"count"_s, u"me"_s, {}));
        return store.enqueue(batch, {.kind = u"count"_s, .payload = "{}", .dueMs = due});
    });
    m_queue->announceWork();
    return id;
}

QList<JobRecord> tst_SickDisk::jobs()
{
    const auto all = m_fixture.database().ask([this](Connection &connection) {
        return JobStore(connection, m_fixture.clock()).find({});
    });
    return all ? *all : QList<JobRecord>();
}

QStringList tst_SickDisk::logOf(JobId id)
{
    QStringList texts;
    const auto lines = m_fixture.on<JobStore>([&](JobStore store) { return store.log(id); });
    for (const JobLogLine &line : *lines) {
        if (line.level == LogLevel::Info)
            texts << line.text;
    }
    return texts;
}

// Time passes, and with it the wait of those that had to.
int tst_SickDisk::ended()
{
    m_fixture.clock().advance(RetryPolicy::capMs * 2);
    m_queue->announceWork();
    const QList<JobRecord> all = jobs();
    return int(std::ranges::count(all, JobState::Done, &JobRecord::state));
}

void tst_SickDisk::verifyRefused(const Error &error, ErrorCode code) const
{
    QCOMPARE(error.code, code);
    QVERIFY2(error.detail.contains(m_fixture.folder() + u"/respool.db"_s),
             qPrintable(error.detail));
}

void tst_SickDisk::addSicknesses()
{
    QTest::addColumn<Sickness>("sickness");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("full") << Sickness::Full << ErrorCode::NoSpace;
    QTest::newRow("writes fail") << Sickness::WriteError << ErrorCode::Database;
    QTest::newRow("syncs fail") << Sickness::SyncError << ErrorCode::Database;
    QTest::newRow("read-only") << Sickness::ReadOnly << ErrorCode::PermissionDenied;
}

void tst_SickDisk::runner_goesOnWhenTheDiskIsWell()
{
    QFETCH(const Sickness, sickness);
    QFETCH(const ErrorCode, code);
    QList<JobId> accepted;
    for (int i = 0; i < 6; ++i)
        accepted << *enqueue();
    m_gate.release(1);
    const auto isAtWork = [this] {
        const QList<JobRecord> all = jobs();
        return std::ranges::count(all, JobState::Running, &JobRecord::state) == 3
               && m_gate.available() == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isAtWork(), longestMs);

    m_vfs.setSickness(sickness);
    const auto refused = enqueue();
    QVERIFY(!refused);
    verifyRefused(refused.error(), code);
    auto cancel = m_queue->cancel(accepted.last());
    QTRY_VERIFY_WITH_TIMEOUT(cancel.isFinished(), longestMs);
    QVERIFY(!cancel.result());
    verifyRefused(cancel.result().error(), code);
    // The jobs at work meet it at their checkpoints, and cannot write their ends either.
    const int before = m_vfs.refusals();
    m_gate.release(manyPermits);
    QTRY_VERIFY_WITH_TIMEOUT(m_vfs.refusals() > before + 6, longestMs);
    QCOMPARE(jobs().size(), accepted.size());
    QTRY_VERIFY_WITH_TIMEOUT(m_queue->trouble().code != ErrorCode::None, longestMs);
    verifyRefused(m_queue->trouble(), code); // what the window shows

    m_vfs.setSickness(Sickness::None);
    QTRY_COMPARE_WITH_TIMEOUT(ended(), accepted.size(), longestMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_queue->trouble().code, ErrorCode::None, longestMs);
    QVERIFY(*m_fixture.database().ask([](Connection &connection) -> Result<bool> {
        TRY(connection.check());
        return true;
    }));
    for (const JobId id : std::as_const(accepted))
        QCOMPARE(logOf(id), (QStringList{u"step 0"_s, u"step 1"_s, u"step 2"_s, u"end"_s}));
    accepted << *enqueue();
    QTRY_COMPARE_WITH_TIMEOUT(ended(), accepted.size(), longestMs);
}

// Nobody tells the runner that the disk is well: it looks by itself.
void tst_SickDisk::idleRunner_claimsWhenTheDiskIsWell()
{
    QFETCH(const Sickness, sickness);
    m_gate.release(manyPermits);
    constexpr qint64 delayMs = 2LL * longestMs; // its timer, in real time, is not what helps
    const JobId later = *enqueue(delayMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_runner->isIdle(), longestMs);
    m_vfs.setSickness(sickness);
    m_fixture.clock().advance(delayMs);
    m_queue->announceWork();
    // The command leads to the first, the first poll to the second; the others are of its own will.
    QTRY_VERIFY_WITH_TIMEOUT(m_vfs.refusals() > 3, longestMs);
    m_vfs.setSickness(Sickness::None);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().constFirst().state, JobState::Done, longestMs);
    QCOMPARE(logOf(later).size(), stepsOfAJob + 1);
    QCOMPARE(jobs().constFirst().attempt, 1);
}

QTEST_GUILESS_MAIN(tst_SickDisk)
#include "tst_sickdisk.moc"
