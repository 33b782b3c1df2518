// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/media/webm/ebmlwriter.h"

#include "core/media/webm/webmids.h"

#include <bit>

namespace respool {

QByteArray ebmlInteger(quint64 value, int width)
{
    QByteArray bytes(width, Qt::Uninitialized);
    for (int i = width - 1; i >= 0; --i, value >>= 8)
        bytes[i] = char(value);
    return bytes;
}

QByteArray ebmlId(quint32 id)
{
    return ebmlInteger(id, (std::bit_width(id) + 7) / 8);
}

bool ebmlSizeFits(qint64 bytes, int width)
{
    return quint64(bytes) < (quint64(1) << (7 * width)) - 1;
}

QByteArray ebmlSize(qint64 bytes, int width)
{
    Q_ASSERT(ebmlSizeFits(bytes, width));
    return ebmlInteger(quint64(bytes) | quint64(1) << (7 * width), width);
}

QByteArray ebmlElement(quint32 id, QByteArrayView data)
{
    int width = 1;
    while (!ebmlSizeFits(data.size(), width))
        ++width;
    QByteArray element = ebmlId(id) + ebmlSize(data.size(), width);
    element.append(data);
    return element;
}

QByteArray ebmlUnsigned(quint32 id, quint64 value, int width)
{
    return ebmlElement(id, ebmlInteger(value, width));
}

QByteArray ebmlFloat(quint32 id, double value)
{
    return ebmlElement(id, ebmlInteger(std::bit_cast<quint64>(value), 8));
}

QByteArray ebmlVoid(qint64 bytes)
{
    Q_ASSERT(bytes >= 2);
    const int width = bytes < 9 ? 1 : 8;
    const qint64 data = bytes - 1 - width;
    return ebmlId(webm::voidElement) + ebmlSize(data, width) + QByteArray(data, '\0');
}

} // namespace respool
