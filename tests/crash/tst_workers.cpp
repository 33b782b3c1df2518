// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QTest>

#include <algorithm>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// Two workers on one database, and one that is asked to go.
class TestWorkers : public QObject
{
    Q_OBJECT

private slots:
    void secondWorker_waitsAndTakesOver();
    void terminatedWorker_givesItsJobBack();

private:
    static bool saysWithin(QProcess &process, const QByteArray &words)
    {
        static constexpr int longestMs = 10'000;
        QByteArray said;
        while (!said.contains(words)) {
            if (!process.waitForReadyRead(longestMs))
                return false;
            said += process.readAllStandardError();
        }
        return true;
    }
};

void TestWorkers::secondWorker_waitsAndTakesOver()
{
    SampleStore store({.recordings = 3, .webmEvery = 3});
    QCOMPARE(store.addAndScan().status, 0);
    const auto first = store.cli().start({u"work"_s});
    first->setReadChannel(QProcess::StandardError);
    QVERIFY(saysWithin(*first, "working"));
    const auto second = store.cli().start({u"work"_s});
    second->setReadChannel(QProcess::StandardError);
    QVERIFY(saysWithin(*second, "another process runs the jobs"));

    // A job whose turn comes only when the first is dead: its kind is held back until then.
    QCOMPARE(store.cli().run({u"queue"_s, u"pause"_s}).status, 0);
    QCOMPARE(store.cli().run({u"remux"_s, store.webmIds().first()}).status, 0);
    const qint64 secondPid = second->processId();
    first->kill();
    Cli::finish(*first);
    QVERIFY(saysWithin(*second, "working"));
    QCOMPARE(store.cli().run({u"queue"_s, u"resume"_s}).status, 0);
    const auto remux = [&] {
        const QList<QJsonObject> jobs = store.jobs();
        return *std::ranges::find_if(
            jobs, [](const QJsonObject &job) { return job[u"kind"_s].toString() == "remux"_L1; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(remux()[u"state"_s].toString(), u"done"_s, 10'000);
    const QString id = QString::number(remux()[u"id"_s].toInteger());
    const QJsonArray attempts =
        store.cli().run({u"job"_s, u"show"_s, id}).object()[u"attempts"_s].toArray();
    QCOMPARE(attempts.size(), 1);
    QCOMPARE(attempts[0][u"pid"_s].toInteger(), secondPid);

    second->terminate();
    const CliResult ended = Cli::finish(*second);
    QVERIFY2(ended.status == 0, qPrintable(ended.text()));
}

void TestWorkers::terminatedWorker_givesItsJobBack()
{
    SampleStore store({.recordings = 2000, .webmEvery = 0});
    QCOMPARE(store.addAndScan().status, 0);
    samples::writeFile(store.filePath(u"ids"_s), store.ids().join(u'\n').toUtf8());
    const CliResult asked =
        store.cli().run({u"delete"_s, u"--yes"_s, u"--from"_s, store.filePath(u"ids"_s)});
    QVERIFY2(asked.status == 0, qPrintable(asked.text()));
    const QJsonArray jobIds = asked.object()[u"jobs"_s].toArray();

    const QString trace = store.filePath(u"trace"_s);
    store.cli().setVariable(u"RESPOOL_FAULT_TRACE"_s, trace);
    const auto worker = store.cli().start({u"work"_s});
    store.cli().setVariable(u"RESPOOL_FAULT_TRACE"_s, {});
    const auto moved = [&] {
        return QFile::exists(trace) ? samples::readFile(trace).count("trash.in.after") : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(moved() > 0, 10'000);
    worker->terminate();
    const CliResult ended = Cli::finish(*worker);
    QVERIFY2(ended.status == 0, qPrintable(ended.text()));
    const qsizetype done = store.idsByState()[u"trashed"_s].size();
    QVERIFY2(done > 0 && done < store.ids().size(), "the stop did not hit the delete at work");
    QCOMPARE(done, moved()); // what was moved is also committed

    for (const QJsonObject &job : store.jobs())
        QVERIFY(job[u"state"_s].toString() != "running"_L1);
    bool interrupted = false;
    for (const QJsonValue &id : jobIds) {
        const QJsonObject job =
            store.cli().run({u"job"_s, u"show"_s, QString::number(id.toInteger())}).object();
        QVERIFY(job[u"attempt"_s].toInt() <= 1);
        for (const QJsonValue &attempt : job[u"attempts"_s].toArray()) {
            const int code = attempt[u"error"_s][u"code"_s].toInt();
            QVERIFY2(code == 0 || code == 41, qPrintable(QString::number(code)));
            interrupted = interrupted || code == 41;
        }
    }
    QVERIFY(interrupted);
    QCOMPARE(store.cli().run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(store.idsByState()[u"trashed"_s].size(), store.ids().size());
    QCOMPARE(strayFiles(store.path()), QStringList());
}

QTEST_GUILESS_MAIN(TestWorkers)
#include "tst_workers.moc"
