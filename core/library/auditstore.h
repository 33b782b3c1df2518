// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/audit.h"

#include <QList>

namespace respool {

class Clock;
class Connection;

// The SQL of the table audit. What is appended belongs into the transaction of the act itself, so
// that neither is on disk without the other. Database thread.
class AuditStore
{
public:
    AuditStore(Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {}

    Result<> append(const AuditEntry &entry);
    Result<> append(const QList<AuditEntry> &entries); // each a row, in this order

    Result<QList<AuditRow>> page(const AuditFilter &filter);
    Result<QList<AuditRow>> after(qint64 id, int limit); // oldest first
    Result<QList<AuditRow>> ofBatch(qint64 batch);       // likewise
    Result<std::optional<AuditRow>> byId(qint64 id);
    Result<AuditHead> head();
    Result<qint64> highest(); // the highest number that was ever given to a row

private:
    Connection &m_connection;
    const Clock &m_clock;
};

} // namespace respool
