// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace respool {

struct ReplayMarker
{
    qint64 atMs = 0;
    QString label; // may be empty
};

struct ReplayResize
{
    qint64 atMs = 0;
    int columns = 0;
    int rows = 0;
};

struct ReplayIdle
{
    qint64 fromMs = 0; // of the last output before
    qint64 untilMs = 0;
};

// How much was written when, in a bounded number of steps of equal length: when a recording
// becomes longer than they reach, each step becomes twice as long.
struct ReplayActivity
{
    static constexpr qsizetype mostSteps = 2048;

    qint64 stepMs = 100;
    QList<qint64> bytes; // of output, in each step from the beginning on

    void add(qint64 atMs, qint64 amount);
    void add(const ReplayActivity &other);
};

// What is known of a recording so far. Times are milliseconds from its beginning.
struct ReplayFacts
{
    static constexpr qsizetype mostMarkers = 10'000;
    static constexpr qsizetype mostResizes = 10'000;
    static constexpr qsizetype mostInputs = 50'000;
    static constexpr qsizetype mostIdles = 20'000;
    static constexpr qint64 leastIdleMs = 1000;

    int columns = 0; // at the beginning
    int rows = 0;
    qint64 lengthMs = 0; // of what is indexed: grows until isComplete
    qint64 indexedBytes = 0;
    qint64 fileBytes = 0;
    bool isComplete = false; // indexed to the end that the file has now
    bool isTorn = false;     // that end lies within an event: it is being written, or was cut off
    ReplayActivity activity;
    QList<ReplayMarker> markers;
    QList<ReplayResize> resizes;
    QList<ReplayIdle> idle; // nothing is written for leastIdleMs or longer
    QList<qint64> inputsMs; // somebody typed
    qint64 unreadable = 0;  // events that were left out
};

} // namespace respool
