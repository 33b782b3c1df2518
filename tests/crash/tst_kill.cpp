// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A worker that is killed at random moments, over and over, ends where an unbroken one does.
class TestKill : public QObject
{
    Q_OBJECT

private slots:
    void killedWorker_losesNothing_data();
    void killedWorker_losesNothing();

private:
    static constexpr int kills = 50;
    // How many of them have to hit a job at work, or the test has tested nothing.
    static constexpr int leastHits = 5;
};

void TestKill::killedWorker_losesNothing_data()
{
    QTest::addColumn<bool>("permanent");
    QTest::addColumn<quint32>("seed");
    QTest::newRow("into the trash") << false << 20260715U;
    QTest::newRow("for good") << true << 20260716U;
}

namespace {

// Returns when it works: how long a start takes is the machine's affair.
std::unique_ptr<QProcess> startWorker(const Cli &cli)
{
    auto worker = cli.start({u"work"_s, u"--threads"_s, u"2"_s});
    worker->setReadChannel(QProcess::StandardError);
    QByteArray said;
    while (!said.contains("working") && worker->waitForReadyRead(10'000))
        said += worker->readAllStandardError();
    return worker;
}

void killAtRandom(const Cli &cli, QRandomGenerator &random)
{
    const auto worker = startWorker(cli);
    worker->waitForFinished(random.bounded(1, 61));
    worker->kill();
    Cli::finish(*worker);
}

// Parked ones, too: then the test fails for what it sees at its end.
qsizetype endedJobs(SampleStore &store)
{
    const QList<QJsonObject> jobs = store.jobs();
    return std::ranges::count_if(jobs, [](const QJsonObject &job) {
        const QString state = job[u"state"_s].toString();
        return state == "done"_L1 || state == "parked"_L1;
    });
}

// On a slow machine no job may end between two random kills, and one that dies ten times in a row
// is parked, rightly so: as many end here as run at the same time.
void killAfterTwoEnds(SampleStore &store)
{
    const auto wanted = std::min(endedJobs(store) + 2, store.jobs().size());
    const auto worker = startWorker(store.cli());
    while (endedJobs(store) < wanted)
        worker->waitForFinished(20);
    worker->kill();
    Cli::finish(*worker);
}

QMap<QString, QByteArray> webmHashes(const SampleStore &store)
{
    QMap<QString, QByteArray> hashes;
    for (const QString &id : store.webmIds())
        hashes[id] = samples::streamHashes(store.folderOf(id) + u"/recording-0.webm"_s);
    return hashes;
}

QStringList seekableIds(SampleStore &store)
{
    QStringList ids;
    for (const QJsonValue &recording :
         store.cli().run({u"list"_s, u"kind:video"_s, u"--limit"_s, u"0"_s}).array()) {
        for (const QJsonValue &part : recording[u"parts"_s].toArray()) {
            if (part[u"seekable"_s].toBool())
                ids << recording[u"id"_s].toString();
        }
    }
    ids.sort();
    return ids;
}

} // namespace

void TestKill::killedWorker_losesNothing()
{
    QFETCH(const bool, permanent);
    QFETCH(const quint32, seed);
    qInfo("seed %u", seed);
    SampleStore store({.recordings = 300, .webmEvery = 15});
    QCOMPARE(store.webmIds().size(), 20);
    const CliResult scanned = store.addAndScan();
    QVERIFY2(scanned.status == 0, qPrintable(scanned.text()));
    const QMap<QString, QByteArray> before = webmHashes(store);

    QStringList wish{u"delete"_s, u"--yes"_s, u"--from"_s, store.filePath(u"ids"_s)};
    samples::writeFile(store.filePath(u"ids"_s), store.smallIds().join(u'\n').toUtf8());
    if (permanent)
        wish << u"--permanent"_s;
    const CliResult deleted = store.cli().run(wish);
    QVERIFY2(deleted.status == 0, qPrintable(deleted.text()));
    const CliResult remuxed = store.cli().run(QStringList{u"remux"_s} + store.webmIds());
    QVERIFY2(remuxed.status == 0, qPrintable(remuxed.text()));
    QCOMPARE(remuxed.object()[u"jobs"_s].toArray().size(), 20);

    QRandomGenerator random(seed);
    for (int i = 1; i <= kills; ++i) {
        if (i % 5 == 0)
            killAfterTwoEnds(store);
        else
            killAtRandom(store.cli(), random);
    }
    const CliResult drained = store.cli().run({u"work"_s, u"--drain"_s});
    QVERIFY2(drained.status == 0, qPrintable(drained.text()));

    const QList<QJsonObject> jobs = store.jobs();
    int attempts = 0;
    for (const QJsonObject &job : jobs) {
        QVERIFY2(job[u"state"_s].toString() == "done"_L1, QJsonDocument(job).toJson().constData());
        attempts += job[u"attempt"_s].toInt();
    }
    // The scan, the delete and the 20 remuxes; for good, the purge as well.
    QCOMPARE(jobs.size(), permanent ? 23 : 22);
    const int crashed = store.crashedAttempts();
    qInfo("%d attempts died in %d kills", crashed, kills);
    QVERIFY(crashed >= leastHits);
    QCOMPARE(attempts, jobs.size() + crashed);

    QMap<QString, QStringList> states = store.idsByState();
    QStringList small = store.smallIds();
    QStringList webm = store.webmIds();
    small.sort();
    webm.sort();
    QCOMPARE(states.take(u"present"_s), webm);
    QCOMPARE(states.take(u"trashed"_s), permanent ? QStringList() : small);
    QVERIFY2(states.isEmpty(), qPrintable(states.keys().join(u' ')));
    QCOMPARE(seekableIds(store), webm);
    QCOMPARE(webmHashes(store), before);

    QCOMPARE(strayFiles(store.path()), QStringList());
    const QMap<QString, QByteArray> tree = store.tree();
    for (const QString &id : small) {
        QVERIFY2(!tree.contains(id), qPrintable(id));
        QCOMPARE(tree.contains(u".respool/trash/BATCH/%1/recording.json"_s.arg(id)), !permanent);
    }
    QCOMPARE(QDir(store.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 20);
    QCOMPARE(QDir(store.path() + u"/.respool/purge"_s)
                 .entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
    const CliResult doctor = store.cli().run({u"doctor"_s});
    QVERIFY2(doctor.status == 0, qPrintable(doctor.text()));
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
