// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultyvfs.h"

#include <QFile>

#include <new>
#include <sqlite3.h>

namespace respool {

// Followed in memory by the file of the VFS below: SQLite allocates both at once.
struct FaultyVfs::File
{
    sqlite3_file base = {}; // first, for it is what SQLite points at
    FaultyVfs *vfs = nullptr;
    QString name;
    bool isWatched = false;

    static File &of(sqlite3_file *file) { return *reinterpret_cast<File *>(file); }
    sqlite3_file *below() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

namespace {

constexpr int watchedFiles = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;

// WAL needs shared memory, which came with version 2 of both tables; version 3 would let SQLite read
// and write past us.
constexpr int tableVersion = 2;

} // namespace

struct FaultyVfs::Calls
{
    static FaultyVfs &self(sqlite3_vfs *vfs) { return *static_cast<FaultyVfs *>(vfs->pAppData); }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *memory, int flags,
                    int *outFlags)
    {
        auto *file = new (memory) File;
        file->vfs = &self(vfs);
        file->name = QFile::decodeName(name);
        file->isWatched = name && (flags & watchedFiles);
        sqlite3_vfs *below = self(vfs).m_below;
        const int answer = below->xOpen(below, name, file->below(), flags, outFlags);
        if (answer == SQLITE_OK)
            file->base.pMethods = methods();
        else
            file->~File(); // without methods SQLite does not close it
        return answer;
    }

    static int close(sqlite3_file *file)
    {
        sqlite3_file *below = File::of(file).below();
        const int answer = below->pMethods->xClose(below);
        File::of(file).~File();
        return answer;
    }

    static int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
    {
        File &mine = File::of(file);
        sqlite3_file *below = mine.below();
        return mine.vfs->change(
            mine.isWatched,
            {DiskEvent::Kind::Write, mine.name, offset,
             mine.isWatched ? QByteArray(static_cast<const char *>(bytes), size) : QByteArray()},
            [&] { return below->pMethods->xWrite(below, bytes, size, offset); });
    }

    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        File &mine = File::of(file);
        sqlite3_file *below = mine.below();
        return mine.vfs->change(mine.isWatched, {DiskEvent::Kind::Truncate, mine.name, size, {}},
                                [&] { return below->pMethods->xTruncate(below, size); });
    }

    static int sync(sqlite3_file *file, int flags)
    {
        File &mine = File::of(file);
        sqlite3_file *below = mine.below();
        return mine.vfs->change(mine.isWatched, {DiskEvent::Kind::Sync, mine.name, 0, {}},
                                [&] { return below->pMethods->xSync(below, flags); });
    }

    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
    {
        sqlite3_vfs *below = self(vfs).m_below;
        return self(vfs).change(true, {DiskEvent::Kind::Delete, QFile::decodeName(name), 0, {}},
                                [&] { return below->xDelete(below, name, syncFolder); });
    }

    // Everything else goes to the file and to the VFS below.
    template <auto Method>
    struct Pass;
    template <typename R, typename... A, R (*sqlite3_io_methods::*Method)(sqlite3_file *, A...)>
    struct Pass<Method>
    {
        static R call(sqlite3_file *file, A... arguments)
        {
            sqlite3_file *below = File::of(file).below();
            return (below->pMethods->*Method)(below, arguments...);
        }
    };
    template <typename R, typename... A, R (*sqlite3_vfs::*Method)(sqlite3_vfs *, A...)>
    struct Pass<Method>
    {
        static R call(sqlite3_vfs *vfs, A... arguments)
        {
            sqlite3_vfs *below = self(vfs).m_below;
            return (below->*Method)(below, arguments...);
        }
    };

    static const sqlite3_io_methods *methods()
    {
        using M = sqlite3_io_methods;
        static const sqlite3_io_methods all{
            .iVersion = tableVersion,
            .xClose = close,
            .xRead = Pass<&M::xRead>::call,
            .xWrite = write,
            .xTruncate = truncate,
            .xSync = sync,
            .xFileSize = Pass<&M::xFileSize>::call,
            .xLock = Pass<&M::xLock>::call,
            .xUnlock = Pass<&M::xUnlock>::call,
            .xCheckReservedLock = Pass<&M::xCheckReservedLock>::call,
            .xFileControl = Pass<&M::xFileControl>::call,
            .xSectorSize = Pass<&M::xSectorSize>::call,
            .xDeviceCharacteristics = Pass<&M::xDeviceCharacteristics>::call,
            .xShmMap = Pass<&M::xShmMap>::call,
            .xShmLock = Pass<&M::xShmLock>::call,
            .xShmBarrier = Pass<&M::xShmBarrier>::call,
            .xShmUnmap = Pass<&M::xShmUnmap>::call,
            .xFetch = nullptr,
            .xUnfetch = nullptr,
        };
        return &all;
    }

