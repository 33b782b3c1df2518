// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/singleinstance.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QLocalSocket>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int patienceMs = 3000;
constexpr int retryMs = 50;

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_lock(dataFolder + u"/window.lock"_s)
{
    const QByteArray hash =
        QCryptographicHash::hash(dataFolder.toUtf8(), QCryptographicHash::Sha256);
    m_name = u"respool-window-"_s + QString::fromLatin1(hash.toHex().left(24));
    m_lock.setStaleLockTime(0); // only the death of the process that made it frees it
}

bool SingleInstance::acquire()
{
    if (!m_lock.tryLock())
        return false;
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_name);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, this, [this, caller] {
                emit raiseWanted(QString::fromUtf8(caller->readAll()));
                caller->deleteLater();
            });
        }
    });
    if (!m_server.listen(m_name))
        qWarning("a second start will not find this window: %s",
                 qPrintable(m_server.errorString()));
    return true;
}

bool SingleInstance::handOver(const QString &storePath) const
{
    // The other one may hold the lock already and not listen yet.
    QLocalSocket socket;
    QElapsedTimer since;
    since.start();
    do {
        socket.connectToServer(m_name);
        if (socket.waitForConnected(patienceMs))
            break;
        QThread::msleep(retryMs);
    } while (since.elapsed() < patienceMs);
    if (socket.state() != QLocalSocket::ConnectedState)
        return false;
    socket.write(storePath.toUtf8());
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(patienceMs))
            return false;
    }
    socket.disconnectFromServer();
    return true;
}

} // namespace respool
