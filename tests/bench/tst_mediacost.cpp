// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediahost.h"
#include "core/media/mediareader.h"
#include "core/media/packetcopy.h"
#include "core/media/remuxer.h"
#include "core/media/webm/webmverify.h"
#include "tests/bench/measure.h"
#include "tests/bench/mediasamples.h"
#include "tests/bench/ratiotable.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <cstdlib>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What making a live file seekable costs, as ratios: beside a plain copy of it, which is the limit
// of any way that keeps the original, and beside the tools that people use for it. Warm cache;
// only a wrong result fails.
class MediaCost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void copies_data();
    void copies();
    void wholeJob();
    void twoAtOnce();
    void memory();
    void cleanupTestCase() { m_table.print(); }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    Directory folder() const { return *Directory::open(m_folder.path()); }
    UniqueFd freshOutput() const;
    double tool(const QString &program, const QStringList &arguments) const;
    double repair(bool verified, bool durable, qint64 *packets = nullptr) const;
    double fallback() const;

    QTemporaryDir m_folder;
    RatioTable m_table;
};

void MediaCost::initTestCase()
{
    double load[1] = {};
    if (::getloadavg(load, 1) == 1)
        m_table.note(u"load average before: %1"_s.arg(load[0], 0, 'f', 2));
    m_table.note(u"%1 cores, warm cache, medians of rounds in which the peers take turns"_s.arg(
        QThread::idealThreadCount()));
}

UniqueFd MediaCost::freshOutput() const
{
    QFile::remove(path(u"out.webm"_s));
    auto output = folder().createExclusive(u"out.webm"_s, 0600);
    return output ? std::move(*output) : UniqueFd();
}

// Seconds that a program takes to write out.webm; -1 when it is not there.
double MediaCost::tool(const QString &program, const QStringList &arguments) const
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return -1;
    QFile::remove(path(u"out.webm"_s));
    return secondsOf([&] { QProcess::execute(program, arguments); });
}

double MediaCost::repair(bool verified, bool durable, qint64 *packets) const
{
    const auto source = MediaFile::open(folder(), u"in.webm"_s);
    const UniqueFd output = freshOutput();
    bool good = false;
    const double seconds = secondsOf([&] {
        const auto report = repairWebm(*source, output, {.synced = durable}, {}, {});
        good = bool(report);
        if (durable)
            good = good && syncFile(output, {});
        if (good && verified)
            good = bool(verifyWebm(*MediaFile::open(folder(), u"out.webm"_s), *report, {}));
        if (good && packets)
            *packets = report->packets();
    });
    return good ? seconds : -1;
}

double MediaCost::fallback() const
{
    const auto source = MediaFile::open(folder(), u"in.webm"_s);
    const UniqueFd output = freshOutput();
    bool good = false;
    const double seconds = secondsOf([&] {
        const auto input = AvInput::open(*source, {});
        const auto muxer = AvOutput::open(output, u"out.webm"_s, "webm");
        good = input && muxer && copyPackets(**input, **muxer, {}) && (*muxer)->finish();
    });
    return good ? seconds : -1;
}

void MediaCost::copies_data()
{
    QTest::addColumn<const MediaKind *>("kind");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<bool>("cut");
    QTest::addColumn<int>("rounds");
    constexpr qint64 mb = 1'000'000;
    const qint64 most = qEnvironmentVariableIntValue("RESPOOL_BENCH_MOST_MB");
    const auto add = [&](const MediaKind &kind, qint64 megabytes, bool cut, int rounds) {
        if (most == 0 || megabytes <= most)
            QTest::addRow("%s%s, %lld MB", kind.name, cut ? ", cut off" : "",
                          static_cast<long long>(megabytes))
                << &kind << megabytes * mb << cut << rounds;
    };
    add(sessionKind(), 24, false, 9);
    add(sessionKind(), 200, false, 7);
    add(sessionKind(), 200, true, 5);
    add(highRateKind(), 200, false, 5);
    add(alphaKind(), 200, false, 5);
    add(sessionKind(), 2000, false, 3);
}

