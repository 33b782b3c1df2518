// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/sizedbytes.h"

#include <QDataStream>
#include <QIODevice>

namespace respool {

void writeSized(QDataStream &stream, const QByteArray &bytes)
{
    stream << quint32(bytes.size());
    stream.writeRawData(bytes.constData(), int(bytes.size()));
}

QByteArray readSized(QDataStream &stream, qint64 most)
{
    quint32 size = 0;
    stream >> size;
    if (stream.status() != QDataStream::Ok || qint64(size) > most
        || qint64(size) > stream.device()->bytesAvailable()) {
        stream.setStatus(QDataStream::ReadCorruptData);
        return {};
    }
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    stream.readRawData(bytes.data(), int(size));
    return bytes;
}

} // namespace respool
