// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/knownstamps.h"
#include "core/library/recordingstore.h"
#include "core/library/storescanner.h"
#include "core/media/mediareader.h"
#include "core/work/workstore.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>

namespace respool {

class Clock;
class Database;

// A recording that is new, or not as the catalogue knows it.
struct ScannedRecording
{
    Recording recording; // its id is 0 when it is new
    quint64 stamp = 0;
    bool drawsAnew = false; // the file that its pictures are drawn from is another one
};

// What was found of some of the paths.
struct ScannedPiece
{
    qsizetype looked = 0;
    QList<ScannedRecording> changed;
    QStringList gone; // paths where nothing lies, though they were asked for or listed
};

// What the threads of a scan use.
struct ScanSource
{
    Database &database;
    const Clock &clock;
    const MediaReader &reader;
    const OpenedStore &store;
    const StoreListing &listing;
    KnownStamps &known;
    bool knowsSome = true; // the catalogue has recordings of this store
};

// Reads a store on several threads: looks at every path, reads what has changed, looks into the
// files that are new or different. Made and asked by one thread; what it uses outlives it.
class ScanReader
{
public:
    ScanReader(const ScanSource &source, int threads);
    ~ScanReader(); // stops

    // The next paths that are done, in no order; empty: that was all. Errors: Interrupted after a
    // stop; Internal when no media file can be read here; Database.
    Result<std::optional<ScannedPiece>> next(const std::stop_token &stop);

private:
    static constexpr qsizetype pieceSize = 64; // media files of a piece share one process
    static constexpr size_t mostWaiting = 32;
    void work();
    Result<ScannedPiece> read(qsizetype first, qsizetype end);
    Result<> readChanged(const QStringList &paths, const QList<quint64> &stamps,
                         ScannedPiece &piece);

    const ScanSource m_source;
    std::stop_source m_stop;
    std::atomic<qsizetype> m_next = 0;
    std::mutex m_mutex; // guards m_done and m_working
    std::condition_variable_any m_changed;
    std::deque<Result<ScannedPiece>> m_done;
    int m_working = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace respool