void MediaCost::copies()
{
    QFETCH(const MediaKind *, kind);
    QFETCH(const qint64, bytes);
    QFETCH(const bool, cut);
    QFETCH(const int, rounds);
    writeLiveFile(path(u"in.webm"_s), *kind, bytes);
    if (cut) {
        QFile file(path(u"in.webm"_s));
        QVERIFY(file.resize(file.size() - 12'345));
    }
    const QString in = path(u"in.webm"_s);
    const QString out = path(u"out.webm"_s);
    const QStringList plain{u"--reflink=never"_s, in, out};
    qint64 packets = 0;
    const std::vector<double> medians = interleaved(
        rounds,
        {[&] { return repair(false, false, &packets); }, [&] { return repair(true, false); },
         [&] { return repair(true, true); }, [&] { return fallback(); },
         [&] { return tool(u"cp"_s, plain); },
         [&] {
             return tool(u"sh"_s,
                         {u"-c"_s, u"cp --reflink=never \"$0\" \"$1\" && sync \"$1\""_s, in, out});
         },
         [&] {
             return tool(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-nostdin"_s, u"-y"_s, u"-i"_s, in,
                                       u"-map"_s, u"0"_s, u"-c"_s, u"copy"_s, out});
         },
         [&] {
             return tool(u"mkvmerge"_s, {u"-q"_s, u"--webm"_s, u"-o"_s, out, in});
         }});
    QVERIFY(packets > 0);
    for (int own = 0; own < 4; ++own)
        QVERIFY(medians[size_t(own)] > 0);
    const QString what = QString::fromUtf8(QTest::currentDataTag());
    const double mb = double(QFileInfo(in).size()) / 1e6;
    const auto row = [&](const char *way, double ours, const char *peer, double theirs,
                         std::optional<double> atLeast, std::optional<double> atMost) {
        if (theirs > 0)
            m_table.add({.what = what + u": "_s + QString::fromUtf8(way),
                         .ours = ours * 1000,
                         .unit = u"ms"_s,
                         .peer = QString::fromUtf8(peer),
                         .theirs = theirs * 1000,
                         .atLeast = atLeast,
                         .atMost = atMost});
    };
    row("repair", medians[0], "cp", medians[4], {}, 1.2);
    row("repair, verified", medians[1], "cp", medians[4], {}, {});
    row("repair, verified, synced", medians[2], "cp and sync", medians[5], {}, 1.2);
    row("libavformat in place of it", medians[3], "cp", medians[4], {}, 5);
    row("ffmpeg -c copy", medians[6], "repair", medians[0], 4, {});
    row("mkvmerge --webm", medians[7], "repair", medians[0], 8, {});
    m_table.note(u"%1: repair at %2 MB/s, %3 packets"_s.arg(what)
                     .arg(mb / medians[0], 0, 'f', 0)
                     .arg(packets));
    QFile::remove(in);
    QFile::remove(out);
}

// In place, through the process of its own, verified, synced, exchanged; the job around it adds
// one transaction before and one behind, see `./dev bench queue`.
void MediaCost::wholeJob()
{
    MediaHost host;
    const QString original = path(u"original.webm"_s);
    const QString in = path(u"in.webm"_s);
    writeLiveFile(original, sessionKind(), 20'000'000);
    bool good = true;
    const std::vector<double> medians = interleaved(
        9, {[&] {
                QFile::remove(in);
                good = QFile::copy(original, in) && good;
                QProcess::execute(u"sync"_s, {in});
                return secondsOf([&] {
                    good =
                        remuxInPlace(MediaReader(host), folder(), u"in.webm"_s, {}, {}, {}) && good;
                });
            },
            [&] {
                return tool(u"sh"_s, {u"-c"_s, u"cp --reflink=never \"$0\" \"$1\" && sync \"$1\""_s,
                                      original, path(u"out.webm"_s)});
            }});
    QVERIFY(good);
    m_table.add({.what = u"in place, 20 MB, all of it"_s,
                 .ours = medians[0] * 1000,
                 .unit = u"ms"_s,
                 .peer = u"cp and sync"_s,
                 .theirs = medians[1] * 1000,
                 .atMost = 2});
}

void MediaCost::twoAtOnce()
{
    MediaHost host;
    const QString original = path(u"original.webm"_s);
    writeLiveFile(original, sessionKind(), 200'000'000);
    std::atomic<bool> good = true;
    const auto remuxes = [&](int count) {
        std::vector<std::thread> threads;
        for (int i = 0; i < count; ++i) {
            const QString name = u"in%1.webm"_s.arg(i);
            QFile::remove(path(name));
            good = QFile::copy(original, path(name)) && good;
        }
        QProcess::execute(u"sync"_s, {});
        return secondsOf([&] {
            for (int i = 0; i < count; ++i)
                threads.emplace_back([&, i] {
                    if (!remuxInPlace(MediaReader(host), folder(), u"in%1.webm"_s.arg(i), {}, {},
                                      {}))
                        good = false;
                });
            for (std::thread &thread : threads)
                thread.join();
        });
    };
    const std::vector<double> medians =
        interleaved(5, {[&] { return remuxes(1); }, [&] { return remuxes(2); }});
    QVERIFY(good);
    m_table.add({.what = u"two of 200 MB at once, in place"_s,
                 .ours = 2 / medians[1] * 200,
                 .unit = u"MB/s"_s,
                 .peer = u"one"_s,
                 .theirs = 1 / medians[0] * 200});
}

// How much a process that repairs takes more than one that did nothing yet.
void MediaCost::memory()
{
    writeLiveFile(path(u"in.webm"_s), sessionKind(), 200'000'000);
    const auto peakKb = [] {
        QFile status(u"/proc/self/status"_s);
        if (status.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("VmHWM:"))
                    return line.mid(6).trimmed().split(' ').first().toInt();
            }
        }
        return 0;
    };
    const UniqueFd output = freshOutput();
    const auto source = MediaFile::open(folder(), u"in.webm"_s);
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        QFile reset(u"/proc/self/clear_refs"_s);
        if (reset.open(QIODevice::WriteOnly))
            reset.write("5");
        reset.close();
        const int before = peakKb();
        const auto report = repairWebm(*source, output, {}, {}, {});
        const int grown = report ? peakKb() - before : -1;
        const bool told = ::write(ends[1], &grown, sizeof grown) == ssize_t(sizeof grown);
        ::_exit(told ? 0 : 1);
    }
    int grown = -1;
    QCOMPARE(::read(ends[0], &grown, sizeof grown), ssize_t(sizeof grown));
    ::waitpid(child, nullptr, 0);
    ::close(ends[0]);
    ::close(ends[1]);
    QVERIFY(grown >= 0);
    m_table.add({.what = u"repair of 200 MB: memory more than idle"_s,
                 .ours = double(grown) / 1024,
                 .unit = u"MB"_s,
                 .atMost = 16});
}

QTEST_GUILESS_MAIN(MediaCost)
#include "tst_mediacost.moc"
