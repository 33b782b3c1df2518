// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/changebell.h"
#include "tests/bench/benchworker.h"
#include "tests/bench/measure.h"
#include "tests/bench/queuerows.h"
#include "tests/bench/sqliteapi.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QProcess>
#include <QThreadPool>

#include <iostream>
#include <latch>
#include <sys/resource.h>
#include <thread>
#include <time.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The same clock in every process of the machine.
qint64 monotonicNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

// Of all threads of this process, seconds.
double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double bytesWritten()
{
    for (const QByteArray &line : [] {
             QFile file(u"/proc/self/io"_s);
             return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
         }()) {
        if (line.startsWith("write_bytes: "))
            return line.mid(13).toDouble();
    }
    return 0;
}

// How long an idle worker is watched.
double idleSeconds()
{
    bool given = false;
    const double seconds = qEnvironmentVariable("RESPOOL_BENCH_IDLE_S").toDouble(&given);
    return given && seconds > 0 ? seconds : 60;
}

// Milliseconds from each enqueue to the start of its job. An enqueue carries the time at which
// it was asked for, and the next one is asked for when the worker has gone to rest.
class Latencies
{
public:
    Latencies(int samples, std::function<void()> next)
        : m_samples(samples)
        , m_next(std::move(next))
    {}

    Result<> stamp(JobContext &context)
    {
        const double ms = double(monotonicNs() - context.job().payload.toLongLong()) / 1e6;
        const QMutexLocker lock(&m_mutex);
        m_ms.push_back(ms);
        return {};
    }
    // Main thread. false: all are there.
    bool rested()
    {
        const QMutexLocker lock(&m_mutex);
        if (m_ms.size() < m_asked)
            return true; // the worker has rested before it heard of the job
        if (m_ms.size() == m_samples)
            return false;
        ++m_asked;
        m_next();
        return true;
    }
    // The first ones prepare statements and start threads.
    double at(double share) const
    {
        std::vector<double> ms(m_ms.begin() + std::ssize(m_ms) / 10, m_ms.end());
        std::ranges::sort(ms);
        return ms[size_t(double(ms.size() - 1) * share)];
    }

private:
    const size_t m_samples;
    const std::function<void()> m_next;
    QMutex m_mutex; // guards the samples
    std::vector<double> m_ms;
    size_t m_asked = 0;
};

constexpr int samples = 330;

// An enqueue and a claim are a commit each, so that two syncs are the least it can take.
double twoSyncsMs()
{
    const QTemporaryDir folder;
    return 2000 / durableRewritesPerSecond(folder.filePath(u"rewritten"_s));
}

void addLatency(RatioTable &table, const QString &from, const Latencies &latencies, double wished)
{
    table.add({.what = u"enqueue to start, from %1, median"_s.arg(from),
               .ours = latencies.at(0.5),
               .unit = u"ms"_s,
               .atMost = wished});
    table.add({.what = u"the same"_s,
               .ours = latencies.at(0.5),
               .unit = u"ms"_s,
               .peer = u"ms for two syncs alone"_s,
               .theirs = twoSyncsMs()});
    table.add({.what = u"the same, 99 of 100"_s, .ours = latencies.at(0.99), .unit = u"ms"_s});
}

void runLatencies(BenchWorker &worker, Latencies &latencies)
{
    QEventLoop loop;
    QObject::connect(&worker.runner(), &JobRunner::idle, &loop, [&] {
        if (!latencies.rested())
            loop.quit();
    });
    worker.start();
    loop.exec();
    QCOMPARE(worker.count(JobState::Done), samples);
}

void latencyWithin(RatioTable &table)
{
    BenchWorker *enqueues = nullptr;
    Latencies latencies(samples, [&] { enqueues->enqueue(QByteArray::number(monotonicNs())); });
    BenchWorker worker([&](JobContext &context) { return latencies.stamp(context); });
    enqueues = &worker;
    runLatencies(worker, latencies);
    addLatency(table, u"the same process"_s, latencies, 1);
}

void latencyFromOutside(RatioTable &table)
{
    QProcess other;
    other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    Latencies latencies(samples, [&] { other.write("\n"); });
    BenchWorker worker([&](JobContext &context) { return latencies.stamp(context); });
    ChangeBell bell(worker.file());
    QObject::connect(&bell, &ChangeBell::rung, &worker.queue(), &JobQueue::announceWork);
    other.start(QCoreApplication::applicationFilePath(),
                {QString::fromLatin1(enqueueOption), worker.file()});
    QVERIFY(other.waitForReadyRead()); // it has opened the database
    runLatencies(worker, latencies);
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);
    addLatency(table, u"another process"_s, latencies, 2);
}

} // namespace

