// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/screendrawing.h"
#include "core/terminal/terminalmachine.h"

#include <QList>

#include <algorithm>
#include <array>
#include <tuple>

namespace respool {

namespace {

// What a drawing begins with: no margins, no origin, neither wrapping nor inserting, the plain set
// of characters, dark on light as usual. Answers are to be of seven bits.
const QByteArray plainModes =
    "\x1b F\x1b[?69l\x1b[?6l\x1b[r\x1b[?7l\x1b[4l\x1b[20l\x1b[?5l\x0f\x1b[0m";

constexpr int usualTab = 8;

QByteArray numbered(int number, int second, const char *final)
{
    return "\x1b[" + QByteArray::number(number) + ';' + QByteArray::number(second) + final;
}

// The rest of what a machine is, as far as it tells.
struct MachineModes
{
    bool reverse = false;
    bool origin = false;
    bool wrap = true;
    bool sideMargins = false;
    int top = 1; // of the margins, from 1 on
    int bottom = 0;
    VTermPos cursor{0, 0};
    bool cursorVisible = true;
    PenLook pen;
    VTermPos savedCursor{0, 0};
    bool savedVisible = true;
    PenLook savedPen;
    QList<int> tabs; // only when they are not those of the beginning
};

} // namespace

// Reads what a machine is, and writes it down.
class MachineReader
{
public:
    explicit MachineReader(TerminalScreen::Machine &machine)
        : m_machine(machine)
        , m_state(vterm_obtain_state(machine.term.get()))
    {}

    ScreenCells cells(bool reversed) const;
    MachineModes modes();
    QByteArray finish(const MachineModes &modes) const;

private:
    bool isSet(int mode);
    std::pair<int, int> numbers(const char *question);
    PenLook pen() const;
    VTermPos cursor() const;
    QList<int> tabs();

