// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/database.h"
#include "core/housekeeper.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "tests/support/claims.h"
#include "tests/support/fakeclock.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 days = 40; // until the round, of which the rule keeps 30
const QString prunedKind = u"scan"_s;
const QString keptKind = u"delete"_s;

QString fileIn(const QString &folder)
{
    return folder + u"/respool.db"_s;
}

QString backupsIn(const QString &folder)
{
    return folder + u"/backups"_s;
}

// One round of the housekeeper, forty days after the jobs.
int keepHouse(const QString &folder)
{
    FakeClock clock;
    clock.advance(days * dayMs);
    const auto database = Database::open({fileIn(folder)});
    if (!database)
        return 1;
    Housekeeper housekeeper(**database, clock, Backups(backupsIn(folder)), {prunedKind});
    QObject::connect(&housekeeper, &Housekeeper::rested, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    QMetaObject::invokeMethod(&housekeeper, &Housekeeper::round, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

void copyFiles(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        if (!QFile::copy(from + u'/' + name, to + u'/' + name))
            qFatal("%s cannot be copied", qPrintable(name));
    }
}

} // namespace

// The housekeeper dies at each of its named points; nothing that the rule keeps is lost, nothing is
// half removed, and the next round ends as one that was not disturbed.
class tst_UpkeepDeaths : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unbrokenRound_prunesAndCopies();
    void death_leavesWhatTheNextRoundMends_data();
    void death_leavesWhatTheNextRoundMends();

private:
    // What is there after a round.
    struct End
    {
        QStringList jobs;
        qint64 batches = 0;
        QStringList copies;
        QString error;
    };

    static Result<> addJobs(Database &database, const Clock &clock, const QString &kind, int count);
    static void runRound(QProcess &process, const QString &folder, const QString &variable,
                         const QString &value);
    static End lookAt(const QString &folder);
    static Result<> lookInto(Connection &connection, End &end);
    QString prepared(const QString &name) const;

    QTemporaryDir m_folder;
    End m_unbroken;
    QStringList m_trace;
};

Result<> tst_UpkeepDeaths::addJobs(Database &database, const Clock &clock, const QString &kind,
                                   int count)
{
    return database.wait([&](Connection &connection) -> Result<> {
        JobStore store(connection, clock);
        TRY_LET(const WorkerRecord worker, store.addWorker(u"host"_s, 1));
        for (int i = 0; i < count; ++i) {
            TRY_LET(const BatchId batch, store.addBatch(kind, u"me"_s, {}));
            TRY_LET(const JobId id, store.enqueue(batch, {.kind = kind, .payload = "{}"}));
            TRY_LET(const std::optional<JobRecord> job, claimOne(store, worker, {kind}));
            TRY(store.addLog(id, LogLevel::Info, u"a line"_s));
            TRY(store.addItem(id, {u"uid"_s, 1, {}, 0}));
            TRY(store.finish(*job, worker.id, {}, {}));
        }
        return {};
    });
}

// 50 jobs that go in three steps, five that the rule keeps, five that are evidence; and three
// copies, of which the oldest goes.
void tst_UpkeepDeaths::initTestCase()
{
    const QString base = m_folder.filePath(u"base"_s);
    QVERIFY(QDir().mkpath(backupsIn(base)));
    FakeClock clock;
    const auto database = Database::open({fileIn(base)});
    QVERIFY2(bool(database), database ? "" : qPrintable(database.error().detail));
    QVERIFY(addJobs(**database, clock, prunedKind, 50));
    QVERIFY(addJobs(**database, clock, keptKind, 5));
    clock.advance((days - 1) * dayMs);
    QVERIFY(addJobs(**database, clock, prunedKind, 5));
    for (const char *day : {"01", "02", "03"})
        QVERIFY((*database)->copyTo(backupsIn(base)
                                    + u"/respool-2023-11-%1.db"_s.arg(QLatin1StringView(day))));
}

// A folder of its own, as it was before the round.
QString tst_UpkeepDeaths::prepared(const QString &name) const
{
    const QString base = m_folder.filePath(u"base"_s);
    const QString folder = m_folder.filePath(name);
    copyFiles(base, folder);
    copyFiles(backupsIn(base), backupsIn(folder));
    return folder;
}

