// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/mediahost.h"
#include "core/media/mediaprobe.h"
#include "core/media/mediareader.h"
#include "tests/support/samples.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>
#include <thread>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

// What the process around a probe costs, beside the same probe in this process.
class tst_ProbeCost : public QObject
{
    Q_OBJECT

private slots:
    void probes();
};

namespace {

constexpr int files = 1000;

double microsecondsEach(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1000 / files;
}

} // namespace

void tst_ProbeCost::probes()
{
    const QTemporaryDir folder;
    const QByteArray content = samples::seekableWebm();
    std::vector<MediaFile> all;
    const auto directory = Directory::open(folder.path());
    for (int i = 0; i < files; ++i) {
        const QString name = u"%1.webm"_s.arg(i);
        samples::writeFile(folder.filePath(name), content);
        all.push_back(*MediaFile::open(*directory, name));
    }
    MediaHost host;
    const MediaReader reader(host);
    QVERIFY(reader.probe(all.front()));
    const auto some = [&](int first, int step) {
        for (int i = first; i < files; i += step) {
            if (!reader.probe(all[size_t(i)]))
                qFatal("a probe failed");
        }
    };
    const double direct = microsecondsEach([&] {
        for (const MediaFile &file : all) {
            if (!probeMedia(file))
                qFatal("a probe failed");
        }
    });
    const double one = microsecondsEach([&] { some(0, 1); });
    const double two = microsecondsEach([&] {
        std::thread other(some, 1, 2);
        some(0, 2);
        other.join();
    });
    std::printf(
        "%d probes of %lld bytes: in this process %.0f us each, in one of their own %.0f us "
        "(%.2f ms more), by two threads %.0f us\n",
        files, qlonglong(content.size()), direct, one, (one - direct) / 1000, two);
}

QTEST_GUILESS_MAIN(tst_ProbeCost)
#include "tst_probecost.moc"
