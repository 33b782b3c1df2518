// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminalscreen.h"

#include "core/terminal/escapefilter.h"

#include <algorithm>
#include <vterm.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A wide character must fit into a line, or the machine writes beside it.
constexpr int leastColumns = 4;
constexpr int leastRows = 2;
constexpr qsizetype mostTitle = 1000;
constexpr qint64 resizeCost = 256; // takes memory for every cell, and reads and writes it
constexpr auto rightHalf = uint32_t(-1);

int columnsWithin(int columns)
{
    return columns <= 0 ? 80 : std::clamp(columns, leastColumns, TerminalScreen::mostColumns);
}

int rowsWithin(int rows)
{
    return rows <= 0 ? 24 : std::clamp(rows, leastRows, TerminalScreen::mostRows);
}

// Older versions of the library hand over a whole string, newer ones its pieces.
void takeTitle(QByteArray &title, char *text)
{
    title = QByteArray(text).first(std::min<qsizetype>(qsizetype(qstrlen(text)), mostTitle));
}

template <typename Fragment>
void takeTitle(QByteArray &title, const Fragment &fragment)
{
    if (fragment.initial)
        title.clear();
    if (title.size() < mostTitle)
        title.append(fragment.str, std::min<qsizetype>(qsizetype(fragment.len), mostTitle));
}

QString textOf(const VTermScreenCell &cell)
{
    QString text;
    for (const uint32_t code : cell.chars) {
        if (code == 0)
            break;
        const bool valid = code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
        text += QChar::fromUcs4(valid ? char32_t(code) : U'\ufffd');
    }
    return text;
}

void append(QByteArray &text, uint32_t code)
{
    if (code >= 0x20 && code < 0x7f) {
        text += char(code);
        return;
    }
    const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const bool valid = code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    QString letter;
    letter += QChar::fromUcs4(valid ? char32_t(code) : U'\ufffd');
    text += control ? QByteArray(" ") : letter.toUtf8();
}

// Blanks between what was written are spaces; at the end they are nothing.
void append(QByteArray &text, const VTermScreenCell &cell, int &blanks)
{
    if (cell.chars[0] == rightHalf)
        return;
    if (cell.chars[0] == 0) {
        ++blanks;
        return;
    }
    text.append(blanks, ' ');
    blanks = 0;
    for (const uint32_t code : cell.chars) {
        if (code == 0)
            break;
        append(text, code);
    }
}

} // namespace

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
        vterm_input_write(term.get(), sequences.constData(), size_t(sequences.size()));
    }

    void show(bool other)
    {
        const bool changes = alternate != other;
        alternate = other;
        if (changes && watcher)
            watcher->switched(other);
    }

    static int damage(VTermRect where, void *self)
    {
        static_cast<Machine *>(self)->watcher->damaged(where.start_row, where.end_row,
                                                       where.start_col, where.end_col);
        return 1;
    }

    static int moveRect(VTermRect to, VTermRect from, void *self)
    {
        const Machine &machine = *static_cast<Machine *>(self);
        if (from.start_col == 0 && to.start_col == 0 && from.end_col == machine.columns) {
            machine.watcher->moved(from.start_row, to.start_row, from.end_row - from.start_row);
            return 1;
        }
        return 0; // it is told as damage then
    }

    static int pushLine(int columns, const VTermScreenCell *cells, void *self)
    {
        QByteArray text;
        text.reserve(columns);
        int blanks = 0;
        for (int column = 0; column < columns; ++column)
            append(text, cells[column], blanks);
        static_cast<Machine *>(self)->watcher->scrolledOff(text);
        return 1;
    }

    static int moveCursor(VTermPos position, VTermPos, int, void *self)
    {
        auto &machine = *static_cast<Machine *>(self);
        machine.cursor = position;
        if (machine.watcher)
            machine.watcher->cursorMoved(position.row, position.col);
        return 1;
    }

    static int setProperty(VTermProp property, VTermValue *value, void *self)
    {
        auto &machine = *static_cast<Machine *>(self);
        if (property == VTERM_PROP_CURSORVISIBLE)
            machine.cursorVisible = value->boolean;
        else if (property == VTERM_PROP_ALTSCREEN)
            machine.show(value->boolean);
        else if (property == VTERM_PROP_TITLE)
            takeTitle(machine.title, value->string);
        return 1;
    }
};

