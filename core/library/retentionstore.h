// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/retentionevaluator.h"

namespace respool {

class Clock;
class Connection;

// The SQL of retention rules and of what they are about. Database thread.
class RetentionStore
{
public:
    RetentionStore(Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {}

    // Errors: those of checkRule(), Conflict (the name).
    Result<RetentionRuleId> add(const RetentionRule &rule, const QString &who);
    Result<> change(const RetentionRule &rule); // likewise, and NotFound
    Result<> remove(RetentionRuleId id);        // Errors: NotFound
    Result<> setEnabled(RetentionRuleId id, bool enabled);
    Result<QList<RetentionRule>> all();                // by name
    Result<RetentionRule> byName(const QString &name); // or by number. Errors: NotFound.

    // Adds the next recordings that the rule is about, a page of them, so that no search waits
    // for a million rows; false: there are no more. Errors: those of the rule's query.
    Result<bool> readMore(RetentionScope &scope, const QueryContext &context);

    // Of these those that may go yet, and their bytes.
    struct Still
    {
        QList<RecordingId> ids;
        qint64 bytes = 0;
    };
    Result<Still> still(const QList<RecordingId> &ids);
    // Without those that are not in the catalogue any more.
    Result<QStringList> uids(const QList<RecordingId> &ids);

private:
    Result<> check(const RetentionRule &rule);

    Connection &m_connection;
    const Clock &m_clock;
};

} // namespace respool
