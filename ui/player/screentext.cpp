// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/screentext.h"

#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct Letter
{
    int column = 0;
    int columns = 1;
    QString text;
};

// The characters of a row, each with what combines with it.
QList<Letter> lettersOf(const ReplayRow &row)
{
    QList<Letter> letters;
    for (const ScreenRun &run : row) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, run.text);
        qsizetype from = 0;
        int column = run.column;
        for (qsizetype until = finder.toNextBoundary(); until >= 0;
             until = finder.toNextBoundary()) {
            const bool alone = from == 0 && until == run.text.size();
            const int columns = alone ? std::max(1, run.columns) : 1;
            letters << Letter{column, columns, run.text.mid(from, until - from)};
            column += columns;
            from = until;
        }
    }
    return letters;
}

} // namespace

QString textOfCells(const ReplayRow &row, int from, int until)
{
    QString text;
    int column = from;
    for (const Letter &letter : lettersOf(row)) {
        if (letter.column < from || letter.column >= until)
            continue;
        if (letter.column > column)
            text += QString(letter.column - column, u' ');
        text += letter.text;
        column = letter.column + letter.columns;
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

QString textBetween(const ReplayScreen &screen, const CellPlace &from, const CellPlace &until)
{
    QStringList lines;
    for (int row = from.row; row <= until.row && row < screen.rows.size(); ++row) {
        const int first = row == from.row ? from.column : 0;
        const int end = row == until.row ? until.column : screen.columns;
        lines << textOfCells(screen.rows[row], first, end);
    }
    return lines.join(u'\n');
}

std::pair<int, int> wordAround(const ReplayScreen &screen, const CellPlace &place)
{
    int from = 0;
    int until = 0;
    for (const Letter &letter : lettersOf(screen.rows.value(place.row))) {
        if (letter.text.trimmed().isEmpty())
            continue;
        if (letter.column != until) { // another word begins
            if (until > place.column)
                break;
            from = letter.column;
        }
        until = letter.column + letter.columns;
    }
    const bool within = from <= place.column && place.column < until;
    return within ? std::pair(from, until) : std::pair(place.column, place.column + 1);
}

QList<std::pair<int, int>> cellsOfText(const ReplayRow &row, const QString &text)
{
    QList<std::pair<int, int>> found;
    if (text.isEmpty())
        return found;
    // The line as it is read, and the cell that each of its letters stands in.
    QString line;
    QList<int> columns;
    int column = 0;
    for (const Letter &letter : lettersOf(row)) {
        for (; column < letter.column; ++column) {
            line += u' ';
            columns << column;
        }
        line += letter.text;
        columns += QList<int>(letter.text.size(), letter.column);
        column = letter.column + letter.columns;
    }
    columns << column;
    for (qsizetype at = line.indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
         at = line.indexOf(text, at + text.size(), Qt::CaseInsensitive))
        found << std::pair(columns[at], columns[at + text.size()]);
    return found;
}

} // namespace respool
