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

// Of a row, each from its first column to the one behind it.
QList<std::pair<int, int>> wordsOf(const ReplayRow &row)
{
    QList<std::pair<int, int>> words;
    for (const Letter &letter : lettersOf(row)) {
        const int until = letter.column + letter.columns;
        if (letter.text.trimmed().isEmpty())
            continue;
        if (!words.isEmpty() && words.last().second == letter.column)
            words.last().second = until;
        else
            words << std::pair(letter.column, until);
    }
    return words;
}

CellPlace endOf(const ReplayScreen &screen)
{
    const int last = std::max(0, int(screen.rows.size()) - 1);
    return {last, endOfText(screen.rows.value(last))};
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
    for (const auto &[from, until] : wordsOf(screen.rows.value(place.row))) {
        if (from <= place.column && place.column < until)
            return {from, until};
    }
    return {place.column, place.column + 1};
}

CellPlace wordAfter(const ReplayScreen &screen, const CellPlace &place)
{
    for (int row = place.row; row < screen.rows.size(); ++row) {
        for (const auto &[from, until] : wordsOf(screen.rows[row])) {
            if (row > place.row || from > place.column)
                return {row, from};
        }
    }
    return endOf(screen);
}

CellPlace wordBefore(const ReplayScreen &screen, const CellPlace &place)
{
    for (int row = place.row; row >= 0; --row) {
        const QList<std::pair<int, int>> words = wordsOf(screen.rows.value(row));
        for (auto word = words.crbegin(); word != words.crend(); ++word) {
            if (row < place.row || word->first < place.column)
                return {row, word->first};
        }
    }
    return {};
}

CellPlace letterAfter(const ReplayScreen &screen, const CellPlace &place)
{
    if (place.column >= screen.columns)
        return place.row + 1 < screen.rows.size() ? CellPlace{place.row + 1, 0} : place;
    for (const Letter &letter : lettersOf(screen.rows.value(place.row))) {
        if (letter.column <= place.column && place.column < letter.column + letter.columns)
            return {place.row, letter.column + letter.columns};
    }
    return {place.row, place.column + 1};
}

CellPlace letterBefore(const ReplayScreen &screen, const CellPlace &place)
{
    if (place.column <= 0)
        return place.row > 0 ? CellPlace{place.row - 1, screen.columns} : place;
    for (const Letter &letter : lettersOf(screen.rows.value(place.row))) {
        if (letter.column < place.column && place.column <= letter.column + letter.columns)
            return {place.row, letter.column};
    }
    return {place.row, place.column - 1};
}

int endOfText(const ReplayRow &row)
{
    const QList<std::pair<int, int>> words = wordsOf(row);
    return words.isEmpty() ? 0 : words.last().second;
}

// Blanks at the end of a row are no text, those before a letter are.
int offsetOf(const ReplayScreen &screen, const CellPlace &place)
{
    int offset = 0;
    for (int row = 0; row < place.row && row < screen.rows.size(); ++row)
        offset += int(textOfCells(screen.rows[row], 0, screen.columns).size()) + 1;
    const ReplayRow row = screen.rows.value(place.row);
    return offset
           + int(textOfCells(row, 0, screen.columns).size()
                 - textOfCells(row, place.column, screen.columns).size());
}

CellPlace placeOf(const ReplayScreen &screen, int offset)
{
    int before = 0;
    for (int row = 0; row < screen.rows.size(); ++row) {
        const int letters = int(textOfCells(screen.rows[row], 0, screen.columns).size());
        if (offset <= before + letters) {
            int column = 0;
            while (column < screen.columns && offsetOf(screen, {row, column}) < offset)
                ++column;
            return {row, column};
        }
        before += letters + 1;
    }
    return endOf(screen);
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
