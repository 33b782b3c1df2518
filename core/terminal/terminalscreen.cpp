// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/terminalscreen.h"

#include "core/terminal/terminalmachine.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

// A wide character must fit into a line, or the machine writes beside it.
constexpr int leastColumns = 4;
constexpr int leastRows = 2;
constexpr qsizetype mostTitle = 1000;
constexpr qint64 resizeCost = 256; // takes memory for every cell, and reads and writes it

int columnsWithin(int columns)
{
    return columns <= 0 ? 80 : std::clamp(columns, leastColumns, TerminalScreen::mostColumns);
}

int rowsWithin(int rows)
{
    return rows <= 0 ? 24 : std::clamp(rows, leastRows, TerminalScreen::mostRows);
}

// The sixteen colours that have a name are those of the terminal foot (the defaults of its foot.ini),
// each of which can be read on a dark ground, where red and blue of a VGA card cannot. But for the
// bright black, which has 2.9:1 on ours: that of Windows Terminal (its scheme Campbell) has 3.9:1.
// Black stays what it is: others are written on it.
constexpr std::array<quint32, 16> namedColours{
    0x242424, 0xf62b5a, 0x47b413, 0xe3c401, 0x24acd4, 0xf2affd, 0x13c299, 0xe6e6e6,
    0x767676, 0xff4d51, 0x35d450, 0xe9e836, 0x5dc5f8, 0xfeabf2, 0x24dfc4, 0xffffff};

void nameColours(VTerm *term)
{
    VTermState *state = vterm_obtain_state(term);
    for (size_t i = 0; i < namedColours.size(); ++i) {
        const quint32 rgb = namedColours[i];
        VTermColor colour;
        vterm_color_rgb(&colour, uint8_t(rgb >> 16), uint8_t(rgb >> 8), uint8_t(rgb));
        vterm_state_set_palette_color(state, int(i), &colour);
    }
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

// Each letter of ASCII, so that a cell that shows one takes no memory for it.
constexpr auto asciiLetters = [] {
    std::array<QChar, 0x80> letters{};
    for (size_t code = 0; code < letters.size(); ++code)
        letters[code] = QChar(char16_t(code));
    return letters;
}();

QString textOf(const VTermScreenCell &cell)
{
    if (cell.chars[0] > 0 && cell.chars[0] < asciiLetters.size() && cell.chars[1] == 0)
        return QString::fromRawData(&asciiLetters[cell.chars[0]], 1);
    QString text;
    for (const uint32_t code : cell.chars) {
        if (code == 0)
            break;
        const bool valid = code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
        text += QChar::fromUcs4(valid ? char32_t(code) : U'\ufffd');
    }
    return text;
}

// As most cells of most screens are.
bool isPlainBlank(const VTermScreenCell &cell)
{
    const VTermScreenCellAttrs &drawn = cell.attrs;
    return cell.chars[0] == 0 && cell.width == 1 && VTERM_COLOR_IS_DEFAULT_FG(&cell.fg)
           && VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) && !drawn.bold && !drawn.italic
           && !drawn.underline && !drawn.strike && !drawn.reverse;
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

} // namespace

void appendCell(QByteArray &text, const VTermScreenCell &cell, int &blanks)
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

int TerminalScreen::Machine::damage(VTermRect where, void *self)
{
    static_cast<Machine *>(self)->watcher->damaged(where.start_row, where.end_row, where.start_col,
                                                   where.end_col);
    return 1;
}

int TerminalScreen::Machine::moveRect(VTermRect to, VTermRect from, void *self)
{
    const Machine &machine = *static_cast<Machine *>(self);
    if (from.start_col == 0 && to.start_col == 0 && from.end_col == machine.columns) {
        machine.watcher->moved(from.start_row, to.start_row, from.end_row - from.start_row);
        return 1;
    }
    return 0; // it is told as damage then
}

int TerminalScreen::Machine::pushLine(int columns, const VTermScreenCell *cells, void *self)
{
    QByteArray text;
    text.reserve(columns);
    int blanks = 0;
    for (int column = 0; column < columns; ++column)
        appendCell(text, cells[column], blanks);
    static_cast<Machine *>(self)->watcher->scrolledOff(text);
    return 1;
}

int TerminalScreen::Machine::moveCursor(VTermPos position, VTermPos, int, void *self)
{
    auto &machine = *static_cast<Machine *>(self);
    machine.cursor = position;
    if (machine.watcher)
        machine.watcher->cursorMoved(position.row, position.col);
    return 1;
}

int TerminalScreen::Machine::setProperty(VTermProp property, VTermValue *value, void *self)
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

QByteArray TerminalScreen::Machine::readAnswer()
{
    QByteArray answer;
    char piece[256];
    while (const size_t got = vterm_output_read(term.get(), piece, sizeof piece))
        answer.append(piece, qsizetype(got));
    return answer;
}

TerminalScreen::TerminalScreen(int columns, int rows)
    : m_machine(std::make_unique<Machine>())
{
    m_machine->columns = columnsWithin(columns);
    m_machine->rows = rowsWithin(rows);
    m_machine->term.reset(vterm_new(m_machine->rows, m_machine->columns));
    vterm_set_utf8(m_machine->term.get(), 1);
    nameColours(m_machine->term.get());
    m_machine->screen = vterm_obtain_screen(m_machine->term.get());
    watch(nullptr);
    vterm_screen_enable_altscreen(m_machine->screen, 1);
    vterm_screen_reset(m_machine->screen, 1);
    // Who restores a cursor that nobody has saved gets the one of the beginning.
    m_machine->write("\x1b[?1048h");
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
    m_machine->write(safe);
    m_machine->readAnswer(); // has nobody to read it
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
    if (!found || isPlainBlank(*found))
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
            appendCell(text, *found, blanks);
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
