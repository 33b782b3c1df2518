// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/directory.h"
#include "core/media/mediahost.h"
#include "core/media/mediareader.h"
#include "core/media/remuxer.h"
#include "tests/bench/measure.h"
#include "tests/support/samples.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// A remux in place, with its verification and its syncs, against a synced copy by cp and against
// the ffmpeg program, which verifies and syncs nothing.
class RemuxCost : public QObject
{
    Q_OBJECT

private slots:
    void liveWebm();
};

namespace {

void run(const QString &program, const QStringList &arguments)
{
    QCOMPARE(QProcess::execute(program, arguments), 0);
}

} // namespace

void RemuxCost::liveWebm()
{
    const QTemporaryDir folder;
    const QString original = folder.filePath(u"original.webm"_s);
    const QString once = folder.filePath(u"once.webm"_s);
    const QString work = folder.filePath(u"work.webm"_s);
    const QString copy = folder.filePath(u"copy.webm"_s);
    samples::ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s,
                     u"testsrc2=s=1280x720:r=30:d=8,noise=alls=40:allf=t"_s, u"-c:v"_s, u"libvpx"_s,
                     u"-deadline"_s, u"realtime"_s, u"-cpu-used"_s, u"16"_s, u"-b:v"_s, u"20M"_s,
                     u"-g"_s, u"120"_s, once});
    samples::ffmpeg({u"-stream_loop"_s, u"7"_s, u"-i"_s, once, u"-c"_s, u"copy"_s, u"-f"_s,
                     u"webm"_s, u"-live"_s, u"1"_s, original});
    const double megabytes = double(QFileInfo(original).size()) / 1e6;
    MediaHost host;
    std::vector<double> respool, cp, ffmpeg;
    for (int i = 0; i < 5; ++i) {
        QFile::remove(work);
        QVERIFY(QFile::copy(original, work));
        run(u"sync"_s, {work});
        respool.push_back(secondsOf([&] {
            const auto report = remuxInPlace(MediaReader(host), *Directory::open(folder.path()),
                                             u"work.webm"_s, {}, {}, [](qint64, qint64) {});
            QVERIFY2(bool(report), report ? "" : qPrintable(report.error().detail));
        }));
        cp.push_back(secondsOf([&] {
            run(u"cp"_s, {original, copy});
            run(u"sync"_s, {copy});
        }));
        ffmpeg.push_back(secondsOf([&] {
            run(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, original, u"-c"_s, u"copy"_s,
                              u"-cues_to_front"_s, u"1"_s, copy});
        }));
    }
    std::printf("a live WebM of %.0f MB, median of 5\n", megabytes);
    report("remux, verified and synced", megabytes / median(respool), megabytes / median(cp),
           "MB a second", "cp and sync");
    report("remux, verified and synced", megabytes / median(respool), megabytes / median(ffmpeg),
           "MB a second", "ffmpeg -c copy");
}

QTEST_GUILESS_MAIN(RemuxCost)
#include "tst_remuxcost.moc"
