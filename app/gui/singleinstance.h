// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace respool {

// One window per data folder: the first start holds window.lock and listens; a later one hands
// its wish over and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    // false: another window holds the lock.
    bool acquire();
    // Asks the other window to come to the front and to add a store, if there is one. false: it
    // does not answer. Blocks for some seconds at most; for the moment before the event loop.
    bool handOver(const QString &storePath) const;

signals:
    void raiseWanted(const QString &storePath);

private:
    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace respool
