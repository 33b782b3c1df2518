// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/terminal/screenpicture.h"

#include <QList>

#include <optional>

namespace respool {

// A replay knows times in steps of so many milliseconds: what happens within one step is shown
// together, at its beginning, wherever a span begins.
constexpr qint64 replayStepMs = 10;

using ReplayRow = QList<ScreenRun>; // from left to right; what no run covers is blank

// What is to be seen from a moment on. Copies are cheap: rows that stay the same are shared.
struct ReplayScreen
{
    qint64 atMs = 0;
    int columns = 0;
    QList<ReplayRow> rows; // each row of the screen
    int cursorRow = 0;
    int cursorColumn = 0;
    bool cursorVisible = true;
    bool alternate = false; // the screen of a full-screen program
    QString title;

    QString line(int row) const; // without the blanks at its end; empty outside
    bool operator==(const ReplayScreen &) const = default;
};

// All that a stretch of a recording shows: the screen at its beginning and each change until its
// end. A value, never empty when it comes from a replay.
class ReplaySpan
{
public:
    static constexpr qsizetype mostFrames = 4000;
    static constexpr qint64 mostBytes = 8 << 20; // of toBytes()

    ReplaySpan() = default;
    ReplaySpan(QList<ReplayScreen> screens, qint64 untilMs, bool reachesEnd)
        : m_screens(std::move(screens))
        , m_untilMs(untilMs)
        , m_reachesEnd(reachesEnd)
    {}

    bool isEmpty() const { return m_screens.isEmpty(); }
    bool covers(qint64 ms) const { return !isEmpty() && ms >= fromMs() && ms < m_untilMs; }
    qint64 fromMs() const { return isEmpty() ? 0 : m_screens.first().atMs; }
    // What is shown from there on is another span's. Earlier than what was asked for when there is
    // too much for one.
    qint64 untilMs() const { return m_untilMs; }
    bool reachesEnd() const { return m_reachesEnd; } // nothing changes behind it, so far
    const QList<ReplayScreen> &screens() const { return m_screens; }

    // The first before it begins, the last after it ends.
    const ReplayScreen &screenAt(qint64 ms) const;
    std::optional<qint64> changeAfter(qint64 ms) const;
    std::optional<qint64> changeBefore(qint64 ms) const; // the moment of a screen, so not its first

    QByteArray toBytes() const;
    // Errors: Media for bytes that toBytes() did not make.
    static Result<ReplaySpan> fromBytes(const QByteArray &bytes);

private:
    QList<ReplayScreen> m_screens; // their times rise
    qint64 m_untilMs = 0;
    bool m_reachesEnd = false;
};

} // namespace respool
