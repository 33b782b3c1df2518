// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/workerbell.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The name is made of the file's canonical path, so that every process finds the same bell, and is
// short enough for the 108 bytes of a socket's address.
QString bellName(const QString &databaseFile)
{
    const QString path = QFileInfo(databaseFile).canonicalFilePath();
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return u"respool-"_s + QString::fromLatin1(hash.toHex().left(24));
}

} // namespace

WorkerBell::WorkerBell(const QString &databaseFile, QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection())
            caller->deleteLater();
        emit rung();
    });
    const QString name = bellName(databaseFile);
    QLocalServer::removeServer(name);
    if (!m_server.listen(name))
        qWarning("no bell for other processes, the poll must do: %s",
                 qPrintable(m_server.errorString()));
}

void WorkerBell::ring(const QString &databaseFile)
{
    QThreadPool::globalInstance()->start([databaseFile] {
        QLocalSocket socket;
        socket.connectToServer(bellName(databaseFile));
        socket.waitForConnected(200);
    });
}

} // namespace respool
