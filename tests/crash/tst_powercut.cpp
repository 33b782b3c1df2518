// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/cutdisk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyvfs.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// What the program was told to be on disk, and how much the disk had been asked for by then.
struct Acknowledged
{
    qsizetype logSize = 0;
    JobId job;
    int claim = 0;
    int checkpoint = 0;
    bool isDone = false;
};

} // namespace

// Cuts the power at random moments while jobs are enqueued, run and finished, and looks at what the
// next start finds: everything that was acknowledged by then.
class tst_PowerCut : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cut_losesNothingAcknowledged_data();
    void cut_losesNothingAcknowledged();
    void cutAtBirth_leavesAFileThatShrinks();

private:
    static constexpr int rounds = 250;
    static constexpr int cuts = 200;
    static constexpr quint32 seed = 20260715;

    struct Running
    {
        JobRecord job;
        int checkpoint = 0;
    };

    Result<> work(Database &database);
    Result<> enqueue(Database &database);
    Result<> claim(Database &database);
    Result<> checkpoint(Database &database, Running &running);
    Result<> finish(Database &database, const Running &running);
    void acknowledge(Acknowledged what);
    QString problemAfter(qsizetype logSize, const QString &file) const;
    Result<> compare(JobStore store, qsizetype logSize) const;

    FaultyVfs m_vfs;
    FakeClock m_clock;
    QRandomGenerator m_random{seed};
    WorkerRecord m_worker;
    QList<Running> m_running;
    QList<Acknowledged> m_acknowledged;
    QList<DiskEvent> m_log;
};

void tst_PowerCut::acknowledge(Acknowledged what)
{
    what.logSize = m_vfs.logSize();
    m_acknowledged << what;
}

Result<> tst_PowerCut::enqueue(Database &database)
{
    QList<Pending<Result<JobId>>> asked; // together: they may share a commit
    for (int i = m_random.bounded(1, 5); i > 0; --i)
        asked << database.write([this](Connection &connection) -> Result<JobId> {
            JobStore store(connection, m_clock);
            TRY_LET(const BatchId batch, store.addBatch(u"a"_s, u"me"_s, {}));
            return store.enqueue(batch, {.kind = u"a"_s, .payload = QByteArray(700, 'x')});
        });
    for (Pending<Result<JobId>> &answer : asked) {
        TRY_LET(const JobId id, answer.takeResult());
        acknowledge({.job = id});
    }
    return {};
}

Result<> tst_PowerCut::claim(Database &database)
{
    TRY_LET(const std::optional<JobRecord> job, database.wait([this](Connection &connection) {
        JobStore store(connection, m_clock);
        return claimOne(store, m_worker, {u"a"_s});
    }));
    if (!job)
        return {};
    acknowledge({.job = job->id, .claim = job->claim});
    m_running << Running{*job};
    return {};
}

Result<> tst_PowerCut::checkpoint(Database &database, Running &running)
{
    const int next = running.checkpoint + 1;
    TRY(database.wait([&](Connection &connection) -> Result<> {
        JobStore store(connection, m_clock);
        TRY(store.checkpoint(running.job, m_worker.id, QByteArray::number(next)));
        return store.addItem(running.job.id, {QString::number(next), 0, {}, 0});
    }));
    running.checkpoint = next;
    acknowledge({.job = running.job.id, .claim = running.job.claim, .checkpoint = next});
    // Lost in a cut, and never the reason that something else is.
    database.note([this, job = running.job, next](Connection &connection) {
        return JobStore(connection, m_clock).setProgress(job, {next, 10});
    });
    return {};
}

Result<> tst_PowerCut::finish(Database &database, const Running &running)
{
    TRY(database.wait([&](Connection &connection) {
        return JobStore(connection, m_clock).finish(running.job, m_worker.id, {}, {});
    }));
    acknowledge({.job = running.job.id,
                 .claim = running.job.claim,
                 .checkpoint = running.checkpoint,
                 .isDone = true});
    return {};
}

Result<> tst_PowerCut::work(Database &database)
{
    TRY_LET(m_worker, database.wait([this](Connection &connection) {
        return JobStore(connection, m_clock).addWorker(u"host"_s, 1);
    }));
    for (int round = 0; round < rounds; ++round) {
        m_clock.advance(1);
        TRY(enqueue(database));
        TRY(claim(database));
        if (!m_running.isEmpty())
            TRY(checkpoint(database, m_running[m_random.bounded(m_running.size())]));
        if (m_running.size() > 3)
            TRY(finish(database, m_running.takeAt(m_random.bounded(m_running.size()))));
        if (round % 60 == 59)
            TRY(database.emptyLog().takeResult());
    }
    return {};
}

