// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QDir>
#include <QTest>

#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A deletion of several chunks, of which one is being committed while the files of the next one
// move: killed in each of its steps it goes on, and every recording is wholly in one place at every
// instant and has one result at the end.
class TestMassDeath : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void death_losesAndDoublesNothing_data();
    void death_losesAndDoublesNothing();
    void deniedRecording_isToldAndStays();
    void readOnlyStore_losesNothing();

private:
    static constexpr int recordings = 150; // two chunks and a part of one

    CliResult must(const QStringList &arguments)
    {
        const CliResult result = m_store.cli().run(arguments);
        if (result.status != 0)
            qWarning("%s: %s", qPrintable(arguments.join(u' ')), qPrintable(result.text()));
        return result;
    }
    qint64 enqueue(const QString &kind);
    QString trashOf(qint64 batch) const
    {
        const QDir trash(m_store.path() + u"/.respool/trash"_s);
        const QStringList found = trash.entryList({u"*-%1"_s.arg(batch)});
        return trash.filePath(found.value(0, u"none"_s));
    }
    // Of each recording both files, in the store or in the trash; if it is on its way out, in
    // neither. Returns how many lie in the trash.
    int wholeOnesInTrash(qint64 batch, bool purging);

    SampleStore m_store{{.recordings = recordings, .webmEvery = 0}};
};

void TestMassDeath::initTestCase()
{
    QCOMPARE(m_store.addAndScan().status, 0);
    m_store.save(u"scanned"_s);
}

// Returns the batch of the deletion.
qint64 TestMassDeath::enqueue(const QString &kind)
{
    QStringList arguments{u"delete"_s, u"--query"_s, u""_s, u"--yes"_s};
    if (kind == "purge"_L1)
        arguments << u"--permanent"_s;
    const qint64 batch = must(arguments).object()[u"batch"_s].toInteger();
    if (kind == "restore"_L1) {
        must({u"work"_s, u"--drain"_s});
        must(QStringList{u"restore"_s} + m_store.ids());
    }
    return batch;
}

int TestMassDeath::wholeOnesInTrash(qint64 batch, bool purging)
{
    const auto filesIn = [](const QString &folder) {
        return QDir(folder).entryList(QDir::Files | QDir::NoDotAndDotDot).size();
    };
    int trashed = 0;
    for (const QString &id : m_store.ids()) {
        const auto here = filesIn(m_store.folderOf(id));
        const auto there = filesIn(trashOf(batch) + u'/' + id);
        const bool whole = (here == 2 && there == 0) || (here == 0 && there == 2)
                           || (purging && here == 0 && there == 0);
        if (!whole)
            qFatal("%s: %lld files in the store, %lld in the trash", qPrintable(id),
                   qlonglong(here), qlonglong(there));
        trashed += there == 2 ? 1 : 0;
    }
    return trashed;
}

void TestMassDeath::death_losesAndDoublesNothing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("fault");
    const auto add = [](const char *kind, std::initializer_list<const char *> faults) {
        for (const char *fault : faults)
            QTest::addRow("%s, at %s", kind, fault)
                << QString::fromLatin1(kind) << QString::fromLatin1(fault);
    };
    add("delete",
        {"trash.in.before:1", "files.moved:1", "trash.in.after:64", "items.acted:1",
         "trash.sync.before:1", "trash.sync.after:1", "items.synced:1", "trash.in.before:65",
         "trash.in.after:100", "items.acted:2", "trash.sync.after:2", "items.synced:2",
         "job.checkpointed:1", "job.checkpointed:2", "trash.in.after:150", "items.synced:3",
         "job.checkpointed:3", "job.finished:1"});
    add("purge",
        {"job.checkpointed:4", "trash.purge.before:1", "trash.purge.moved:64", "files.removed:1",
         "files.removed:65", "files.folder.removed:10", "trash.purge.removed:64",
         "trash.purge.moved:100", "trash.purge.removed:150", "job.checkpointed:6"});
    add("restore", {"trash.out.before:1", "trash.out.after:64", "items.synced:1",
                    "trash.out.after:100", "job.checkpointed:2"});
}

