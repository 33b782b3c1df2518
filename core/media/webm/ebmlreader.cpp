// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/ebmlreader.h"

#include "core/files/fileio.h"
#include "core/media/webm/ebml.h"

#include <algorithm>

namespace respool {

namespace {

constexpr qint64 readAheadBytes = 4096;
constexpr qint64 mostTextBytes = 256;

} // namespace

EbmlReader::EbmlReader(int fd, qint64 fileBytes, qint64 budgetBytes)
    : m_fd(fd)
    , m_fileBytes(fileBytes)
    , m_budget(budgetBytes)
{}

QByteArrayView EbmlReader::bytesAt(qint64 position, qint64 size)
{
    if (position < 0 || size < 0 || size > readAheadBytes || position > m_fileBytes - size)
        return {};
    if (position < m_windowStart || position + size > m_windowStart + m_window.size()) {
        const qint64 wanted = std::min(readAheadBytes, m_fileBytes - position);
        if (wanted > m_budget)
            return {};
        m_budget -= wanted;
        m_window.resize(wanted);
        const qint64 got = readAt(m_fd, m_window.data(), wanted, position);
        m_window.truncate(std::max<qint64>(got, 0));
        m_windowStart = position;
        if (m_window.size() < size)
            return {};
    }
    return QByteArrayView(m_window).sliced(position - m_windowStart, size);
}

std::optional<EbmlElement> EbmlReader::elementAt(qint64 position, qint64 end)
{
    end = std::min(end, m_fileBytes);
    if (position < 0 || position >= end)
        return {};
    const auto head =
        parseElementHead(bytesAt(position, std::min<qint64>(mostElementHeadBytes, end - position)));
    if (!head)
        return {};
    return EbmlElement{head->id, position, position + head->headBytes, head->dataBytes,
                       head->sizeKnown};
}

std::optional<quint64> EbmlReader::unsignedOf(const EbmlElement &element)
{
    const auto data = dataOf(element, 8);
    return data ? parseUnsigned(*data) : std::nullopt;
}

std::optional<double> EbmlReader::floatOf(const EbmlElement &element)
{
    const auto data = dataOf(element, 8);
    return data ? parseFloat(*data) : std::nullopt;
}

std::optional<QByteArray> EbmlReader::textOf(const EbmlElement &element)
{
    const auto data = dataOf(element, mostTextBytes);
    return data ? std::optional(parseText(*data)) : std::nullopt;
}

std::optional<QByteArrayView> EbmlReader::dataOf(const EbmlElement &element, qint64 mostBytes)
{
    if (!element.sizeKnown || element.dataBytes > mostBytes)
        return {};
    const QByteArrayView bytes = bytesAt(element.dataStart, element.dataBytes);
    if (bytes.size() != element.dataBytes)
        return {};
    return bytes;
}

} // namespace respool
