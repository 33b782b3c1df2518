// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

namespace respool {

// How the processes of one database tell each other that they have committed something. The worker
// has the bell; the others ring it after a commit, and those that listen hear of every change, of
// their own rings too. A ring names jobs, or none when it may be any of them. It is a hint only: a
// lost one costs two seconds until the listener's own poll. Lives on the main thread.
class ChangeBell final : public QObject
{
    Q_OBJECT

public:
    // Listens for rings for this database file, taking over the name of a worker that died.
    explicit ChangeBell(const QString &databaseFile, QObject *parent = nullptr);

    // To all who listen.
    void tell(const QList<JobId> &jobs);
    void tellProgress(JobId job, Progress progress);

    // Rings without blocking the caller; nobody there is no error.
    static void ring(const QString &databaseFile, const QList<JobId> &jobs);

signals:
    void rung(const QList<respool::JobId> &jobs);

private:
    void serve(QLocalSocket *caller);
    void send(const QByteArray &line);

    // Children of the server, which must die before the list: dying they hang up.
    QList<QLocalSocket *> m_listeners;
    QLocalServer m_server;
};

// Hears the bell of another process, and finds it again when the worker changes.
class BellListener final : public QObject
{
    Q_OBJECT

public:
    explicit BellListener(const QString &databaseFile, QObject *parent = nullptr);

    void start();
    void stop();

signals:
    void heard(const QList<respool::JobId> &jobs);
    void progressed(respool::JobId job, respool::Progress progress);

private:
    void read();

    const QString m_databaseFile;
    QLocalSocket m_socket;
    QTimer m_again;
};

} // namespace respool
