// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TerminalView that chooses text, with the mouse or with a caret and keys.

#include "ui/look.h"
#include "ui/player/terminalview.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Move = CellPlace (*)(const ReplayScreen &screen, const CellPlace &from);

CellPlace rowBefore(const ReplayScreen &, const CellPlace &from)
{
    return {std::max(0, from.row - 1), from.column};
}

CellPlace rowAfter(const ReplayScreen &screen, const CellPlace &from)
{
    return {std::clamp(from.row + 1, 0, std::max(0, int(screen.rows.size()) - 1)), from.column};
}

CellPlace firstRow(const ReplayScreen &, const CellPlace &from)
{
    return {0, from.column};
}

CellPlace lastRow(const ReplayScreen &screen, const CellPlace &from)
{
    return {std::max(0, int(screen.rows.size()) - 1), from.column};
}

CellPlace startOfRow(const ReplayScreen &, const CellPlace &from)
{
    return {from.row, 0};
}

CellPlace endOfRow(const ReplayScreen &screen, const CellPlace &from)
{
    return {from.row, endOfText(screen.rows.value(from.row))};
}

CellPlace startOfScreen(const ReplayScreen &, const CellPlace &)
{
    return {};
}

CellPlace endOfScreen(const ReplayScreen &screen, const CellPlace &from)
{
    return endOfRow(screen, lastRow(screen, from));
}

struct CaretKey
{
    QKeySequence::StandardKey moves;
    QKeySequence::StandardKey selects;
    Move to;
};

// Those of every field for text; a screen is one page.
constexpr std::array<CaretKey, 12> caretKeys{{
    {QKeySequence::MoveToNextChar, QKeySequence::SelectNextChar, letterAfter},
    {QKeySequence::MoveToPreviousChar, QKeySequence::SelectPreviousChar, letterBefore},
    {QKeySequence::MoveToNextWord, QKeySequence::SelectNextWord, wordAfter},
    {QKeySequence::MoveToPreviousWord, QKeySequence::SelectPreviousWord, wordBefore},
    {QKeySequence::MoveToNextLine, QKeySequence::SelectNextLine, rowAfter},
    {QKeySequence::MoveToPreviousLine, QKeySequence::SelectPreviousLine, rowBefore},
    {QKeySequence::MoveToNextPage, QKeySequence::SelectNextPage, lastRow},
    {QKeySequence::MoveToPreviousPage, QKeySequence::SelectPreviousPage, firstRow},
    {QKeySequence::MoveToStartOfLine, QKeySequence::SelectStartOfLine, startOfRow},
    {QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine, endOfRow},
    {QKeySequence::MoveToStartOfDocument, QKeySequence::SelectStartOfDocument, startOfScreen},
    {QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument, endOfScreen},
}};

const CaretKey *caretKeyOf(const QKeyEvent &event)
{
    const auto key = std::ranges::find_if(caretKeys, [&](const CaretKey &each) {
        return event.matches(each.moves) || event.matches(each.selects);
    });
    return key == caretKeys.end() ? nullptr : &*key;
}

bool endsSelecting(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Escape || event.key() == Qt::Key_Return
           || event.key() == Qt::Key_Enter;
}

} // namespace

QString TerminalView::selectedText() const
{
    return m_chosen.first < m_chosen.second ? textBetween(m_screen, m_chosen.first, m_chosen.second)
                                            : QString();
}

void TerminalView::select(const CellPlace &from, const CellPlace &until)
{
    m_chosen = {std::min(from, until), std::max(from, until)};
    update();
    if (QAccessible::isActive()) {
        QAccessibleTextSelectionEvent event(this, offset(m_chosen.first), offset(m_chosen.second));
        QAccessible::updateAccessibility(&event);
    }
}

void TerminalView::selectAll()
{
    select({0, 0}, {std::max(0, int(m_screen.rows.size()) - 1), m_screen.columns});
}

void TerminalView::copy()
{
    const QString chosen = selectedText();
    QGuiApplication::clipboard()->setText(chosen.isEmpty() ? text() : chosen);
}

