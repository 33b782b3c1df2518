// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/replaypiece.h"
#include "core/terminal/replaystate.h"
#include "core/terminal/spanplayer.h"
#include "core/terminal/terminalevents.h"
#include "tests/support/terminalnoise.h"
#include "tests/support/textdevice.h"

#include <QTest>
#include <QtEndian>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 small = 4096; // between two snapshots

// All pieces of a recording, each begun where the one before has left off.
QList<ReplayPiece> piecesOf(const QByteArray &file, ReplayFormat format, qint64 pieceBytes)
{
    return readText(file, [&](QIODevice &device) {
        QList<ReplayPiece> pieces;
        ReplayOrder order{{}, 0, pieceBytes, small};
        for (;;) {
            const auto piece = indexReplay(device, format, order);
            if (!piece)
                return QList<ReplayPiece>();
            const auto read = ReplayPiece::fromBytes(piece->toBytes());
            if (!read || read->toBytes() != piece->toBytes())
                return QList<ReplayPiece>();
            pieces << *read;
            if (piece->reachedEnd)
                return pieces;
            if (!piece->snapshots.isEmpty())
                order.state = piece->snapshots.last().state;
            order.countFrom = piece->countUntil;
        }
    });
}

QList<ReplaySnapshot> snapshotsOf(const QList<ReplayPiece> &pieces)
{
    QList<ReplaySnapshot> snapshots{ReplaySnapshot{}};
    for (const ReplayPiece &piece : pieces)
        snapshots += piece.snapshots;
    return snapshots;
}

ReplaySpan spanOf(const QByteArray &file, ReplayFormat format, const SpanOrder &order)
{
    return readText(file, [&](QIODevice &device) {
        const auto span = playSpan(device, format, order);
        if (!span)
            return ReplaySpan();
        const auto read = ReplaySpan::fromBytes(span->toBytes());
        return read && read->screens() == span->screens() ? *read : ReplaySpan();
    });
}

QByteArray trp(const QList<NoisePiece> &pieces)
{
    QByteArray file;
    for (const NoisePiece &piece : pieces) {
        const auto chunk = [&](quint16 type, const QByteArray &payload) {
            QByteArray head(8, '\0');
            qToLittleEndian<quint32>(7, head.data());
            qToLittleEndian<quint16>(type, head.data() + 4);
            qToLittleEndian<quint16>(quint16(payload.size()), head.data() + 6);
            file += head + payload;
        };
        QByteArray size(4, '\0');
        qToLittleEndian<quint16>(quint16(piece.columns), size.data());
        qToLittleEndian<quint16>(quint16(piece.rows), size.data() + 2);
        if (piece.columns > 0)
            chunk(2, size);
        chunk(0, piece.output);
    }
    return file;
}

} // namespace

class tst_Replay : public QObject
{
    Q_OBJECT

private slots:
    void spans_showTheSameFromAnywhere_data();
    void spans_showTheSameFromAnywhere();
    void spans_showWhatATerminalDoes();
    void spans_endWhenTheyAreFull();
    void spans_reachTheEnd();
    void spans_tellCursorAndTitle();
    void pieces_tellWhatHappens();
    void pieces_countOnce_data();
    void pieces_countOnce();
    void pieces_goOnWhenTheFileGrows();
    void readers_refuseOtherBytes();
    void activity_growsInSteps();
};

void tst_Replay::spans_showTheSameFromAnywhere_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<ReplayFormat>("format");
    QTest::newRow("cast") << noiseCast(1, 900) << ReplayFormat::Cast;
    QTest::newRow("another cast") << noiseCast(2, 900) << ReplayFormat::Cast;
    QTest::newRow("trp") << trp(terminalNoise(3, 900)) << ReplayFormat::Trp;
    QTest::newRow("cast 1") << QByteArray(
        R"({"version":1,"width":80,"height":24,"stdout":[[0.5,"a"],[7],[1.25,"b\r\n"],[1,"c"]]})")
                            << ReplayFormat::Cast;
}

