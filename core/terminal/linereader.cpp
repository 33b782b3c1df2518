// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/linereader.h"

#include <QIODevice>

namespace respool {

Result<QByteArray> LineReader::read()
{
    const QByteArray bytes = m_device.readLine(m_mostBytes + 1);
    // Nothing although there is more: the device failed, and would at every further call.
    if (bytes.isEmpty() && !m_device.atEnd())
        return fail(ErrorCode::Io, m_device.errorString());
    return bytes;
}

Result<std::optional<Line>> LineReader::next()
{
    Line line;
    TRY_LET(line.text, read());
    if (line.text.isEmpty())
        return std::optional<Line>();
    line.number = ++m_number;
    line.terminated = line.text.endsWith('\n');
    line.tooLong = !line.terminated && line.text.size() >= m_mostBytes;
    while (line.tooLong && !line.terminated) {
        TRY_LET(const QByteArray rest, read());
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
