// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/screendrawing.h"

#include "core/terminal/terminalmachine.h"

#include <QString>

namespace respool {

namespace {

const QByteArray sequenceBegin = "\x1b[";
constexpr auto wideBlank = "\xe3\x80\x80"; // an ideographic space

// As the machine counts: what is written where it goes beside its cell, it is told of alone.
enum class Fit { Blank, RightHalf, Narrow, Wide, Odd };

bool isWide(uint32_t code)
{
    // What any table of widths may have as wide, and more: to be one too many costs a few bytes.
    const bool narrow = code < 0x1100 || (code >= 0x1200 && code < 0x231a)
                        || (code >= 0x2500 && code < 0x25fd); // lines and blocks, above all
    return !narrow;
}

bool isCombining(uint32_t code)
{
    const QChar::Category category = QChar::category(char32_t(code));
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
           || category == QChar::Other_Format || (code >= 0x1160 && code < 0x1200);
}

Fit fitOf(const ScreenCells &screen, int row, int column)
{
    const uint32_t code = screen.at(row, column).chars[0];
    if (code == rightHalf)
        return Fit::RightHalf;
    if (code == 0)
        return Fit::Blank;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || isCombining(code))
        return Fit::Odd;
    // Behind a narrow one it is what is left of a wide one.
    const bool whole =
        column + 1 < screen.columns && screen.at(row, column + 1).chars[0] == rightHalf;
    return whole && isWide(code) ? Fit::Wide : Fit::Narrow;
}

void appendColour(QByteArray &out, const VTermColor &colour, int plain)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour))
        return;
    QByteArray number;
    if (VTERM_COLOR_IS_INDEXED(&colour))
        number = QByteArray::number(plain + 8) + ";5;" + QByteArray::number(colour.indexed.idx);
    else
        number = QByteArray::number(plain + 8) + ";2;" + QByteArray::number(colour.rgb.red) + ';'
                 + QByteArray::number(colour.rgb.green) + ';' + QByteArray::number(colour.rgb.blue);
    out += sequenceBegin + number + 'm';
}

bool sameColour(const VTermColor &one, const VTermColor &other)
{
    return vterm_color_is_equal(&one, &other) != 0;
}

} // namespace

bool PenLook::operator==(const PenLook &other) const
{
    const VTermScreenCellAttrs &a = attributes;
    const VTermScreenCellAttrs &b = other.attributes;
    return a.bold == b.bold && a.underline == b.underline && a.italic == b.italic
           && a.blink == b.blink && a.reverse == b.reverse && a.strike == b.strike
           && a.font == b.font && sameColour(foreground, other.foreground)
           && sameColour(background, other.background);
}

void ScreenDrawing::goTo(int row, int column)
{
    m_out +=
        sequenceBegin + QByteArray::number(row + 1) + ';' + QByteArray::number(column + 1) + 'H';
}

// In several sequences, since each has room for so many numbers only.
void ScreenDrawing::use(const PenLook &pen)
{
    if (m_pen && *m_pen == pen)
        return;
    m_pen = pen;
    const VTermScreenCellAttrs &attributes = pen.attributes;
    m_out += sequenceBegin + '0';
    if (attributes.bold)
        m_out += ";1";
    if (attributes.italic)
        m_out += ";3";
    if (attributes.underline)
        m_out += attributes.underline == VTERM_UNDERLINE_DOUBLE  ? ";21"
                 : attributes.underline == VTERM_UNDERLINE_CURLY ? ";4:3"
                                                                 : ";4";
    if (attributes.blink)
        m_out += ";5";
    if (attributes.reverse)
        m_out += ";7";
    if (attributes.strike)
        m_out += ";9";
    if (attributes.font)
        m_out += ';' + QByteArray::number(10 + attributes.font);
    m_out += 'm';
    appendColour(m_out, pen.foreground, 30);
    appendColour(m_out, pen.background, 40);
}

void ScreenDrawing::put(const VTermScreenCell &cell)
{
    for (const uint32_t code : cell.chars) {
        if (code == 0)
            break;
        const bool valid = code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
        QString letter;
        letter += QChar::fromUcs4(valid ? char32_t(code) : U'\ufffd');
        m_out += letter.toUtf8();
    }
}

