// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/terminal/escapefilter.h"
#include "core/terminal/terminalscreen.h"

#include <vterm.h>

namespace respool {

// What the machine calls the cell behind a wide character.
constexpr auto rightHalf = uint32_t(-1);

// Appends what a cell shows, as UTF-8. Blanks between what was written are spaces; at the end they
// are nothing.
void appendCell(QByteArray &text, const VTermScreenCell &cell, int &blanks);

// libvterm and what it tells. For the sources of TerminalScreen only.
struct TerminalScreen::Machine
{
    struct Free
    {
        void operator()(VTerm *owned) const { vterm_free(owned); }
    };

    std::unique_ptr<VTerm, Free> term;
    VTermScreen *screen = nullptr; // belongs to term
    EscapeFilter filter;
    int columns = 0;
    int rows = 0;
    VTermPos cursor{0, 0};
    bool cursorVisible = true;
    bool alternate = false;
    QByteArray title;
    qint64 touched = 0;
    TerminalWatcher *watcher = nullptr;

    std::optional<quint32> colour(VTermColor colour) const
    {
        if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour))
            return {};
        vterm_screen_convert_color_to_rgb(screen, &colour);
        return quint32(colour.rgb.red) << 16 | quint32(colour.rgb.green) << 8
               | quint32(colour.rgb.blue);
    }

    std::optional<VTermScreenCell> cell(int row, int column) const
    {
        VTermScreenCell cell{};
        if (row < 0 || row >= rows || column < 0 || column >= columns
            || !vterm_screen_get_cell(screen, VTermPos{row, column}, &cell))
            return {};
        return cell;
    }

    // After a change of size the cursor and the margins of the machine may lie where there is no
    // screen any more, and it would write there.
    void settle()
    {
        VTermPos position{0, 0};
        vterm_state_get_cursorpos(vterm_obtain_state(term.get()), &position);
        const QByteArray sequences =
            "\x1b[r\x1b[s\x1b[" + QByteArray::number(std::clamp(position.row, 0, rows - 1) + 1)
            + ';' + QByteArray::number(std::clamp(position.col, 0, columns - 1) + 1) + 'H';
        write(sequences);
        filter.forgetSideMargins();
    }

    void show(bool other)
    {
        const bool changes = alternate != other;
        alternate = other;
        if (changes && watcher)
            watcher->switched(other);
    }

    static int damage(VTermRect where, void *self);
    static int moveRect(VTermRect to, VTermRect from, void *self);
    static int pushLine(int columns, const VTermScreenCell *cells, void *self);
    static int moveCursor(VTermPos position, VTermPos from, int visible, void *self);
    static int setProperty(VTermProp property, VTermValue *value, void *self);

    // Past the filter, which must know all that goes this way.
    void write(const QByteArray &sequences)
    {
        vterm_input_write(term.get(), sequences.constData(), size_t(sequences.size()));
    }
    // What it would answer to a question by the line it is connected to.
    QByteArray readAnswer();
};

} // namespace respool
