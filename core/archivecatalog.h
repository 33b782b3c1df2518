// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/workorder.h"

#include <QFuture>
#include <QObject>

namespace respool {

class Database;
class MediaHost;
struct StoreInfo;

// What is in an archive, and what importing it into a store would do. Nothing has happened yet.
struct ArchiveContents
{
    ImportWishes wishes; // what to ask for
    bool ours = false;   // it was written by Respool; else by hand, of folders of a Gateway
    qsizetype recordings = 0;
    qint64 bytes = 0;
    qsizetype held = 0;
    qsizetype there = 0; // of these, in the store already by their id; compared when imported
    QList<Refusal> refused = {}; // that cannot be imported into this store
};

// What is known of a recording's content.
struct VerifiedState
{
    qint64 verifiedMs = 0; // 0: never, or it has changed since
    qsizetype sums = 0;    // how many parts have one
};

// Looks into archives and at sums: questions only. Lives on the main thread; archives are read on
// the global thread pool, by a process in the sandbox.
class ArchiveCatalog final : public QObject
{
    Q_OBJECT

public:
    ArchiveCatalog(Database &database, MediaHost &host, QObject *parent = nullptr);

    // Errors: NotFound, Media (no archive), Unsafe, Refused, InvalidArgument, Offline.
    QFuture<Result<ArchiveContents>> look(const QString &file, const StoreInfo &store);
    QFuture<Result<VerifiedState>> verified(RecordingId id);

private:
    Database &m_database;
    MediaHost &m_host;
};

} // namespace respool