void TerminalView::forgetChoice()
{
    m_chosen = {};
    m_anchor.reset();
    m_caret.reset();
}

int TerminalView::offset(const CellPlace &place) const
{
    return offsetOf(m_screen, place);
}

int TerminalView::cursorOffset() const
{
    return offset(m_caret.value_or(CellPlace{m_screen.cursorRow, m_screen.cursorColumn}));
}

void TerminalView::setCursorOffset(int offset)
{
    if (m_caret)
        moveCaret(placeOf(m_screen, offset));
}

std::pair<int, int> TerminalView::selectedOffsets() const
{
    return {offset(m_chosen.first), offset(m_chosen.second)};
}

void TerminalView::selectOffsets(int from, int until)
{
    select(placeOf(m_screen, from), placeOf(m_screen, until));
}

// From where something is chosen already, else from the terminal's own cursor.
bool TerminalView::beginSelecting()
{
    if (m_screen.rows.isEmpty())
        return false;
    const bool isChosen = m_chosen.first < m_chosen.second;
    m_anchor = isChosen
                   ? m_chosen.first
                   : CellPlace{std::clamp(m_screen.cursorRow, 0, int(m_screen.rows.size()) - 1),
                               std::clamp(m_screen.cursorColumn, 0, m_screen.columns)};
    moveCaret(isChosen ? m_chosen.second : *m_anchor);
    setFocus();
    return true;
}

void TerminalView::endSelecting()
{
    forgetChoice();
    select({}, {});
}

void TerminalView::moveCaret(const CellPlace &place)
{
    m_caret = place;
    update();
    if (QAccessible::isActive()) {
        QAccessibleTextCursorEvent event(this, cursorOffset());
        QAccessible::updateAccessibility(&event);
    }
}

CellPlace TerminalView::placeAt(const QPointF &at) const
{
    const QPointF inner = at - m_cells.corner;
    return {std::clamp(int(std::floor(inner.y() / m_cells.height)), 0,
                       std::max(0, int(m_screen.rows.size()) - 1)),
            std::clamp(int(std::floor(inner.x() / m_cells.width)), 0, m_screen.columns)};
}

void TerminalView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_anchor = placeAt(event->position());
    select(*m_anchor, *m_anchor);
    if (m_caret)
        moveCaret(*m_anchor);
}

void TerminalView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_anchor || !(event->buttons() & Qt::LeftButton))
        return;
    CellPlace here = placeAt(event->position());
    if (here >= *m_anchor)
        here.column = std::min(here.column + 1, m_screen.columns);
    select(*m_anchor, here);
    if (m_caret)
        moveCaret(here);
}

void TerminalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const CellPlace here = placeAt(event->position());
    const auto [from, until] = wordAround(m_screen, here);
    select({here.row, from}, {here.row, until});
}

void TerminalView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"copy"_s), tr("&Copy"), this, &TerminalView::copy);
    menu->addAction(tr("Select &all"), this, &TerminalView::selectAll);
    menu->popup(event->globalPos());
}

// The window has another use for these keys.
bool TerminalView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)
            || (m_caret && (caretKeyOf(*key) || endsSelecting(*key)))) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void TerminalView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (!m_caret || !pressWithCaret(*event))
        QWidget::keyPressEvent(event);
}

// False: it is none of its keys, and the player's.
bool TerminalView::pressWithCaret(const QKeyEvent &event)
{
    if (endsSelecting(event)) {
        if (event.key() != Qt::Key_Escape && m_chosen.first < m_chosen.second)
            copy();
        endSelecting();
        return true;
    }
    const CaretKey *key = caretKeyOf(event);
    if (!key)
        return false;
    const CellPlace from = *m_caret;
    moveCaret(key->to(m_screen, from));
    if (event.matches(key->moves) || !m_anchor)
        m_anchor = event.matches(key->moves) ? *m_caret : from;
    select(*m_anchor, *m_caret);
    return true;
}

} // namespace respool
