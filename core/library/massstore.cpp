// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/massstore.h"

#include "core/db/connection.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString arrayOf(const QList<RecordingId> &ids)
{
    QList<qint64> numbers;
    numbers.reserve(ids.size());
    for (const RecordingId id : ids)
        numbers << id.value;
    return jsonArray(numbers);
}

} // namespace

Result<QSet<qint64>> MassStore::take(const QList<RecordingId> &ids, qint64 job)
{
    QSet<qint64> taken;
    TRY(m_connection.read(u"mass_take"_s, {{u"ids"_s, arrayOf(ids)}, {u"job"_s, job}},
                          [&](const Row &row) { taken << row.integer(0); }));
    return taken;
}

Result<> MassStore::addParts(QList<Recording> &recordings)
{
    QHash<qint64, Recording *> byId;
    QList<RecordingId> ids;
    for (Recording &recording : recordings) {
        byId.insert(recording.id.value, &recording);
        ids << recording.id;
    }
    TRY(m_connection.read(u"mass_parts"_s, {{u"ids"_s, arrayOf(ids)}}, [&](const Row &row) {
        Part part;
        part.name = row.text(1);
        part.bytes = row.integer(2);
        part.durationMs = row.integer(3);
        byId.value(row.integer(0))->parts << part;
    }));
    return {};
}

Result<> MassStore::release(const QList<RecordingId> &ids, qint64 job)
{
    TRY(m_connection.run(u"mass_release"_s, {{u"ids"_s, arrayOf(ids)}, {u"job"_s, job}}));
    return {};
}

Result<> MassStore::setTrashed(const QHash<qint64, QString> &paths, qint64 nowMs)
{
    QJsonObject object;
    for (const auto &[id, path] : paths.asKeyValueRange())
        object[QString::number(id)] = path;
    TRY(m_connection.run(
        u"mass_set_trashed"_s,
        {{u"paths"_s, QJsonDocument(object).toJson(QJsonDocument::Compact)}, {u"now"_s, nowMs}}));
    return {};
}

Result<> MassStore::setRestored(const QList<RecordingId> &ids, qint64 nowMs)
{
    TRY(m_connection.run(u"mass_set_restored"_s, {{u"ids"_s, arrayOf(ids)}, {u"now"_s, nowMs}}));
    return {};
}

Result<> MassStore::remove(const QList<RecordingId> &ids)
{
    TRY(m_connection.run(u"mass_remove"_s, {{u"ids"_s, arrayOf(ids)}}));
    return {};
}

Result<QHash<qint64, QString>> MassStore::trashed(const QList<RecordingId> &ids)
{
    QHash<qint64, QString> uids;
    TRY(m_connection.read(u"mass_trashed"_s, {{u"ids"_s, arrayOf(ids)}},
                          [&](const Row &row) { uids.insert(row.integer(0), row.text(1)); }));
    return uids;
}

} // namespace respool
