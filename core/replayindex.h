// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replaypiece.h"

namespace respool {

// What is known of a recording after the pieces that were looked at, in bounded memory: when the
// snapshots become too many, every second one goes, and the next ones come half as often. Lives on
// the thread of its replay; knows neither files nor processes.
class ReplayIndex
{
public:
    static constexpr qsizetype mostSnapshots = 4000;
    static constexpr qint64 mostSnapshotBytes = 64 << 20;
    static constexpr qint64 firstPieceBytes = 1 << 20; // so that something is known at once
    static constexpr qint64 pieceBytes = 16 << 20;

    ReplayIndex();

    const ReplayFacts &facts() const { return m_facts; }
    ReplayOrder order() const; // what to look at next
    void take(const ReplayPiece &piece, qint64 fileBytes);

    // Whether it is known what was shown then.
    bool reaches(qint64 ms) const;
    const ReplaySnapshot &before(qint64 ms) const;
    QList<ReplaySnapshot> snapshotsUntil(qint64 ms) const; // at least that of the beginning

private:
    void takeFacts(const ReplayPiece &piece);
    void thin();

    ReplayFacts m_facts;
    QList<ReplaySnapshot> m_snapshots; // the first is the beginning
    qint64 m_snapshotBytes = 0;        // of all of them
    qint64 m_distance = 0;             // in bytes of the file
    QByteArray m_next;                 // where the next piece begins
    qint64 m_countFrom = 0;
    qint64 m_keptAt = 0;   // about where in the file the last snapshot is that stays
    bool m_isTail = false; // the last snapshot gives way to the next one
    bool m_any = false;
};

} // namespace respool
