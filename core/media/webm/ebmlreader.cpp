// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/ebmlreader.h"

#include "core/files/fileio.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

namespace respool {

namespace {

constexpr qint64 windowBytes = 4096;
constexpr int mostIdBytes = 4;   // EBMLMaxIDLength of Matroska, RFC 9559 section 4
constexpr int mostSizeBytes = 8; // EBMLMaxSizeLength, the same
constexpr qint64 mostTextBytes = 256;

// The length of a variable-size integer stands in the leading zeros of its first byte (RFC 8794,
// section 4); 9 for a zero byte, which begins no valid one.
int lengthOf(quint8 first)
{
    return std::countl_zero(first) + 1;
}

quint64 bigEndian(QByteArrayView bytes)
{
    quint64 value = 0;
    for (const char byte : bytes)
        value = value << 8 | quint8(byte);
    return value;
}

} // namespace

EbmlReader::EbmlReader(int fd, qint64 fileBytes, qint64 budgetBytes)
    : m_fd(fd)
    , m_fileBytes(fileBytes)
    , m_budget(budgetBytes)
{}

QByteArrayView EbmlReader::bytesAt(qint64 position, qint64 size)
{
    if (position < 0 || size < 0 || size > windowBytes || position > m_fileBytes - size)
        return {};
    if (position < m_windowStart || position + size > m_windowStart + m_window.size()) {
        const qint64 wanted = std::min(windowBytes, m_fileBytes - position);
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
    const QByteArrayView head =
        bytesAt(position, std::min<qint64>(mostIdBytes + mostSizeBytes, end - position));
    if (head.isEmpty())
        return {};
    const int idBytes = lengthOf(quint8(head[0]));
    if (idBytes > mostIdBytes || idBytes >= head.size())
        return {};
    const int sizeBytes = lengthOf(quint8(head[idBytes]));
    if (sizeBytes > mostSizeBytes || idBytes + sizeBytes > head.size())
        return {};

    EbmlElement element;
    element.id = quint32(bigEndian(head.first(idBytes)));
    element.position = position;
    element.dataStart = position + idBytes + sizeBytes;
    const quint64 ones = (quint64(1) << (7 * sizeBytes)) - 1;
    const quint64 size = bigEndian(head.sliced(idBytes, sizeBytes)) & ones;
    // All ones, in whatever length, mean "unknown" (RFC 8794, section 6.2).
    element.sizeKnown = size != ones;
    if (element.sizeKnown)
        element.dataBytes = qint64(size);
    return element;
}

std::optional<quint64> EbmlReader::unsignedOf(const EbmlElement &element)
{
    if (!element.sizeKnown || element.dataBytes > 8)
        return {};
    if (element.dataBytes == 0)
        return 0; // RFC 8794, section 7.2: an empty integer is 0
    const QByteArrayView bytes = bytesAt(element.dataStart, element.dataBytes);
    if (bytes.isEmpty())
        return {};
    return bigEndian(bytes);
}

std::optional<double> EbmlReader::floatOf(const EbmlElement &element)
{
    if (!element.sizeKnown)
        return {};
    if (element.dataBytes == 0)
        return 0.0;
    const QByteArrayView bytes = bytesAt(element.dataStart, element.dataBytes);
    if (bytes.size() == 4)
        return std::bit_cast<float>(qFromBigEndian<quint32>(bytes.data()));
    if (bytes.size() == 8)
        return std::bit_cast<double>(qFromBigEndian<quint64>(bytes.data()));
    return {};
}

std::optional<QByteArray> EbmlReader::textOf(const EbmlElement &element)
{
    if (!element.sizeKnown || element.dataBytes > mostTextBytes)
        return {};
    const QByteArrayView bytes = bytesAt(element.dataStart, element.dataBytes);
    if (bytes.size() != element.dataBytes)
        return {};
    // A text may be padded with NULs (RFC 8794, section 7.4).
    const qsizetype nul = bytes.indexOf('\0');
    return bytes.first(nul < 0 ? bytes.size() : nul).toByteArray();
}

} // namespace respool
