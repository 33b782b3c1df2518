// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/await.h"
#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kindName = u"once"_s;
constexpr int askers = 8;            // processes that ask
constexpr qint64 longestQueue = 200; // or the worker would be at it for long after they ended
constexpr int seed = 20260715;

int testSeconds()
{
    bool given = false;
    const int seconds = qEnvironmentVariableIntValue("RESPOOL_TEST_SECONDS", &given);
    return given ? seconds : 60;
}

// What it does is a line in the job's log, committed with a step and with the end.
class OnceJob final : public Job
{
public:
    explicit OnceJob(const Clock &clock)
        : m_clock(clock)
    {}

    Result<> run(JobContext &context) override
    {
        const auto say = [&clock = m_clock, id = context.job().id](const QString &text) {
            return [&clock, id, text](Connection &connection) {
                return JobStore(connection, clock).addLog(id, LogLevel::Info, text);
            };
        };
        TRY(context.checkpoint("1", {}, say(u"step"_s)));
        if (context.stopToken().stop_requested())
            return context.stopped();
        context.atEnd(say(u"end"_s));
        return {};
    }

private:
    const Clock &m_clock;
};

JobKinds kindsOf(const Clock &clock)
{
    return {{kindName,
             {.make = [&clock](const JobRecord &) { return std::make_unique<OnceJob>(clock); },
              .giveUp = {},
              .version = 1,
              .limit = 4}}};
}

// A process that opens the database for itself. Its standard output is what it was told: "job N"
// and "cancel N" when that was acknowledged, "error TEXT" for what should never come.
class Child
{
public:
    static std::unique_ptr<Child> open(const QString &file)
    {
        auto child = std::unique_ptr<Child>(new Child);
        if (!child->m_told.open(stdout, QIODevice::WriteOnly))
            return {};
        auto opened = Database::open({file});
        if (!opened) {
            child->say("error", opened.error().detail);
            return {};
        }
        child->m_database = *std::move(opened);
        child->m_queue =
            std::make_unique<JobQueue>(*child->m_database, child->m_clock, child->m_kinds);
        return child;
    }

    // Wishes at random until the time is over.
    int ask(int number)
    {
        QRandomGenerator random(seed + number);
        const QDeadlineTimer end(testSeconds() * 1000LL);
        QList<JobId> mine;
        while (!end.hasExpired()) {
            const int what = random.bounded(10);
            if (what < 4 && m_waiting < longestQueue)
                enqueue(random.bounded(1, 5), mine);
            else if (what < 6 && !mine.isEmpty())
                cancel(
                    mine[mine.size() - 1 - random.bounded(std::min<qsizetype>(20, mine.size()))]);
            else if (what < 8)
                check(await(m_queue->find({{}, {}, {}, {}, 50})));
            else if (const auto stats = await(m_queue->stats()); check(stats))
                m_waiting = stats->queued;
        }
        return 0;
    }

