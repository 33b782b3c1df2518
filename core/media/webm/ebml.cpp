// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/ebml.h"

#include <QtEndian>

#include <bit>

namespace respool {

namespace {

constexpr int mostIdBytes = 4;   // EBMLMaxIDLength of Matroska, RFC 9559 section 4
constexpr int mostSizeBytes = 8; // EBMLMaxSizeLength, the same

// The length of a variable-size integer stands in the leading zeros of its first byte (RFC 8794,
// section 4); 9 for a zero byte, which begins no valid one.
int lengthOf(char first)
{
    return std::countl_zero(quint8(first)) + 1;
}

quint64 bigEndian(QByteArrayView bytes)
{
    quint64 value = 0;
    for (const char byte : bytes)
        value = value << 8 | quint8(byte);
    return value;
}

constexpr quint64 onesOf(int length)
{
    return (quint64(1) << (7 * length)) - 1;
}

} // namespace

std::optional<ElementHead> parseElementHead(QByteArrayView bytes)
{
    if (bytes.size() < 2)
        return {};
    const int idBytes = lengthOf(bytes[0]);
    if (idBytes > mostIdBytes || idBytes >= bytes.size())
        return {};
    const int sizeBytes = lengthOf(bytes[idBytes]);
    if (sizeBytes > mostSizeBytes || idBytes + sizeBytes > bytes.size())
        return {};
    ElementHead head;
    head.id = quint32(bigEndian(bytes.first(idBytes)));
    head.headBytes = idBytes + sizeBytes;
    head.sizeBytes = sizeBytes;
    const quint64 size = bigEndian(bytes.sliced(idBytes, sizeBytes)) & onesOf(sizeBytes);
    // All ones, in whatever length, mean "unknown" (RFC 8794, section 6.2).
    head.sizeKnown = size != onesOf(sizeBytes);
    if (head.sizeKnown)
        head.dataBytes = qint64(size);
    return head;
}

std::optional<quint64> parseVint(QByteArrayView bytes, int &length)
{
    length = bytes.isEmpty() ? 9 : lengthOf(bytes[0]);
    if (length > mostSizeBytes || length > bytes.size())
        return {};
    return bigEndian(bytes.first(length)) & onesOf(length);
}

std::optional<quint64> parseUnsigned(QByteArrayView data)
{
    if (data.size() > 8)
        return {};
    return bigEndian(data); // an empty integer is 0
}

std::optional<double> parseFloat(QByteArrayView data)
{
    switch (data.size()) {
    case 0:
        return 0.0;
    case 4:
        return std::bit_cast<float>(qFromBigEndian<quint32>(data.data()));
    case 8:
        return std::bit_cast<double>(qFromBigEndian<quint64>(data.data()));
    default:
        return {};
    }
}

QByteArray parseText(QByteArrayView data)
{
    const qsizetype nul = data.indexOf('\0');
    return data.first(nul < 0 ? data.size() : nul).toByteArray();
}

bool EbmlCursor::next()
{
    const auto head = parseElementHead(m_rest);
    if (!head || !head->sizeKnown || head->dataBytes > m_rest.size() - head->headBytes)
        return false;
    m_id = head->id;
    m_whole = m_rest.first(head->headBytes + head->dataBytes);
    m_data = m_whole.sliced(head->headBytes);
    m_rest = m_rest.sliced(m_whole.size());
    return true;
}

} // namespace respool
