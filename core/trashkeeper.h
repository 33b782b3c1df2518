// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QTimer>

namespace respool {

class Clock;
class Connection;
class Database;
class JobQueue;

// Enqueues the purge of what has lain in the trash for longer than its store's grace: looks when
// the worker starts, and every hour from then on. Lives on the main thread of the worker.
class TrashKeeper final : public QObject
{
    Q_OBJECT

public:
    TrashKeeper(Database &database, const Clock &clock, JobQueue &queue, QObject *parent = nullptr);

    void look(); // now
    bool isLooking() const { return m_looking; }

signals:
    void looked();

private:
    Database &m_database;
    const Clock &m_clock;
    JobQueue &m_queue;
    QTimer m_hourly;
    bool m_looking = false;
};

// One batch for each length of grace, whose reason says how long it is. Returns how many
// recordings are to be purged. What it has enqueued it finds in the queue, so it may run as often
// as anybody likes. Database thread.
Result<qint64> purgeExpiredTrash(Connection &connection, const Clock &clock);

} // namespace respool
