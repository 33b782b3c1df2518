// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/recordingitems.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace respool {

QByteArray ItemsPayload::toJson() const
{
    QJsonArray list;
    for (const RecordingItem &item : items)
        list << QJsonObject{{u"id"_s, item.id.value}, {u"uid"_s, item.uid}, {u"path"_s, item.path}};
    QJsonObject object{{u"store"_s, store}, {u"items"_s, list}};
    if (!trash.isEmpty())
        object[u"trash"_s] = trash;
    if (permanent)
        object[u"permanent"_s] = true;
    if (thorough)
        object[u"thorough"_s] = true;
    if (sparesFlagged)
        object[u"sparesFlagged"_s] = true;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ItemsPayload> ItemsPayload::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ItemsPayload payload;
    payload.store = object[u"store"_s].toString();
    payload.trash = object[u"trash"_s].toString();
    payload.permanent = object[u"permanent"_s].toBool();
    payload.thorough = object[u"thorough"_s].toBool();
    payload.sparesFlagged = object[u"sparesFlagged"_s].toBool();
    for (const QJsonValue value : object[u"items"_s].toArray()) {
        const RecordingItem item{RecordingId{value[u"id"_s].toInteger()},
                                 value[u"uid"_s].toString(), value[u"path"_s].toString()};
        if (item.id.value <= 0 || item.uid.isEmpty() || item.path.isEmpty())
            return fail(ErrorCode::BadPayload, u"an item of the job has no id, uid or path"_s);
        payload.items << item;
    }
    if (payload.store.isEmpty() || payload.items.isEmpty())
        return fail(ErrorCode::BadPayload, u"the job names no store or no recordings"_s);
    return payload;
}

QByteArray ItemsCheckpoint::toJson() const
{
    const auto listOf = [](const QList<qsizetype> &indexes) {
        QJsonArray list;
        for (const qsizetype index : indexes)
            list << index;
        return list;
    };
    QJsonObject object{{u"next"_s, next}, {u"failed"_s, listOf(failed)}, {u"refused"_s, refused}};
    if (!handedOn.isEmpty())
        object[u"handedOn"_s] = listOf(handedOn);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ItemsCheckpoint ItemsCheckpoint::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto indexesOf = [&](const QString &field) {
        QList<qsizetype> indexes;
        for (const QJsonValue index : object[field].toArray())
            indexes << index.toInteger();
        return indexes;
    };
    return {object[u"next"_s].toInteger(), indexesOf(u"failed"_s), object[u"refused"_s].toInteger(),
            indexesOf(u"handedOn"_s)};
}

} // namespace respool
