// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/runbytes.h"
#include "core/terminal/screenpicture.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr quint32 magic = 0x52535052; // "RSPR"
constexpr quint16 version = 1;
bool read(QDataStream &stream, ScreenPicture &screen)
{
    quint16 columns = 0, rows = 0;
    quint32 runs = 0;
    stream >> screen.atMs >> columns >> rows >> runs;
    screen.columns = columns;
    screen.rows = rows;
    if (stream.status() != QDataStream::Ok || columns == 0 || rows == 0
        || columns > TerminalScreen::mostColumns || rows > TerminalScreen::mostRows
        || runs > quint32(columns) * rows)
        return false;
    for (quint32 i = 0; i < runs; ++i) {
        ScreenRun run;
        if (!readRun(stream, screen.columns, screen.rows, run))
            return false;
        screen.runs << std::move(run);
    }
    return true;
}

} // namespace

QByteArray ScreenStrip::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << magic << version << lengthMs << cutShort << quint16(screens.size());
    for (const ScreenPicture &screen : screens) {
        stream << screen.atMs << quint16(screen.columns) << quint16(screen.rows)
               << quint32(screen.runs.size());
        for (const ScreenRun &run : screen.runs)
            writeRun(stream, run);
    }
    return bytes;
}

Result<ScreenStrip> ScreenStrip::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    quint32 begin = 0;
    quint16 written = 0, count = 0;
    ScreenStrip strip;
    stream >> begin >> written;
    if (begin == magic && written > version)
        return fail(ErrorCode::NewerVersion, u"a newer Respool has drawn these screens"_s);
    stream >> strip.lengthMs >> strip.cutShort >> count;
    bool good = begin == magic && written == version && count <= mostScreens
                && stream.status() == QDataStream::Ok;
    for (quint16 i = 0; good && i < count; ++i)
        good = read(stream, strip.screens.emplaceBack());
    if (!good || !stream.atEnd())
        return fail(ErrorCode::Media, u"these are no screens of a terminal"_s);
    return strip;
}

} // namespace respool
