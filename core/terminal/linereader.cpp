// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/linereader.h"

#include <QIODevice>

#include <algorithm>
#include <array>

namespace respool {

namespace {

constexpr qint64 stepBytes = 4096;

} // namespace

Result<QByteArray> readLineOf(QIODevice &device, qint64 mostBytes)
{
    std::array<char, stepBytes + 1> piece{}; // QIODevice ends what it reads with a NUL
    QByteArray line;
    while (line.size() < mostBytes && !line.endsWith('\n')) {
        const qint64 wanted = std::min(stepBytes, mostBytes - line.size());
        const qint64 got = device.readLine(piece.data(), wanted + 1);
        // Nothing although there is more: the device failed, and would at every further call.
        if (got <= 0 && !device.atEnd())
            return fail(ErrorCode::Io, device.errorString());
        if (got <= 0)
            break;
        line.append(piece.data(), got);
    }
    return line;
}

Result<std::optional<Line>> LineReader::next()
{
    Line line;
    TRY_LET(line.text, readLineOf(m_device, m_mostBytes));
    if (line.text.isEmpty())
        return std::optional<Line>();
    line.number = ++m_number;
    line.terminated = line.text.endsWith('\n');
    line.tooLong = !line.terminated && line.text.size() >= m_mostBytes;
    while (line.tooLong && !line.terminated) {
        TRY_LET(const QByteArray rest, readLineOf(m_device, m_mostBytes));
        if (rest.isEmpty())
            break;
        line.terminated = rest.endsWith('\n');
    }
    if (line.text.endsWith('\n'))
        line.text.chop(1);
    if (line.text.endsWith('\r'))
        line.text.chop(1);
    return std::optional(std::move(line));
}

} // namespace respool
