// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/runbytes.h"

#include <QDataStream>

namespace respool {

namespace {

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

} // namespace

void writeRun(QDataStream &stream, const ScreenRun &run)
{
    stream << quint16(run.row) << quint16(run.column) << quint16(run.columns)
           << run.style.foreground.value_or(noColour) << run.style.background.value_or(noColour)
           << bitsOf(run.style) << run.text.toUtf8();
}

bool readRun(QDataStream &stream, int allColumns, int allRows, ScreenRun &run)
{
    quint16 row = 0, column = 0, columns = 0;
    quint32 foreground = 0, background = 0, textBytes = 0;
    quint8 bits = 0;
    stream >> row >> column >> columns >> foreground >> background >> bits >> textBytes;
    if (stream.status() != QDataStream::Ok || row >= allRows || columns == 0
        || column + columns > allColumns || textBytes > quint32(columns) * mostCharacters * 4)
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

} // namespace respool