void tst_PowerCut::initTestCase()
{
    qInfo("seed %u", seed);
    const QTemporaryDir folder;
    m_vfs.skipSyncs();
    m_vfs.record();
    {
        const auto database = Database::open({folder.filePath(u"respool.db"_s)});
        QVERIFY2(bool(database), database ? "" : qPrintable(database.error().detail));
        const auto worked = work(**database);
        QVERIFY2(bool(worked), worked ? "" : qPrintable(worked.error().detail));
    }
    m_log = m_vfs.log();
    const auto count = [&](DiskEvent::Kind kind) {
        return std::ranges::count(m_log, kind, &DiskEvent::kind);
    };
    qInfo("%lld acknowledgements, %lld writes, %lld syncs", qlonglong(m_acknowledged.size()),
          qlonglong(count(DiskEvent::Kind::Write)), qlonglong(count(DiskEvent::Kind::Sync)));
    QVERIFY(count(DiskEvent::Kind::Write) > 1000);
    QVERIFY(count(DiskEvent::Kind::Delete) > 0);
    QVERIFY(std::ranges::any_of(m_log, [](const DiskEvent &event) {
        return event.kind == DiskEvent::Kind::Truncate && event.file.endsWith("-wal"_L1);
    }));
}

Result<> tst_PowerCut::compare(JobStore store, qsizetype logSize) const
{
    QMap<qint64, Acknowledged> last; // of each job: it says what the earlier ones said, and more
    for (const Acknowledged &told : m_acknowledged) {
        if (told.logSize <= logSize)
            last[told.job.value] = told;
    }
    for (const Acknowledged &told : std::as_const(last)) {
        TRY_LET(const JobRecord job, store.byId(told.job));
        const bool isKept = job.claim >= told.claim && job.checkpoint.toInt() >= told.checkpoint
                            && (!told.isDone || job.state == JobState::Done);
        if (!isKept)
            return fail(ErrorCode::Internal,
                        u"job %1 is behind: claim %2, checkpoint %3, %4"_s.arg(told.job.value)
                            .arg(job.claim)
                            .arg(job.checkpoint.toInt())
                            .arg(toText(job.state)));
    }
    return {};
}

// What is wrong with the files that a cut has left; empty: nothing.
QString tst_PowerCut::problemAfter(qsizetype logSize, const QString &file) const
{
    const auto database = Database::open({file});
    if (!database)
        return database.error().detail;
    const auto kept = (*database)->ask([&](Connection &connection) -> Result<> {
        TRY(connection.check());
        return compare(JobStore(connection, m_clock), logSize);
    });
    return kept ? QString() : kept.error().detail;
}

void tst_PowerCut::cut_losesNothingAcknowledged_data()
{
    QTest::addColumn<Keeps>("keeps");
    QTest::newRow("what was not synced is gone") << Keeps::Nothing;
    QTest::newRow("half of the other writes is there") << Keeps::HalfOfTheWrites;
    QTest::newRow("the other writes are torn") << Keeps::HalfOfTheSectors;
}

void tst_PowerCut::cut_losesNothingAcknowledged()
{
    QFETCH(const Keeps, keeps);
    QRandomGenerator random(seed);
    QList<qsizetype> positions;
    for (int i = 0; i < cuts; ++i)
        positions << random.bounded(m_log.size() + 1);
    std::ranges::sort(positions);
    CutDisk disk;
    qsizetype done = 0;
    for (const qsizetype position : std::as_const(positions)) {
        for (; done < position; ++done)
            disk.apply(m_log[done]);
        const QTemporaryDir folder;
        disk.cut(folder.path(), keeps, random);
        const QString problem = problemAfter(position, folder.filePath(u"respool.db"_s));
        QVERIFY2(
            problem.isEmpty(),
            qPrintable(u"cut after %1 of %2: %3"_s.arg(position).arg(m_log.size()).arg(problem)));
    }
}

// The file gets what it cannot get later before its first page, or the next start makes up for it.
void tst_PowerCut::cutAtBirth_leavesAFileThatShrinks()
{
    constexpr qsizetype moments = 30;
    QRandomGenerator random(seed);
    CutDisk disk;
    int stiff = 0;
    for (qsizetype position = 0; position < moments; ++position) {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"respool.db"_s);
        disk.cut(folder.path(), Keeps::HalfOfTheSectors, random);
        const auto database = Database::open({file});
        QVERIFY2(bool(database), database ? "" : qPrintable(database.error().detail));
        const auto mode = (*database)->ask(
            [](Connection &connection) { return connection.scalar(u"PRAGMA auto_vacuum"_s); });
        QVERIFY(mode);
        stiff += int(*mode != 2);
        disk.apply(m_log[position]);
    }
    QCOMPARE(stiff, 0);
}

QTEST_GUILESS_MAIN(tst_PowerCut)
#include "tst_powercut.moc"
