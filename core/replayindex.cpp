// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/replayindex.h"

#include <algorithm>

namespace respool {

namespace {

template <typename T>
void appendBounded(QList<T> &list, const QList<T> &more, qsizetype most)
{
    list += more.first(std::clamp<qsizetype>(most - list.size(), 0, more.size()));
}

} // namespace

ReplayIndex::ReplayIndex()
    : m_snapshots{ReplaySnapshot{}}
    , m_distance(ReplayOrder{}.snapshotBytes)
{}

ReplayOrder ReplayIndex::order() const
{
    return {m_next, m_countFrom, m_any ? pieceBytes : firstPieceBytes, m_distance};
}

void ReplayIndex::takeFacts(const ReplayPiece &piece)
{
    if (!m_any) {
        m_facts.columns = piece.columns;
        m_facts.rows = piece.rows;
    }
    m_facts.lengthMs = std::max(m_facts.lengthMs, piece.lengthMs);
    m_facts.unreadable += piece.unreadable;
    m_facts.activity.add(piece.activity);
    appendBounded(m_facts.markers, piece.markers, ReplayFacts::mostMarkers);
    appendBounded(m_facts.resizes, piece.resizes, ReplayFacts::mostResizes);
    appendBounded(m_facts.idle, piece.idle, ReplayFacts::mostIdles);
    appendBounded(m_facts.inputsMs, piece.inputsMs, ReplayFacts::mostInputs);
}

void ReplayIndex::take(const ReplayPiece &piece, qint64 fileBytes)
{
    takeFacts(piece);
    m_facts.fileBytes = fileBytes;
    m_facts.indexedBytes = piece.reachedEnd ? fileBytes : std::min(piece.fileAt, fileBytes);
    m_facts.isComplete = piece.reachedEnd;
    m_facts.isTorn = piece.reachedEnd && piece.isTorn;
    m_countFrom = std::max(m_countFrom, piece.countUntil);
    m_any = true;
    if (piece.snapshots.isEmpty())
        return;
    m_next = piece.snapshots.last().state;
    if (m_isTail) {
        m_snapshotBytes -= m_snapshots.last().state.size();
        m_snapshots.removeLast();
    }
    for (const ReplaySnapshot &snapshot : piece.snapshots) {
        if (snapshot.atMs <= m_snapshots.last().atMs)
            continue;
        m_snapshotBytes += snapshot.state.size();
        m_snapshots << snapshot;
    }
    // The end of a file that grows comes close behind the one before, again and again.
    m_isTail = piece.reachedEnd && piece.snapshots.size() == 1 && m_snapshots.size() > 1
               && m_snapshots.last().atMs == piece.snapshots.last().atMs
               && piece.fileAt - m_keptAt < m_distance;
    if (!m_isTail)
        m_keptAt = piece.fileAt;
    while (m_snapshots.size() > mostSnapshots || m_snapshotBytes > mostSnapshotBytes)
        thin();
}

void ReplayIndex::thin()
{
    QList<ReplaySnapshot> kept;
    m_snapshotBytes = 0;
    for (qsizetype i = 0; i < m_snapshots.size(); i += 2) {
        kept << m_snapshots[i];
        m_snapshotBytes += m_snapshots[i].state.size();
    }
    m_snapshots = kept;
    m_distance *= 2;
}

bool ReplayIndex::reaches(qint64 ms) const
{
    return ms <= 0 || m_facts.isComplete || ms < m_facts.lengthMs;
}

QList<ReplaySnapshot> ReplayIndex::snapshotsUntil(qint64 ms) const
{
    const auto after = std::upper_bound(
        m_snapshots.begin(), m_snapshots.end(), ms,
        [](qint64 moment, const ReplaySnapshot &snapshot) { return moment < snapshot.atMs; });
    return m_snapshots.first(std::max<qsizetype>(1, after - m_snapshots.begin()));
}

const ReplaySnapshot &ReplayIndex::before(qint64 ms) const
{
    return m_snapshots[snapshotsUntil(ms).size() - 1];
}

} // namespace respool
