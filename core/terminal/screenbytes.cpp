// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/screenpicture.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr quint32 magic = 0x52535052; // "RSPR"
constexpr quint16 version = 1;
constexpr quint32 noColour = 0xff000000;
constexpr int mostCharacters = 12; // in one cell, with what combines with it

enum StyleBit : quint8 { Bold = 1, Italic = 2, Underline = 4, Strike = 8, Reverse = 16 };

quint8 bitsOf(const CellStyle &style)
{
    return quint8((style.bold ? Bold : 0) | (style.italic ? Italic : 0)
                  | (style.underline ? Underline : 0) | (style.strike ? Strike : 0)
                  | (style.reverse ? Reverse : 0));
}

std::optional<quint32> colourOf(quint32 stored)
{
    return stored == noColour ? std::optional<quint32>() : stored & 0xffffff;
}

void write(QDataStream &stream, const ScreenRun &run)
{
    stream << quint16(run.row) << quint16(run.column) << quint16(run.columns)
           << run.style.foreground.value_or(noColour) << run.style.background.value_or(noColour)
           << bitsOf(run.style) << run.text.toUtf8();
}

bool read(QDataStream &stream, const ScreenPicture &screen, ScreenRun &run)
{
    quint16 row = 0, column = 0, columns = 0;
    quint32 foreground = 0, background = 0, textBytes = 0;
    quint8 bits = 0;
    stream >> row >> column >> columns >> foreground >> background >> bits >> textBytes;
    if (stream.status() != QDataStream::Ok || row >= screen.rows || columns == 0
        || column + columns > screen.columns || textBytes > quint32(columns) * mostCharacters * 4)
        return false;
    QByteArray text(qsizetype(textBytes), '\0');
    if (stream.readRawData(text.data(), int(textBytes)) != int(textBytes))
        return false;
    run = {row,
           column,
           columns,
           QString::fromUtf8(text),
           {.foreground = colourOf(foreground),
            .background = colourOf(background),
            .bold = (bits & Bold) != 0,
            .italic = (bits & Italic) != 0,
            .underline = (bits & Underline) != 0,
            .strike = (bits & Strike) != 0,
            .reverse = (bits & Reverse) != 0}};
    return true;
}

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
        if (!read(stream, screen, run))
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
            write(stream, run);
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
