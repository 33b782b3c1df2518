// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/workwindow.h"

#include <QList>

#include <optional>

namespace respool {

class Connection;

// When jobs may begin and go on. Holds jobs, not schedules: what comes due is enqueued and waits.
struct WorkRule
{
    QString kind; // empty: every kind
    WorkWindow window;
    bool onMainsOnly = false;
};

// A rule that holds jobs now.
struct WorkHold
{
    QString kind;           // empty: every kind
    qint64 untilMs = 0;     // when its window opens; 0: it is open
    bool onBattery = false; // waits for the mains
    bool operator==(const WorkHold &) const = default;
};

// What the rules mean at one instant.
struct WorkHolds
{
    QList<WorkHold> holds;
    std::optional<qint64> nextChangeMs; // when a window opens or closes next
    bool watchesPower = false;          // the answer depends on the mains

    bool holdsKind(const QString &kind) const;
};

WorkHolds holdsAt(const QList<WorkRule> &rules, qint64 nowMs, bool onMains);

// The SQL of the rules. Database thread.
class WorkRuleStore
{
public:
    explicit WorkRuleStore(Connection &connection)
        : m_connection(connection)
    {}

    Result<QList<WorkRule>> all();
    Result<> set(const WorkRule &rule); // in the place of the rule for its kind
    Result<> remove(const QString &kind);

    // What they mean now, on this machine.
    Result<WorkHolds> holds(qint64 nowMs);

private:
    Connection &m_connection;
};

} // namespace respool
