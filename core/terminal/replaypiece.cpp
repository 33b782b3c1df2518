// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/replaypiece.h"

#include "core/base/sizedbytes.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr quint32 pieceMagic = 0x52535049; // "RSPI"
constexpr qint64 mostPieceMs = qint64(1) << 50;
constexpr quint32 mostLabelBytes = 4096;
constexpr quint32 mostStateBytes = 9 << 20;

bool isMoment(qint64 ms)
{
    return ms >= 0 && ms <= mostPieceMs;
}

// What cannot be read is told by the state of the stream.
void refuseStream(QDataStream &stream)
{
    stream.setStatus(QDataStream::ReadCorruptData);
}

qint64 momentFrom(QDataStream &stream)
{
    qint64 ms = 0;
    stream >> ms;
    if (!isMoment(ms))
        refuseStream(stream);
    return ms;
}

template <typename T, typename Write>
void writeList(QDataStream &stream, const QList<T> &list, Write write)
{
    stream << quint32(list.size());
    for (const T &item : list)
        write(item);
}

template <typename T, typename Read>
void readList(QDataStream &stream, QList<T> &list, qsizetype most, Read read)
{
    quint32 size = 0;
    stream >> size;
    if (qsizetype(size) > most)
        refuseStream(stream);
    for (quint32 i = 0; i < size && stream.status() == QDataStream::Ok; ++i)
        list << read();
}

template <typename T>
bool rises(const QList<T> &list, qint64 T::*at)
{
    return std::ranges::is_sorted(list, {}, at);
}

void readActivity(QDataStream &stream, ReplayActivity &activity)
{
    stream >> activity.stepMs;
    if (activity.stepMs < 1 || !isMoment(activity.stepMs))
        refuseStream(stream);
    readList(stream, activity.bytes, ReplayActivity::mostSteps, [&] { return momentFrom(stream); });
}

} // namespace

QByteArray ReplayPiece::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << pieceMagic << quint16(columns) << quint16(rows) << lengthMs << countUntil << fileAt
           << reachedEnd << isTorn << unreadable << activity.stepMs;
    const auto writeMs = [&](qint64 ms) { stream << ms; };
    writeList(stream, activity.bytes, writeMs);
    writeList(stream, markers, [&](const ReplayMarker &marker) {
        stream << marker.atMs;
        writeSized(stream, marker.label.toUtf8());
    });
    writeList(stream, resizes, [&](const ReplayResize &resize) {
        stream << resize.atMs << quint16(resize.columns) << quint16(resize.rows);
    });
    writeList(stream, idle, [&](const ReplayIdle &one) { stream << one.fromMs << one.untilMs; });
    writeList(stream, inputsMs, writeMs);
    writeList(stream, snapshots, [&](const ReplaySnapshot &snapshot) {
        stream << snapshot.atMs;
        writeSized(stream, snapshot.state);
    });
    return bytes;
}

Result<ReplayPiece> ReplayPiece::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    ReplayPiece piece;
    quint32 magic = 0;
    quint16 columns = 0, rows = 0;
    stream >> magic >> columns >> rows;
    piece.columns = columns;
    piece.rows = rows;
    piece.lengthMs = momentFrom(stream);
    piece.countUntil = momentFrom(stream);
    piece.fileAt = momentFrom(stream);
    stream >> piece.reachedEnd >> piece.isTorn;
    piece.unreadable = momentFrom(stream);
    readActivity(stream, piece.activity);
    readList(stream, piece.markers, ReplayFacts::mostMarkers, [&] {
        const qint64 atMs = momentFrom(stream);
        return ReplayMarker{atMs, QString::fromUtf8(readSized(stream, mostLabelBytes))};
    });
    readList(stream, piece.resizes, ReplayFacts::mostResizes, [&] {
        const qint64 atMs = momentFrom(stream);
        stream >> columns >> rows;
        return ReplayResize{atMs, columns, rows};
    });
    readList(stream, piece.idle, ReplayFacts::mostIdles, [&] {
        const qint64 fromMs = momentFrom(stream);
        return ReplayIdle{fromMs, momentFrom(stream)};
    });
    readList(stream, piece.inputsMs, ReplayFacts::mostInputs, [&] { return momentFrom(stream); });
    readList(stream, piece.snapshots, mostSnapshots, [&] {
        const qint64 atMs = momentFrom(stream);
        return ReplaySnapshot{atMs, readSized(stream, mostStateBytes)};
    });
    const bool good =
        magic == pieceMagic && stream.status() == QDataStream::Ok && stream.atEnd()
        && rises(piece.markers, &ReplayMarker::atMs) && rises(piece.resizes, &ReplayResize::atMs)
        && rises(piece.idle, &ReplayIdle::fromMs) && rises(piece.snapshots, &ReplaySnapshot::atMs)
        && std::ranges::is_sorted(piece.inputsMs);
    if (!good)
        return fail(ErrorCode::Media, u"this is no piece of a replay"_s);
    return piece;
}

} // namespace respool
