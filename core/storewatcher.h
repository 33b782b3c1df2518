// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"
#include "core/library/rootlook.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <unordered_map>

class QSocketNotifier;

namespace respool {

class Clock;
class Connection;
class Database;
class JobQueue;
class RecordingCatalog;

// What the worker does so that the library follows the stores by itself: looks every few seconds
// whether each is there, hears of what changes in it, and enqueues scans of what was touched, or of
// all when it has come back, when it cannot be watched, or when too much has happened. Lives on
// the main thread. Whatever goes to a disk runs on a pool of its own: a mount that hangs holds up
// nothing but the news of itself.
class StoreWatcher final : public QObject
{
    Q_OBJECT

public:
    static constexpr int lookMs = 3000;
    static constexpr int gatherMs = 2000;           // so that a burst becomes one scan
    static constexpr qint64 hangMs = 10'000;        // a root that does not answer is offline
    static constexpr qint64 rescanMs = 600'000;     // of what cannot be watched
    static constexpr qint64 activeMs = 120'000;     // and of what is being recorded there
    static constexpr qint64 watchedMs = 86'400'000; // of what is watched
    static constexpr qint64 growthMs = 30'000;      // how often what is being written is read
    static constexpr qint64 followMs = 600'000;     // how long a new recording is followed
    static constexpr qsizetype mostTouched = 1000;  // more of them are a scan of all

    StoreWatcher(Database &database, const Clock &clock, JobQueue &queue, RecordingCatalog &catalog,
                 WatchRules rules = {}, QObject *parent = nullptr);
    ~StoreWatcher() override; // waits for no mount that hangs

    void start();
    void look();      // now
    void jobsEnded(); // what is being recorded may be other recordings

private:
    struct Watched
    {
        StoreInfo info;
        std::shared_ptr<WatchedStore> folders;
        std::unique_ptr<QSocketNotifier> bell;
        bool isLooking = false;
        bool wasSeen = false;      // online, by this worker
        QElapsedTimer lookedSince; // the look that is under way
        qint64 rescanDueMs = 0;
        qint64 activeDueMs = 0;
        qint64 watchDueMs = 0; // when watching is tried again
        QSet<QString> touched, grown;
        qint64 grownSinceMs = 0;
        bool touchedAll = false;
        QHash<QString, qint64> heardMs; // of the folders that are followed
    };
    void meet(const QList<StoreInfo> &stores);
    void lookAt(Watched &store);
    void settle(StoreId id, RootLook look);
    void listen(Watched &store, std::shared_ptr<WatchedStore> folders);
    void hear(StoreId id);
    void follow(StoreId id, const QStringList &folders, bool touches);
    void followActive();
    void careFor(Watched &store, const QStringList &active);
    void gather();
    void scanTouched();
    void scan(const StoreInfo &store, const QStringList &paths);
    void write(std::function<Result<QList<JobId>>(Connection &)> work);
    Watched *find(StoreId id);

    Database &m_database;
    const Clock &m_clock;
    JobQueue &m_queue;
    RecordingCatalog &m_catalog;
    const WatchRules m_rules;
    std::unique_ptr<QThreadPool> m_pool;
    std::unordered_map<qint64, Watched> m_stores;
    QTimer m_look;
    QTimer m_gather;
    bool m_meeting = false;
    bool m_jobsEnded = true;
};

} // namespace respool
