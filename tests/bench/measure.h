// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <unistd.h>
#include <vector>

namespace respool {

// Seconds that work takes, once.
template <typename F>
double secondsOf(F work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

inline double median(std::vector<double> seconds)
{
    std::ranges::sort(seconds);
    return seconds[seconds.size() / 2];
}

// What the disk allows: small appends that are each made durable, a second.
inline double durableWritesPerSecond(const QString &path, int writes = 500)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 0;
    const QByteArray block(4096, 'x');
    const double seconds = secondsOf([&] {
        for (int i = 0; i < writes; ++i) {
            file.write(block);
            ::fdatasync(file.handle());
        }
    });
    return writes / seconds;
}

inline void report(const char *what, double ours, double theirs, const char *unit, const char *peer)
{
    std::printf("%-44s %10.1f %-12s %10.1f %-24s ratio %6.2f\n", what, ours, unit, theirs, peer,
                ours / theirs);
    std::fflush(stdout);
}

} // namespace respool
