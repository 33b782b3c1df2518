// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/db/databaseconfig.h"
#include "core/jobs/job.h"

#include <QObject>

#include <memory>

namespace respool {

class ArchiveCatalog;
class Commands;
class Evidence;
class JobQueue;
class PictureCatalog;
class RecordingCatalog;
class ReplayCatalog;
class TextCatalog;
class Retention;
class Timetable;

struct EngineOptions
{
    DatabaseConfig database;
    QString dataFolder;         // where worker.lock lies; created if need be
    int threads = 2;            // jobs at the same time
    QList<QString> kinds;       // the kinds of job to run; empty: all
    bool drawsPictures = true;  // of what is new or has changed
    bool readsTexts = false;    // likewise
    bool watchesStores = false; // the worker looks by itself for what changes in the stores
};

// Builds the core in order and takes it down in reverse; owns nothing else. main() owns the only
// one, on the main thread. At any time it is either the worker of its database, or it waits for
// worker.lock and takes over within a second or two of the worker's death.
class Engine final : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<Engine>> start(const EngineOptions &options);
    ~Engine() override; // stop()

    // Stops the jobs at their next safe points and waits for them, five seconds at most. Returns
    // how many did not stop: they were given back to the queue, but their threads go on, and the
    // process must end by std::_Exit().
    int stop();

    const EngineOptions &options() const;
    JobQueue &queue();
    RecordingCatalog &catalog();
    Commands &commands();
    PictureCatalog &pictures();
    ReplayCatalog &replays();
    ArchiveCatalog &archives();
    TextCatalog &texts();
    Timetable &timetable();
    Evidence &evidence();
    Retention &retention();

    // Become the worker: true; false when another process is it, then this one takes over within
    // a second or two of that one's end. Errors: a lock file that cannot be made, unknown kinds.
    Result<bool> work();
    void setThreads(int threads); // from now on, and when this process becomes the worker later
    // What the scans of this process ask for from the next one on, see EngineOptions.
    void setScanWishes(bool drawsPictures, bool readsTexts);
    bool isWorker() const; // this process holds worker.lock and runs the jobs
    bool isIdle() const;   // it is the worker, and nothing is running or due

signals:
    void workerChanged(); // isWorker() answers differently
    void idle();          // nothing is running or due any more

private:
    struct Parts;
    void watchOtherWorker();
    void announceOthers(const QList<JobId> &jobs);
    void connectBell();
    void buildWorker();
    explicit Engine(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace respool
