// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/replayspan.h"

namespace respool {

// A cell of a screen, and the order in which one reads.
struct CellPlace
{
    int row = 0;
    int column = 0;

    auto operator<=>(const CellPlace &) const = default;
};

// What stands in the cells of a row, columns from..until; blanks where nothing does, none at the
// end. A wide character belongs to its left half.
QString textOfCells(const ReplayRow &row, int from, int until);
// From a cell up to, and without, another one; rows end with a line feed.
QString textBetween(const ReplayScreen &screen, const CellPlace &from, const CellPlace &until);
// The word that a cell is part of, as columns of its row.
std::pair<int, int> wordAround(const ReplayScreen &screen, const CellPlace &place);
// Where the word after, or before, a place begins; the end or the beginning of the screen where there
// is none.
CellPlace wordAfter(const ReplayScreen &screen, const CellPlace &place);
CellPlace wordBefore(const ReplayScreen &screen, const CellPlace &place);
// The next place to either side, over a wide character at once, and on in the row behind or before.
CellPlace letterAfter(const ReplayScreen &screen, const CellPlace &place);
CellPlace letterBefore(const ReplayScreen &screen, const CellPlace &place);
int endOfText(const ReplayRow &row); // the column behind its last letter
// Where a place is in the text of all rows, and the other way round.
int offsetOf(const ReplayScreen &screen, const CellPlace &place);
CellPlace placeOf(const ReplayScreen &screen, int offset);
// Where in a row a text stands, as columns, in any case of letters.
QList<std::pair<int, int>> cellsOfText(const ReplayRow &row, const QString &text);

} // namespace respool