int enqueueForEachLine(const QString &databaseFile)
{
    const auto database = must(Database::open({databaseFile}));
    std::cout << "ready" << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        must(database->wait([now = monotonicNs()](Connection &connection) {
            return OurJobs(connection).command(QByteArray::number(now));
        }));
        ChangeBell::ring(databaseFile, {});
    }
    QThreadPool::globalInstance()->waitForDone();
    return 0;
}

void measureRuns(RatioTable &table)
{
    constexpr int all = 2000;
    const auto runs = [] {
        BenchWorker worker([](JobContext &) { return Result<>(); }, 8);
        must(worker.database().wait([](Connection &connection) -> Result<> {
            for (int i = 0; i < all; ++i)
                TRY(OurJobs(connection).command());
            return {};
        }));
        const double seconds = secondsOf([&] {
            worker.start();
            worker.runUntilIdle();
        });
        if (worker.count(JobState::Done) != all)
            qFatal("%lld jobs are done", worker.count(JobState::Done));
        return all / seconds;
    };
    const QTemporaryDir folder;
    const auto rates = interleaved(
        3, {runs, [&] { return durableAppendsPerSecond(folder.filePath(u"appended"_s)); }});
    table.add({.what = u"empty jobs claimed, run and finished, each synced"_s,
               .ours = rates[0],
               .unit = u"/s"_s,
               .peer = u"durable appends"_s,
               .theirs = rates[1]});
}

void measureLatency(RatioTable &table)
{
    latencyWithin(table);
    latencyFromOutside(table);
}

void measureIdle(RatioTable &table)
{
    const double seconds = idleSeconds();
    BenchWorker worker([](JobContext &) { return Result<>(); });
    worker.start();
    worker.runUntilIdle();
    BenchWorker::runFor(1.5); // the first poll sees the start
    SqliteFile other(worker.file());
    SqliteStatement version(other, "PRAGMA data_version");
    const auto seen = [&] {
        qint64 number = 0;
        version.each([&](const SqliteStatement &row) { number = row.integer(0); });
        const QFileInfo log(worker.file() + u"-wal"_s);
        return std::tuple(number, log.size(), log.lastModified());
    };
    const auto before = seen();
    const double cpu = cpuSeconds();
    BenchWorker::runFor(seconds);
    const double used = cpuSeconds() - cpu;
    const bool wrote = seen() != before;
    table.add({.what = u"idle for %1 s: changes of the database"_s.arg(seconds),
               .ours = wrote ? 1. : 0.,
               .atMost = 0});
    table.add({.what = u"idle for %1 s: processor"_s.arg(seconds),
               .ours = used / seconds * 100,
               .unit = u"% of a core"_s,
               .atMost = 0.2});
}

void measureProgress(RatioTable &table)
{
    constexpr int jobs = 16;
    const double seconds = idleSeconds() / 3;
    std::vector<double> kilobytes; // a second, of the jobs that tell
    // Percent of a core that the jobs cost; they differ only in whether they tell.
    const auto cost = [&](bool tells) {
        const auto end = monotonicNs() + qint64((seconds + 2) * 1e9);
        BenchWorker worker([&](JobContext &context) -> Result<> {
            for (qint64 i = 0; monotonicNs() < end; ++i) {
                if (tells)
                    context.progress({i, 1000});
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            }
            return {};
        });
        for (int i = 0; i < jobs; ++i)
            worker.enqueue();
        worker.start();
        BenchWorker::runFor(1);
        const double cpu = cpuSeconds(), written = bytesWritten();
        BenchWorker::runFor(seconds);
        const double percent = (cpuSeconds() - cpu) / seconds * 100;
        if (tells)
            kilobytes.push_back((bytesWritten() - written) / seconds / 1000);
        if (worker.count(JobState::Running) != jobs)
            qFatal("%lld jobs run", worker.count(JobState::Running));
        worker.runUntilIdle();
        return percent;
    };
    const auto percents = interleaved(3, {[&] { return cost(true); }, [&] { return cost(false); }});
    table.add({.what = u"16 jobs that tell 10 times a second, beyond silent ones"_s,
               .ours = percents[0] - percents[1],
               .unit = u"% of a core"_s,
               .atMost = 0.1});
    table.add({.what = u"the same: written"_s,
               .ours = median(kilobytes),
               .unit = u"kB/s"_s,
               .atMost = 50});
}

} // namespace respool
