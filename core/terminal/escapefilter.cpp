// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/escapefilter.h"

#include <algorithm>

namespace respool {

namespace {

constexpr char escape = '\x1b';
constexpr char bell = '\x07';
constexpr char cancel = '\x18';
constexpr char substitute = '\x1a';
constexpr qsizetype mostSequence = 128;
constexpr qsizetype mostString = 4096;
constexpr qsizetype mostIntermediates = 4;
constexpr int mostDigits = 4;
constexpr int mostSeparators = 15; // libvterm has room for 16, and does not count
constexpr int mostRepeats = 500;

// The numbers of a sequence, none with more than four digits, and not more than there is room for.
QByteArray withSmallNumbers(const QByteArray &parameters)
{
    QByteArray result;
    int digits = 0;
    int separators = 0;
    for (const char byte : parameters) {
        if ((byte == ';' || byte == ':') && ++separators >= mostSeparators)
            break;
        digits = byte >= '0' && byte <= '9' ? digits + 1 : 0;
        if (digits <= mostDigits)
            result += byte;
    }
    return result;
}

} // namespace

QByteArray EscapeFilter::take(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size() + 16);
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char byte = bytes[at];
        switch (m_state) {
        case State::Text:
            at += takeRun(bytes.sliced(at), out);
            break;
        case State::Escape:
            takeEscape(byte, out);
            break;
        case State::Sequence:
            takeSequence(byte, out);
            break;
        case State::String:
            takeString(byte, out);
            break;
        }
    }
    return out;
}

// What is to be read, up to what is not, in one piece: nearly all that programs write. Returns how
// many bytes it took beside the first.
qsizetype EscapeFilter::takeRun(QByteArrayView bytes, QByteArray &out)
{
    qsizetype end = 0;
    qsizetype last = 0; // where the last character begins, if one does
    for (; end < bytes.size() && quint8(bytes[end]) >= 0x20 && bytes[end] != '\x7f'; ++end) {
        if ((quint8(bytes[end]) & 0xc0) != 0x80)
            last = end;
    }
    if (end == 0) {
        takeText(bytes[0], out);
        return 0;
    }
    out.append(bytes.first(end));
    m_single = false;
    for (const char byte : bytes.sliced(last, end - last))
        noteCharacter(byte);
    return end - 1;
}

void EscapeFilter::noteCharacter(char byte)
{
    const bool goesOn = (quint8(byte) & 0xc0) == 0x80; // within a character
    if (!goesOn || m_character.size() >= 4)
        m_character.truncate(0);
    m_character += byte;
}

void EscapeFilter::takeText(char byte, QByteArray &out)
{
    if (byte == escape) {
        m_state = State::Escape;
        m_sequence.truncate(0);
        return;
    }
    const auto code = quint8(byte);
    if (code < 0x20)
        noteControl(byte);
    if (code >= 0x20 && code != 0x7f) {
        noteCharacter(byte);
        m_single = false;
    }
    out += byte;
}

void EscapeFilter::takeEscape(char byte, QByteArray &out)
{
    const auto code = quint8(byte);
    if (byte == escape) {
        m_sequence.truncate(0);
        return;
    }
    if (byte == cancel || byte == substitute) {
        m_state = State::Text;
        return;
    }
    if (code < 0x20) {
        noteControl(byte);
        out += byte; // a control character within a sequence counts at once
        return;
    }
    if (code < 0x30) {
        if (m_sequence.size() < mostIntermediates)
            m_sequence += byte;
        return;
    }
    if (byte == '[') {
        m_sequence.truncate(0);
        m_state = State::Sequence;
        return;
    }
    m_state = State::Text;
    ++m_sweeps;
    if (code >= 0x7f)
        return takeText(byte, out);
    if (byte == '8' && m_sequence.isEmpty()) {
        // The same by another name, after which the machine looks where its cursor is.
        out += "\x1b[?1048l";
        return;
    }
    noteEscape(byte);
    out += escape;
    out += m_sequence;
    out += byte;
    if (byte == ']' || byte == 'P' || byte == '_' || byte == '^' || byte == 'X') {
        m_state = State::String;
        m_string = 0;
        m_stringEscape = false;
    }
}

