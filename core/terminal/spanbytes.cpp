// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sizedbytes.h"
#include "core/terminal/replayspan.h"
#include "core/terminal/runbytes.h"

#include <QDataStream>
#include <QIODevice>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr quint32 spanMagic = 0x52535350; // "RSSP"
constexpr qint64 mostSpanMs = qint64(1) << 50;
constexpr qint64 mostTitleBytes = 4000;

enum ScreenBit : quint8 { CursorVisible = 1, Alternate = 2, SameTitle = 4 };

// A screen as what is different in it from the one before.
void writeScreen(QDataStream &stream, const ReplayScreen &screen, const ReplayScreen &before)
{
    const bool sameTitle = screen.title == before.title;
    const bool sameSize =
        screen.columns == before.columns && screen.rows.size() == before.rows.size();
    const quint8 bits = (screen.cursorVisible ? CursorVisible : 0)
                        | (screen.alternate ? Alternate : 0) | (sameTitle ? SameTitle : 0);
    stream << screen.atMs << quint16(screen.columns) << quint16(screen.rows.size()) << bits
           << quint16(screen.cursorRow) << quint16(screen.cursorColumn);
    if (!sameTitle)
        writeSized(stream, screen.title.toUtf8());
    QList<int> changed;
    for (int row = 0; row < screen.rows.size(); ++row) {
        if (!sameSize || screen.rows[row] != before.rows[row])
            changed << row;
    }
    stream << quint16(changed.size());
    for (const int row : std::as_const(changed)) {
        stream << quint16(row) << quint16(screen.rows[row].size());
        for (const ScreenRun &run : screen.rows[row])
            writeRun(stream, run);
    }
}

bool readSpanRow(QDataStream &stream, ReplayScreen &screen)
{
    quint16 row = 0, runs = 0;
    stream >> row >> runs;
    if (stream.status() != QDataStream::Ok || row >= screen.rows.size() || runs > screen.columns)
        return false;
    ReplayRow fresh;
    int until = 0;
    for (quint16 i = 0; i < runs; ++i) {
        ScreenRun run;
        if (!readRun(stream, screen.columns, int(screen.rows.size()), run) || run.row != row
            || run.column < until)
            return false;
        until = run.column + run.columns;
        fresh << std::move(run);
    }
    screen.rows[row] = std::move(fresh);
    return true;
}

// screen: the one before.
bool readSpanScreen(QDataStream &stream, ReplayScreen &screen)
{
    quint16 columns = 0, rows = 0, cursorRow = 0, cursorColumn = 0, changed = 0;
    quint8 bits = 0;
    stream >> screen.atMs >> columns >> rows >> bits >> cursorRow >> cursorColumn;
    if (stream.status() != QDataStream::Ok || screen.atMs < 0 || screen.atMs > mostSpanMs
        || columns == 0 || rows == 0 || columns > TerminalScreen::mostColumns
        || rows > TerminalScreen::mostRows || cursorRow >= rows || cursorColumn >= columns)
        return false;
    if (columns != screen.columns || rows != screen.rows.size())
        screen.rows = QList<ReplayRow>(rows);
    screen.columns = columns;
    screen.cursorRow = cursorRow;
    screen.cursorColumn = cursorColumn;
    screen.cursorVisible = (bits & CursorVisible) != 0;
    screen.alternate = (bits & Alternate) != 0;
    if ((bits & SameTitle) == 0)
        screen.title = QString::fromUtf8(readSized(stream, mostTitleBytes));
    stream >> changed;
    if (stream.status() != QDataStream::Ok || changed > rows)
        return false;
    for (quint16 i = 0; i < changed; ++i) {
        if (!readSpanRow(stream, screen))
            return false;
    }
    return true;
}

} // namespace

QByteArray ReplaySpan::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << spanMagic << m_untilMs << m_reachesEnd << quint32(m_screens.size());
    const ReplayScreen nothing;
    const ReplayScreen *before = &nothing;
    for (const ReplayScreen &screen : m_screens) {
        writeScreen(stream, screen, *before);
        before = &screen;
    }
    return bytes;
}

Result<ReplaySpan> ReplaySpan::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    quint32 magic = 0, count = 0;
    ReplaySpan span;
    stream >> magic >> span.m_untilMs >> span.m_reachesEnd >> count;
    bool good = magic == spanMagic && stream.status() == QDataStream::Ok && count > 0
                && count <= quint32(mostFrames) && bytes.size() <= mostBytes;
    ReplayScreen screen;
    qint64 atMs = -1;
    for (quint32 i = 0; good && i < count; ++i) {
        good = readSpanScreen(stream, screen) && screen.atMs > atMs;
        atMs = screen.atMs;
        span.m_screens << screen;
    }
    if (!good || !stream.atEnd() || span.m_untilMs <= atMs || span.m_untilMs > mostSpanMs)
        return fail(ErrorCode::Media, u"this is no span of a replay"_s);
    return span;
}

} // namespace respool
