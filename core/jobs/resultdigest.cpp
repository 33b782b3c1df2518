// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/resultdigest.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace respool {

QString digestOf(const QList<JobItem> &items)
{
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (const JobItem &item : items) {
        const QJsonArray line{item.item, item.bytes, int(item.error.code), item.error.detail,
                              item.atMs};
        digest.addData(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    }
    return QString::fromLatin1(digest.result().toHex());
}

} // namespace respool
