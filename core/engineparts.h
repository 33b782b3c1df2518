// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archivecatalog.h"
#include "core/backups.h"
#include "core/base/clock.h"
#include "core/commands.h"
#include "core/db/database.h"
#include "core/engine.h"
#include "core/evidence.h"
#include "core/files/processlock.h"
#include "core/housekeeper.h"
#include "core/jobs/changebell.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobrunner.h"
#include "core/jobs/scheduler.h"
#include "core/jobs/timetable.h"
#include "core/library/recordingcatalog.h"
#include "core/library/textcatalog.h"
#include "core/media/mediahost.h"
#include "core/nameindexer.h"
#include "core/picturecatalog.h"
#include "core/replaycatalog.h"
#include "core/retention.h"
#include "core/scheduleactions.h"
#include "core/storewatcher.h"
#include "core/trashkeeper.h"
#include "core/work/jobkinds.h"
#include "core/work/scanjob.h"

#include <QDir>
#include <QTimer>

#include <memory>
#include <optional>

namespace respool {

// What an Engine is built of, in the order in which it is built; the end goes backwards.
struct Engine::Parts
{
    EngineOptions options;
    SystemClock clock;
    std::unique_ptr<Database> database;
    ScanWishes scanWishes;
    MediaHost mediaHost; // starts its program with the first file
    JobKinds kinds;
    std::unique_ptr<JobQueue> queue;
    std::unique_ptr<RecordingCatalog> catalog;
    std::unique_ptr<PictureCatalog> pictures;
    std::unique_ptr<ReplayCatalog> replays;
    std::unique_ptr<ArchiveCatalog> archives;
    std::unique_ptr<TextCatalog> texts;
    std::unique_ptr<Commands> commands;
    std::unique_ptr<Evidence> evidence;
    ScheduleActions actions;
    std::unique_ptr<Timetable> timetable;
    std::unique_ptr<Retention> retention;
    std::optional<ProcessLock> lock;        // held: this process is the worker
    std::unique_ptr<JobRunner> runner;      // there while the lock is held
    std::unique_ptr<ChangeBell> bell;       // likewise
    std::unique_ptr<BellListener> listener; // hears the bell of the worker that is not this one
    std::unique_ptr<Scheduler> scheduler;   // likewise
    std::unique_ptr<Housekeeper> housekeeper;
    std::unique_ptr<StoreWatcher> storeWatcher; // likewise, if it is to watch
    std::unique_ptr<TrashKeeper> trashKeeper;
    std::unique_ptr<NameIndexer> names;

    Backups backups() const { return Backups(inData("backups")); }
    QString picturesFolder() const { return inData("pictures"); }
    QString inData(const char *name) const
    {
        return QDir(options.dataFolder).filePath(QString::fromLatin1(name));
    }
    QTimer takeOver; // tries the lock while another process holds it
    QTimer watch;    // sees the other process's changes if a ring was lost
    qint64 changeMark = 0;
    int abandoned = 0; // jobs that did not stop
};

} // namespace respool
