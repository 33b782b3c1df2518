// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>

#include <memory>

struct sqlite3_vfs;

namespace respool {

// One thing that SQLite asked of the disk, and got.
struct DiskEvent
{
    enum class Kind { Write, Truncate, Sync, Delete };
    Kind kind = Kind::Write;
    QString file;
    qint64 offset = 0; // of a Write; of a Truncate the new size
    QByteArray bytes;
};

// What ails the volume that the databases are on.
enum class Sickness {
    None,
    Full,       // a write answers SQLITE_FULL
    WriteError, // a write answers SQLITE_IOERR_WRITE
    SyncError,  // a sync answers SQLITE_IOERR_FSYNC
    ReadOnly,   // whatever changes a file answers SQLITE_READONLY
};

// The disk under every database that this process opens while the object lives: Qt's driver and the
// test share one SQLite library, and the newest default VFS is the one it opens files with. Keeps
// what happened to database, -wal and -journal files, and falls ill when told. Any thread; one at a
// time in a process, and it must outlive the connections.
class FaultyVfs
{
public:
    FaultyVfs();
    ~FaultyVfs();
    Q_DISABLE_COPY_MOVE(FaultyVfs)

    void record(); // from now on, into an empty log
    // Syncs are logged and not handed on: for who believes the log only, and has no time.
    void skipSyncs();
    QList<DiskEvent> log() const;
    qsizetype logSize() const;

    void setSickness(Sickness sickness);
    int refusals() const; // how often a sickness was the answer

private:
    struct Calls; // what SQLite calls
    struct File;

    // The answer to a change: that of the disk, or of its sickness. The disk is asked under the
    // mutex, so that it and the log keep the same order.
    template <typename F>
    int change(bool isWatched, DiskEvent event, F onDisk);
    int refusalOf(DiskEvent::Kind kind) const;

    sqlite3_vfs *const m_below; // the default until now
    const std::unique_ptr<sqlite3_vfs> m_vfs;
    mutable QMutex m_mutex; // guards all below
    QList<DiskEvent> m_log;
    bool m_recording = false;
    bool m_syncing = true;
    Sickness m_sickness = Sickness::None;
    int m_refusals = 0;
};

} // namespace respool