void TestMassDeath::death_losesAndDoublesNothing()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, fault);
    m_store.load(u"scanned"_s);
    const qint64 batch = enqueue(kind);
    const CliResult died =
        m_store.cli().runWith(u"RESPOOL_FAULT"_s, fault, {u"work"_s, u"--drain"_s});
    QVERIFY2(died.signal == SIGKILL, qPrintable(died.text()));
    wholeOnesInTrash(batch, kind == "purge"_L1);

    QCOMPARE(must({u"work"_s, u"--drain"_s}).status, 0);
    QCOMPARE(wholeOnesInTrash(batch, kind == "purge"_L1), kind == "delete"_L1 ? recordings : 0);
    const QMap<QString, QStringList> states = m_store.idsByState();
    const QMap<QString, QString> expected{{u"delete"_s, u"trashed"_s},
                                          {u"restore"_s, u"present"_s}};
    QCOMPARE(states.value(expected.value(kind)).size(), expected.contains(kind) ? recordings : 0);
    QCOMPARE(states.size(), expected.contains(kind) ? 1 : 0);
    QCOMPARE(strayFiles(m_store.path()), QStringList());

    QMap<QString, int> told;
    const CliResult report = must({u"report"_s, QString::number(batch)});
    for (const QJsonValue &line : report.object()[u"lines"_s].toArray()) {
        QCOMPARE(line[u"result"_s].toString(), u"done"_s);
        ++told[line[u"recording"_s].toString()];
    }
    QCOMPARE(told.size(), recordings);
    for (const int times : std::as_const(told))
        QCOMPARE(times, kind == "purge"_L1 ? 2 : 1); // into the trash, and out of it
}

// A folder of somebody else's cannot leave its place, since it would have to name another parent.
void TestMassDeath::deniedRecording_isToldAndStays()
{
    if (::geteuid() != 0)
        QSKIP("to become another user needs root");
    m_store.load(u"scanned"_s);
    enqueue(u"delete"_s);
    const QString denied = m_store.ids().at(70);
    QCOMPARE(QProcess::execute(u"chown"_s, {u"-R"_s, u"65534:65534"_s, m_store.filePath(u"."_s)}),
             0);
    QCOMPARE(QProcess::execute(u"chown"_s, {u"-R"_s, u"0:0"_s, m_store.folderOf(denied)}), 0);
    m_store.cli().runAsNobody(true);
    // It is tried again and again, later each time: this worker waits for none of it.
    const CliResult worked = m_store.cli().run({u"work"_s, u"--drain"_s});
    const auto trashed = m_store.idsByState().value(u"trashed"_s);
    const auto jobs = m_store.jobs();
    m_store.cli().runAsNobody(false);
    QVERIFY2(worked.status >= 0, qPrintable(worked.text()));
    QCOMPARE(trashed.size(), recordings - 1);
    QVERIFY(!trashed.contains(denied));
    QVERIFY(QFile::exists(m_store.folderOf(denied) + u"/recording.json"_s));
    QVERIFY(jobs.first()[u"state"_s].toString() != "done"_L1);
}

void TestMassDeath::readOnlyStore_losesNothing()
{
    if (::geteuid() != 0)
        QSKIP("to become another user needs root");
    m_store.load(u"scanned"_s);
    enqueue(u"delete"_s);
    const QMap<QString, QByteArray> before = m_store.tree();
    QCOMPARE(QProcess::execute(u"chown"_s, {u"-R"_s, u"0:0"_s, m_store.path()}), 0);
    QCOMPARE(QProcess::execute(u"chown"_s, {u"-R"_s, u"65534:65534"_s, m_store.cli().dataFolder()}),
             0);
    QCOMPARE(QProcess::execute(u"chmod"_s, {u"a+rx"_s, m_store.filePath(u"."_s)}), 0);
    m_store.cli().runAsNobody(true);
    const CliResult worked = m_store.cli().run({u"work"_s, u"--drain"_s});
    const auto jobs = m_store.jobs();
    m_store.cli().runAsNobody(false);
    QVERIFY2(worked.status >= 0, qPrintable(worked.text()));
    QCOMPARE(difference(m_store.tree(), before), QString());
    QVERIFY(jobs.first()[u"state"_s].toString() != "done"_L1);
}

QTEST_GUILESS_MAIN(TestMassDeath)
#include "tst_massdeath.moc"