void tst_Replay::spans_showTheSameFromAnywhere()
{
    QFETCH(QByteArray, file);
    QFETCH(ReplayFormat, format);
    const QList<ReplayPiece> pieces = piecesOf(file, format, 20'000);
    QVERIFY(!pieces.isEmpty());
    const qint64 length = pieces.last().lengthMs;
    const ReplaySpan whole = spanOf(file, format, {{}, 0, length + 1});
    QVERIFY(whole.reachesEnd());
    QVERIFY(whole.screens().size() > 2);
    const QList<ReplaySnapshot> snapshots = snapshotsOf(pieces);
    QVERIFY(file.size() < 20'000 || snapshots.size() > 5);
    for (const ReplaySnapshot &snapshot : snapshots) {
        for (const qint64 after : {0, 3, 11, 200}) {
            const qint64 from = snapshot.atMs + after;
            const ReplaySpan span = spanOf(file, format, {snapshot.state, from, from + 300});
            QVERIFY(!span.isEmpty() && span.covers(from));
            for (qint64 ms = from; ms < std::min(span.untilMs(), length); ms += 17) {
                ReplayScreen one = span.screenAt(ms);
                one.atMs = whole.screenAt(ms).atMs; // the first one is of the moment asked for
                QVERIFY2(one == whole.screenAt(ms),
                         qPrintable(u"from %1 at %2"_s.arg(from).arg(ms)));
            }
        }
    }
}

void tst_Replay::spans_showWhatATerminalDoes()
{
    const QByteArray file = noiseCast(5, 400);
    const ReplaySpan span = spanOf(file, ReplayFormat::Cast, {{}, 0, 100'000});
    TerminalScreen screen(80, 24);
    readText(file, [&](QIODevice &device) {
        const auto events = eventsOfCast(device);
        for (auto event = (*events)(); event && *event; event = (*events)()) {
            if ((*event)->columns > 0)
                screen.resize((*event)->columns, (*event)->rows);
            screen.feed((*event)->output);
        }
    });
    const ReplayScreen &last = span.screens().last();
    QCOMPARE(last.columns, screen.columns());
    QCOMPARE(last.rows.size(), screen.rows());
    for (int row = 0; row < screen.rows(); ++row)
        QCOMPARE(last.rows[row], runsOf(screen, row));
    QCOMPARE(last.cursorRow, screen.cursorRow());
    QCOMPARE(last.cursorColumn, screen.cursorColumn());
}

void tst_Replay::spans_endWhenTheyAreFull()
{
    QByteArray file = "{\"version\":2,\"width\":80,\"height\":24}\n";
    for (int i = 0; i < 5000; ++i)
        file += '[' + QByteArray::number(i / 100.0) + ",\"o\",\"" + QByteArray::number(i)
                + "\\r\\n\"]\n";
    const ReplaySpan span = spanOf(file, ReplayFormat::Cast, {{}, 0, 1'000'000});
    QCOMPARE(span.screens().size(), ReplaySpan::mostFrames);
    QCOMPARE(span.untilMs(), ReplaySpan::mostFrames * 10);
    QVERIFY(!span.reachesEnd());
    const ReplaySpan next = spanOf(file, ReplayFormat::Cast, {{}, span.untilMs(), 1'000'000});
    QVERIFY(next.reachesEnd());
    QCOMPARE(next.screens().size(), 1000);
    QCOMPARE(next.screenAt(49'990).line(22), u"4999"_s);
}

void tst_Replay::spans_reachTheEnd()
{
    const QByteArray file =
        "{\"version\":2,\"width\":80,\"height\":24}\n[1,\"o\",\"a\"]\n[2,\"i\",\"x\"]\n";
    const ReplaySpan span = spanOf(file, ReplayFormat::Cast, {{}, 0, 1500});
    QVERIFY(!span.reachesEnd());
    QCOMPARE(span.changeAfter(0), 1000);
    QCOMPARE(span.changeAfter(1000), std::nullopt);
    QCOMPARE(span.changeBefore(1500), 1000);
    QCOMPARE(span.changeBefore(1000), std::nullopt);
    const ReplaySpan behind = spanOf(file, ReplayFormat::Cast, {{}, 70'000, 80'000});
    QVERIFY(behind.reachesEnd() && behind.covers(79'999));
    QCOMPARE(behind.screenAt(75'000).line(0), u"a"_s);
}

void tst_Replay::spans_tellCursorAndTitle()
{
    const QByteArray file = "{\"version\":3,\"term\":{\"cols\":40,\"rows\":5}}\n"
                            "[0.1,\"o\",\"\\u001b]2;Grüße\\u0007日本\\u001b[31mrot\"]\n"
                            "[0.1,\"o\",\"\\u001b[?25l\"]\n[0.1,\"o\",\"\\u001b[?1049h\"]\n";
    const ReplaySpan span = spanOf(file, ReplayFormat::Cast, {{}, 0, 1000});
    QCOMPARE(span.screens().size(), 4);
    const ReplayScreen &drawn = span.screenAt(150);
    QCOMPARE(drawn.title, u"Grüße"_s);
    QCOMPARE(drawn.line(0), u"日本rot"_s);
    QCOMPARE(drawn.cursorColumn, 7);
    QVERIFY(drawn.cursorVisible && !drawn.alternate);
    QCOMPARE(drawn.rows[0].last().column, 4);
    QVERIFY(drawn.rows[0].last().style.foreground);
    QVERIFY(!span.screenAt(250).cursorVisible);
    QVERIFY(span.screenAt(350).alternate);
    QCOMPARE(span.screenAt(350).line(0), QString());
}

void tst_Replay::pieces_tellWhatHappens()
{
    const QByteArray file = noiseCast(1, 450);
    const QList<ReplayPiece> pieces = piecesOf(file, ReplayFormat::Cast, 1 << 30);
    QCOMPARE(pieces.size(), 1);
    const ReplayPiece &piece = pieces.first();
    QCOMPARE(piece.columns, 80);
    QCOMPARE(piece.rows, 24);
    QCOMPARE(piece.lengthMs, 450 * 7 + 4 * 2000);
    QCOMPARE(piece.countUntil, file.size());
    QCOMPARE(piece.markers.size(), 4);
    QCOMPARE(piece.markers[1].label, u"marker 200"_s);
    QCOMPARE(piece.markers[1].atMs, 200 * 7 + 2 * 2000);
    QCOMPARE(piece.inputsMs.size(), 4);
    QCOMPARE(piece.idle.size(), 4);
    QCOMPARE(piece.idle[0].fromMs, 700);
    QCOMPARE(piece.idle[0].untilMs, 2707);
    QVERIFY(!piece.resizes.isEmpty());
    QVERIFY(!piece.isTorn);
}

void tst_Replay::pieces_countOnce_data()
{
    QTest::addColumn<qint64>("pieceBytes");
    for (const qint64 bytes : {1, 5'000, 20'000, 100'000})
        QTest::addRow("%lld bytes", bytes) << bytes;
}

void tst_Replay::pieces_countOnce()
{
    QFETCH(qint64, pieceBytes);
    const QByteArray file = noiseCast(7, 900);
    const ReplayPiece whole = piecesOf(file, ReplayFormat::Cast, 1 << 30).value(0);
    qint64 bytes = 0, wholeBytes = 0;
    qsizetype markers = 0, idle = 0, resizes = 0;
    const QList<ReplayPiece> pieces = piecesOf(file, ReplayFormat::Cast, pieceBytes);
    QVERIFY(!pieces.isEmpty());
    for (const ReplayPiece &piece : pieces) {
        for (const qint64 amount : piece.activity.bytes)
            bytes += amount;
        markers += piece.markers.size();
        idle += piece.idle.size();
        resizes += piece.resizes.size();
    }
    for (const qint64 amount : whole.activity.bytes)
        wholeBytes += amount;
    QCOMPARE(bytes, wholeBytes);
    QCOMPARE(markers, whole.markers.size());
    QCOMPARE(idle, whole.idle.size());
    QCOMPARE(resizes, whole.resizes.size());
    QCOMPARE(pieces.last().lengthMs, whole.lengthMs);
}

void tst_Replay::pieces_goOnWhenTheFileGrows()
{
    const QByteArray file = noiseCast(9, 300);
    const ReplayPiece whole = piecesOf(file, ReplayFormat::Cast, 1 << 30).value(0);
    ReplayOrder order{{}, 0, 1 << 30, small};
    qsizetype markers = 0;
    ReplayPiece piece;
    for (qsizetype end = 100; end < file.size() + 1000; end += 1000) {
        piece = readText(file.first(std::min(end, file.size())), [&](QIODevice &device) {
            return indexReplay(device, ReplayFormat::Cast, order).operator*();
        });
        QVERIFY(piece.reachedEnd);
        QVERIFY(piece.countUntil <= end);
        markers += piece.markers.size();
        order.countFrom = piece.countUntil;
        if (!piece.snapshots.isEmpty())
            order.state = piece.snapshots.last().state;
    }
    QCOMPARE(markers, whole.markers.size());
    QCOMPARE(piece.lengthMs, whole.lengthMs);
    const ReplaySpan end = spanOf(file, ReplayFormat::Cast, {order.state, 100'000, 100'001});
    const ReplaySpan expected = spanOf(file, ReplayFormat::Cast, {{}, 100'000, 100'001});
    QVERIFY(end.screens() == expected.screens());
}

void tst_Replay::readers_refuseOtherBytes()
{
    const QByteArray file = noiseCast(1, 100);
    const ReplayPiece piece = piecesOf(file, ReplayFormat::Cast, 1 << 30).value(0);
    const QByteArray pieceBytes = piece.toBytes();
    const QByteArray stateBytes = piece.snapshots.last().state;
    const QByteArray spanBytes = spanOf(file, ReplayFormat::Cast, {{}, 0, 10'000}).toBytes();
    for (qsizetype length = 0; length < 2000; length += 7) {
        QVERIFY(!ReplayPiece::fromBytes(pieceBytes.first(std::min(length, pieceBytes.size() - 1))));
        QVERIFY(!ReplayState::fromBytes(stateBytes.first(std::min(length, stateBytes.size() - 1))));
        QVERIFY(!ReplaySpan::fromBytes(spanBytes.first(std::min(length, spanBytes.size() - 1))));
    }
    QVERIFY(!ReplayPiece::fromBytes(pieceBytes + 'x'));
    QVERIFY(!ReplaySpan::fromBytes(spanBytes + 'x'));
    QVERIFY(!ReplaySpan::fromBytes(QByteArray(1000, '\xff')));
}

void tst_Replay::activity_growsInSteps()
{
    ReplayActivity activity;
    activity.add(0, 1);
    activity.add(100 * ReplayActivity::mostSteps - 1, 2);
    QCOMPARE(activity.stepMs, 100);
    QCOMPARE(activity.bytes.size(), ReplayActivity::mostSteps);
    activity.add(100 * ReplayActivity::mostSteps, 3);
    QCOMPARE(activity.stepMs, 200);
    QCOMPARE(activity.bytes.first(), 1);
    QCOMPARE(activity.bytes.last(), 3);
    ReplayActivity other;
    other.add(qint64(1e12), 7);
    other.add(activity);
    QVERIFY(other.bytes.size() <= ReplayActivity::mostSteps);
    QCOMPARE(other.bytes.first(), 6);
    QCOMPARE(other.bytes.last(), 7);
}

QTEST_GUILESS_MAIN(tst_Replay)
#include "tst_replay.moc"
