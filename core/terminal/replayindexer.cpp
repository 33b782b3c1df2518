// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/replaypiece.h"
#include "core/terminal/replaystate.h"

#include <QIODevice>

#include <algorithm>

namespace respool {

namespace {

// So far behind a snapshot that was due, an inexact one is better than none.
constexpr qint64 mostUnsettledBytes = 4 << 20;
constexpr qint64 mostIndexSnapshotBytes = 32 << 20;
constexpr qsizetype mostLabel = 1000;
constexpr qint64 eventCost = 16; // in bytes: what stands around the data in the file

template <typename T>
void addBounded(QList<T> &list, const T &item, qsizetype most)
{
    if (list.size() < most)
        list << item;
}

class ReplayIndexer
{
public:
    ReplayIndexer(ReplayPlayer &player, const ReplayOrder &order)
        : m_player(player)
        , m_order(order)
    {}

    Result<ReplayPiece> run(qint64 fileBytes);

private:
    void count(const ReplayEvent &event);
    void takeSnapshot();
    bool isDue() const { return m_walked - m_takenAt >= m_order.snapshotBytes; }

    ReplayPlayer &m_player;
    const ReplayOrder &m_order;
    ReplayPiece m_piece;
    qint64 m_walked = 0; // since the beginning of the piece, as bytes of the file
    qint64 m_takenAt = 0;
    qint64 m_snapshotBytes = 0;
    qint64 m_unreadable = 0; // that are known already
};

void ReplayIndexer::count(const ReplayEvent &event)
{
    using Kind = ReplayEvent::Kind;
    m_piece.lengthMs = std::max(m_piece.lengthMs, event.atMs);
    switch (event.kind) {
    case Kind::Output:
        m_piece.activity.add(event.atMs, event.data.size());
        if (event.atMs - m_player.lastOutputMs() >= ReplayFacts::leastIdleMs)
            addBounded(m_piece.idle, {m_player.lastOutputMs(), event.atMs}, ReplayFacts::mostIdles);
        break;
    case Kind::Input:
        addBounded(m_piece.inputsMs, event.atMs, ReplayFacts::mostInputs);
        break;
    case Kind::Resize:
        addBounded(m_piece.resizes,
                   {event.atMs, std::min(event.columns, TerminalScreen::mostColumns),
                    std::min(event.rows, TerminalScreen::mostRows)},
                   ReplayFacts::mostResizes);
        break;
    case Kind::Marker:
        addBounded(m_piece.markers, {event.atMs, QString::fromUtf8(event.data).left(mostLabel)},
                   ReplayFacts::mostMarkers);
        break;
    case Kind::Other:
        break;
    }
}

void ReplayIndexer::takeSnapshot()
{
    const ReplayState state = m_player.state();
    const QByteArray bytes = state.toBytes();
    m_takenAt = m_walked;
    if (bytes.size() > ReplayState::mostBytes)
        return;
    m_snapshotBytes += bytes.size();
    m_piece.snapshots << ReplaySnapshot{state.place.atMs, bytes};
}

// Goes on beyond the end of the piece until a snapshot could be taken, since the next one begins
// there; at the end of the file the last one must do.
Result<ReplayPiece> ReplayIndexer::run(qint64 fileBytes)
{
    const bool whole = m_player.source().isWhole();
    m_piece.columns = m_player.source().columns();
    m_piece.rows = m_player.source().rows();
    while (const ReplayEvent *event = m_player.event()) {
        const bool full = m_walked >= m_order.pieceBytes
                          || m_piece.snapshots.size() >= ReplayPiece::mostSnapshots - 1
                          || m_snapshotBytes > mostIndexSnapshotBytes;
        const bool forced = m_walked - m_takenAt >= m_order.snapshotBytes + mostUnsettledBytes;
        if (((isDue() || full) && m_player.isSettled()) || forced) {
            takeSnapshot();
            if (full)
                break;
        }
        if (m_player.place().at >= m_order.countFrom)
            count(*event);
        else
            m_unreadable = m_player.source().unreadable();
        const qint64 before = m_player.place().at;
        const qint64 data = event->data.size() + eventCost;
        TRY(m_player.play());
        m_walked += whole ? data : m_player.place().at - before;
    }
    m_piece.reachedEnd = !m_player.event();
    if (m_piece.reachedEnd && m_walked > 0 && m_player.isSettled())
        takeSnapshot();
    m_piece.isTorn = m_player.source().isTorn();
    m_piece.unreadable = m_player.source().unreadable() - m_unreadable;
    m_piece.countUntil = m_player.place().at;
    m_piece.fileAt = whole ? fileBytes : m_piece.countUntil;
    m_piece.lengthMs = std::max(m_piece.lengthMs, m_player.place().atMs);
    return std::move(m_piece);
}

} // namespace

Result<ReplayPiece> indexReplay(QIODevice &device, ReplayFormat format, const ReplayOrder &order)
{
    TRY_LET(ReplayPlayer player, ReplayPlayer::open(device, format, order.state));
    return ReplayIndexer(player, order).run(device.size());
}

} // namespace respool
