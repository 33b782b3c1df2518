// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/database.h"

#include <QFile>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

class tst_Database : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void open_makesAFileThatShrinks();
    void open_ofBadFilesNamesTheFile_data();
    void open_ofBadFilesNamesTheFile();
    void open_ofANewerSchemaIsRefused();
    void write_isSeenByRead();
    void write_thatFailsUndoesOnlyItself();
    void write_fromManyThreadsLosesNothing();
    void changeMark_changesWithAnotherProcess();

private:
    QString file() const { return m_folder->filePath(u"respool.db"_s); }
    std::unique_ptr<Database> open()
    {
        auto opened = Database::open({file()});
        return opened ? *std::move(opened) : nullptr;
    }
    static Result<> pause(Connection &connection, const QString &kind)
    {
        TRY(connection.run(u"pause_add"_s, {{u"kind"_s, kind}, {u"now"_s, 1}}));
        return {};
    }
    static QStringList paused(Database &database)
    {
        QStringList kinds;
        const auto read = database.ask([&](Connection &connection) {
            return connection.read(u"pause_list"_s, {},
                                   [&](const Row &row) { kinds << row.text(0); });
        });
        return read ? kinds : QStringList{read.error().detail};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Database::open_makesAFileThatShrinks()
{
    const auto database = open();
    QVERIFY(database);
    const auto pragma = [&](const QString &text) {
        return *database->ask([&](Connection &connection) { return connection.scalar(text); });
    };
    QCOMPARE(pragma(u"PRAGMA auto_vacuum"_s), 2);
    QCOMPARE(pragma(u"PRAGMA user_version"_s), 12);
    QCOMPARE(*database->wait(
                 [](Connection &connection) { return connection.scalar(u"PRAGMA synchronous"_s); }),
             2);
    QCOMPARE(*database
                  ->note([](Connection &connection) {
                      return connection.scalar(u"PRAGMA synchronous"_s);
                  })
                  .takeResult(),
             1);
}

void tst_Database::open_ofBadFilesNamesTheFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("not a database") << QByteArray("this is a letter to my aunt\n").repeated(200);
    QTest::newRow("a torn header")
        << QByteArray("SQLite format 3").append('\0').append(QByteArray(200, 'x'));
}

void tst_Database::open_ofBadFilesNamesTheFile()
{
    QFETCH(QByteArray, content);
    QFile bad(file());
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write(content);
    bad.close();
    const auto opened = Database::open({file()});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Database);
    QVERIFY2(opened.error().detail.contains(file()), qPrintable(opened.error().detail));
    QVERIFY(bad.open(QIODevice::ReadOnly));
    QCOMPARE(bad.readAll(), content);
}

void tst_Database::open_ofANewerSchemaIsRefused()
{
    QVERIFY(open()->wait(
        [](Connection &connection) { return connection.script(u"PRAGMA user_version=99"_s); }));
    const auto opened = Database::open({file()});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NewerVersion);
    QVERIFY(opened.error().detail.contains(file()));
}

void tst_Database::write_isSeenByRead()
{
    const auto database = open();
    QVERIFY(database->wait([](Connection &connection) { return pause(connection, u"scan"_s); }));
    QCOMPARE(paused(*database), QStringList{u"scan"_s});
}

void tst_Database::write_thatFailsUndoesOnlyItself()
{
    const auto database = open();
    // All three wait while the first one holds the thread, so they share one commit.
    QMutex gate;
    gate.lock();
    auto first = database->write([&](Connection &connection) {
        const QMutexLocker wait(&gate);
        return pause(connection, u"one"_s);
    });
    auto bad = database->write([](Connection &connection) -> Result<> {
        TRY(pause(connection, u"two"_s));
        return fail(ErrorCode::Refused, u"on second thoughts"_s);
    });
    auto last =
        database->write([](Connection &connection) { return pause(connection, u"three"_s); });
    gate.unlock();
    QVERIFY(first.takeResult());
    QCOMPARE(bad.takeResult().error().code, ErrorCode::Refused);
    QVERIFY(last.takeResult());
    QCOMPARE(paused(*database), (QStringList{u"one"_s, u"three"_s}));
}

void tst_Database::write_fromManyThreadsLosesNothing()
{
    const auto database = open();
    QList<QThread *> threads;
    for (int producer = 0; producer < 8; ++producer) {
        threads << QThread::create([&database, producer] {
            for (int i = 0; i < 50; ++i) {
                const QString kind = u"%1-%2"_s.arg(producer).arg(i);
                if (!database->wait(
                        [&](Connection &connection) { return pause(connection, kind); }))
                    qFatal("a write failed");
            }
        });
        threads.last()->start();
    }
    for (QThread *thread : threads) {
        thread->wait();
        delete thread;
    }
    QCOMPARE(paused(*database).size(), 400);
}

void tst_Database::changeMark_changesWithAnotherProcess()
{
    const auto database = open();
    const auto other = open();
    const qint64 before = *database->changeMark().takeResult();
    QCOMPARE(*database->changeMark().takeResult(), before);
    QVERIFY(other->wait([](Connection &connection) { return pause(connection, u"scan"_s); }));
    QVERIFY(*database->changeMark().takeResult() != before);
}

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_database.moc"
