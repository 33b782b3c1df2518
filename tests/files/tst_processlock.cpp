// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/processlock.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ProcessLock : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void tryLock_isGivenOnce();
    void tryLock_isKnownToOtherProcesses();
    void tryLock_isFreeAfterTheHoldersDeath();
    void tryLock_isNotInheritedByAProgramWeStart();
    void tryLock_namesTheHolder();
    void tryLock_ofNoFileFails();

private:
    QString file() const { return m_folder->filePath(u"worker.lock"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_ProcessLock::tryLock_isGivenOnce()
{
    {
        const auto first = ProcessLock::tryLock(file());
        QVERIFY(first && *first);
        const auto second = ProcessLock::tryLock(file());
        QVERIFY(second && !*second);
    }
    QVERIFY(QFile::exists(file())); // removing it would let two lock two files of one name
    const auto third = ProcessLock::tryLock(file());
    QVERIFY(third && *third);
}

void tst_ProcessLock::tryLock_isKnownToOtherProcesses()
{
    const QStringList arguments{u"-n"_s, file(), u"true"_s};
    const auto mine = ProcessLock::tryLock(file());
    QVERIFY(mine && *mine);
    const int refused = QProcess::execute(u"flock"_s, arguments);
    if (refused < 0)
        QSKIP("there is no flock");
    QCOMPARE(refused, 1);
}

void tst_ProcessLock::tryLock_isFreeAfterTheHoldersDeath()
{
    QProcess holder;
    // exec: flock keeps the lock in its child, too, which must die with it.
    holder.start(u"flock"_s, {u"--no-fork"_s, file(), u"sh"_s, u"-c"_s, u"echo held; exec cat"_s});
    if (!holder.waitForStarted())
        QSKIP("there is no flock");
    QVERIFY(holder.waitForReadyRead());
    const auto refused = ProcessLock::tryLock(file());
    QVERIFY(refused && !*refused);
    holder.kill();
    QVERIFY(holder.waitForFinished());
    const auto taken = ProcessLock::tryLock(file());
    QVERIFY(taken && *taken);
}

// A program we started may live longer than we do; it must not keep our lock.
void tst_ProcessLock::tryLock_isNotInheritedByAProgramWeStart()
{
    QProcess program;
    {
        const auto mine = ProcessLock::tryLock(file());
        QVERIFY(mine && *mine);
        program.start(u"cat"_s, QStringList());
        QVERIFY(program.waitForStarted());
    }
    const auto again = ProcessLock::tryLock(file());
    QVERIFY(again && *again);
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished());
}

void tst_ProcessLock::tryLock_namesTheHolder()
{
    QFile old(file());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("123456789 and more\n") > 0);
    old.close();
    const auto lock = ProcessLock::tryLock(file());
    QVERIFY(lock && *lock);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray::number(::getpid()) + '\n');
}

void tst_ProcessLock::tryLock_ofNoFileFails()
{
    const QString nowhere = m_folder->filePath(u"no/worker.lock"_s);
    const auto lock = ProcessLock::tryLock(nowhere);
    QVERIFY(!lock);
    QVERIFY(lock.error().detail.contains(nowhere));
    QVERIFY(QFile::link(u"/dev/null"_s, file()));
    QVERIFY(!ProcessLock::tryLock(file()));
}

QTEST_APPLESS_MAIN(tst_ProcessLock)
#include "tst_processlock.moc"
