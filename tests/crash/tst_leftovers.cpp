// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A job dies in the middle of a file and is then cancelled, so that it never goes on. What it wrote
// is gone when the next worker has started, and nothing else is.
class tst_Leftovers : public QObject
{
    Q_OBJECT

private slots:
    void remux_leavesNothing();
    void export_leavesNothing();
    void export_leavesWhatAnotherJobWrites();

private:
    static void dieAt(SampleStore &store, const QString &point);
    static void cancelAll(SampleStore &store);
};

void tst_Leftovers::dieAt(SampleStore &store, const QString &point)
{
    const CliResult died =
        store.cli().runWith(u"RESPOOL_FAULT"_s, point, {u"work"_s, u"--drain"_s});
    QCOMPARE(died.signal, SIGKILL);
}

void tst_Leftovers::cancelAll(SampleStore &store)
{
    for (const QJsonObject &job : store.jobs()) {
        if (job[u"state"_s].toString() == "queued"_L1 || job[u"state"_s].toString() == "running"_L1)
            (void) store.cli().run(
                {u"job"_s, u"cancel"_s, QString::number(job[u"id"_s].toInteger())});
    }
}

namespace {

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

void tst_Leftovers::remux_leavesNothing()
{
    SampleStore store({.recordings = 1, .webmEvery = 1});
    QCOMPARE(store.addAndScan().status, 0);
    const QString id = store.ids().constFirst();
    const QStringList before = filesIn(store.folderOf(id));
    QCOMPARE(store.cli().run({u"remux"_s, id}).status, 0);
    dieAt(store, u"remux.part.written"_s);
    QCOMPARE(filesIn(store.folderOf(id)).size(), before.size() + 1);
    cancelAll(store);
    QCOMPARE(store.cli().run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(filesIn(store.folderOf(id)), before);
}

void tst_Leftovers::export_leavesNothing()
{
    SampleStore store({.recordings = 1, .webmEvery = 1});
    QCOMPARE(store.addAndScan().status, 0);
    const QString folder = store.filePath(u"out"_s);
    QVERIFY(QDir().mkpath(folder));
    samples::writeFile(folder + u"/mine.webm"_s, "mine");
    QCOMPARE(
        store.cli().run({u"export"_s, store.ids()[0], u"--to"_s, folder + u"/copy.webm"_s}).status,
        0);
    dieAt(store, u"export.part.written"_s);
    QCOMPARE(filesIn(folder).size(), 2);
    cancelAll(store);
    QCOMPARE(store.cli().run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(filesIn(folder), QStringList{u"mine.webm"_s});
}

// The second job has not begun, so that the file can only be that of the first.
void tst_Leftovers::export_leavesWhatAnotherJobWrites()
{
    SampleStore store({.recordings = 1, .webmEvery = 1});
    QCOMPARE(store.addAndScan().status, 0);
    const QString folder = store.filePath(u"out"_s);
    QVERIFY(QDir().mkpath(folder));
    const QStringList verb{u"export"_s, store.ids()[0], u"--to"_s, folder + u"/copy.webm"_s};
    QCOMPARE(store.cli().run(verb).status, 0);
    dieAt(store, u"export.part.written"_s);
    cancelAll(store);
    QCOMPARE(store.cli().run(verb).status, 0);
    QCOMPARE(store.cli().run({u"queue"_s, u"pause"_s}).status, 0);
    (void) store.cli().run({u"work"_s, u"--drain"_s});
    QCOMPARE(filesIn(folder).size(), 1);
    QCOMPARE(store.cli().run({u"queue"_s, u"resume"_s}).status, 0);
    QCOMPARE(store.cli().run({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(filesIn(folder), QStringList{u"copy.webm"_s});
}

QTEST_GUILESS_MAIN(tst_Leftovers)
#include "tst_leftovers.moc"
