// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/storeidentity.h"
#include "core/library/storescanner.h"
#include "core/media/mediahost.h"
#include "core/replaycatalog.h"
#include "core/seekablevideo.h"
#include "core/terminal/asciicast.h"
#include "core/terminalreplay.h"
#include "tests/bench/measure.h"
#include "tests/bench/ratiotable.h"
#include "tests/support/brokenwebm.h"
#include "tests/support/largecast.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QEventLoop>
#include <QProcess>
#include <QRandomGenerator>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int seeks = 60;
constexpr int hour = 3'600'000;

// Megabytes a second of asciinema's own parser, without the start of its program; nothing where it
// is not installed.
std::optional<double> asciinemaRate(const QString &path, double megabytes)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {u"-c"_s,
                                         u"import sys, time\n"
                                         "from asciinema.asciicast.v2 import get_duration\n"
                                         "begin = time.perf_counter()\n"
                                         "get_duration(sys.argv[1])\n"
                                         "print(time.perf_counter() - begin)\n"_s,
                                         path});
    python.waitForFinished(-1);
    const double seconds = python.readAllStandardOutput().trimmed().toDouble();
    if (python.exitCode() != 0 || seconds <= 0)
        return {};
    return megabytes / seconds;
}

double wcRate(const QString &path, double megabytes)
{
    return megabytes / secondsOf([&] { QProcess::execute(u"wc"_s, {u"-l"_s, path}); });
}

double parseRate(const QString &path, double megabytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    qint64 bytes = 0;
    const double seconds = secondsOf([&] {
        auto reader = CastReader::open(file);
        for (auto event = reader->next(); event && *event; event = reader->next())
            bytes += (*event)->data.size();
    });
    return bytes > 0 ? megabytes / seconds : 0;
}

} // namespace

// How fast a large recording of a terminal is read, opened and searched through by hand.
class tst_ReplayCost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void parser_besideAsciinema();
    void replay_ofALargeRecording();
    void video_withoutAnIndex();
    void cleanupTestCase() { m_table.print(); }

private:
    qint64 wantedBytes() const
    {
        const int wanted = qEnvironmentVariableIntValue("RESPOOL_BENCH_CAST_MB");
        return qint64(wanted > 0 ? wanted : 1000) * 1'000'000;
    }
    QString path() const { return m_files.path(u"large.cast"_s); }

    StoreFixture m_files;
    StoreInfo m_store;
    double m_megabytes = 0;
    RatioTable m_table;
};

void tst_ReplayCost::initTestCase()
{
    m_store.kind = StoreKind::Folder;
    m_store.uid = ensureIdentity(m_files.root(), StoreKind::Folder)->uid;
    m_store.path = m_files.path();
    writeLargeCast(path(), wantedBytes());
    m_megabytes = double(QFileInfo(path()).size()) / 1e6;
    m_table.note(u"a cast of %1 MB, in the page cache"_s.arg(m_megabytes, 0, 'f', 0));
}

void tst_ReplayCost::parser_besideAsciinema()
{
    wcRate(path(), m_megabytes); // from the disk, once
    const double ours = parseRate(path(), m_megabytes);
    const std::optional<double> theirs = asciinemaRate(path(), m_megabytes);
    if (theirs)
        m_table.add({.what = u"events of a cast"_s,
                     .ours = ours,
                     .unit = u"MB/s"_s,
                     .peer = u"asciinema"_s,
                     .theirs = theirs,
                     .atLeast = 1});
    m_table.add({.what = u"events of a cast"_s,
                 .ours = ours,
                 .unit = u"MB/s"_s,
                 .peer = u"wc -l"_s,
                 .theirs = wcRate(path(), m_megabytes),
                 .atLeast = theirs ? std::optional<double>() : 0.5});
}

void tst_ReplayCost::replay_ofALargeRecording()
{
    MediaHost host;
    ReplayCatalog catalog(host);
    const Recording recording = readRecording(m_files.root(), m_store, u"large.cast"_s);
    QElapsedTimer timer;
    timer.start();
    const auto replay = catalog.openTerminal(recording, m_store, recording.parts.value(0));
    const auto ask = [&](qint64 fromMs) {
        // As soon as it is there: waiting in steps would measure the steps.
        QEventLoop loop;
        bool shown = false;
        replay->span(fromMs, fromMs + 2000).then(this, [&](const Result<ReplaySpan> &span) {
            shown = bool(span);
            loop.quit();
        });
        loop.exec();
        return shown;
    };
    QVERIFY(ask(0));
    m_table.add({.what = u"until its first frame"_s,
                 .ours = double(timer.elapsed()),
                 .unit = u"ms"_s,
                 .atMost = 1000});
    QVERIFY(QTest::qWaitFor([&] { return replay->facts().isComplete; }, hour));
    m_table.add({.what = u"indexed"_s,
                 .ours = m_megabytes / (double(timer.elapsed()) / 1000),
                 .unit = u"MB/s"_s});
    std::vector<double> times;
    QRandomGenerator random(1);
    for (int i = 0; i < seeks; ++i) {
        const qint64 ms = random.bounded(replay->facts().lengthMs);
        timer.restart();
        QVERIFY(ask(ms));
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    m_table.add(
        {.what = u"a seek, median"_s, .ours = median(times), .unit = u"ms"_s, .atMost = 100});
    m_table.add({.what = u"a seek, the slowest of %1"_s.arg(seeks),
                 .ours = times.back(),
                 .unit = u"ms"_s,
                 .atMost = 100});
}

// Its index is made from the heads of all blocks.
void tst_ReplayCost::video_withoutAnIndex()
{
    const samples::TornWebm live(samples::liveWebm({.seconds = 20}));
    QFile file(m_files.path(u"large.webm"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    live.repeat(wantedBytes(), [&](const QByteArray &bytes) { file.write(bytes); }, {.width = 8});
    file.close();
    MediaHost host;
    ReplayCatalog catalog(host);
    const Recording recording = readRecording(m_files.root(), m_store, u"large.webm"_s);
    const auto open = [&] {
        const auto video = catalog.openVideo(recording, m_store, recording.parts.value(0));
        return QTest::qWaitFor([&] { return video.isFinished(); }, hour) && video.result()
               && (*video.result())->isIndexed();
    };
    QVERIFY(open()); // from the disk, once
    bool opened = false;
    const double seconds = secondsOf([&] { opened = open(); });
    QVERIFY(opened);
    m_table.add(
        {.what = u"a video without an index, as large"_s, .ours = seconds * 1000, .unit = u"ms"_s});
}

QTEST_GUILESS_MAIN(tst_ReplayCost)
#include "tst_replaycost.moc"