TerminalScreen::TerminalScreen(int columns, int rows)
    : m_machine(std::make_unique<Machine>())
{
    m_machine->columns = columnsWithin(columns);
    m_machine->rows = rowsWithin(rows);
    m_machine->term.reset(vterm_new(m_machine->rows, m_machine->columns));
    vterm_set_utf8(m_machine->term.get(), 1);
    m_machine->screen = vterm_obtain_screen(m_machine->term.get());
    watch(nullptr);
    vterm_screen_enable_altscreen(m_machine->screen, 1);
    vterm_screen_reset(m_machine->screen, 1);
}

TerminalScreen::~TerminalScreen() = default;

// What nobody watches is not told either: it is told for every character.
void TerminalScreen::watch(TerminalWatcher *watcher)
{
    const auto tableOf = [](bool watched) {
        VTermScreenCallbacks table{};
        table.movecursor = Machine::moveCursor;
        table.settermprop = Machine::setProperty;
        if (watched) {
            table.damage = Machine::damage;
            table.moverect = Machine::moveRect;
            table.sb_pushline = Machine::pushLine;
        }
        return table;
    };
    static const VTermScreenCallbacks plain = tableOf(false);
    static const VTermScreenCallbacks full = tableOf(true);
    m_machine->watcher = watcher;
    vterm_screen_set_callbacks(m_machine->screen, watcher ? &full : &plain, m_machine.get());
}

void TerminalScreen::feed(QByteArrayView bytes)
{
    const qint64 sweeps = m_machine->filter.sweeps();
    const QByteArray safe = m_machine->filter.take(bytes);
    m_machine->touched +=
        safe.size() + (m_machine->filter.sweeps() - sweeps) * m_machine->columns * m_machine->rows;
    vterm_input_write(m_machine->term.get(), safe.constData(), size_t(safe.size()));
    // What the terminal would answer has nobody to read it.
    char answer[256];
    while (vterm_output_read(m_machine->term.get(), answer, sizeof answer) > 0) {
    }
}

void TerminalScreen::resize(int columns, int rows)
{
    columns = columnsWithin(columns);
    rows = rowsWithin(rows);
    if (columns == m_machine->columns && rows == m_machine->rows)
        return;
    m_machine->columns = columns;
    m_machine->rows = rows;
    m_machine->touched += resizeCost * columns * rows;
    vterm_set_size(m_machine->term.get(), rows, columns);
    m_machine->settle();
}

int TerminalScreen::columns() const
{
    return m_machine->columns;
}

int TerminalScreen::rows() const
{
    return m_machine->rows;
}

ScreenCell TerminalScreen::cell(int row, int column) const
{
    const auto found = m_machine->cell(row, column);
    if (!found)
        return {};
    ScreenCell cell;
    cell.width = found->chars[0] == rightHalf ? 0 : std::clamp(int(found->width), 1, 2);
    if (cell.width > 0)
        cell.text = textOf(*found);
    cell.style = {.foreground = m_machine->colour(found->fg),
                  .background = m_machine->colour(found->bg),
                  .bold = found->attrs.bold != 0,
                  .italic = found->attrs.italic != 0,
                  .underline = found->attrs.underline != 0,
                  .strike = found->attrs.strike != 0,
                  .reverse = found->attrs.reverse != 0};
    return cell;
}

QString TerminalScreen::line(int row) const
{
    QString text;
    for (int column = 0; column < columns(); ++column) {
        const auto found = m_machine->cell(row, column);
        if (found && found->chars[0] != rightHalf)
            text += found->chars[0] == 0 ? u" "_s : textOf(*found);
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

QByteArray TerminalScreen::utf8(int row) const
{
    QByteArray text;
    int blanks = 0;
    for (int column = 0; column < columns(); ++column) {
        if (const auto found = m_machine->cell(row, column))
            append(text, *found, blanks);
    }
    return text;
}

int TerminalScreen::used() const
{
    int count = 0;
    for (int row = 0; row < rows(); ++row) {
        for (int column = 0; column < columns(); ++column) {
            const auto found = m_machine->cell(row, column);
            if (found && found->chars[0] != 0 && found->chars[0] != ' ')
                ++count;
        }
    }
    return count;
}

qint64 TerminalScreen::touched() const
{
    return m_machine->touched;
}

int TerminalScreen::cursorColumn() const
{
    return std::clamp(m_machine->cursor.col, 0, columns() - 1);
}

int TerminalScreen::cursorRow() const
{
    return std::clamp(m_machine->cursor.row, 0, rows() - 1);
}

bool TerminalScreen::isCursorVisible() const
{
    return m_machine->cursorVisible;
}

bool TerminalScreen::isAlternate() const
{
    return m_machine->alternate;
}

QString TerminalScreen::title() const
{
    return QString::fromUtf8(m_machine->title);
}

} // namespace respool
