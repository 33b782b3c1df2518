// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/processlock.h"
#include "tests/support/samples.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_ProcessLock : public QObject
{
    Q_OBJECT

private slots:
    void lock_isHeldByOne();
    void lock_isFreedWhenItsHolderIsKilled();
    void lock_isNotInherited();
    void lock_tellsItsHolder();
    void lock_isForOneUserAlone();
    void lock_saysWhyNot();

private:
    QString path() const { return m_folder.filePath(u"worker.lock"_s); }

    QTemporaryDir m_folder;
};

void tst_ProcessLock::lock_isHeldByOne()
{
    auto first = ProcessLock::tryLock(path());
    QVERIFY(first && first->has_value());
    QVERIFY(!ProcessLock::tryLock(path())->has_value());
    first->reset();
    QVERIFY(ProcessLock::tryLock(path())->has_value());
}

void tst_ProcessLock::lock_isFreedWhenItsHolderIsKilled()
{
    int ready[2];
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = ProcessLock::tryLock(path());
        const char answer = held && held->has_value() ? 'y' : 'n';
        if (::write(ready[1], &answer, 1) == 1)
            ::pause();
        ::_exit(0);
    }
    char answer = 0;
    QCOMPARE(::read(ready[0], &answer, 1), 1);
    QCOMPARE(answer, 'y');
    QVERIFY(!ProcessLock::tryLock(path())->has_value());
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(ProcessLock::tryLock(path())->has_value());
    ::close(ready[0]);
    ::close(ready[1]);
}

// A program we started goes on when we die; it must not keep our lock.
void tst_ProcessLock::lock_isNotInherited()
{
    QProcess program;
    {
        const auto held = ProcessLock::tryLock(path());
        QVERIFY(held && held->has_value());
        program.start(u"cat"_s, QStringList());
        QVERIFY(program.waitForStarted());
    }
    QVERIFY(ProcessLock::tryLock(path())->has_value());
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished());
}

void tst_ProcessLock::lock_tellsItsHolder()
{
    samples::writeFile(path(), "a much longer text of somebody else\n");
    const auto held = ProcessLock::tryLock(path());
    QCOMPARE(samples::readFile(path()).trimmed(), QByteArray::number(qint64(::getpid())));
}

void tst_ProcessLock::lock_isForOneUserAlone()
{
    QVERIFY(QFile::remove(path()));
    const auto held = ProcessLock::tryLock(path());
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t(0600));
}

void tst_ProcessLock::lock_saysWhyNot()
{
    const QString missing = m_folder.filePath(u"nothing/worker.lock"_s);
    const auto held = ProcessLock::tryLock(missing);
    QVERIFY(!held);
    QCOMPARE(held.error().code, ErrorCode::NotFound);
    QVERIFY(held.error().detail.contains(missing));
    const QString link = m_folder.filePath(u"link"_s);
    QVERIFY(QFile::link(path(), link));
    QCOMPARE(ProcessLock::tryLock(link).error().code, ErrorCode::Unsafe);
}

QTEST_GUILESS_MAIN(tst_ProcessLock)
#include "tst_processlock.moc"
