// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/spanplayer.h"

#include "core/terminal/replaystate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace respool {

namespace {

constexpr qint64 mostPlayedBytes = 32 << 20; // of output behind the first screen
// A row that many frames share is counted with each: what the reader makes of it is.
constexpr qint64 mostRowsOfSpan = 400'000;
constexpr qint64 runCost = 28; // bytes around the text of a run

qint64 stepOf(qint64 ms)
{
    return ms - ms % replayStepMs;
}

// Knows which rows of a screen may be others than they were.
class RowWatch final : public TerminalWatcher
{
public:
    void damaged(int fromRow, int untilRow, int, int) override { mark(fromRow, untilRow); }
    void moved(int fromRow, int toRow, int rows) override
    {
        mark(std::min(fromRow, toRow), std::max(fromRow, toRow) + rows);
    }
    void scrolledOff(const QByteArray &) override {}
    void cursorMoved(int, int) override {}
    void switched(bool) override { mark(0, TerminalScreen::mostRows); }

    // Those until then, and forgets them.
    QList<int> take(int rows)
    {
        QList<int> marked;
        for (int row = m_from; row < std::min(rows, m_until); ++row) {
            if (std::exchange(m_marked[size_t(row)], false))
                marked << row;
        }
        std::fill(m_marked.begin(), m_marked.end(), false);
        m_from = TerminalScreen::mostRows;
        m_until = 0;
        return marked;
    }

private:
    void mark(int from, int until)
    {
        from = std::max(from, 0);
        until = std::min(until, TerminalScreen::mostRows);
        for (int row = from; row < until; ++row)
            m_marked[size_t(row)] = true;
        m_from = std::min(m_from, from);
        m_until = std::max(m_until, until);
    }

    std::array<bool, TerminalScreen::mostRows> m_marked{};
    int m_from = TerminalScreen::mostRows;
    int m_until = 0;
};

class SpanPlayer
{
public:
    SpanPlayer(ReplayPlayer player, const SpanOrder &order)
        : m_player(std::move(player))
        , m_order(order)
    {}

    Result<ReplaySpan> run();

private:
    bool isFull() const
    {
        return m_screens.size() >= std::min(m_order.mostFrames, ReplaySpan::mostFrames)
               || m_cost > ReplaySpan::mostBytes / 2 || m_rows > mostRowsOfSpan
               || m_played > mostPlayedBytes;
    }
    Result<> playStep(qint64 step);
    void look(qint64 atMs);

    ReplayPlayer m_player;
    const SpanOrder &m_order;
    RowWatch m_watch;
    QList<ReplayScreen> m_screens;
    qint64 m_cost = 0; // of their bytes
    qint64 m_rows = 0;
    qint64 m_played = 0;
};

// All that happens within one step.
Result<> SpanPlayer::playStep(qint64 step)
{
    while (m_player.event() && stepOf(m_player.event()->atMs) <= step) {
        m_played += m_player.event()->data.size();
        TRY(m_player.play());
    }
    return {};
}

// Adds a screen when it is not the same as the one before.
void SpanPlayer::look(qint64 atMs)
{
    const TerminalScreen &screen = m_player.screen();
    ReplayScreen next = m_screens.isEmpty() ? ReplayScreen{} : m_screens.last();
    const bool fresh = next.columns != screen.columns() || next.rows.size() != screen.rows();
    next.atMs = m_screens.isEmpty() ? atMs : m_screens.last().atMs;
    if (fresh)
        next.rows = QList<ReplayRow>(screen.rows());
    const QList<int> marked = m_watch.take(screen.rows());
    const auto drawRow = [&](int row) {
        ReplayRow runs = runsOf(screen, row);
        if (!fresh && runs == next.rows[row])
            return;
        for (const ScreenRun &run : std::as_const(runs))
            m_cost += runCost + run.text.size() * 3;
        next.rows[row] = std::move(runs);
    };
    for (int row = 0; fresh && row < screen.rows(); ++row)
        drawRow(row);
    for (qsizetype i = 0; !fresh && i < marked.size(); ++i)
        drawRow(marked[i]);
    next.columns = screen.columns();
    next.cursorRow = screen.cursorRow();
    next.cursorColumn = screen.cursorColumn();
    next.cursorVisible = screen.isCursorVisible();
    next.alternate = screen.isAlternate();
    next.title = screen.title();
    if (!m_screens.isEmpty() && next == m_screens.last())
        return;
    next.atMs = atMs;
    m_cost += runCost + next.title.size() * 3;
    m_rows += next.rows.size();
    m_screens << std::move(next);
}

Result<ReplaySpan> SpanPlayer::run()
{
    const qint64 from = stepOf(std::max<qint64>(0, m_order.fromMs));
    const qint64 to = std::max(from + 1, m_order.toMs);
    TRY(playStep(from));
    m_played = 0;
    look(from);
    m_player.screen().watch(&m_watch);
    while (m_player.event() && !isFull()) {
        const qint64 step = stepOf(m_player.event()->atMs);
        if (step >= to)
            break;
        TRY(playStep(step));
        look(step);
    }
    m_player.screen().watch(nullptr);
    const ReplayEvent *event = m_player.event();
    // What was not played yet begins at the step of the next event; nothing changes until then.
    const qint64 until = event ? std::min(to, stepOf(event->atMs)) : to;
    return ReplaySpan(std::move(m_screens), std::max(until, from + 1), !event);
}

} // namespace

Result<ReplaySpan> playSpan(QIODevice &device, ReplayFormat format, const SpanOrder &order)
{
    TRY_LET(ReplayPlayer player, ReplayPlayer::open(device, format, order.state));
    return SpanPlayer(std::move(player), order).run();
}

} // namespace respool
