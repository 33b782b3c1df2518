// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/changebell.h"

#include <QByteArrayView>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// The lines that go to and fro: "listen", "changed ID…" and "progress ID DONE TOTAL".
constexpr QByteArrayView listenWord("listen");
constexpr QByteArrayView changedWord("changed");
constexpr QByteArrayView progressWord("progress");
constexpr qsizetype mostNamed = 500; // a list that is longer says "any of them"
constexpr qint64 longestLine = 16'384;
constexpr int againMs = 1000;

// The name is made of the file's canonical path, so that every process finds the same bell, and is
// short enough for the 108 bytes of a socket's address.
QString bellName(const QString &databaseFile)
{
    const QString path = QFileInfo(databaseFile).canonicalFilePath();
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return u"respool-"_s + QString::fromLatin1(hash.toHex().left(24));
}

QByteArray changedLine(const QList<JobId> &jobs)
{
    QByteArray line = changedWord.toByteArray();
    if (jobs.size() <= mostNamed) {
        for (const JobId job : jobs)
            line += ' ' + QByteArray::number(job.value);
    }
    return line + '\n';
}

QList<qint64> numbersOf(const QList<QByteArray> &words)
{
    QList<qint64> numbers;
    for (const QByteArray &word : words.mid(1))
        numbers << word.toLongLong();
    return numbers;
}

QList<JobId> jobsOf(const QList<QByteArray> &words)
{
    QList<JobId> jobs;
    for (const qint64 number : numbersOf(words))
        jobs << JobId{number};
    return jobs;
}

} // namespace

ChangeBell::ChangeBell(const QString &databaseFile, QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            caller->setReadBufferSize(longestLine);
            connect(caller, &QLocalSocket::readyRead, this, [this, caller] { serve(caller); });
            connect(caller, &QLocalSocket::disconnected, this, [this, caller] {
                m_listeners.removeAll(caller);
                caller->deleteLater();
            });
            serve(caller);
        }
    });
    const QString name = bellName(databaseFile);
    QLocalServer::removeServer(name);
    if (!m_server.listen(name))
        qWarning("no bell for other processes, the poll must do: %s",
                 qPrintable(m_server.errorString()));
}

void ChangeBell::serve(QLocalSocket *caller)
{
    while (caller->canReadLine()) {
        const QList<QByteArray> words = caller->readLine().trimmed().split(' ');
        if (words.first() == listenWord && !m_listeners.contains(caller))
            m_listeners << caller;
        else if (words.first() == changedWord)
            emit rung(jobsOf(words));
    }
    if (caller->bytesAvailable() >= longestLine)
        caller->abort(); // nobody of ours writes such a line
}

void ChangeBell::tell(const QList<JobId> &jobs)
{
    send(changedLine(jobs));
}

void ChangeBell::tellProgress(JobId job, Progress progress)
{
    send(progressWord.toByteArray() + ' ' + QByteArray::number(job.value) + ' '
         + QByteArray::number(progress.done) + ' ' + QByteArray::number(progress.total) + '\n');
}

// One that does not read what it is told, or was stopped, is let go before its lines pile up.
void ChangeBell::send(const QByteArray &line)
{
    const auto listeners = m_listeners;
    for (QLocalSocket *listener : listeners) {
        if (listener->bytesToWrite() > 16 * longestLine) {
            listener->abort();
            continue;
        }
        listener->write(line);
    }
}

void ChangeBell::ring(const QString &databaseFile, const QList<JobId> &jobs)
{
    QThreadPool::globalInstance()->start([databaseFile, line = changedLine(jobs)] {
        QLocalSocket socket;
        socket.connectToServer(bellName(databaseFile));
        if (!socket.waitForConnected(200))
            return;
        socket.write(line);
        socket.waitForBytesWritten(200);
        socket.disconnectFromServer();
    });
}

BellListener::BellListener(const QString &databaseFile, QObject *parent)
    : QObject(parent)
    , m_databaseFile(databaseFile)
{
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_socket.state() == QLocalSocket::UnconnectedState)
            m_socket.connectToServer(bellName(m_databaseFile));
    });
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_socket.write(listenWord.toByteArray() + '\n');
        emit heard({}); // what changed before is not told
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &BellListener::read);
}

void BellListener::start()
{
    m_again.start();
    m_socket.connectToServer(bellName(m_databaseFile));
}

void BellListener::stop()
{
    m_again.stop();
    m_socket.abort();
}

void BellListener::read()
{
    while (m_socket.canReadLine()) {
        const QList<QByteArray> words = m_socket.readLine().trimmed().split(' ');
        if (words.first() == changedWord) {
            emit heard(jobsOf(words));
        } else if (words.first() == progressWord) {
            const QList<qint64> numbers = numbersOf(words);
            if (numbers.size() == 3)
                emit progressed(JobId{numbers[0]}, {numbers[1], numbers[2]});
        }
    }
}

} // namespace respool
