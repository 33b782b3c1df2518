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

// The screen of a terminal: takes what a program writes and knows what is to be seen. Its size is
// kept within bounds that no recording needs to leave. Any one thread.
class TerminalScreen
{
public:
    static constexpr int mostColumns = 500;
    static constexpr int mostRows = 300;

    TerminalScreen(int columns, int rows); // 0 or less: 80 by 24
    ~TerminalScreen();

    // A character may be cut in two by the end of the bytes.
    void feed(QByteArrayView bytes);
    void resize(int columns, int rows);

    int columns() const;
    int rows() const;
    ScreenCell cell(int row, int column) const; // blank outside
    QString line(int row) const;                // without the blanks at its end
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
    struct Machine;
    std::unique_ptr<Machine> m_machine;
};

} // namespace respool
