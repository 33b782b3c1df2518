// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/filedevice.h"

#include "core/files/fileio.h"

#include <cstring>

namespace respool {

FileDevice::FileDevice(int fd, qint64 bytes, Tell tell)
    : m_fd(fd)
    , m_bytes(bytes)
    , m_tell(std::move(tell))
{
    open(QIODevice::ReadOnly);
}

bool FileDevice::seek(qint64 position)
{
    m_position = position;
    return QIODevice::seek(position);
}

qint64 FileDevice::readData(char *data, qint64 most)
{
    if (m_tell)
        m_tell(m_position);
    const qint64 got = readAt(m_fd, data, most, m_position);
    if (got < 0) {
        setErrorString(QString::fromLocal8Bit(std::strerror(int(-got))));
        return -1;
    }
    m_position += got;
    return got;
}

} // namespace respool
