// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/samplestore.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

// One call of respoolctl. A wish (kind is set) is repeated after a death only if it was not
// accepted: its job is not in the queue.
struct Step
{
    QStringList arguments;
    QString kind;
};

struct Fault
{
    qsizetype step = -1;
    QString name = {};
    int passage = 0;
};

// What is left when all steps are done.
struct End
{
    QMap<QString, QByteArray> tree;
    QMap<QString, QByteArray> exported;
    QJsonArray recordings;
    QString error;
    bool died = false;
};

// Everything that leaves something on disk: the first start, a scan, a remux, an export, an archive
// and its import, a verification, both ways to delete and a restore. Of the four recordings the
// first and the last are WebM.
QList<Step> stepsFor(const SampleStore &store)
{
    const QStringList &ids = store.ids();
    return {
        {{u"store"_s, u"add"_s, store.path(), u"--kind"_s, u"gateway"_s, u"--name"_s, u"s"_s}, {}},
        {{u"scan"_s}, {}},
        {{u"delete"_s, u"--yes"_s, ids[1], ids[3]}, u"delete"_s},
        {{u"remux"_s, ids[0]}, u"remux"_s},
        {{u"work"_s, u"--drain"_s}, {}},
        {{u"export"_s, ids[0], u"--to"_s, store.outside() + u"/copy.webm"_s}, u"export"_s},
        {{u"work"_s, u"--drain"_s}, {}}, // they would wait for each other
        {{u"export"_s, ids[0], ids[2], u"--to"_s, store.outside() + u"/all.zip"_s}, u"archive"_s},
        {{u"work"_s, u"--drain"_s}, {}},
        {{u"verify"_s, ids[0], u"--thorough"_s}, u"verify"_s},
        {{u"delete"_s, u"--yes"_s, u"--permanent"_s, ids[2]}, u"delete"_s},
        {{u"restore"_s, ids[1]}, u"restore"_s},
        {{u"work"_s, u"--drain"_s}, {}},
        {{u"import"_s, store.outside() + u"/all.zip"_s, u"--store"_s, u"s"_s}, u"import"_s},
        {{u"work"_s, u"--drain"_s}, {}},
    };
}

qsizetype jobsOfKind(SampleStore &store, const QString &kind)
{
    const QList<QJsonObject> jobs = store.jobs();
    return std::ranges::count_if(
        jobs, [&](const QJsonObject &job) { return job[u"kind"_s].toString() == kind; });
}

bool isKnown(SampleStore &store)
{
    return !store.cli().run({u"store"_s, u"list"_s}).array().isEmpty();
}

// What list tells of the recordings, without what is the time of this run.
QJsonArray recordingsOf(SampleStore &store)
{
    QJsonArray all;
    for (const QStringList &verb :
         {QStringList{u"list"_s, u"--sort"_s, u"name"_s}, QStringList{u"trash"_s, u"list"_s}}) {
        for (const QJsonValue &recording : store.cli().run(verb).array()) {
            QJsonObject object = recording.toObject();
            object.remove(u"trashed"_s);
            object.remove(u"goes"_s);
            all << object;
        }
    }
    return all;
}

// What is in an archive, without the time at which it was written.
QByteArray contentOf(const QString &archive)
{
    QProcess python;
    python.start(u"python3"_s,
                 {u"-c"_s,
                  u"import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n"
                  "print(z.testzip(), [(i.filename, i.CRC) for i in z.infolist()[:-2]])"_s,
                  archive});
    python.waitForFinished();
    return python.readAllStandardOutput() + python.readAllStandardError();
}

void lookAt(SampleStore &store, End &end)
{
    for (const QJsonObject &job : store.jobs()) {
        if (job[u"state"_s].toString() != "done"_L1)
            end.error += QString::fromUtf8(QJsonDocument(job).toJson());
    }
    if (const CliResult doctor = store.cli().run({u"doctor"_s}); doctor.status != 0)
        end.error += doctor.text();
    if (const CliResult log = store.cli().run({u"audit"_s, u"verify"_s}); log.status != 0)
        end.error += log.text();
    if (const QStringList strays = strayFiles(store.path()); !strays.isEmpty())
        end.error += u"stray: "_s + strays.join(u' ');
    end.tree = store.tree();
    end.exported = treeOf(store.outside());
    if (const QString archive = u"all.zip"_s; end.exported.contains(archive))
        end.exported[archive] = contentOf(store.outside() + u'/' + archive);
    end.recordings = recordingsOf(store);
}

QString runStep(SampleStore &store, const Step &step, const Fault &fault, bool &died)
{
    if (!fault.name.isEmpty()) {
        const qsizetype before = step.kind.isEmpty() ? 0 : jobsOfKind(store, step.kind);
        const CliResult broken = store.cli().runWith(
            u"RESPOOL_FAULT"_s, u"%1:%2"_s.arg(fault.name).arg(fault.passage), step.arguments);
        died = broken.signal == SIGKILL;
        if (!died)
            return broken.status == 0 ? QString() : broken.text();
        if (step.arguments.startsWith(u"store"_s) && isKnown(store))
            return {};
        if (!step.kind.isEmpty() && jobsOfKind(store, step.kind) > before)
            return {};
    }
    const CliResult result = store.cli().run(step.arguments);
    return result.status == 0 ? QString() : step.arguments.join(u' ') + u": "_s + result.text();
}