// What cannot be written from left to right with the rest: halves of wide characters that have lost
// the other one, and characters that take no room.
void ScreenDrawing::drawOddCells(const ScreenCells &screen, int row)
{
    const int last = screen.columns - 1;
    if (fitOf(screen, row, 0) == Fit::RightHalf) {
        // Written one cell behind its place, and pulled into it: its left half goes.
        goTo(row, 0);
        m_out += wideBlank;
        goTo(row, 0);
        m_out += sequenceBegin + 'P';
    }
    if (fitOf(screen, row, last) == Fit::Narrow && isWide(screen.at(row, last).chars[0])) {
        // Written one cell before its place, and pushed into it: its right half falls off.
        goTo(row, last - 1);
        use(PenLook::of(screen.at(row, last)));
        put(screen.at(row, last));
        goTo(row, last - 1);
        m_out += sequenceBegin + '@';
    }
    // From right to left: of two halves beside each other the left one comes over the blank of the
    // right one.
    for (int column = last; column > 0; --column) {
        if (fitOf(screen, row, column) != Fit::RightHalf
            || fitOf(screen, row, column - 1) == Fit::Wide)
            continue;
        goTo(row, column - 1);
        m_out += wideBlank;
    }
    for (int column = 0; column < screen.columns; ++column) {
        if (fitOf(screen, row, column) != Fit::Odd)
            continue;
        goTo(row, column);
        use(PenLook::of(screen.at(row, column)));
        put(screen.at(row, column));
    }
}

void ScreenDrawing::drawRow(const ScreenCells &screen, int row)
{
    drawOddCells(screen, row);
    int cursor = -1; // where the next character would go
    for (int column = 0; column < screen.columns; ++column) {
        const VTermScreenCell &cell = screen.at(row, column);
        const Fit fit = fitOf(screen, row, column);
        const bool pushed =
            column == screen.columns - 1 && fit == Fit::Narrow && isWide(cell.chars[0]);
        if (fit == Fit::RightHalf || fit == Fit::Odd || pushed)
            continue;
        if (cursor != column)
            goTo(row, column);
        use(PenLook::of(cell));
        if (fit == Fit::Blank) {
            int blanks = 1;
            while (column + blanks < screen.columns
                   && fitOf(screen, row, column + blanks) == Fit::Blank
                   && PenLook::of(screen.at(row, column + blanks)) == *m_pen)
                ++blanks;
            m_out += sequenceBegin + QByteArray::number(blanks) + 'X';
            column += blanks - 1;
            cursor = -1;
            continue;
        }
        put(cell);
        cursor = fit == Fit::Wide ? column + 2 : isWide(cell.chars[0]) ? -1 : column + 1;
    }
}

void ScreenDrawing::draw(const ScreenCells &screen)
{
    const PenLook plain = [] {
        PenLook look;
        look.foreground.type = VTERM_COLOR_DEFAULT_FG;
        look.background.type = VTERM_COLOR_DEFAULT_BG;
        return look;
    }();
    for (int row = 0; row < screen.rows; ++row) {
        // An empty row is what there is anyhow.
        bool empty = true;
        for (int column = 0; column < screen.columns && empty; ++column) {
            const PenLook look = PenLook::of(screen.at(row, column));
            empty = screen.at(row, column).chars[0] == 0
                    && VTERM_COLOR_IS_DEFAULT_FG(&look.foreground)
                    && VTERM_COLOR_IS_DEFAULT_BG(&look.background)
                    && PenLook{look.attributes, plain.foreground, plain.background} == plain;
        }
        if (!empty)
            drawRow(screen, row);
        const VTermLineInfo &line = screen.lines[size_t(row)];
        if (!line.doublewidth && !line.doubleheight)
            continue;
        goTo(row, 0);
        use(PenLook::of(screen.at(row, screen.columns / 2))); // the right half is erased with it
        m_out += line.doubleheight == 1 ? "\x1b#3" : line.doubleheight == 2 ? "\x1b#4" : "\x1b#6";
    }
}

} // namespace respool
