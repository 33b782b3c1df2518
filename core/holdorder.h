// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

#include <QHash>

namespace respool {

class Clock;
class Connection;

// Puts recordings under hold and lifts it, each written into the audit log in the transaction of
// the caller. Database thread. Both errors and refusals concern all: nothing is done by halves.
class HoldOrder
{
public:
    HoldOrder(Connection &connection, const Clock &clock, QString who)
        : m_connection(connection)
        , m_clock(clock)
        , m_who(std::move(who))
    {}

    // Errors: InvalidArgument (no reason), Busy (a job is deleting one of them at this moment).
    Result<> add(const QList<RecordingId> &ids, const QString &reason);
    // Those that are under none are passed over. Errors: InvalidArgument (no reason).
    Result<> lift(const QList<RecordingId> &ids, const QString &reason);

private:
    Result<QString> storeUid(StoreId id);

    Connection &m_connection;
    const Clock &m_clock;
    const QString m_who;
    QHash<qint64, QString> m_stores; // uids of those that were asked for
};

} // namespace respool
