// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measure.h"
#include "tests/bench/ratiotable.h"
#include "tests/support/samplestore.h"

#include <QDir>
#include <QThread>

#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 3;
constexpr int permanentRounds = 2; // each writes the whole tree twice

int wantedRecordings()
{
    const int wanted = qEnvironmentVariableIntValue("RESPOOL_BENCH_DELETE");
    return wanted > 0 ? wanted : 50'000;
}

void syncFolder(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || ::fsync(fd) != 0)
        qFatal("cannot sync %s", qPrintable(path));
    ::close(fd);
}

// What a piece of work took: on a busy machine the processor time says more.
struct Spent
{
    double seconds = 0;
    double processor = 0; // of this process and of those that it has waited for
};

double processorSeconds()
{
    double seconds = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        ::getrusage(who, &usage);
        for (const timeval &time : {usage.ru_utime, usage.ru_stime})
            seconds += double(time.tv_sec) + double(time.tv_usec) / 1e6;
    }
    return seconds;
}

// From what is written already each measurement starts with a clean disk.
Spent timed(const std::function<void()> &work)
{
    ::sync();
    const double before = processorSeconds();
    const double seconds = secondsOf(work);
    return {seconds, processorSeconds() - before};
}

void mustRun(const QString &program, const QStringList &arguments)
{
    if (QProcess::execute(program, arguments) != 0)
        qFatal("%s fails", qPrintable(program));
}

} // namespace

// What it costs to take tens of thousands of recordings out of a store with the headless program:
// the wish, the move into the trash and back, the end for good. Beside it the bare file operations
// on the same folders, taking turns with ours. Only a wrong result fails.
class DeleteCost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void trashAndBack();
    void permanent();
    void cleanupTestCase() { m_table.print(); }

private:
    void must(const QStringList &arguments)
    {
        const CliResult done = m_store->cli().run(arguments);
        if (done.status != 0)
            qFatal("%s: %s", qPrintable(arguments.join(u' ')), qPrintable(done.text()));
    }
    Spent timedRun(const QStringList &arguments)
    {
        return timed([&] { must(arguments); });
    }
    // One rename(2) for each recording, by paths made beforehand. Likewise with both folders on
    // disk at the end.
    Spent timedRenames(const QString &from, const QString &into, bool synced);
    void expect(const QString &state)
    {
        const qsizetype found = m_store->idsByState().value(state).size();
        if (found != m_all)
            qFatal("%lld of %d recordings are %s", qlonglong(found), m_all, qPrintable(state));
    }
    void addRow(const QString &what, double ours, const QString &peer, double theirs,
                std::optional<double> atMost = {})
    {
        m_table.add({.what = what,
                     .ours = ours,
                     .unit = u"s"_s,
                     .peer = peer,
                     .theirs = theirs,
                     .atMost = atMost});
    }
    void freshStore(); // as the first one was, from the copy that was kept

    const int m_all = wantedRecordings();
    std::unique_ptr<SampleStore> m_store;
    RatioTable m_table;
};

void DeleteCost::initTestCase()
{
    m_store = std::make_unique<SampleStore>(samples::StoreMix{.recordings = m_all, .webmEvery = 0});
    QCOMPARE(m_store->addAndScan().status, 0);
    QVERIFY(QDir().mkpath(m_store->filePath(u"renamed"_s)));
    mustRun(u"cp"_s, {u"-a"_s, m_store->path(), m_store->filePath(u"kept"_s)});
    m_table.note(u"%1 recordings of two small files each; %2 cores; medians of rounds in which the "
                 "peers take turns"_s.arg(m_all)
                     .arg(QThread::idealThreadCount()));
}

Spent DeleteCost::timedRenames(const QString &from, const QString &into, bool synced)
{
    std::vector<std::pair<QByteArray, QByteArray>> names;
    for (const QString &id : m_store->ids())
        names.emplace_back(QFile::encodeName(from + u'/' + id),
                           QFile::encodeName(into + u'/' + id));
    return timed([&] {
        for (const auto &[name, target] : names) {
            if (std::rename(name.constData(), target.constData()) != 0)
                qFatal("cannot rename %s", name.constData());
        }
        if (!synced)
            return;
        syncFolder(into);
        syncFolder(from);
    });
}

void DeleteCost::trashAndBack()
{
    const QString aside = m_store->filePath(u"renamed"_s);
    Spent bare, moved, wish, restored; // of the last round
    const auto renames = [&](bool synced) {
        const Spent there = timedRenames(m_store->path(), aside, synced);
        timedRenames(aside, m_store->path(), false);
        return there;
    };
    const auto ours = [&] {
        wish = timedRun({u"delete"_s, u"--query"_s, u""_s, u"--yes"_s});
        moved = timedRun({u"work"_s, u"--drain"_s});
        expect(u"trashed"_s);
        for (qsizetype from = 0; from < m_all; from += 10'000)
            must(QStringList{u"restore"_s} + m_store->ids().mid(from, 10'000));
        restored = timedRun({u"work"_s, u"--drain"_s});
        expect(u"present"_s);
        return moved.seconds;
    };
    const std::vector<double> seconds =
        interleaved(rounds, {[&] { return (bare = renames(false)).seconds; },
                             [&] { return renames(true).seconds; }, ours,
                             [&] { return wish.seconds; }, [&] { return restored.seconds; }});
    m_table.add({.what = u"the wish to delete them all, planned and on disk"_s,
                 .ours = seconds[3],
                 .unit = u"s"_s,
                 .atMost = 1});
    addRow(u"into the trash, each with its result on disk"_s, seconds[2], u"bare rename(2)"_s,
           seconds[0], 1.3);
    addRow(u"the same"_s, seconds[2], u"rename(2), one fsync"_s, seconds[1]);
    addRow(u"the same, processor time"_s, moved.processor, u"bare rename(2)"_s, bare.processor);
    addRow(u"out of the trash, likewise"_s, seconds[4], u"bare rename(2)"_s, seconds[0]);
}

void DeleteCost::freshStore()
{
    QDir(m_store->path()).removeRecursively();
    mustRun(u"cp"_s, {u"-a"_s, m_store->filePath(u"kept"_s), m_store->path()});
    must({u"scan"_s});
}

void DeleteCost::permanent()
{
    const QString peer = m_store->filePath(u"peer"_s);
    Spent removed, gone; // of the last round
    const auto theirs = [&] {
        mustRun(u"cp"_s, {u"-a"_s, m_store->filePath(u"kept"_s), peer});
        removed = timed([&] { mustRun(u"rm"_s, {u"-rf"_s, peer}); });
        return removed.seconds;
    };
    const auto ours = [&] {
        freshStore();
        must({u"delete"_s, u"--query"_s, u""_s, u"--yes"_s, u"--permanent"_s});
        gone = timedRun({u"work"_s, u"--drain"_s});
        if (!m_store->idsByState().isEmpty())
            qFatal("not all recordings are gone");
        return gone.seconds;
    };
    const std::vector<double> seconds = interleaved(permanentRounds, {theirs, ours});
    addRow(u"for good, by way of the trash"_s, seconds[1], u"rm -rf"_s, seconds[0], 0.7);
    addRow(u"the same, processor time"_s, gone.processor, u"rm -rf"_s, removed.processor);
}

QTEST_GUILESS_MAIN(DeleteCost)
#include "tst_deletecost.moc"
