// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/castline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUtf8StringView>

#include <array>
#include <cstring>

namespace respool {

namespace {

constexpr int mostExactDigits = 15; // of a number that a double holds exactly
constexpr std::array<double, mostExactDigits + 1> powersOfTen{
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
constexpr char16_t byteOrderMark = 0xfeff;

// Walks over one line. Each step says whether it found what belongs there.
class LineScanner
{
public:
    explicit LineScanner(QByteArrayView line)
        : m_at(line.begin())
        , m_end(line.end())
    {}

    bool takes(char wanted)
    {
        skipBlanks();
        if (m_at == m_end || *m_at != wanted)
            return false;
        ++m_at;
        return true;
    }
    bool isAtEnd()
    {
        skipBlanks();
        return m_at == m_end;
    }
    bool number(double &value);
    bool plainString(QByteArray &text);
    bool string(QByteArray &text);

private:
    void skipBlanks()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\r' || *m_at == '\n'))
            ++m_at;
    }
    qint64 digits(qint64 value, int &count);
    bool escape(char *&to);
    bool unit(char16_t &value);

    const char *m_at;
    const char *m_end;
};

qint64 LineScanner::digits(qint64 value, int &count)
{
    for (; m_at != m_end && *m_at >= '0' && *m_at <= '9'; ++m_at) {
        if (++count <= mostExactDigits)
            value = value * 10 + (*m_at - '0');
    }
    return value;
}

// Few enough digits that both they and the power of ten are exact, so that one division rounds as
// a reader of numbers has to.
bool LineScanner::number(double &value)
{
    skipBlanks();
    const char *begin = m_at;
    int before = 0;
    qint64 number = digits(0, before);
    if (before == 0 || (before > 1 && *begin == '0'))
        return false;
    int all = before;
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        number = digits(number, all);
        if (all == before)
            return false;
    }
    if (all > mostExactDigits)
        return false;
    value = double(number) / powersOfTen[size_t(all - before)];
    return true;
}

// A word of letters, nearly always one.
bool LineScanner::plainString(QByteArray &text)
{
    static constexpr char known[] = "oimrx";
    if (!takes('"'))
        return false;
    const char *begin = m_at;
    while (m_at != m_end && *m_at >= 'a' && *m_at <= 'z')
        ++m_at;
    const qsizetype length = m_at - begin;
    if (length == 0 || !takes('"'))
        return false;
    const char *same = length == 1 ? std::strchr(known, *begin) : nullptr;
    text = same ? QByteArray::fromRawData(same, 1) : QByteArray(begin, length);
    return true;
}

bool LineScanner::unit(char16_t &value)
{
    if (m_end - m_at < 4)
        return false;
    value = 0;
    for (int i = 0; i < 4; ++i, ++m_at) {
        const char letter = *m_at;
        const int digit = letter >= '0' && letter <= '9'   ? letter - '0'
                          : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
                          : letter >= 'A' && letter <= 'F' ? letter - 'A' + 10
                                                           : -1;
        if (digit < 0)
            return false;
        value = char16_t(value << 4 | digit);
    }
    return true;
}

char *writeUtf8(char *to, char32_t code)
{
    if (code < 0x80) {
        *to++ = char(code);
    } else if (code < 0x800) {
        *to++ = char(0xc0 | code >> 6);
        *to++ = char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        *to++ = char(0xe0 | code >> 12);
        *to++ = char(0x80 | (code >> 6 & 0x3f));
        *to++ = char(0x80 | (code & 0x3f));
    } else {
        *to++ = char(0xf0 | code >> 18);
        *to++ = char(0x80 | (code >> 12 & 0x3f));
        *to++ = char(0x80 | (code >> 6 & 0x3f));
        *to++ = char(0x80 | (code & 0x3f));
    }
    return to;
}

// What an escape stands for never takes more bytes than it.
bool LineScanner::escape(char *&to)
{
    static constexpr char letters[] = "\"\\/bfnrt";
    static constexpr char meant[] = "\"\\/\b\f\n\r\t";
    if (m_at == m_end)
        return false;
    const char letter = *m_at++;
    if (letter != 'u') {
        const char *found = letter ? std::strchr(letters, letter) : nullptr;
        if (!found)
            return false;
        *to++ = meant[found - letters];
        return true;
    }
    char16_t first = 0, second = 0;
    if (!unit(first) || first == byteOrderMark || QChar::isLowSurrogate(first))
        return false;
    if (!QChar::isHighSurrogate(first)) {
        to = writeUtf8(to, first);
        return true;
    }
    if (m_end - m_at < 2 || m_at[0] != '\\' || m_at[1] != 'u')
        return false;
    m_at += 2;
    if (!unit(second) || !QChar::isLowSurrogate(second))
        return false;
    to = writeUtf8(to, QChar::surrogateToUcs4(first, second));
    return true;
}

bool LineScanner::string(QByteArray &text)
{
    if (!takes('"'))
        return false;
    const char *begin = m_at;
    text.resize(m_end - m_at);
    char *to = text.data();
    const char *start = to;
    quint8 all = 0;
    for (;;) {
        const char *from = m_at;
        while (m_at != m_end && *m_at != '"' && *m_at != '\\' && quint8(*m_at) >= 0x20)
            all |= quint8(*m_at++);
        std::memcpy(to, from, size_t(m_at - from));
        to += m_at - from;
        if (m_at == m_end || quint8(*m_at) < 0x20)
            return false;
        if (*m_at++ == '"')
            break;
        if (!escape(to))
            return false;
    }
    if (all >= 0x80 && !QUtf8StringView(begin, m_at - begin).isValidUtf8())
        return false;
    text.resize(to - start);
    return !text.startsWith("\xef\xbb\xbf"); // others take it for a byte order mark
}

} // namespace

std::optional<CastFields> castFieldsOf(const QJsonArray &array)
{
    if (array.size() != 3 || !array[0].isDouble() || !array[1].isString() || !array[2].isString())
        return {};
    return CastFields{array[0].toDouble(), array[1].toString().toUtf8(),
                      array[2].toString().toUtf8()};
}

std::optional<CastFields> parseCastLine(const QByteArray &line)
{
    return castFieldsOf(QJsonDocument::fromJson(line).array());
}

std::optional<CastFields> scanCastLine(QByteArrayView line)
{
    LineScanner scanner(line);
    CastFields fields;
    if (scanner.takes('[') && scanner.number(fields.seconds) && scanner.takes(',')
        && scanner.plainString(fields.code) && scanner.takes(',') && scanner.string(fields.data)
        && scanner.takes(']') && scanner.isAtEnd())
        return fields;
    return {};
}

} // namespace respool
