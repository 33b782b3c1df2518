// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/db/database.h"
#include "tests/support/samplestore.h"

#include <QTest>

#include <algorithm>
#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int recordings = 6;
constexpr int kept = 2;

} // namespace

// The worker dies between what rules mean and what they enqueue, and two processes run the same
// rules at once: every recording is deleted once, and the report says why.
class tst_RetentionDeaths : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void death_leavesOneDeletionOfEach_data();
    void death_leavesOneDeletionOfEach();
    void twoProcesses_deleteOnce();
    void expiredTrash_isPurgedOnceThoughTheWorkerDied();

private:
    Cli &cli() { return m_store->cli(); }
    QList<QJsonObject> batches(const QString &kind);
    int goodItems(const QJsonObject &batch);

    std::unique_ptr<SampleStore> m_store;
};

void tst_RetentionDeaths::init()
{
    m_store = std::make_unique<SampleStore>(samples::StoreMix{.recordings = recordings});
    QCOMPARE(m_store->addAndScan().status, 0);
    const CliResult added =
        cli().run({u"retention"_s, u"add"_s, u"few"_s, u"--keep-last"_s, QString::number(kept)});
    QVERIFY2(added.status == 0, qPrintable(added.text()));
}

QList<QJsonObject> tst_RetentionDeaths::batches(const QString &kind)
{
    QList<QJsonObject> found;
    for (const QJsonValue &value : cli().run({u"batches"_s}).array()) {
        if (value[u"kind"_s].toString() == kind)
            found << value.toObject();
    }
    return found;
}

int tst_RetentionDeaths::goodItems(const QJsonObject &batch)
{
    const QString id = QString::number(batch[u"id"_s].toInt());
    const QJsonObject report = cli().run({u"report"_s, id}).object();
    int good = 0;
    for (const QJsonValue &line : report[u"lines"_s].toArray())
        good += line[u"result"_s].toString() == "done"_L1 ? 1 : 0;
    return good;
}

void tst_RetentionDeaths::death_leavesOneDeletionOfEach_data()
{
    QTest::addColumn<QString>("point");
    QTest::newRow("no death") << QString();
    QTest::newRow("evaluated") << u"retention.planned:1"_s;
    QTest::newRow("enqueued, not committed") << u"retention.enqueued:1"_s;
    QTest::newRow("committed") << u"retention.ordered:1"_s;
}

void tst_RetentionDeaths::death_leavesOneDeletionOfEach()
{
    QFETCH(const QString, point);
    const CliResult scheduled = cli().run(
        {u"schedule"_s, u"add"_s, u"nightly"_s, u"retention"_s, u"--when"_s, u"daily 03:30"_s});
    QVERIFY2(scheduled.status == 0, qPrintable(scheduled.text()));
    QCOMPARE(cli().run({u"schedule"_s, u"run"_s, u"nightly"_s}).status, 0);
    if (!point.isEmpty()) {
        const CliResult broken =
            cli().runWith(u"RESPOOL_FAULT"_s, point, {u"work"_s, u"--drain"_s});
        QCOMPARE(broken.signal, SIGKILL);
    }
    QCOMPARE(cli().run({u"work"_s, u"--drain"_s}).status, 0);
    const QList<QJsonObject> deletions = batches(u"delete"_s);
    QCOMPARE(deletions.size(), 1);
    QCOMPARE(deletions.first()[u"reason"_s].toString(), u"retention rule 'few'"_s);
    QCOMPARE(goodItems(deletions.first()), recordings - kept);
    const auto byState = m_store->idsByState();
    QCOMPARE(byState[u"present"_s].size() + byState[u"damaged"_s].size(), kept);
    QVERIFY(byState[u"deleting"_s].isEmpty());
    QVERIFY(strayFiles(m_store->path()).isEmpty());
}

void tst_RetentionDeaths::twoProcesses_deleteOnce()
{
    const QStringList run{u"retention"_s, u"run"_s, u"--yes"_s};
    const auto first = cli().start(run);
    const auto second = cli().start(run);
    const CliResult one = Cli::finish(*first);
    const CliResult two = Cli::finish(*second);
    QVERIFY2(one.status == 0, qPrintable(one.text()));
    QVERIFY2(two.status == 0, qPrintable(two.text()));
    QCOMPARE(cli().run({u"work"_s, u"--drain"_s}).status, 0);
    const QList<QJsonObject> deletions = batches(u"delete"_s);
    QCOMPARE(deletions.size(), 1);
    QCOMPARE(goodItems(deletions.first()), recordings - kept);
}

void tst_RetentionDeaths::expiredTrash_isPurgedOnceThoughTheWorkerDied()
{
    QCOMPARE(cli().run({u"retention"_s, u"run"_s, u"--yes"_s}).status, 0);
    QCOMPARE(cli().run({u"work"_s, u"--drain"_s}).status, 0);
    {
        const auto database = Database::open({cli().database()});
        QVERIFY(database);
        QVERIFY((*database)->wait([](Connection &connection) {
            return connection.script(u"UPDATE recording SET trashed_ms = trashed_ms - 3456000000 "
                                     "WHERE state = 3"_s); // forty days
        }));
    }
    const CliResult broken =
        cli().runWith(u"RESPOOL_FAULT"_s, u"trash.grace.enqueued:1"_s, {u"work"_s, u"--drain"_s});
    QCOMPARE(broken.signal, SIGKILL);
    QVERIFY(batches(u"purge"_s).isEmpty());
    for (int i = 0; i < 2; ++i)
        QCOMPARE(cli().run({u"work"_s, u"--drain"_s}).status, 0);
    const QList<QJsonObject> purges = batches(u"purge"_s);
    QCOMPARE(purges.size(), 1);
    QCOMPARE(purges.first()[u"reason"_s].toString(), u"trash grace of 30 days"_s);
    QCOMPARE(goodItems(purges.first()), recordings - kept);
    QVERIFY(cli().run({u"trash"_s, u"list"_s}).array().isEmpty());
    QVERIFY(strayFiles(m_store->path()).isEmpty());
}

QTEST_GUILESS_MAIN(tst_RetentionDeaths)
#include "tst_retentiondeaths.moc"