// Runs the steps from the fault's step on, as they go on from what was saved before it.
End runFrom(SampleStore &store, const Fault &fault)
{
    End end;
    store.load(QString::number(fault.step));
    const QList<Step> steps = stepsFor(store);
    for (qsizetype i = fault.step; i < steps.size() && end.error.isEmpty(); ++i)
        end.error = runStep(store, steps[i], i == fault.step ? fault : Fault(), end.died);
    lookAt(store, end);
    return end;
}

// The run without a death: saves what there is before each step, and learns the names passed by.
End runUnbroken(SampleStore &store, QList<QStringList> &traces)
{
    End end;
    const QList<Step> steps = stepsFor(store);
    for (qsizetype i = 0; i < steps.size() && end.error.isEmpty(); ++i) {
        store.save(QString::number(i));
        const QString trace = store.filePath(u"trace-%1"_s.arg(i));
        const CliResult result =
            store.cli().runWith(u"RESPOOL_FAULT_TRACE"_s, trace, steps[i].arguments);
        if (result.status != 0)
            end.error = result.text();
        traces << QString::fromUtf8(samples::readFile(trace)).split(u'\n', Qt::SkipEmptyParts);
    }
    lookAt(store, end);
    return end;
}

} // namespace

// Dies once at every named point of the program, at its first passage in every process that comes
// by and at the very last one, goes on, and ends as the unbroken run did.
class TestFaultPoints : public QObject
{
    Q_OBJECT

private slots:
    void unbrokenRun_isWhole();
    void death_changesNothingAboutTheEnd_data();
    void death_changesNothingAboutTheEnd();

private:
    SampleStore m_store{{.recordings = 4, .webmEvery = 3}};
    End m_unbroken;
    QList<QStringList> m_traces;
};

void TestFaultPoints::unbrokenRun_isWhole()
{
    m_unbroken = runUnbroken(m_store, m_traces);
    QCOMPARE(m_unbroken.error, QString());
    QCOMPARE(m_unbroken.recordings.size(), 4);
    QSet<QString> names;
    for (const QStringList &trace : std::as_const(m_traces))
        names += QSet(trace.begin(), trace.end());
    for (const char *room :
         {"db.migrate.", "db.commit.", "job.", "scan.", "files.", "trash.in.", "trash.out.",
          "trash.purge.", "remux.", "export.", "archive.", "import.", "verify.", "audit."})
        QVERIFY2(std::ranges::any_of(
                     names,
                     [&](const QString &name) { return name.startsWith(QLatin1StringView(room)); }),
                 room);
    // The remux is the same bytes each time, or the comparison of the ends would mean nothing.
    const End again = runFrom(m_store, {.step = 0});
    QCOMPARE(difference(again.tree, m_unbroken.tree), QString());
    QCOMPARE(difference(again.exported, m_unbroken.exported), QString());
    QCOMPARE(m_unbroken.exported.size(), 2);
}

void TestFaultPoints::death_changesNothingAboutTheEnd_data()
{
    QTest::addColumn<qsizetype>("step");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("passage");
    QMap<QString, std::pair<qsizetype, int>> last;
    for (qsizetype step = 0; step < m_traces.size(); ++step) {
        QMap<QString, int> passages;
        for (const QString &name : std::as_const(m_traces[step]))
            ++passages[name];
        for (const auto &[name, count] : passages.asKeyValueRange()) {
            QTest::addRow("step %lld, %s, first", qlonglong(step), qPrintable(name))
                << step << name << 1;
            last[name] = {step, count};
        }
    }
    for (const auto &[name, where] : last.asKeyValueRange()) {
        if (where.second > 1)
            QTest::addRow("step %lld, %s, last", qlonglong(where.first), qPrintable(name))
                << where.first << name << where.second;
    }
}

void TestFaultPoints::death_changesNothingAboutTheEnd()
{
    QFETCH(const qsizetype, step);
    QFETCH(const QString, name);
    QFETCH(const int, passage);
    // Commits are grouped, so that this run may pass a little less often than the traced one.
    End end;
    for (int at = passage; at > 0 && !end.died; --at)
        end = runFrom(m_store, {step, name, at});
    QVERIFY2(end.died, "the process did not come by");
    QCOMPARE(end.error, QString());
    QCOMPARE(difference(end.tree, m_unbroken.tree), QString());
    QCOMPARE(difference(end.exported, m_unbroken.exported), QString());
    QCOMPARE(end.recordings, m_unbroken.recordings);
}

QTEST_GUILESS_MAIN(TestFaultPoints)
#include "tst_faultpoints.moc"