void EscapeFilter::takeSequence(char byte, QByteArray &out)
{
    const auto code = quint8(byte);
    if (byte == escape) {
        m_state = State::Escape;
        m_sequence.truncate(0);
    } else if (byte == cancel || byte == substitute || code >= 0x7f) {
        m_state = State::Text;
    } else if (code < 0x20) {
        noteControl(byte);
        out += byte; // a control character within a sequence counts at once
    } else if (code < 0x40) {
        if (m_sequence.size() < mostSequence)
            m_sequence += byte;
    } else {
        m_state = State::Text;
        endSequence(byte, out);
    }
}

void EscapeFilter::endSequence(char final, QByteArray &out)
{
    const QByteArray parameters = withSmallNumbers(m_sequence);
    if (final == 'b') {
        const int times = std::clamp(parameters.toInt(), 1, mostRepeats);
        out += m_character.repeated(times);
        return;
    }
    noteSequence(parameters, final);
    // Erase, insert and delete lines, scroll, modes: the alternate screen is one.
    m_sweeps += QByteArrayView("JLMSThl").contains(final);
    out += escape;
    out += '[';
    out += parameters;
    out += final;
}

bool EscapeFilter::isBetween() const
{
    const int lead = m_character.isEmpty() ? 0 : quint8(m_character[0]);
    const int bytes = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return m_state == State::Text && !m_single
           && (m_character.isEmpty() || m_character.size() == bytes);
}

void EscapeFilter::noteControl(char byte)
{
    ++m_sweeps;
    if (byte == '\x0e' || byte == '\x0f')
        m_modes.shift = byte == '\x0e' ? 1 : 0;
}

void EscapeFilter::noteEscape(char final)
{
    if (m_sequence.size() == 1 && QByteArrayView("()*+").contains(m_sequence[0])) {
        if (QByteArrayView("0AB").contains(final)) // the machine knows these
            m_modes.charsets[size_t(m_sequence[0] - '(')] = final;
        return;
    }
    if (!m_sequence.isEmpty())
        return;
    if (final == 'c')
        m_modes = {};
    else if (final == 'n' || final == 'o')
        m_modes.shift = final == 'n' ? 2 : 3;
    m_modes.ownTabs |= final == 'H';
    m_single |= final == 'N' || final == 'O';
}

void EscapeFilter::noteSequence(const QByteArray &parameters, char final)
{
    m_modes.ownTabs |= final == 'g';
    const bool numbers = std::ranges::all_of(
        parameters, [](char byte) { return byte == ';' || (byte >= '0' && byte <= '9'); });
    if (final == 's' && numbers)
        m_modes.sideMargins = parameters;
    if (final != 'h' && final != 'l')
        return;
    // The machine heeds the first of several.
    const qsizetype end = parameters.indexOf(';');
    const int first = parameters.first(end < 0 ? parameters.size() : end).toInt();
    if (first == 4)
        m_modes.insert = final == 'h';
    else if (first == 20)
        m_modes.newLine = final == 'h';
}

// A string that is too long loses its rest, not its end.
void EscapeFilter::takeString(char byte, QByteArray &out)
{
    const bool over = byte == bell || byte == cancel || byte == substitute;
    if (m_stringEscape && byte != '\\') {
        m_state = State::Escape; // another sequence ends it, too
        m_sequence.truncate(0);
        takeEscape(byte, out);
        return;
    }
    if (over || m_stringEscape) {
        if (m_stringEscape)
            out += escape;
        out += byte;
        m_state = State::Text;
    } else if (byte == escape) {
        m_stringEscape = true;
    } else if (m_string++ < mostString) {
        out += byte;
    }
}

} // namespace respool
