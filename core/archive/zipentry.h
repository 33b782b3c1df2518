// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QString>

namespace respool {

// One file in an archive that was written, as the directory at its end needs it. Times are UTC ms.
struct ZipEntry
{
    QString name; // with '/', relative
    bool deflated = false;
    quint32 crc = 0;
    qint64 bytes = 0;
    qint64 storedBytes = 0; // what it takes in the archive
    qint64 offset = 0;      // of its head
    qint64 modifiedMs = 0;

    QJsonArray toJson() const;
    static ZipEntry fromJson(const QJsonArray &json);
};

} // namespace respool
