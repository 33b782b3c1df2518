// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// What a start does about the one before it that died.
class tst_SafeMode : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanEnd_leavesNoMark_data();
    void cleanEnd_leavesNoMark();
    void failedStart_isNoDeath();
    void deadStart_isTold();
    void secondDeadStart_isAskedAbout();
    void safeMode_pausesTheQueue();
    void secondInstance_leavesTheMarkAlone();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray mark() const
    {
        QFile file(path(u"data/respool.starting"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool isStore() const { return QFile::exists(path(u"store/.respool/store.json"_s)); }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
        all.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
        return all;
    }
    void start(QProcess &program, const QStringList &arguments = {}) const;
    void die(const QByteArray &time);
    bool isQueuePaused() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SafeMode::start(QProcess &program, const QStringList &arguments) const
{
    QDir(m_folder->path()).mkpath(u"store"_s);
    program.setProcessEnvironment(environment());
    program.start(QStringLiteral(RESPOOL_BIN "/respool"),
                  QStringList{u"--data"_s, path(u"data"_s)} + arguments);
    QVERIFY2(program.waitForStarted(), qPrintable(program.errorString()));
}

// Starts, comes as far as to have a window, and dies.
void tst_SafeMode::die(const QByteArray &time)
{
    QProcess program;
    start(program, {path(u"store"_s)});
    QTRY_VERIFY(isStore() && mark() == time);
    program.kill();
    QVERIFY(program.waitForFinished());
    QCOMPARE(mark(), time);
}

bool tst_SafeMode::isQueuePaused() const
{
    QProcess asked;
    asked.setProcessEnvironment(environment());
    asked.start(QStringLiteral(RESPOOL_BIN "/respoolctl"),
                {u"--data"_s, path(u"data"_s), u"--json"_s, u"queue"_s, u"stats"_s});
    if (!asked.waitForFinished())
        return false;
    const QByteArray answer = asked.readAllStandardOutput();
    return QJsonDocument::fromJson(answer)[u"pausedAll"_s].toBool();
}

void tst_SafeMode::cleanEnd_leavesNoMark_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("window") << QStringList();
    QTest::newRow("background") << QStringList{u"--background"_s};
}

void tst_SafeMode::cleanEnd_leavesNoMark()
{
    QFETCH(const QStringList, arguments);
    QProcess program;
    start(program, arguments + QStringList{path(u"store"_s)});
    QTRY_VERIFY(isStore());
    QVERIFY(!mark().isEmpty());
    program.terminate();
    QVERIFY(program.waitForFinished());
    QVERIFY(mark().isEmpty());
}

void tst_SafeMode::failedStart_isNoDeath()
{
    QDir(m_folder->path()).mkpath(u"data"_s);
    QFile file(path(u"data/respool.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QProcess program;
    start(program, {u"--background"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(mark().isEmpty());
}

// Goes on as usual, and says so; the word itself is a matter of the window.
void tst_SafeMode::deadStart_isTold()
{
    die("1");
    QProcess program;
    start(program);
    QTRY_COMPARE(mark(), "2");
    QTRY_VERIFY(QFile::exists(path(u"data/respool.db"_s)));
    program.terminate();
    QVERIFY(program.waitForFinished());
    QVERIFY(mark().isEmpty());
    QVERIFY(!isQueuePaused());
}

void tst_SafeMode::secondDeadStart_isAskedAbout()
{
    die("1");
    die("2");
    QProcess program;
    start(program);
    QByteArray said;
    const auto asks = [&] {
        said += program.readAllStandardError();
        return said.contains("asking how to go on");
    };
    QTRY_VERIFY(asks());
    QCOMPARE(mark(), "2"); // it has not begun
    program.kill();
    QVERIFY(program.waitForFinished());
    QCOMPARE(mark(), "2");
}

void tst_SafeMode::safeMode_pausesTheQueue()
{
    QProcess program;
    start(program, {u"--safe-mode"_s});
    QTRY_VERIFY(isQueuePaused());
    program.terminate();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(isQueuePaused()); // until somebody resumes it
}

void tst_SafeMode::secondInstance_leavesTheMarkAlone()
{
    QProcess first;
    start(first, {path(u"store"_s)});
    QTRY_VERIFY(isStore());
    QCOMPARE(mark(), "1");
    QProcess second;
    start(second);
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(mark(), "1");
    first.terminate();
    QVERIFY(first.waitForFinished());
}

QTEST_GUILESS_MAIN(tst_SafeMode)
#include "tst_safemode.moc"
