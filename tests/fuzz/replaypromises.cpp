// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/replaypromises.h"

#include "core/terminal/replaypiece.h"
#include "core/terminal/replaystate.h"
#include "core/terminal/spanplayer.h"
#include "tests/fuzz/promise.h"

#include <QBuffer>

namespace respool {

namespace {

constexpr int mostPieces = 64;
constexpr qint64 pieceBytes = 2048;
constexpr qint64 snapshotBytes = 512;
constexpr qint64 spanMs = 5000;

template <typename T>
void mustBeMedia(const Result<T> &outcome)
{
    mustHold(outcome || outcome.error().code == ErrorCode::Media,
             "bytes are refused for what they are");
}

void checkSpan(QIODevice &file, ReplayFormat format, const SpanOrder &order)
{
    const auto span = playSpan(file, format, order);
    mustBeMedia(span);
    if (!span)
        return;
    mustHold(span->covers(order.fromMs), "a span covers the moment that it was asked for");
    const auto read = ReplaySpan::fromBytes(span->toBytes());
    mustHold(read && read->screens() == span->screens() && read->untilMs() == span->untilMs(),
             "a span is read as it was written");
}

} // namespace

void checkReplay(QIODevice &file, ReplayFormat format)
{
    ReplayOrder order{{}, 0, pieceBytes, snapshotBytes};
    checkSpan(file, format, {{}, 0, spanMs});
    for (int i = 0; i < mostPieces; ++i) {
        const auto piece = indexReplay(file, format, order);
        mustBeMedia(piece);
        if (!piece)
            return;
        const auto read = ReplayPiece::fromBytes(piece->toBytes());
        mustHold(read && read->toBytes() == piece->toBytes(), "a piece is read as it was written");
        mustHold(piece->reachedEnd || piece->countUntil > order.countFrom, "each piece leads on");
        order.countFrom = piece->countUntil;
        if (!piece->snapshots.isEmpty()) {
            order.state = piece->snapshots.last().state;
            const qint64 atMs = piece->snapshots.last().atMs;
            checkSpan(file, format, {order.state, atMs, atMs + spanMs});
        }
        if (piece->reachedEnd)
            return;
    }
}

void readSpan(const QByteArray &bytes)
{
    const auto span = ReplaySpan::fromBytes(bytes);
    mustBeMedia(span);
    if (!span)
        return;
    mustHold(!span->isEmpty() && span->untilMs() > span->fromMs(), "a span has a length");
    for (const ReplayScreen &screen : span->screens()) {
        mustHold(screen.cursorRow < screen.rows.size() && screen.cursorColumn < screen.columns,
                 "the cursor is on the screen");
        mustHold(screen.line(0).size() <= 100'000, "a line has a bound");
    }
}

void readPiece(const QByteArray &bytes)
{
    const auto piece = ReplayPiece::fromBytes(bytes);
    mustBeMedia(piece);
    if (!piece)
        return;
    ReplayActivity sum;
    sum.add(piece->activity);
    mustHold(sum.bytes.size() <= ReplayActivity::mostSteps, "activity has a bound");
}

// A state leads into any recording, or is refused.
void readState(const QByteArray &bytes)
{
    mustBeMedia(ReplayState::fromBytes(bytes));
    QByteArray cast = "{\"version\":2,\"width\":80,\"height\":24}\n[1,\"o\",\"a\\u001b[2Jb\"]\n";
    QBuffer file(&cast);
    file.open(QIODevice::ReadOnly);
    const auto span = playSpan(file, ReplayFormat::Cast, {bytes, 0, spanMs});
    mustBeMedia(span);
}

} // namespace respool
