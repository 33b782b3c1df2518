// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

// The program as a whole, started as a user starts it.
class tst_Respool : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void version_needsNoScreen();
    void secondStart_handsItsStoreOver();
    void signal_endsItCleanly_data();
    void signal_endsItCleanly();
    void brokenDatabase_isNamed();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString makeFolder(const QString &name) const;
    static bool isStore(const QString &folder)
    {
        return QFile::exists(folder + u"/.respool/store.json"_s);
    }
    void start(QProcess &program, const QStringList &arguments) const;
    static void stop(QProcess &program);

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString tst_Respool::makeFolder(const QString &name) const
{
    QDir(m_folder->path()).mkpath(name);
    return path(name);
}

void tst_Respool::start(QProcess &program, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->path());
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(RESPOOL_BIN "/respool"),
                  QStringList{u"--data"_s, path(u"data"_s)} + arguments);
    QVERIFY2(program.waitForStarted(), qPrintable(program.errorString()));
}

void tst_Respool::stop(QProcess &program)
{
    program.terminate();
    QVERIFY(program.waitForFinished());
}

void tst_Respool::version_needsNoScreen()
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.remove(u"DISPLAY"_s);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(RESPOOL_BIN "/respool"), {u"--version"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(program.readAllStandardOutput().startsWith("respool "));
}

void tst_Respool::secondStart_handsItsStoreOver()
{
    const QString one = makeFolder(u"one"_s);
    const QString two = makeFolder(u"two"_s);
    QProcess first;
    start(first, {one});
    QTRY_VERIFY_WITH_TIMEOUT(isStore(one), 20'000);
    QProcess second;
    start(second, {two});
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(isStore(two), 20'000);
    QCOMPARE(first.state(), QProcess::Running);
    stop(first);
}

void tst_Respool::signal_endsItCleanly_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("signal");
    QTest::newRow("window, SIGTERM") << QStringList() << SIGTERM;
    QTest::newRow("window, SIGINT") << QStringList() << SIGINT;
    QTest::newRow("background, SIGTERM") << QStringList{u"--background"_s} << SIGTERM;
}

void tst_Respool::signal_endsItCleanly()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, signal);
    const QString store = makeFolder(u"store"_s);
    QProcess program;
    start(program, arguments + QStringList{store});
    QTRY_VERIFY_WITH_TIMEOUT(isStore(store), 20'000);
    ::kill(pid_t(program.processId()), signal);
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    // A window remembers how it was.
    QCOMPARE(QFile::exists(path(u"data/respool.ini"_s)), arguments.isEmpty());
}

void tst_Respool::brokenDatabase_isNamed()
{
    const QString file = makeFolder(u"data"_s) + u"/respool.db"_s;
    QFile database(file);
    QVERIFY(database.open(QIODevice::WriteOnly));
    database.write(QByteArray(8192, 'x'));
    database.close();
    QProcess program;
    start(program, {u"--background"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 1);
    const QByteArray said = program.readAllStandardError();
    QVERIFY2(said.contains(file.toUtf8()), said.constData());
}

QTEST_GUILESS_MAIN(tst_Respool)
#include "tst_respool.moc"
