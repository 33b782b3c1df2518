// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>

namespace respool {

// How a cell is drawn. Without a colour: the terminal's own.
struct CellStyle
{
    std::optional<quint32> foreground = {}; // 0xRRGGBB
    std::optional<quint32> background = {};
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strike = false;
    bool reverse = false; // foreground and background change places

    bool operator==(const CellStyle &) const = default;
};

struct ScreenCell
{
    QString text;  // one character with what combines with it; empty: blank
    int width = 1; // 2: a wide character; 0: the right half of one
    CellStyle style;
};

// All that a screen is, as what draws it on a new one: for a process that goes on where another one
// was. It is bytes of a recording, in the end, and trusted as little.
struct ScreenState
{
    int columns = 0;
    int rows = 0;
    QByteArray drawing;
    QByteArray lastCharacter;
};

// Hears what happens on a screen, while it is fed or changes its size. Rows and columns count from
// 0; until is the first that is no longer meant.
class TerminalWatcher
{
public:
    virtual ~TerminalWatcher() = default;
    // Something may be different there. A single character is told alone.
    virtual void damaged(int fromRow, int untilRow, int fromColumn, int untilColumn) = 0;
    // Whole rows are elsewhere now.
    virtual void moved(int fromRow, int toRow, int rows) = 0;
    // A row leaves the screen at its top, before the others move. UTF-8, with the spaces at its end
    // that a program has written.
    virtual void scrolledOff(const QByteArray &text) = 0;
    virtual void cursorMoved(int row, int column) = 0;
    virtual void switched(bool alternate) = 0; // the other screen is shown from now on
};

// The screen of a terminal: takes what a program writes and knows what is to be seen. Its size is
// kept within bounds that no recording needs to leave. Any one thread.
class TerminalScreen
{
public:
    static constexpr int mostColumns = 500;
    static constexpr int mostRows = 300;

    TerminalScreen(int columns, int rows); // 0 or less: 80 by 24
    ~TerminalScreen();

    void watch(TerminalWatcher *watcher); // must outlive it; null: nobody

    // Whether state() would tell all of it: no sequence and no character is cut in two, and the
    // cursor does not wait behind the end of a line.
    bool isSettled() const;
    // Not const, since the machine shows the other screen only when it is switched to it. Nobody
    // hears of that. Left out: which cells are protected from erasing.
    ScreenState state();
    static std::unique_ptr<TerminalScreen> restored(const ScreenState &state);

    // A character may be cut in two by the end of the bytes.
    void feed(QByteArrayView bytes);
    void resize(int columns, int rows);

    int columns() const;
    int rows() const;
    ScreenCell cell(int row, int column) const; // blank outside
    QString line(int row) const;                // without the blanks at its end
    QByteArray utf8(int row) const;             // likewise, but with spaces that were written there
    int used() const;                           // how many cells show a character

    // How many cells it may have had to touch so far: what it cost.
    qint64 touched() const;

    int cursorColumn() const;
    int cursorRow() const;
    bool isCursorVisible() const;
    bool isAlternate() const; // the screen that a full-screen program shows
    QString title() const;

private:
    Q_DISABLE_COPY_MOVE(TerminalScreen)
    friend class MachineReader;
    struct Machine;
    std::unique_ptr<Machine> m_machine;
};

} // namespace respool
