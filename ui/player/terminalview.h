// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/player/screentext.h"

#include <QFont>
#include <QImage>
#include <QWidget>

#include <optional>

class QTimer;

namespace respool {

// The screen of a terminal, as large as it fits: letters are set in whole pixels, and only rows
// that have changed are painted again. What stands there can be chosen, with the mouse or with keys,
// and copied. Lives on the ui thread; knows no time.
class TerminalView final : public QWidget
{
    Q_OBJECT

public:
    explicit TerminalView(QWidget *parent = nullptr);

    void showScreen(const ReplayScreen &screen);
    void clear();
    void showFound(const QString &text); // marks it wherever it stands; empty: nothing
    const ReplayScreen &screen() const { return m_screen; }

    QString text() const;                        // of the screen, a line for each row
    int cursorOffset() const;                    // in text(), of the caret if there is one
    void setCursorOffset(int offset);            // of the caret; without one nothing happens
    QString selectedText() const;                // empty: nothing is chosen
    std::pair<int, int> selectedOffsets() const; // in text(); equal: nothing is chosen
    void selectOffsets(int from, int until);
    void selectAll();
    // Shows a caret that the keys of a text move, with Shift over what is to be chosen, until
    // endSelecting(), Esc or Enter, which copies. False: there is no screen.
    bool beginSelecting();
    void endSelecting(); // and nothing is chosen
    bool isSelecting() const { return m_caret.has_value(); }
    void copy(); // what is chosen, else all of it
    QRectF cellRect(const CellPlace &place) const;
    QImage snapshot() const; // in the size of the letters, not of the window

    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Cells // how the screen is laid out
    {
        QFont font;
        double width = 1;
        double height = 1;
        double ascent = 1;
        QPointF corner;
    };

    static Cells cellsFor(const ReplayScreen &screen, const QSizeF &room);
    void layOut();
    void updateRow(int row);
    void select(const CellPlace &from, const CellPlace &until);
    CellPlace placeAt(const QPointF &at) const;
    int offset(const CellPlace &place) const;
    void forgetChoice();
    void moveCaret(const CellPlace &place);
    bool pressWithCaret(const QKeyEvent &event);
    void paintRow(QPainter &painter, const Cells &cells, int row) const;
    void paintRun(QPainter &painter, const Cells &cells, const ScreenRun &run) const;
    void paintCursor(QPainter &painter) const;
    void paintCaret(QPainter &painter) const;
    void paintSize(QPainter &painter) const;
    QRectF rectOf(const Cells &cells, int row, int column, int columns) const;

    ReplayScreen m_screen;
    Cells m_cells;
    QString m_found;
    QTimer *m_resized;                        // runs while the new size is told
    std::optional<CellPlace> m_anchor;        // where choosing began
    std::optional<CellPlace> m_caret;         // before this cell, while keys choose
    std::pair<CellPlace, CellPlace> m_chosen; // equal: nothing
};

} // namespace respool
