// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/deleteplan.h"
#include "core/jobs/job.h"
#include "core/library/recording.h"
#include "core/media/timerange.h"

#include <QJsonObject>
#include <QList>

namespace respool {

class Clock;
class Connection;
struct ItemsPayload;

// What a command put into the queue.
struct Enqueued
{
    BatchId batch;
    QList<JobId> jobs;
};

// How recordings are to be made seekable.
struct RemuxWishes
{
    QString part = {};       // a file name or a position from 0; empty: every WebM that needs it
    bool keepDamaged = true; // a damaged original stays beside its copy
    bool verifyFull = false; // compare all packets, too
};

// What is to be written of a recording, and where. Without a range and a join it is a copy of one
// part.
struct ExportWishes
{
    QString target;    // absolute
    QString part = {}; // a file name or a position from 0; empty: the only one, or all for a join
    TimeRange range = {};
    bool exact = false; // begin and end at the very frame, not at a key frame: encodes anew
    bool join = false;
    bool transcode = false; // encode anew as VP9 and Opus
    bool overwrite = false;
};

// One file that is to be written of one recording.
struct ExportItem
{
    RecordingId id;
    ExportWishes wishes;
};

// Where an archive of recordings is to be written.
struct ArchiveWishes
{
    QString target; // absolute
    bool overwrite = false;
};

// Which archive is to be read into which store, as somebody has looked at it.
struct ImportWishes
{
    QString file; // absolute
    StoreId store;
    qint64 fileBytes = 0;
    qint64 fileModifiedMs = 0;
    qint64 bytes = 0; // of what it holds
};

// One command on its way into the queue, from the user or from a schedule: the mark on the
// recordings, the batch and its jobs, all in the transaction of the caller. The one place where
// recordings become jobs. Database thread.
class WorkOrder
{
public:
    WorkOrder(Connection &connection, const Clock &clock, QString who, QString reason);

    Result<Enqueued> scan(const QList<StoreId> &stores);
    // Each recording is checked again when its turn comes.
    Result<Enqueued> deletion(const DeletePlan &plan);
    Result<Enqueued> restore(const QList<RecordingId> &ids);
    // What lies in the trash of these stores, for good.
    Result<Enqueued> purge(const QList<StoreId> &stores);
    // What can be read in these stores and is not known yet.
    Result<Enqueued> texts(const QList<StoreId> &stores);
    Result<Enqueued> purge(const QList<RecordingId> &ids);
    // A job that evaluates the rules which are on, and enqueues what they delete.
    Result<Enqueued> retention();
    // Those that are drawn already cost next to nothing.
    Result<Enqueued> pictures(const QList<RecordingId> &ids);
    // part: a file name or a position from 0; empty: every WebM part that is not seekable.
    Result<Enqueued> remux(const QList<RecordingId> &ids, const RemuxWishes &wishes);
    // A job for each; all or none. Errors: InvalidArgument, with what would be possible; NotFound
    // (no such recording or part); Refused (no item).
    Result<Enqueued> exportMedia(const QList<ExportItem> &items);

    // One ZIP archive of all of them. Errors: InvalidArgument, Refused (none of them is there).
    Result<Enqueued> archive(const QList<RecordingId> &ids, const ArchiveWishes &wishes);
    Result<Enqueued> importArchive(const ImportWishes &wishes);
    // thorough: walks all packets of videos, too.
    Result<Enqueued> verify(const QList<RecordingId> &ids, bool thorough);

private:
    Result<BatchId> begin(const QString &kind);
    // Writes into the audit log that this was ordered.
    Result<> tell(const QString &action, BatchId batch, const QJsonObject &detail);
    Result<Enqueued> enqueueItems(const QString &kind, BatchId batch, const QList<RecordingId> &ids,
                                  const ItemsPayload &pattern);
    Result<> enqueueRemuxes(const Recording &recording, const QString &store,
                            const RemuxWishes &wishes, Enqueued &enqueued);

    Connection &m_connection;
    const Clock &m_clock;
    const QString m_who;
    const QString m_reason;
};

} // namespace respool
