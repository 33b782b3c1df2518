// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replaysource.h"
#include "core/terminal/terminalscreen.h"

namespace respool {

// A recording played to a place between two of its events: what it takes to go on there. Its bytes
// travel through a process that does not look into them.
struct ReplayState
{
    static constexpr qint64 mostBytes = 8 << 20;

    ReplayPlace place;
    qint64 lastOutputMs = 0;
    ScreenState screen;

    QByteArray toBytes() const;
    // Errors: Media for bytes that toBytes() did not make.
    static Result<ReplayState> fromBytes(const QByteArray &bytes);
};

// Plays a recording event by event. Runs in the process that may die of it.
class ReplayPlayer
{
public:
    // state: where to begin, or empty for the beginning. Errors: Media, Io.
    static Result<ReplayPlayer> open(QIODevice &device, ReplayFormat format,
                                     const QByteArray &state);

    // The next event, which is not played yet; null at the end.
    const ReplayEvent *event() const { return m_event ? &*m_event : nullptr; }
    // Plays it and reads the one behind it.
    Result<> play();
    // Whether state() is exact: the screen is settled, and what comes next does not combine with
    // what it shows.
    bool isSettled() const;
    ReplayState state();

    TerminalScreen &screen() { return *m_screen; }
    const ReplaySource &source() const { return m_source; }
    const ReplayPlace &place() const { return m_place; } // of the next event
    qint64 lastOutputMs() const { return m_lastOutputMs; }

private:
    explicit ReplayPlayer(ReplaySource source)
        : m_source(std::move(source))
    {}
    Result<> read();

    ReplaySource m_source;
    std::unique_ptr<TerminalScreen> m_screen;
    std::optional<ReplayEvent> m_event;
    ReplayPlace m_place;
    qint64 m_lastOutputMs = 0;
};

} // namespace respool
