// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/terminal/terminalscreen.h"

#include <QList>

class QIODevice;

namespace respool {

// Cells of one line beside each other that are drawn alike. A wide character stands alone.
struct ScreenRun
{
    int row = 0;
    int column = 0;
    int columns = 0; // how wide it is
    QString text;    // may end before the run does: the rest is blank
    CellStyle style;

    bool operator==(const ScreenRun &) const = default;
};

// What a row of a screen shows now, from left to right.
QList<ScreenRun> runsOf(const TerminalScreen &screen, int row);

// What a terminal showed at one moment. What no run covers is blank.
struct ScreenPicture
{
    qint64 atMs = 0;
    int columns = 0;
    int rows = 0;
    QList<ScreenRun> runs;

    static ScreenPicture of(const TerminalScreen &screen, qint64 atMs);
    QStringList lines() const;
    bool operator==(const ScreenPicture &) const = default;
};

constexpr int mostScreens = 64;

// Screens of a recording, in their order.
struct ScreenStrip
{
    qint64 lengthMs = 0;
    bool cutShort = false; // the recording is so large that it was not played to its end
    QList<ScreenPicture> screens;

    QByteArray toBytes() const;
    // Errors: NewerVersion; Media for bytes that toBytes() did not make.
    static Result<ScreenStrip> fromBytes(const QByteArray &bytes);
};

// The screens of a recording at so many moments, spread evenly over its length; 1: the one to know
// it by, which is a full one late in its first minute. Reads the file twice, plays 64 MiB of
// output at most. Runs in the process that may die of the file; stopping is killing it.
// Errors: Media (no such recording, nothing on the screen), Io.
Result<ScreenStrip> screensOfCast(QIODevice &file, int count);
Result<ScreenStrip> screensOfTrp(QIODevice &file, int count);

} // namespace respool
