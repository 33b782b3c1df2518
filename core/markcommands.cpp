// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands that keep what people say of recordings.

#include "core/commands.h"
#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "core/library/recordingstore.h"

namespace respool {

QFuture<Result<>> Commands::mark(std::function<Result<int>(RecordingStore &)> work)
{
    return m_database
        .write([this, work = std::move(work)](Connection &connection) {
            RecordingStore store(connection, m_clock);
            return work(store);
        })
        .then(&m_queue, [this](const Result<int> &rows) -> Result<> {
            if (!rows)
                return Failure{rows.error()};
            if (*rows > 0) {
                m_catalog.announceChange();
                m_queue.announceWork();
            }
            return {};
        });
}

QFuture<Result<>> Commands::setFlag(const QList<RecordingId> &ids, bool flagged)
{
    return mark([ids, flagged](RecordingStore &store) { return store.setFlag(ids, flagged); });
}

QFuture<Result<>> Commands::setSeen(const QList<RecordingId> &ids, bool seen)
{
    return mark([ids, seen](RecordingStore &store) { return store.setSeen(ids, seen); });
}

QFuture<Result<>> Commands::setNote(const QList<RecordingId> &ids, const QString &note)
{
    return mark([ids, note](RecordingStore &store) { return store.setNote(ids, note); });
}

QFuture<Result<>> Commands::setResume(RecordingId id, qint64 resumeMs)
{
    // No list shows it, and it is written again and again while something plays.
    return m_database
        .write([this, id, resumeMs](Connection &connection) -> Result<> {
            TRY(RecordingStore(connection, m_clock).setResume(id, resumeMs));
            return {};
        })
        .on(&m_queue);
}

QFuture<Result<>> Commands::changeTags(const QList<RecordingId> &ids, const QStringList &add,
                                       const QStringList &remove)
{
    return mark([ids, add, remove](RecordingStore &store) -> Result<int> {
        for (const RecordingId id : ids) {
            for (const QString &tag : remove)
                TRY(store.removeTag(id, tag));
            for (const QString &tag : add)
                TRY(store.addTag(id, tag));
        }
        return int(ids.size());
    });
}

} // namespace respool
