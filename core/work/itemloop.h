// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/recordingitems.h"

#include <atomic>
#include <functional>
#include <future>
#include <optional>

namespace respool {

class Clock;
class Connection;
class Database;
class MassStore;
class RecordingStore;

// What a job does with one recording, and with the chunk it is in. They run in this order, and each
// may run twice.
struct ItemStep
{
    // Database thread: may it be done now? The recording is this job's alone until the job ends.
    std::function<Result<>(RecordingStore &, const Recording &)> check;
    // One thread: the effect on the files of one recording; may tell in it what has become of it.
    std::function<Result<>(Recording &)> act;
    // After act has been through the chunk: puts its effects on disk; may be empty.
    std::function<Result<>()> sync = {};
    // What needs act on disk first, for one recording, by several threads at the same time; sync
    // follows. May be empty.
    std::function<Result<>(const Recording &)> finish = {};
    // Database thread, in the transaction of the checkpoint: what is true now of these. May be empty.
    std::function<Result<>(MassStore &, const QList<Recording> &)> settle;
    // Likewise, for one that was refused for good.
    std::function<Result<>(RecordingStore &, const Recording &)> refuse = {};
    // What follows may be left out, too. Likewise, once for all of the chunk.
    std::function<Result<>(Connection &)> commit = {};
    // An error that would meet every further item as well, beside those that always do.
    std::function<bool(const Error &)> endsAll = {};
    bool overlaps = true;       // act may go on while the chunk before is settled
    bool takesAll = false;      // all that is known of a recording, not only what names its files
    bool tellsProgress = false; // act does, in units of its own
    bool mayBeGone = true;      // a recording without a row was done with by an earlier run
};

// Walks the items of a job in chunks. While the files of one chunk change, the database commits in
// one transaction what has become of the chunk before and claims the recordings of the next one
// (I7); so a chunk is settled after its files are on disk, and acted on after its claim is. A chunk
// has as many items as take about 200 ms, since each costs a commit and a sync of the folders,
// however large it is; after 250 ms it is cut, which bounds what a stop waits for and what a
// death repeats: at most the chunk that is acted on and the one that is being settled. An item that
// fails does not stop the others; a store that is gone does. Pool thread.
class ItemLoop
{
public:
    static constexpr qsizetype firstItems = 64; // until it is known how long one takes
    static constexpr qsizetype mostItems = 4096;
    static constexpr qint64 wantedMs = 200;
    static constexpr qint64 chunkMs = 250;
    static constexpr int finishers = 8; // what they wait for is the disk

    ItemLoop(Database &database, const Clock &clock, JobContext &context,
             const ItemsPayload &payload);

    // Tries what was not tried yet, then once more what failed in an earlier run.
    // Errors: the ones that concern all items (Offline, NoSpace, Cancelled, LeaseLost, …); with
    // failed items, the error that says how many and whether trying again helps.
    Result<> run(const ItemStep &step);

private:
    struct Tried
    {
        qsizetype index = 0;
        std::optional<Recording> recording; // empty: its row is gone
        Result<> outcome;
    };
    using Chunk = QList<Tried>;
    struct Acted
    {
        Chunk done;
        Chunk left; // the chunk was cut
        Result<> outcome;
    };

    Result<Chunk> take(Connection &connection, const ItemStep &step) const;
    std::future<Acted> actMeanwhile(Chunk chunk, const ItemStep &step);
    Acted act(Chunk chunk, const ItemStep &step);
    static Result<> sync(Chunk &chunk, const ItemStep &step);
    void finish(Chunk &chunk, const ItemStep &step) const;
    Result<> settle(const Chunk &chunk, const ItemStep &step, Chunk &next);
    Result<> writeEffects(Connection &connection, const Chunk &chunk, const ItemStep &step);
    void note(const Tried &tried);
    Result<> verdict() const;

    Database &m_database;
    const Clock &m_clock;
    JobContext &m_context;
    const ItemsPayload &m_payload;
    ItemsCheckpoint m_checkpoint;
    QList<qsizetype> m_todo;                      // not taken yet
    std::atomic<qsizetype> m_wanted = firstItems; // in a chunk, by what the last one took
    qsizetype m_taking = firstItems;
    std::atomic<bool> m_lost = false; // nothing of what is under way can be written down
    qsizetype m_settled = 0;
    Error m_retryable; // the last error that trying again may mend
    Error m_refusal;   // the last one that it may not
};

} // namespace respool
