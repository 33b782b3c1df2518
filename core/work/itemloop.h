// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/recordingitems.h"

#include <QHash>

#include <functional>

namespace respool {

class Clock;
class Database;
class RecordingStore;

// What a job does with one recording. They run in this order, and each may run twice.
struct ItemStep
{
    // Database thread: may it be done now? The recording is this job's alone until the job ends.
    std::function<Result<>(RecordingStore &, const Recording &)> check;
    // Pool thread: the effect on the files.
    std::function<Result<>(const Recording &)> act;
    // Database thread, in the transaction of the checkpoint: what is true now.
    std::function<Result<>(RecordingStore &, const Recording &)> settle;
    // Likewise, for one that was refused for good; may be empty.
    std::function<Result<>(RecordingStore &, const Recording &)> refuse;
    // What follows may be empty, too. An error that would meet every further item as well, beside
    // those that always do.
    std::function<bool(const Error &)> endsAll = {};
    // Pool thread: what must be on disk before a checkpoint says so.
    std::function<Result<>()> flush = {};
    // Database thread, in the transaction of the checkpoint, once for all its items.
    std::function<Result<>(Connection &)> commit = {};
    bool tellsProgress = false; // act does, in units of its own
    bool mayBeGone = true;      // a recording without a row was done with by an earlier run
};

// Walks the items of a job with checkpoints every 64 items or 250 ms: claims the recordings of a
// chunk in one transaction (I7), acts on each, and commits results and checkpoint in a second
// one. An item that fails does not stop the others; a store that is gone does. Pool thread.
class ItemLoop
{
public:
    static constexpr qsizetype chunkItems = 64;
    static constexpr qint64 chunkMs = 250;

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

    Result<QList<Tried>> take(const QList<qsizetype> &indexes, const ItemStep &step);
    Result<> act(QList<Tried> &chunk, const ItemStep &step);
    Result<> settle(const QList<Tried> &chunk, const ItemStep &step);
    void note(const Tried &tried);
    Result<> verdict() const;

    Database &m_database;
    const Clock &m_clock;
    JobContext &m_context;
    const ItemsPayload &m_payload;
    ItemsCheckpoint m_checkpoint;
    Error m_retryable; // the last error that trying again may mend
    Error m_refusal;   // the last one that it may not
};

} // namespace respool