void tst_UpkeepDeaths::runRound(QProcess &process, const QString &folder, const QString &variable,
                                const QString &value)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!variable.isEmpty())
        environment.insert(variable, value);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--keep-house"_s, folder});
    QVERIFY(process.waitForFinished(60'000));
}

Result<> tst_UpkeepDeaths::lookInto(Connection &connection, End &end)
{
    TRY(connection.check());
    FakeClock clock;
    TRY_LET(const QList<JobRecord> jobs, JobStore(connection, clock).find({{}, {}, {}, {}, 0}));
    for (const JobRecord &job : jobs)
        end.jobs << u"%1 %2 %3"_s.arg(job.id.value).arg(job.kind, toText(job.state));
    TRY_LET(end.batches, connection.scalar(u"SELECT count(*) FROM batch"_s));
    for (const QString &table : {u"job_attempt"_s, u"job_log"_s, u"job_item"_s}) {
        TRY_LET(const qint64 rows,
                connection.scalar(u"SELECT count(DISTINCT job_id) FROM "_s + table));
        if (rows != jobs.size())
            return fail(
                ErrorCode::Internal,
                u"%1 tells of %2 jobs, there are %3"_s.arg(table).arg(rows).arg(jobs.size()));
    }
    return {};
}

tst_UpkeepDeaths::End tst_UpkeepDeaths::lookAt(const QString &folder)
{
    End end;
    const auto look = [&](const QString &file, End &at) {
        const auto database = Database::open({file});
        const auto looked =
            database
                ? (*database)->ask([&](Connection &connection) { return lookInto(connection, at); })
                : Result<>(Failure{database.error()});
        if (!looked)
            end.error += looked.error().detail;
    };
    look(fileIn(folder), end);
    for (const QString &copy : QDir(backupsIn(folder)).entryList({u"*.db"_s}, QDir::Files)) {
        end.copies << copy;
        End inCopy;
        if (copy.startsWith(u"respool-"_s)) // by this name it is whole
            look(backupsIn(folder) + u'/' + copy, inCopy);
    }
    return end;
}

void tst_UpkeepDeaths::unbrokenRound_prunesAndCopies()
{
    const QString folder = prepared(u"unbroken"_s);
    const QString trace = m_folder.filePath(u"trace"_s);
    QProcess process;
    runRound(process, folder, u"RESPOOL_FAULT_TRACE"_s, trace);
    QCOMPARE(process.exitCode(), 0);
    m_unbroken = lookAt(folder);
    QCOMPARE(m_unbroken.error, QString());
    QCOMPARE(m_unbroken.jobs.size(), 10);
    QCOMPARE(m_unbroken.batches, 10);
    QCOMPARE(m_unbroken.copies, (QStringList{u"respool-2023-11-02.db"_s, u"respool-2023-11-03.db"_s,
                                             u"respool-2023-12-24.db"_s}));
    QFile names(trace);
    QVERIFY(names.open(QIODevice::ReadOnly));
    m_trace = QString::fromUtf8(names.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const char *name :
         {"history.prune.old", "history.prune.many", "history.prune.batches", "backup.copied"})
        QVERIFY2(m_trace.contains(QLatin1StringView(name)), name);
}

void tst_UpkeepDeaths::death_leavesWhatTheNextRoundMends_data()
{
    if (m_trace.isEmpty())
        QSKIP("the round without a death has failed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("passage");
    QMap<QString, int> passages;
    for (const QString &name : std::as_const(m_trace))
        QTest::addRow("%s, %d", qPrintable(name), passages[name] + 1) << name << ++passages[name];
}

void tst_UpkeepDeaths::death_leavesWhatTheNextRoundMends()
{
    QFETCH(const QString, name);
    QFETCH(const int, passage);
    const QString folder = prepared(u"%1-%2"_s.arg(name).arg(passage));
    QProcess dying;
    runRound(dying, folder, u"RESPOOL_FAULT"_s, u"%1:%2"_s.arg(name).arg(passage));
    QCOMPARE(dying.exitStatus(), QProcess::CrashExit);
    QCOMPARE(dying.exitCode(), SIGKILL);
    const End after = lookAt(folder);
    QCOMPARE(after.error, QString());
    for (const QString &job : std::as_const(m_unbroken.jobs))
        QVERIFY2(after.jobs.contains(job), qPrintable(job));
    QVERIFY(after.copies.size() >= 3);

    QProcess next;
    runRound(next, folder, {}, {});
    QCOMPARE(next.exitCode(), 0);
    const End mended = lookAt(folder);
    QCOMPARE(mended.error, QString());
    QCOMPARE(mended.jobs, m_unbroken.jobs);
    QCOMPARE(mended.batches, m_unbroken.batches);
    // A copy too many, of a death just before it goes, goes with the copy of the next day.
    QVERIFY(mended.copies.size() <= m_unbroken.copies.size() + 1);
    QCOMPARE(mended.copies.last(m_unbroken.copies.size()), m_unbroken.copies);
}

// Without arguments of its own the program is the test, with them the process that dies.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--keep-house"_L1)
        return keepHouse(arguments[2]);
    tst_UpkeepDeaths test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_upkeepdeaths.moc"
