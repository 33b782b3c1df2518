// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replayfacts.h"
#include "core/terminal/replaysource.h"

namespace respool {

// A moment from which a recording can be played without what comes before.
struct ReplaySnapshot
{
    qint64 atMs = 0;  // all until then, and nothing behind it that is later, is played
    QByteArray state; // of ReplayState
};

// How much of a recording one request looks at, and from where on.
struct ReplayOrder
{
    QByteArray state;                 // where to begin; empty: at the beginning
    qint64 countFrom = 0;             // what lies before this place is known already
    qint64 pieceBytes = 16 << 20;     // of the file, about
    qint64 snapshotBytes = 512 << 10; // between two snapshots, at least: tens of ms to play
};

// What a piece of a recording says about itself.
struct ReplayPiece
{
    static constexpr qsizetype mostSnapshots = 256;
    static constexpr qint64 mostBytes = 64 << 20; // of toBytes()

    int columns = 0; // at the beginning of the recording
    int rows = 0;
    qint64 lengthMs = 0;   // of all until its end
    qint64 countUntil = 0; // the place behind it
    qint64 fileAt = 0;     // the same, as a position in the file
    bool reachedEnd = false;
    bool isTorn = false;
    qint64 unreadable = 0;
    ReplayActivity activity;
    QList<ReplayMarker> markers;
    QList<ReplayResize> resizes;
    QList<ReplayIdle> idle;
    QList<qint64> inputsMs;
    QList<ReplaySnapshot> snapshots; // the next piece begins at the last one

    QByteArray toBytes() const;
    // Errors: Media for bytes that toBytes() did not make.
    static Result<ReplayPiece> fromBytes(const QByteArray &bytes);
};

// Looks at one piece. Runs in the process that may die of the recording. Errors: Media, Io.
Result<ReplayPiece> indexReplay(QIODevice &device, ReplayFormat format, const ReplayOrder &order);

} // namespace respool
