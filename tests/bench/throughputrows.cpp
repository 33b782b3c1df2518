// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/barequeue.h"
#include "tests/bench/measure.h"
#include "tests/bench/originqueue.h"
#include "tests/bench/ourqueue.h"
#include "tests/bench/queuerows.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int rounds = 5;
constexpr int depth = 10'000; // jobs that wait all the time
constexpr int bulk = 1000;    // jobs enqueued in one transaction

// The queues with the same jobs in them.
struct Peers
{
    QTemporaryDir folder;
    OurQueue ours{folder.filePath(u"ours.db"_s)};
    OurQueue busy{folder.filePath(u"busy.db"_s), 2};
    BareQueue bare{folder.filePath(u"bare.db"_s)};
    OriginQueue origin{folder.filePath(u"origin.db"_s)};
    const std::array<PeerQueue *, 4> all{&ours, &busy, &bare, &origin};

    Peers()
    {
        for (PeerQueue *queue : all)
            push(*queue, depth);
    }
    static void push(PeerQueue &queue, int jobs)
    {
        for (int left = jobs; left > 0; left -= bulk)
            queue.pushMany(std::min(left, bulk));
    }
    static void work(PeerQueue &queue, int jobs)
    {
        for (int done = 0; done < jobs; done += PeerQueue::claimed)
            queue.turn(PeerQueue::claimed);
        queue.turn(0);
    }
    // Medians of what measured answers for each of them.
    std::vector<double> measure(const std::function<double(PeerQueue &)> &measured) const
    {
        std::vector<std::function<double()>> variants;
        for (PeerQueue *queue : all)
            variants.emplace_back([&measured, queue] { return measured(*queue); });
        return interleaved(rounds, variants);
    }
    void compareWaiting(qint64 jobs) const
    {
        for (PeerQueue *queue : all)
            QCOMPARE(queue->waiting(), jobs);
    }
};

// Rows of figures that are jobs a second.
void addRates(RatioTable &table, const QString &what, const std::vector<double> &rates,
              std::optional<double> beBare, std::optional<double> beOrigin)
{
    const auto add = [&](const QString &how, double ours) {
        table.add({.what = what + how,
                   .ours = ours,
                   .unit = u"/s"_s,
                   .peer = u"/s in the bare C interface"_s,
                   .theirs = rates[2],
                   .atLeast = beBare});
        table.add({.what = what + how,
                   .ours = ours,
                   .unit = u"/s"_s,
                   .peer = u"/s in the origin's queue"_s,
                   .theirs = rates[3],
                   .atLeast = beOrigin});
    };
    add({}, rates[0]);
    add(u", 2 asked for at a time"_s, rates[1]);
}

} // namespace

void measureTurns(RatioTable &table)
{
    constexpr int jobs = 8000;
    const Peers peers;
    addRates(table, u"claim 16 and complete 16 in a commit"_s, peers.measure([](PeerQueue &queue) {
        Peers::push(queue, jobs);
        return jobs / secondsOf([&] { Peers::work(queue, jobs); });
    }),
             0.85, 4.5);
    peers.compareWaiting(depth);
    addRates(table, u"enqueue, claim and complete, batched"_s, peers.measure([](PeerQueue &queue) {
        return jobs / secondsOf([&] {
                   Peers::push(queue, jobs);
                   Peers::work(queue, jobs);
               });
    }),
             0.8, 6);
    peers.compareWaiting(depth);
}

void measurePushes(RatioTable &table)
{
    constexpr int jobs = 4000;
    Peers peers;
    addRates(table, u"enqueue one in a commit, not synced"_s, peers.measure([](PeerQueue &queue) {
        return jobs / secondsOf([&] {
                   for (int i = 0; i < jobs; ++i)
                       queue.pushOne();
               });
    }),
             {}, 1.5);
    peers.compareWaiting(depth + rounds * jobs);
    constexpr int questions = 2000;
    const double seconds = interleaved(
        rounds, {[&] {
            return secondsOf([&] {
                for (int i = 0; i < questions; ++i)
                    must(peers.ours.database().ask([](Connection &) { return Result<>(); }));
            });
        }})[0];
    table.add({.what = u"the way to the database thread and back"_s,
               .ours = seconds / questions * 1e6,
               .unit = u"us"_s});
}

void measureDurablePushes(RatioTable &table)
{
    constexpr int pushesOfEach = 1000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"respool.db"_s);
    const auto database = must(Database::open({file}));
    const BatchId batch =
        must(database->wait([](Connection &connection) { return OurJobs(connection).addBatch(); }));
    const auto push = [&](int producers) {
        const double seconds = secondsOf([&] {
            std::vector<std::jthread> threads;
            for (int i = 0; i < producers; ++i)
                threads.emplace_back([&] {
                    for (int job = 0; job < pushesOfEach; ++job)
                        must(database->wait([&](Connection &connection) {
                            return OurJobs(connection).enqueue(batch);
                        }));
                });
        });
        return producers * pushesOfEach / seconds;
    };
    // A log that grows costs a sync of its length with each commit. From its first checkpoint on
    // it is used again, and that is how it is nearly always.
    while (QFileInfo(file + u"-wal"_s).size() < 4'000'000)
        push(1);
    push(1);
    const auto rates = interleaved(
        rounds, {[&] { return push(1); },
                 [&] { return durableRewritesPerSecond(folder.filePath(u"rewritten"_s), 1000); },
                 [&] { return push(16); },
                 [&] { return durableAppendsPerSecond(folder.filePath(u"appended"_s), 1000); }});
    const qint64 waiting = must(database->ask([](Connection &connection) {
        return connection.scalar(u"SELECT count(*) FROM job WHERE state = 0"_s);
    }));
    QVERIFY(waiting >= rounds * 17 * pushesOfEach);
    QCOMPARE(waiting % pushesOfEach, 0);
    table.note(u"the disk: %1 durable rewrites and %2 durable appends of 4 KiB a second"_s
                   .arg(rates[1], 0, 'f', 0)
                   .arg(rates[3], 0, 'f', 0));
    table.add({.what = u"enqueue one, on disk when acknowledged"_s,
               .ours = rates[0],
               .unit = u"/s"_s,
               .peer = u"durable rewrites"_s,
               .theirs = rates[1],
               .atLeast = 0.9});
    table.add({.what = u"the same from 16 producers"_s,
               .ours = rates[2],
               .unit = u"/s"_s,
               .peer = u"one producer"_s,
               .theirs = rates[0],
               .atLeast = 6});
}

} // namespace respool
