// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>
#include <vector>
#include <vterm.h>

namespace respool {

// One of the two screens of a terminal as the machine has it.
struct ScreenCells
{
    int columns = 0;
    int rows = 0;
    std::vector<VTermScreenCell> cells; // row by row
    std::vector<VTermLineInfo> lines;

    const VTermScreenCell &at(int row, int column) const
    {
        return cells[size_t(row) * size_t(columns) + size_t(column)];
    }
};

// What a pen or a cell looks like.
struct PenLook
{
    VTermScreenCellAttrs attributes{};
    VTermColor foreground{};
    VTermColor background{};

    static PenLook of(const VTermScreenCell &cell) { return {cell.attrs, cell.fg, cell.bg}; }
    bool operator==(const PenLook &other) const;
};

// Writes what draws a screen, for a terminal without margins that neither wraps nor inserts.
class ScreenDrawing
{
public:
    void goTo(int row, int column);
    void use(const PenLook &pen); // nothing when it is in use
    void draw(const ScreenCells &screen);
    void append(const QByteArray &sequences) { m_out += sequences; }
    void forgetPen() { m_pen.reset(); } // something else has changed it
    QByteArray take() { return std::exchange(m_out, {}); }

private:
    void drawOddCells(const ScreenCells &screen, int row);
    void drawRow(const ScreenCells &screen, int row);
    void put(const VTermScreenCell &cell);

    QByteArray m_out;
    std::optional<PenLook> m_pen;
};

} // namespace respool
