// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/linereader.h"

#include <QIODevice>

#include <algorithm>

namespace respool {

namespace {

constexpr qint64 stepBytes = 4096;

} // namespace

Result<QByteArray> readLineOf(QIODevice &device, qint64 mostBytes)
{
    QByteArray line;
    while (line.size() < mostBytes && !line.endsWith('\n')) {
        // QIODevice takes all the memory that it is allowed to fill.
        const QByteArray bytes = device.readLine(std::min(stepBytes, mostBytes - line.size()));
        // Nothing although there is more: the device failed, and would at every further call.
        if (bytes.isEmpty() && !device.atEnd())
            return fail(ErrorCode::Io, device.errorString());
        if (bytes.isEmpty())
            break;
        line += bytes;
    }
    return line;
}

Result<std::optional<Line>> LineReader::next()
{
    Line line;
    TRY_LET(line.text, readLineOf(m_device, m_mostBytes + 1));
    if (line.text.isEmpty())
        return std::optional<Line>();
    line.number = ++m_number;
    line.terminated = line.text.endsWith('\n');
    line.tooLong = !line.terminated && line.text.size() >= m_mostBytes;
    while (line.tooLong && !line.terminated) {
        TRY_LET(const QByteArray rest, readLineOf(m_device, m_mostBytes + 1));
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