    // Runs jobs until standard input ends.
    int work()
    {
        JobRunner runner(*m_database, m_clock, *m_queue, m_kinds);
        if (const auto started = runner.start(4, {}, m_database->file() + u".crash"_s); !started) {
            say("error", started.error().detail);
            return 1;
        }
        QSocketNotifier asked(0, QSocketNotifier::Read);
        QObject::connect(&asked, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
        return QCoreApplication::exec();
    }

private:
    Child() { m_kinds = kindsOf(m_clock); }

    void say(const char *what, const QString &detail)
    {
        m_told.write(QByteArray(what) + ' ' + detail.toUtf8().replace('\n', ' ') + '\n');
        m_told.flush();
    }

    template <typename T>
    bool check(const Result<T> &answer)
    {
        if (!answer)
            say("error", answer.error().detail);
        return bool(answer);
    }

    void enqueue(int count, QList<JobId> &mine)
    {
        const auto ids =
            await(m_database->write([&](Connection &connection) -> Result<QList<JobId>> {
                JobStore store(connection, m_clock);
                TRY_LET(const BatchId batch, store.addBatch(kindName, u"me"_s, {}));
                QList<JobId> jobs;
                for (int i = 0; i < count; ++i) {
                    TRY_LET(const JobId id,
                            store.enqueue(batch, {.kind = kindName, .payload = "{}"}));
                    jobs << id;
                }
                return jobs;
            }));
        if (!check(ids))
            return;
        for (const JobId id : *ids)
            say("job", QString::number(id.value));
        mine << *ids;
    }

    void cancel(JobId id)
    {
        const auto asked = await(m_queue->cancel(id));
        if (!asked && asked.error().code == ErrorCode::Refused)
            return; // it has ended before
        if (check(asked))
            say("cancel", QString::number(id.value));
    }

    SystemClock m_clock;
    JobKinds m_kinds;
    QFile m_told;
    qint64 m_waiting = 0; // jobs in the queue, when last seen
    std::unique_ptr<Database> m_database;
    std::unique_ptr<JobQueue> m_queue;
};

} // namespace

// Eight processes that ask and one that works, all on one file.
class tst_ManyProcesses : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void open_byAllAtOnceMakesOneFile();
    void askersAndAWorker_agree();

private:
    static constexpr int longestMs = 120'000;

    // What one job was seen to be in the end.
    struct Seen
    {
        JobRecord job;
        QStringList log;
        QList<JobAttempt> attempts;
    };

    QString file() const { return m_folder->filePath(u"respool.db"_s); }
    std::unique_ptr<QProcess> start(const QString &what, int number);
    void verifyEnded(QProcess &process, int number, int withinMs);
    QStringList told(int number, const QString &what) const;
    static Result<Seen> see(JobStore store, JobId id);
    static QString problemOf(const Seen &seen, bool isCancelWanted);

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
};

std::unique_ptr<QProcess> tst_ManyProcesses::start(const QString &what, int number)
{
    auto process = std::make_unique<QProcess>();
    process->setStandardOutputFile(m_folder->filePath(u"told-%1"_s.arg(number)));
    process->setStandardErrorFile(m_folder->filePath(u"warned-%1"_s.arg(number)));
    process->start(QCoreApplication::applicationFilePath(),
                   {u"--child"_s, what, QString::number(number), file()});
    return process;
}

void tst_ManyProcesses::verifyEnded(QProcess &process, int number, int withinMs)
{
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(withinMs));
    QFile warned(m_folder->filePath(u"warned-%1"_s.arg(number)));
    QVERIFY(warned.open(QIODevice::ReadOnly));
    QCOMPARE(warned.readAll(), QByteArray());
    QCOMPARE(told(number, u"error"_s).value(0), QString());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

QStringList tst_ManyProcesses::told(int number, const QString &what) const
{
    QFile file(m_folder->filePath(u"told-%1"_s.arg(number)));
    QStringList details;
    if (!file.open(QIODevice::ReadOnly))
        return {u"nothing: the file is not there"_s};
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(what + u' '))
            details << line.mid(what.size() + 1);
    }
    return details;
}

Result<tst_ManyProcesses::Seen> tst_ManyProcesses::see(JobStore store, JobId id)
{
    Seen seen;
    TRY_LET(seen.job, store.byId(id));
    TRY_LET(seen.attempts, store.attempts(id));
    TRY_LET(const QList<JobLogLine> lines, store.log(id));
    for (const JobLogLine &line : lines) {
        if (line.level == LogLevel::Info)
            seen.log << line.text;
    }
    return seen;
}