    static sqlite3_vfs vfs(FaultyVfs *self)
    {
        using V = sqlite3_vfs;
        return {
            .iVersion = tableVersion,
            .szOsFile = int(sizeof(File)) + self->m_below->szOsFile,
            .mxPathname = self->m_below->mxPathname,
            .pNext = nullptr,
            .zName = "faulty",
            .pAppData = self,
            .xOpen = open,
            .xDelete = remove,
            .xAccess = Pass<&V::xAccess>::call,
            .xFullPathname = Pass<&V::xFullPathname>::call,
            .xDlOpen = Pass<&V::xDlOpen>::call,
            .xDlError = Pass<&V::xDlError>::call,
            .xDlSym = nullptr,
            .xDlClose = Pass<&V::xDlClose>::call,
            .xRandomness = Pass<&V::xRandomness>::call,
            .xSleep = Pass<&V::xSleep>::call,
            .xCurrentTime = Pass<&V::xCurrentTime>::call,
            .xGetLastError = Pass<&V::xGetLastError>::call,
            .xCurrentTimeInt64 = Pass<&V::xCurrentTimeInt64>::call,
            .xSetSystemCall = nullptr,
            .xGetSystemCall = nullptr,
            .xNextSystemCall = nullptr,
        };
    }
};

FaultyVfs::FaultyVfs()
    : m_below(sqlite3_vfs_find(nullptr))
    , m_vfs(std::make_unique<sqlite3_vfs>(Calls::vfs(this)))
{
    sqlite3_vfs_register(m_vfs.get(), 1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(m_vfs.get());
    sqlite3_vfs_register(m_below, 1);
}

void FaultyVfs::record()
{
    const QMutexLocker lock(&m_mutex);
    m_log.clear();
    m_recording = true;
}

void FaultyVfs::skipSyncs()
{
    const QMutexLocker lock(&m_mutex);
    m_syncing = false;
}

QList<DiskEvent> FaultyVfs::log() const
{
    const QMutexLocker lock(&m_mutex);
    return m_log;
}

qsizetype FaultyVfs::logSize() const
{
    const QMutexLocker lock(&m_mutex);
    return m_log.size();
}

void FaultyVfs::setSickness(Sickness sickness)
{
    const QMutexLocker lock(&m_mutex);
    m_sickness = sickness;
    m_refusals = 0;
}

int FaultyVfs::refusals() const
{
    const QMutexLocker lock(&m_mutex);
    return m_refusals;
}

template <typename F>
int FaultyVfs::change(bool isWatched, DiskEvent event, F onDisk)
{
    if (!isWatched)
        return onDisk();
    const QMutexLocker lock(&m_mutex);
    if (const int refusal = refusalOf(event.kind); refusal != SQLITE_OK) {
        ++m_refusals;
        return refusal;
    }
    const bool isSkipped = event.kind == DiskEvent::Kind::Sync && !m_syncing;
    const int answer = isSkipped ? SQLITE_OK : onDisk();
    if (m_recording && answer == SQLITE_OK)
        m_log << std::move(event);
    return answer;
}

int FaultyVfs::refusalOf(DiskEvent::Kind kind) const
{
    const bool isWrite = kind == DiskEvent::Kind::Write;
    switch (m_sickness) {
    case Sickness::None:
        return SQLITE_OK;
    case Sickness::Full:
        return isWrite ? SQLITE_FULL : SQLITE_OK;
    case Sickness::WriteError:
        return isWrite ? SQLITE_IOERR_WRITE : SQLITE_OK;
    case Sickness::SyncError:
        return kind == DiskEvent::Kind::Sync ? SQLITE_IOERR_FSYNC : SQLITE_OK;
    case Sickness::ReadOnly:
        return kind == DiskEvent::Kind::Sync ? SQLITE_OK : SQLITE_READONLY;
    }
    return SQLITE_OK;
}

} // namespace respool
