// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cliprocess.h"
#include "tests/support/samples.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sqlite3.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// A database without Respool's own code between: the test makes one as an older program left it.
class PlainDatabase
{
public:
    explicit PlainDatabase(const QString &file)
    {
        if (sqlite3_open(QFile::encodeName(file).constData(), &m_db) != SQLITE_OK)
            qFatal("%s cannot be opened", qPrintable(file));
    }
    ~PlainDatabase() { sqlite3_close(m_db); }
    Q_DISABLE_COPY_MOVE(PlainDatabase)

    // The first column of the first row of the last statement, if there is one.
    QString run(const QByteArray &sql)
    {
        QString first;
        const auto keep = [](void *to, int, char **values, char **) {
            auto *text = static_cast<QString *>(to);
            if (text->isNull())
                *text = QString::fromUtf8(values[0]);
            return 0;
        };
        if (sqlite3_exec(m_db, sql.constData(), keep, &first, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_db));
        return first;
    }

private:
    sqlite3 *m_db = nullptr;
};

const QString schemas = u":/sql/sqlite"_s;
constexpr int jobs = 6;

} // namespace

// The program dies at each named point of the way from the first schema to the newest; the next
// start gets there, with every job, and beside it lies a copy of what was before.
class tst_MigrationDeaths : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unbrokenStart_migrates();
    void death_leavesOneSchemaOrTheOther_data();
    void death_leavesOneSchemaOrTheOther();

private:
    void verifyMigrated(const Cli &cli);
    QString prepared(const QString &name) const;

    QTemporaryDir m_folder;
    QStringList m_trace;
};

void tst_MigrationDeaths::initTestCase()
{
    const QStringList all = QDir(schemas).entryList(QDir::Files, QDir::Name);
    if (all.size() < 2)
        QSKIP("there is one schema only, so nothing to migrate");
    const QString base = m_folder.filePath(u"base"_s);
    QVERIFY(QDir().mkpath(base));
    PlainDatabase database(base + u"/respool.db"_s);
    database.run("PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL");
    database.run(samples::readFile(schemas + u'/' + all.first()));
    database.run("PRAGMA user_version=1;"
                 "INSERT INTO batch (kind, who, reason, created_ms) VALUES ('scan', 'me', '', 1)");
    for (int job = 0; job < jobs; ++job)
        database.run("INSERT INTO job (batch_id, kind, version, title, payload, state, due_ms,"
                     " created_ms) VALUES (1, 'scan', 1, 'old', '{}', "
                     + QByteArray::number(job) + ", 1, 1)");
}

QString tst_MigrationDeaths::prepared(const QString &name) const
{
    const QString folder = m_folder.filePath(name);
    QDir().mkpath(folder);
    if (!QFile::copy(m_folder.filePath(u"base/respool.db"_s), folder + u"/respool.db"_s))
        qFatal("the database cannot be copied");
    return folder;
}

void tst_MigrationDeaths::verifyMigrated(const Cli &cli)
{
    const CliResult listed = cli.run({u"jobs"_s});
    QVERIFY2(listed.status == 0, qPrintable(listed.text()));
    QCOMPARE(listed.array().size(), jobs);
    for (const QJsonValue job : listed.array())
        QCOMPARE(job[u"kind"_s].toString(), u"scan"_s);
    const CliResult doctor = cli.run({u"doctor"_s});
    QVERIFY2(doctor.out.contains("ok"), qPrintable(doctor.text()));

    const QString copy = cli.database() + u".before-2"_s;
    QVERIFY(QFile::exists(copy));
    PlainDatabase before(copy);
    QCOMPARE(before.run("PRAGMA integrity_check"), u"ok"_s);
    QCOMPARE(before.run("PRAGMA user_version"), u"1"_s);
    QCOMPARE(before.run("SELECT count(*) FROM job"), QString::number(jobs));
}

void tst_MigrationDeaths::unbrokenStart_migrates()
{
    const Cli cli(prepared(u"unbroken"_s));
    const QString trace = m_folder.filePath(u"trace"_s);
    const CliResult first = cli.runWith(u"RESPOOL_FAULT_TRACE"_s, trace, {u"jobs"_s});
    QVERIFY2(first.status == 0, qPrintable(first.text()));
    for (const QString &name :
         QString::fromUtf8(samples::readFile(trace)).split(u'\n', Qt::SkipEmptyParts)) {
        if (name.startsWith("db.migrate."_L1))
            m_trace << name;
    }
    QVERIFY(m_trace.size() >= 4);
    verifyMigrated(cli);
}

void tst_MigrationDeaths::death_leavesOneSchemaOrTheOther_data()
{
    if (m_trace.isEmpty())
        QSKIP("the start without a death has failed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("passage");
    QMap<QString, int> passages;
    for (const QString &name : std::as_const(m_trace)) {
        const int passage = ++passages[name];
        QTest::addRow("%s, %d", qPrintable(name), passage) << name << passage;
    }
}

void tst_MigrationDeaths::death_leavesOneSchemaOrTheOther()
{
    QFETCH(const QString, name);
    QFETCH(const int, passage);
    const Cli cli(prepared(u"%1-%2"_s.arg(name).arg(passage)));
    const CliResult broken =
        cli.runWith(u"RESPOOL_FAULT"_s, u"%1:%2"_s.arg(name).arg(passage), {u"jobs"_s});
    QVERIFY2(broken.signal == SIGKILL, qPrintable(broken.text()));
    verifyMigrated(cli);
}

QTEST_GUILESS_MAIN(tst_MigrationDeaths)
#include "tst_migrationdeaths.moc"
