// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <algorithm>
#include <array>

namespace respool {

// What the terminal machine was told and does not tell again.
struct TerminalModes
{
    std::array<char, 4> charsets{}; // chosen for G0 to G3; 0: none
    int shift = 0;                  // which of them is in use
    bool insert = false;
    bool newLine = false;
    bool ownTabs = false;   // tab stops were set or cleared
    QByteArray sideMargins; // the numbers that were told; empty: none
};

// Stands before the terminal machine and keeps from it what makes it work without end or write
// beside its memory: numbers and strings far larger than any screen, more parameters than it has
// room for, a cursor that is restored to where the screen no longer is, and "repeat the last
// character", which it never comes back from when there is none. The machine gets whole sequences
// only, so that the two never differ on where one begins. A sequence may be cut by the end of the
// bytes.
class EscapeFilter
{
public:
    QByteArray take(QByteArrayView bytes);
    // How often the machine was told what may move or clear all of its screen.
    qint64 sweeps() const { return m_sweeps; }
    const TerminalModes &modes() const { return m_modes; }
    void forgetSideMargins() { m_modes.sideMargins.clear(); }
    // Neither a sequence nor a character is cut in two.
    bool isBetween() const;
    // What would be repeated: a filter that takes the place of another must know it.
    QByteArray lastCharacter() const { return m_character; }
    void setLastCharacter(const QByteArray &character)
    {
        m_character = character.first(std::min<qsizetype>(character.size(), 4));
    }

private:
    enum class State { Text, Escape, Sequence, String };

    qsizetype takeRun(QByteArrayView bytes, QByteArray &out);
    void takeText(char byte, QByteArray &out);
    void noteCharacter(char byte);
    void takeEscape(char byte, QByteArray &out);
    void takeSequence(char byte, QByteArray &out);
    void takeString(char byte, QByteArray &out);
    void endSequence(char final, QByteArray &out);
    void noteControl(char byte);
    void noteEscape(char final);
    void noteSequence(const QByteArray &parameters, char final);

    State m_state = State::Text;
    QByteArray m_sequence;  // what stands between the ends of an escape or control sequence
    QByteArray m_character; // the last one, in UTF-8
    TerminalModes m_modes;
    bool m_single = false; // the next character only is of another set
    qint64 m_sweeps = 0;
    qsizetype m_string = 0;
    bool m_stringEscape = false; // within a string, after an escape
};

} // namespace respool
