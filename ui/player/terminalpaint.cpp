// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How TerminalView looks.

#include "ui/look.h"
#include "ui/player/terminalview.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace respool {

namespace {

constexpr double caretWidth = 3;

QColor colourOf(const std::optional<quint32> &colour, TerminalColour otherwise)
{
    return colour ? QColor::fromRgb(0xff000000 | *colour) : terminalColour(otherwise);
}

} // namespace

void TerminalView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), terminalColour(TerminalColour::Ground));
    for (int row = 0; row < m_screen.rows.size(); ++row) {
        if (rectOf(m_cells, row, 0, m_screen.columns).intersects(event->rect()))
            paintRow(painter, m_cells, row);
    }
    paintCursor(painter);
    paintCaret(painter);
    if (m_resized->isActive())
        paintSize(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void TerminalView::paintRow(QPainter &painter, const Cells &cells, int row) const
{
    for (const ScreenRun &run : m_screen.rows[row]) {
        ScreenRun placed = run;
        placed.row = row;
        paintRun(painter, cells, placed);
    }
    QColor mark = accentColour(Accent::Caution, palette());
    mark.setAlphaF(0.45F);
    for (const auto &[from, until] : cellsOfText(m_screen.rows[row], m_found))
        painter.fillRect(rectOf(cells, row, from, until - from), mark);
    const auto &[first, last] = m_chosen;
    if (first >= last || row < first.row || row > last.row)
        return;
    const int from = row == first.row ? first.column : 0;
    const int until = row == last.row ? last.column : m_screen.columns;
    QColor chosen = palette().color(QPalette::Highlight);
    chosen.setAlphaF(0.5F);
    painter.fillRect(rectOf(cells, row, from, until - from), chosen);
}

void TerminalView::paintRun(QPainter &painter, const Cells &cells, const ScreenRun &run) const
{
    const QRectF box = rectOf(cells, run.row, run.column, run.columns);
    QColor ink = colourOf(run.style.foreground, TerminalColour::Text);
    QColor ground = colourOf(run.style.background, TerminalColour::Ground);
    if (run.style.reverse)
        std::swap(ink, ground);
    if (run.style.background || run.style.reverse)
        painter.fillRect(box, ground);
    QFont font = cells.font;
    font.setBold(run.style.bold);
    font.setItalic(run.style.italic);
    font.setUnderline(run.style.underline);
    font.setStrikeOut(run.style.strike);
    painter.setFont(font);
    painter.setPen(ink);
    // A wide character may come from another font: it is kept within its two cells.
    painter.save();
    if (run.columns == 2 && run.text.size() <= 4)
        painter.setClipRect(box, Qt::IntersectClip);
    painter.drawText(QPointF(box.left(), box.top() + cells.ascent), run.text);
    painter.restore();
}

// For a moment, in the corner: 100 × 30.
void TerminalView::paintSize(QPainter &painter) const
{
    const QString text =
        tr("%1 × %2", "columns, rows").arg(m_screen.columns).arg(m_screen.rows.size());
    painter.setFont(font());
    QRect box = QFontMetrics(font()).boundingRect(text).adjusted(-space::whole, -space::half,
                                                                 space::whole, space::half);
    box.moveBottomRight(rect().bottomRight() - QPoint(space::whole, space::whole));
    painter.fillRect(box, palette().toolTipBase());
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(box, Qt::AlignCenter, text);
}

// A bar in the colour of what it chooses, which no cursor of a terminal has.
void TerminalView::paintCaret(QPainter &painter) const
{
    if (!m_caret)
        return;
    QRectF bar = rectOf(m_cells, m_caret->row, m_caret->column, 1);
    bar.setLeft(bar.left() - caretWidth / 2);
    bar.setWidth(caretWidth);
    painter.fillRect(bar.adjusted(-1, 0, 1, 0), terminalColour(TerminalColour::Ground));
    painter.fillRect(bar, palette().color(QPalette::Highlight).lighter(hasFocus() ? 150 : 100));
}

void TerminalView::paintCursor(QPainter &painter) const
{
    if (!m_screen.cursorVisible || m_screen.cursorRow < 0
        || m_screen.cursorRow >= m_screen.rows.size())
        return;
    QColor colour = terminalColour(TerminalColour::Text);
    colour.setAlphaF(0.7F);
    painter.fillRect(rectOf(m_cells, m_screen.cursorRow, m_screen.cursorColumn, 1), colour);
}

} // namespace respool
