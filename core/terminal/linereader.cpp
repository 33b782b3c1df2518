// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/terminal/linereader.h"

#include <QIODevice>

#include <algorithm>
#include <array>
#include <cstring>

namespace respool {

namespace {

constexpr qint64 stepBytes = 4096;
constexpr qsizetype lineBlockBytes = 128 << 10;

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

qint64 LineReader::position() const
{
    return m_device->pos() - held();
}

Result<bool> LineReader::readMore()
{
    if (m_at > 0) {
        std::memmove(m_buffer.data(), m_buffer.constData() + m_at, size_t(held()));
        m_end = held();
        m_at = 0;
    }
    // A small file needs no large buffer; one that grows is larger than it says.
    const qint64 block =
        std::clamp(m_device->size() - m_device->pos(), stepBytes, qint64(lineBlockBytes));
    if (m_buffer.size() - m_end < block)
        m_buffer.resize(m_end + block);
    const qint64 got = m_device->read(m_buffer.data() + m_end, block);
    // Nothing although there is more: the device failed, and would at every further call.
    if (got <= 0 && !m_device->atEnd())
        return fail(ErrorCode::Io, m_device->errorString());
    m_end += std::max<qint64>(0, got);
    return got > 0;
}

Result<> LineReader::skipRest(Line &line)
{
    for (;;) {
        const char *begin = m_buffer.constData() + m_at;
        const auto *end = static_cast<const char *>(std::memchr(begin, '\n', size_t(held())));
        line.terminated = end != nullptr;
        m_at += end ? end + 1 - begin : held();
        if (end)
            return {};
        TRY_LET(const bool more, readMore());
        if (!more)
            return {};
    }
}

Result<std::optional<Line>> LineReader::next()
{
    qsizetype searched = 0;
    const char *end = nullptr;
    for (;;) {
        const qsizetype most = std::min<qint64>(held(), m_mostBytes);
        if (most > searched)
            end = static_cast<const char *>(
                std::memchr(m_buffer.constData() + m_at + searched, '\n', size_t(most - searched)));
        searched = most;
        if (end || most >= m_mostBytes)
            break;
        TRY_LET(const bool more, readMore());
        if (!more)
            break;
    }
    if (held() == 0)
        return std::optional<Line>();
    const char *begin = m_buffer.constData() + m_at;
    Line line{.number = ++m_number, .at = position(), .terminated = end != nullptr};
    line.tooLong = !end && held() >= m_mostBytes;
    qsizetype length = end ? end - begin : std::min<qint64>(held(), m_mostBytes);
    if (length > 0 && begin[length - 1] == '\r')
        --length;
    // What is too long makes room for what comes behind it.
    line.text = line.tooLong ? QByteArray(begin, length) : QByteArray::fromRawData(begin, length);
    if (line.tooLong)
        TRY(skipRest(line));
    else
        m_at += end ? end + 1 - begin : held();
    return std::optional(std::move(line));
}

} // namespace respool
