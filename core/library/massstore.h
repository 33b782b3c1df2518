// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QHash>
#include <QSet>

namespace respool {

class Connection;

// The SQL of recordings that change by the hundred: one statement for all of them, whatever their
// number. Does not look at what may be done with a recording; who calls has. Database thread.
class MassStore
{
public:
    explicit MassStore(Connection &connection)
        : m_connection(connection)
    {}

    // I7. Returns those that are the job's now; the others are another running job's, or gone.
    Result<QSet<qint64>> take(const QList<RecordingId> &ids, qint64 job);
    // What a job must know of the parts to leave a recording alone: name, size and duration.
    Result<> addParts(QList<Recording> &recordings);
    Result<> release(const QList<RecordingId> &ids, qint64 job);

    Result<> setTrashed(const QHash<qint64, QString> &paths, qint64 nowMs); // by id
    Result<> setRestored(const QList<RecordingId> &ids, qint64 nowMs);
    Result<> remove(const QList<RecordingId> &ids);

    // The uids of those that are in the trash, by id.
    Result<QHash<qint64, QString>> trashed(const QList<RecordingId> &ids);

private:
    Connection &m_connection;
};

} // namespace respool
