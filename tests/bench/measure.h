// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>
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

// The medians over the rounds of what each variant answers. The variants take turns, so that a
// slow minute of the machine meets all of them.
inline std::vector<double> interleaved(int rounds,
                                       const std::vector<std::function<double()>> &variants)
{
    std::vector<std::vector<double>> answers(variants.size());
    for (int round = 0; round < rounds; ++round) {
        for (size_t i = 0; i < variants.size(); ++i)
            answers[i].push_back(variants[i]());
    }
    std::vector<double> medians;
    for (std::vector<double> &all : answers)
        medians.push_back(median(std::move(all)));
    return medians;
}

// What the disk allows: small writes that are each made durable, a second.
inline double durableWritesPerSecond(QFile &file, int writes)
{
    const QByteArray block(4096, 'x');
    const double seconds = secondsOf([&] {
        for (int i = 0; i < writes; ++i) {
            file.write(block);
            ::fdatasync(file.handle());
        }
    });
    return writes / seconds;
}

// The same into a file that grows with each write, as a new log does.
inline double durableAppendsPerSecond(const QString &path, int writes = 500)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 0;
    return durableWritesPerSecond(file, writes);
}

// The same into a file that has its length already, as a log that is used again does.
inline double durableRewritesPerSecond(const QString &path, int writes = 500)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return 0;
    if (file.size() < writes * 4096) {
        file.write(QByteArray(writes * 4096, 'x'));
        ::fdatasync(file.handle());
        file.seek(0);
    }
    return durableWritesPerSecond(file, writes);
}

inline void report(const char *what, double ours, double theirs, const char *unit, const char *peer)
{
    std::printf("%-44s %10.1f %-12s %10.1f %-24s ratio %6.2f\n", what, ours, unit, theirs, peer,
                ours / theirs);
    std::fflush(stdout);
}

} // namespace respool
