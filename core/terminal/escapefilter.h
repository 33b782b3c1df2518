// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace respool {

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

private:
    enum class State { Text, Escape, Sequence, String };

    void takeText(char byte, QByteArray &out);
    void takeEscape(char byte, QByteArray &out);
    void takeSequence(char byte, QByteArray &out);
    void takeString(char byte, QByteArray &out);
    void endSequence(char final, QByteArray &out);

    State m_state = State::Text;
    QByteArray m_sequence;  // what stands between the ends of an escape or control sequence
    QByteArray m_character; // the last one, in UTF-8
    qint64 m_sweeps = 0;
    qsizetype m_string = 0;
    bool m_stringEscape = false; // within a string, after an escape
};

} // namespace respool
