// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backups.h"
#include "core/jobs/jobhistory.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace respool {

class Database;

// What the worker does for its database when nothing else is to be done: once an hour it prunes
// old jobs, removes the text of recordings that are gone, gives free pages back and empties the write-ahead log; once a day it makes a checked
// copy. In small steps, so that a wish that comes meanwhile does not wait. Lives on the main
// thread.
class Housekeeper final : public QObject
{
    Q_OBJECT

public:
    // kinds: those whose ended jobs are pruned.
    Housekeeper(Database &database, const Clock &clock, Backups backups, QList<QString> kinds,
                QObject *parent = nullptr);

    // Nothing is running or due: a round follows when one is due and it is still so.
    void whenIdle(std::function<bool()> isIdle);
    void round(); // now

signals:
    void pruned();
    void rested(); // a round has ended

private:
    void prune();
    void freePages();
    void backUp();
    void end(const Result<> &outcome);

    Database &m_database;
    const Clock &m_clock;
    const Backups m_backups;
    const QList<QString> m_kinds;
    std::function<bool()> m_isIdle;
    QTimer m_quiet;
    qint64 m_lastRoundMs = 0;
    bool m_working = false;
};

} // namespace respool
