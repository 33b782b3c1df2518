// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/archivepayload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QByteArray ArchivePayload::toJson() const
{
    QJsonArray list;
    for (const RecordingItem &item : items)
        list << QJsonArray{item.id.value, item.uid, item.path};
    return QJsonDocument(QJsonObject{{u"target"_s, target},
                                     {u"overwrite"_s, overwrite},
                                     {u"recordings"_s, list}})
        .toJson(QJsonDocument::Compact);
}

Result<ArchivePayload> ArchivePayload::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ArchivePayload payload{object[u"target"_s].toString(), object[u"overwrite"_s].toBool(), {}};
    for (const QJsonValue value : object[u"recordings"_s].toArray()) {
        const QJsonArray item = value.toArray();
        payload.items << RecordingItem{RecordingId{item[0].toInteger()}, item[1].toString(),
                                       item[2].toString()};
        if (payload.items.last().id.value <= 0 || payload.items.last().uid.isEmpty())
            return fail(ErrorCode::BadPayload, u"a recording of the job has no id or uid"_s);
    }
    if (!payload.target.startsWith(u'/') || payload.items.isEmpty())
        return fail(ErrorCode::BadPayload, u"the job names no file or no recordings"_s);
    return payload;
}

QByteArray ImportPayload::toJson() const
{
    return QJsonDocument(QJsonObject{{u"file"_s, file},
                                     {u"store"_s, store},
                                     {u"bytes"_s, bytes},
                                     {u"modifiedMs"_s, modifiedMs}})
        .toJson(QJsonDocument::Compact);
}

Result<ImportPayload> ImportPayload::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ImportPayload payload{object[u"file"_s].toString(), object[u"store"_s].toString(),
                          object[u"bytes"_s].toInteger(), object[u"modifiedMs"_s].toInteger()};
    if (!payload.file.startsWith(u'/') || payload.store.isEmpty())
        return fail(ErrorCode::BadPayload, u"the job names no archive or no store"_s);
    return payload;
}

} // namespace respool
