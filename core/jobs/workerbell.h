// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QObject>

namespace respool {

// How another process tells the worker of a database that it has committed something: it rings.
// A ring carries no data, so a lost one costs a second until the worker's own poll.
class WorkerBell final : public QObject
{
    Q_OBJECT

public:
    // Listens for the worker of this database file, taking over the name of one that died.
    explicit WorkerBell(const QString &databaseFile, QObject *parent = nullptr);

    // Rings without blocking the caller; nobody listening is no error.
    static void ring(const QString &databaseFile);

signals:
    void rung();

private:
    QLocalServer m_server;
};

} // namespace respool