    TerminalScreen::Machine &m_machine;
    VTermState *m_state; // belongs to the machine
};

ScreenCells MachineReader::cells(bool reversed) const
{
    ScreenCells result{m_machine.columns, m_machine.rows, {}, {}};
    result.cells.reserve(size_t(result.columns) * size_t(result.rows));
    for (int row = 0; row < result.rows; ++row) {
        for (int column = 0; column < result.columns; ++column) {
            VTermScreenCell cell = m_machine.cell(row, column).value_or(VTermScreenCell{});
            if (reversed)
                cell.attrs.reverse = !cell.attrs.reverse;
            result.cells.push_back(cell);
        }
        result.lines.push_back(*vterm_state_get_lineinfo(m_state, row));
    }
    return result;
}

bool MachineReader::isSet(int mode)
{
    m_machine.write("\x1b[?" + QByteArray::number(mode) + "$p");
    return m_machine.readAnswer().contains(";1$y");
}

std::pair<int, int> MachineReader::numbers(const char *question)
{
    m_machine.write(QByteArray("\x1bP$q") + question + "\x1b\\");
    const QByteArray answer = m_machine.readAnswer();
    const qsizetype begin = answer.indexOf("$r") + 2;
    const QByteArray numbers = answer.sliced(begin, answer.indexOf(question, begin) - begin);
    const qsizetype middle = numbers.indexOf(';');
    return {numbers.left(middle).toInt(), numbers.mid(middle + 1).toInt()};
}

PenLook MachineReader::pen() const
{
    PenLook look;
    const auto number = [this](VTermAttr attribute) {
        VTermValue value{};
        vterm_state_get_penattr(m_state, attribute, &value);
        return unsigned(value.number);
    };
    look.attributes.bold = number(VTERM_ATTR_BOLD) != 0;
    look.attributes.underline = number(VTERM_ATTR_UNDERLINE) & 3;
    look.attributes.italic = number(VTERM_ATTR_ITALIC) != 0;
    look.attributes.blink = number(VTERM_ATTR_BLINK) != 0;
    look.attributes.reverse = number(VTERM_ATTR_REVERSE) != 0;
    look.attributes.strike = number(VTERM_ATTR_STRIKE) != 0;
    look.attributes.font = number(VTERM_ATTR_FONT) & 15;
    VTermValue value{};
    vterm_state_get_penattr(m_state, VTERM_ATTR_FOREGROUND, &value);
    look.foreground = value.color;
    vterm_state_get_penattr(m_state, VTERM_ATTR_BACKGROUND, &value);
    look.background = value.color;
    return look;
}

VTermPos MachineReader::cursor() const
{
    VTermPos position{0, 0};
    vterm_state_get_cursorpos(m_state, &position);
    return {std::clamp(position.row, 0, m_machine.rows - 1),
            std::clamp(position.col, 0, m_machine.columns - 1)};
}

// Where tabulators lead to, from one to the next. They lead to the last column in any case; whether
// there is a stop, too, is told by none: it is taken to be as it was at the beginning.
QList<int> MachineReader::tabs()
{
    const int last = m_machine.columns - 1;
    QList<int> columns{0};
    m_machine.write("\x1b[?6l\x1b[1;1H");
    for (;;) {
        m_machine.write("\t");
        const int column = cursor().col;
        if (column <= columns.last() || column >= last)
            break;
        columns << column;
    }
    if (last % usualTab == 0)
        columns << last;
    return columns;
}

MachineModes MachineReader::modes()
{
    MachineModes modes;
    m_machine.write("\x1b F");
    modes.cursor = cursor();
    modes.cursorVisible = m_machine.cursorVisible;
    modes.pen = pen();
    modes.reverse = isSet(5);
    modes.origin = isSet(6);
    modes.wrap = isSet(7);
    modes.sideMargins = isSet(69);
    std::tie(modes.top, modes.bottom) = numbers("r");
    m_machine.write("\x1b[?6l\x1b[?1048l"); // else it would be moved into the margins
    modes.savedCursor = cursor();
    modes.savedVisible = m_machine.cursorVisible;
    modes.savedPen = pen();
    if (m_machine.filter.modes().ownTabs)
        modes.tabs = tabs();
    return modes;
}

// All but the cells. The cursor comes last, since nearly everything moves it.
QByteArray MachineReader::finish(const MachineModes &modes) const
{
    const TerminalModes &told = m_machine.filter.modes();
    ScreenDrawing drawing;
    if (!modes.tabs.isEmpty())
        drawing.append("\x1b[3g");
    for (const int column : modes.tabs.mid(modes.tabs.isEmpty() ? 0 : 1)) {
        drawing.goTo(0, column);
        drawing.append("\x1bH");
    }
    drawing.goTo(modes.savedCursor.row, modes.savedCursor.col);
    drawing.use(modes.savedPen);
    drawing.append(modes.savedVisible ? "\x1b[?25h" : "\x1b[?25l");
    drawing.append("\x1b[?1048h");
    drawing.append(modes.reverse ? "\x1b[?5h" : "");
    drawing.append(numbered(modes.top, modes.bottom, "r"));
    drawing.append("\x1b[" + told.sideMargins + 's');
    drawing.append(modes.sideMargins ? "\x1b[?69h" : "");
    drawing.append(modes.wrap ? "\x1b[?7h" : "");
    drawing.append(told.insert ? "\x1b[4h" : "");
    drawing.append(told.newLine ? "\x1b[20h" : "");
    drawing.append(modes.origin ? "\x1b[?6h" : "");
    for (size_t i = 0; i < told.charsets.size(); ++i) {
        if (told.charsets[i])
            drawing.append(QByteArray("\x1b") + "()*+"[i] + told.charsets[i]);
    }
    static constexpr std::array shifts{"", "\x0e", "\x1bn", "\x1bo"};
    drawing.append(shifts[size_t(told.shift & 3)]);
    drawing.use(modes.pen);
    drawing.append(modes.cursorVisible ? "\x1b[?25h" : "\x1b[?25l");
    const int left = modes.origin && modes.sideMargins ? told.sideMargins.toInt() - 1 : 0;
    drawing.goTo(modes.cursor.row - (modes.origin ? modes.top - 1 : 0), modes.cursor.col - left);
    return drawing.take();
}

bool TerminalScreen::isSettled() const
{
    const VTermLineInfo *line =
        vterm_state_get_lineinfo(vterm_obtain_state(m_machine->term.get()), cursorRow());
    const int width = line->doublewidth ? columns() / 2 : columns();
    return m_machine->filter.isBetween() && cursorColumn() < width - 1;
}

ScreenState TerminalScreen::state()
{
    Machine &machine = *m_machine;
    TerminalWatcher *const watcher = machine.watcher;
    watch(nullptr);
    MachineReader reader(machine);
    const MachineModes modes = reader.modes();
    ScreenDrawing drawing;
    const bool isOther = machine.alternate;
    QByteArray other;
    if (isOther) {
        drawing.draw(reader.cells(modes.reverse));
        other = drawing.take();
        drawing.forgetPen();
        machine.write("\x1b[?1047l");
    }
    drawing.draw(reader.cells(modes.reverse));
    const QByteArray primary = drawing.take();
    const QByteArray end = other + reader.finish(modes);
    // Switching to the alternate screen has emptied it; a reset gives it the sets of characters back
    // that it is drawn with.
    machine.write((isOther ? "\x1b[?1047h\x1b"
                             "c"
                           : "")
                  + plainModes + end);
    machine.readAnswer();
    const QByteArray title =
        machine.title.isEmpty() ? QByteArray() : "\x1b]2;" + machine.title + '\x07';
    const QByteArray switching = isOther ? "\x1b[0m\x1b[?1047h" : "";
    watch(watcher);
    return {machine.columns, machine.rows, plainModes + title + primary + switching + end,
            machine.filter.lastCharacter()};
}

std::unique_ptr<TerminalScreen> TerminalScreen::restored(const ScreenState &state)
{
    auto screen = std::make_unique<TerminalScreen>(state.columns, state.rows);
    screen->feed(state.drawing);
    screen->m_machine->filter.setLastCharacter(state.lastCharacter);
    return screen;
}

} // namespace respool