// What should not be so about a job that has had its time; empty: all is well.
QString tst_ManyProcesses::problemOf(const Seen &seen, bool isCancelWanted)
{
    const auto problem = [&](const QString &what) {
        return u"job %1 is %2: %3"_s.arg(seen.job.id.value).arg(toText(seen.job.state), what);
    };
    if (seen.attempts.size() > 1)
        return problem(u"it was claimed %1 times"_s.arg(seen.attempts.size()));
    if (!seen.attempts.isEmpty() && seen.attempts.first().outcome != seen.job.state)
        return problem(u"its attempt ended otherwise"_s);
    if (seen.job.state == JobState::Done) {
        if (seen.log != QStringList{u"step"_s, u"end"_s})
            return problem(u"its effects are: "_s + seen.log.join(u", "_s));
        return {};
    }
    if (seen.job.state != JobState::Cancelled || !isCancelWanted)
        return problem(u"nobody wanted that"_s);
    if (seen.log.contains(u"end"_s) || seen.log.count(u"step"_s) > 1)
        return problem(u"its effects are: "_s + seen.log.join(u", "_s));
    return {};
}

void tst_ManyProcesses::open_byAllAtOnceMakesOneFile()
{
    for (int round = 0; round < 5; ++round) {
        init();
        std::array<std::unique_ptr<QProcess>, askers> children;
        for (int number = 0; number < askers; ++number)
            children[number] = start(u"open"_s, number);
        for (int number = 0; number < askers; ++number)
            verifyEnded(*children[number], number, longestMs);
    }
}

void tst_ManyProcesses::askersAndAWorker_agree()
{
    const auto database = Database::open({file()});
    QVERIFY2(bool(database), database ? "" : qPrintable(database.error().detail));
    const auto worker = start(u"work"_s, askers);
    std::array<std::unique_ptr<QProcess>, askers> children;
    for (int number = 0; number < askers; ++number)
        children[number] = start(u"ask"_s, number);
    for (int number = 0; number < askers; ++number)
        verifyEnded(*children[number], number, testSeconds() * 1000 + longestMs);
    const auto waiting = [&] {
        const auto stats = (*database)->ask(
            [this](Connection &connection) { return JobStore(connection, m_clock).stats(); });
        return stats ? stats->queued + stats->running + stats->delayed : -1;
    };
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, longestMs);
    worker->closeWriteChannel();
    verifyEnded(*worker, askers, longestMs);

    QStringList ids, cancels;
    for (int number = 0; number < askers; ++number) {
        ids << told(number, u"job"_s);
        cancels << told(number, u"cancel"_s);
    }
    const QSet<QString> cancelWanted(cancels.begin(), cancels.end());
    int cancelled = 0;
    const auto looked = (*database)->ask([&](Connection &connection) -> Result<> {
        TRY(connection.check());
        for (const QString &id : std::as_const(ids)) {
            TRY_LET(const Seen seen, see(JobStore(connection, m_clock), JobId{id.toLongLong()}));
            if (const QString problem = problemOf(seen, cancelWanted.contains(id));
                !problem.isEmpty())
                return fail(ErrorCode::Internal, problem);
            cancelled += int(seen.job.state == JobState::Cancelled);
        }
        TRY_LET(const qint64 all, connection.scalar(u"SELECT count(*) FROM job"_s));
        return all == ids.size() ? Result<>() : fail(ErrorCode::Internal, u"strange jobs"_s);
    });
    QVERIFY2(bool(looked), looked ? "" : qPrintable(looked.error().detail));
    qInfo("%lld jobs, %lld wishes to cancel, %d of them cancelled", qlonglong(ids.size()),
          qlonglong(cancelWanted.size()), cancelled);
    QVERIFY(cancelled > 0 && cancelled < ids.size());
}

// Without arguments of its own the program is the test, with them one of its processes.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == "--child"_L1) {
        const auto child = Child::open(arguments[4]);
        if (!child)
            return 1;
        if (arguments[2] == "work"_L1)
            return child->work();
        return arguments[2] == "ask"_L1 ? child->ask(arguments[3].toInt()) : 0;
    }
    tst_ManyProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_manyprocesses.moc"
