// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingstore.h"

#include "core/base/clock.h"
#include "core/library/recordingquery.h"
#include "core/library/recordingrows.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QList<qint64> numbersOf(const QList<RecordingId> &ids)
{
    QList<qint64> numbers;
    numbers.reserve(ids.size());
    for (const RecordingId id : ids)
        numbers << id.value;
    return numbers;
}

// What was known of an unchanged part stays known, though the scan did not look into it.
QList<Part> merged(const QList<Part> &scanned, const QList<Part> &known)
{
    QList<Part> parts = scanned;
    for (Part &part : parts) {
        const auto old = std::ranges::find(known, part.name, &Part::name);
        if (old == known.end() || part.seekable != Seekable::NotAsked || !part.problem.isEmpty()
            || old->bytes != part.bytes || old->modifiedMs != part.modifiedMs)
            continue;
        part.seekable = old->seekable;
        part.problem = old->problem;
        part.media = old->media;
        if (old->durationMs > 0)
            part.durationMs = old->durationMs;
    }
    return parts;
}

qint64 sumOfDurations(const QList<Part> &parts)
{
    qint64 sum = 0;
    for (const Part &part : parts)
        sum += part.durationMs;
    return sum;
}

} // namespace

Result<RecordingId> RecordingStore::upsert(StoreId store, const Recording &scanned, qint64 scanMs)
{
    TRY_LET(qint64 id, m_connection.number(u"recording_id_by_uid"_s,
                                           {{u"store"_s, store.value}, {u"uid"_s, scanned.uid}}));
    QList<Part> known;
    if (id > 0) {
        TRY_LET(known, parts(RecordingId{id}));
    }
    Recording now = scanned;
    now.parts = merged(scanned.parts, known);
    for (const Part &part : std::as_const(now.parts)) {
        if (part.problem.isEmpty())
            continue;
        now.state = RecordingState::Damaged;
        if (now.problem.isEmpty())
            now.problem = part.problem;
    }
    if (now.durationMs == 0)
        now.durationMs = sumOfDurations(now.parts);
    QVariantHash binds{{u"path"_s, now.path},           {u"state"_s, int(now.state)},
                       {u"kind"_s, int(now.kind)},      {u"start"_s, now.startMs},
                       {u"duration"_s, now.durationMs}, {u"bytes"_s, now.bytes},
                       {u"problem"_s, now.problem},     {u"scan"_s, scanMs}};
    if (id > 0) {
        binds[u"id"_s] = id;
        TRY_LET(const int rows, m_connection.run(u"recording_update"_s, binds));
        if (rows == 0)
            return RecordingId{id}; // in the trash since this scan began
    } else {
        binds[u"store"_s] = store.value;
        binds[u"uid"_s] = now.uid;
        TRY_LET(id, m_connection.number(u"recording_add"_s, binds));
    }
    TRY(writeParts(RecordingId{id}, now.parts));
    return RecordingId{id};
}

Result<> RecordingStore::writeParts(RecordingId id, const QList<Part> &parts)
{
    TRY(m_connection.run(u"part_remove_all"_s, {{u"id"_s, id.value}}));
    for (qsizetype position = 0; position < parts.size(); ++position) {
        const Part &part = parts[position];
        TRY(m_connection.run(u"part_add"_s, {{u"id"_s, id.value},
                                             {u"position"_s, position},
                                             {u"name"_s, part.name},
                                             {u"kind"_s, int(part.kind)},
                                             {u"bytes"_s, part.bytes},
                                             {u"start"_s, part.startMs},
                                             {u"duration"_s, part.durationMs},
                                             {u"modified"_s, part.modifiedMs},
                                             {u"seekable"_s, int(part.seekable)},
                                             {u"problem"_s, part.problem},
                                             {u"media"_s, part.media}}));
    }
    return {};
}

Result<QHash<QString, KnownRecording>> RecordingStore::known(StoreId store)
{
    QHash<QString, KnownRecording> all;
    TRY(m_connection.read(u"recording_known"_s, {{u"store"_s, store.value}}, [&](const Row &row) {
        KnownRecording &known = all[row.text(1)];
        known.id = RecordingId{row.integer(0)};
        known.path = row.text(2);
        if (!row.isNull(3))
            known.parts << partFrom(row, 3);
    }));
    return all;
}

Result<int> RecordingStore::markMissing(StoreId store, qint64 scanMs)
{
    return m_connection.run(u"recording_mark_missing"_s,
                            {{u"store"_s, store.value}, {u"scan"_s, scanMs}});
}

Result<Recording> RecordingStore::byId(RecordingId id)
{
    std::optional<Recording> recording;
    TRY(m_connection.read(u"recording_by_id"_s, {{u"id"_s, id.value}},
                          [&](const Row &row) { recording = recordingFrom(row); }));
    if (!recording)
        return fail(ErrorCode::NotFound, u"the recording is not in the catalogue any more"_s);
    TRY_LET(recording->parts, parts(id));
    TRY(m_connection.read(u"recording_tags"_s, {{u"id"_s, id.value}},
                          [&](const Row &row) { recording->tags << row.text(0); }));
    return *std::move(recording);
}

Result<QList<Recording>> RecordingStore::byIds(const QList<RecordingId> &ids)
{
    TRY_LET(QList<Recording> all, rowsByIds(ids));
    TRY(addPartsAndTags(m_connection, all));
    return all;
}

Result<QList<Recording>> RecordingStore::rowsByIds(const QList<RecordingId> &ids)
{
    QHash<qint64, Recording> found;
    for (qsizetype from = 0; from < ids.size(); from += idsInOneQuery) {
        const CompiledQuery query = idsQuery(ids.mid(from, idsInOneQuery));
        TRY(m_connection.readCompiled(query.sql, query.binds, [&](const Row &row) {
            found.insert(row.integer(0), recordingFrom(row));
        }));
    }
    QList<Recording> all;
    for (const RecordingId id : ids) {
        if (found.contains(id.value))
            all << found.take(id.value);
    }
    return all;
}

Result<QList<RecordingKey>> RecordingStore::keys(const QList<RecordingId> &ids)
{
    QList<RecordingKey> keys;
    QSet<qint64> had;
    TRY(m_connection.read(
        u"recording_keys"_s, {{u"ids"_s, jsonArray(numbersOf(ids))}}, [&](const Row &row) {
            const RecordingKey key{RecordingId{row.integer(0)}, StoreId{row.integer(1)},
                                   row.text(2), row.text(3)};
            if (!had.contains(key.id.value))
                keys << key;
            had.insert(key.id.value);
        }));
    return keys;
}

Result<QList<Part>> RecordingStore::parts(RecordingId id)
{
    QList<Part> all;
    TRY(m_connection.read(u"recording_parts"_s, {{u"id"_s, id.value}},
                          [&](const Row &row) { all << partFrom(row, 0); }));
    return all;
}

Result<> RecordingStore::take(RecordingId id, qint64 job)
{
    TRY_LET(const int rows,
            m_connection.run(u"recording_take"_s, {{u"id"_s, id.value}, {u"job"_s, job}}));
    if (rows > 0)
        return {};
    QString holder;
    TRY(m_connection.read(u"recording_holder"_s, {{u"id"_s, id.value}}, [&](const Row &row) {
        holder = u"job %1 (%2)"_s.arg(row.integer(0)).arg(row.text(1));
    }));
    if (holder.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no such recording any more"_s);
    return fail(ErrorCode::Busy, u"waits for %1, which works on it"_s.arg(holder));
}

Result<> RecordingStore::release(RecordingId id, qint64 job)
{
    TRY(m_connection.run(u"recording_release"_s, {{u"id"_s, id.value}, {u"job"_s, job}}));
    return {};
}

Result<> RecordingStore::setState(RecordingId id, RecordingState state, const QString &problem)
{
    TRY(m_connection.run(u"recording_set_state"_s,
                         {{u"id"_s, id.value}, {u"state"_s, int(state)}, {u"problem"_s, problem}}));
    return {};
}

Result<int> RecordingStore::markDeleting(const QList<RecordingId> &ids)
{
    return m_connection.run(u"recording_mark_deleting"_s, {{u"ids"_s, jsonArray(numbersOf(ids))}});
}

Result<> RecordingStore::unmarkDeleting(RecordingId id)
{
    TRY(m_connection.run(u"recording_unmark_deleting"_s, {{u"id"_s, id.value}}));
    return {};
}

Result<> RecordingStore::setTrashed(RecordingId id, const QString &trashPath, qint64 nowMs)
{
    TRY(m_connection.run(u"recording_set_trashed"_s,
                         {{u"id"_s, id.value}, {u"path"_s, trashPath}, {u"now"_s, nowMs}}));
    return {};
}

Result<> RecordingStore::setRestored(RecordingId id)
{
    TRY(m_connection.run(u"recording_set_restored"_s,
                         {{u"id"_s, id.value}, {u"now"_s, m_clock.nowMs()}}));
    return {};
}

Result<> RecordingStore::remove(RecordingId id)
{
    TRY(m_connection.run(u"recording_remove"_s, {{u"id"_s, id.value}}));
    return {};
}

Result<> RecordingStore::replacePart(RecordingId id, const Part &part)
{
    QString old;
    TRY(m_connection.read(u"part_problem"_s, {{u"id"_s, id.value}, {u"name"_s, part.name}},
                          [&](const Row &row) { old = row.text(0); }));
    TRY(m_connection.run(u"part_update"_s, {{u"id"_s, id.value},
                                            {u"name"_s, part.name},
                                            {u"bytes"_s, part.bytes},
                                            {u"duration"_s, part.durationMs},
                                            {u"modified"_s, part.modifiedMs},
                                            {u"seekable"_s, int(part.seekable)},
                                            {u"problem"_s, part.problem}}));
    TRY(m_connection.run(u"recording_sum"_s, {{u"id"_s, id.value}}));
    TRY(m_connection.run(u"recording_heal"_s, {{u"id"_s, id.value}, {u"old"_s, old}}));
    if (!part.problem.isEmpty())
        TRY(m_connection.run(u"recording_hurt"_s,
                             {{u"id"_s, id.value}, {u"problem"_s, part.problem}}));
    return {};
}

Result<> RecordingStore::addHold(RecordingId id, const QString &reason, const QString &who)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::InvalidArgument,
                    u"a hold needs a reason: say why the recording must stay"_s);
    std::optional<qint64> deleter;
    TRY(m_connection.read(u"recording_deleter"_s, {{u"id"_s, id.value}},
                          [&](const Row &row) { deleter = row.integer(0); }));
    if (deleter)
        return fail(ErrorCode::Busy,
                    u"job %1 is deleting this recording right now: cancel it, then try again"_s.arg(
                        *deleter));
    TRY(m_connection.run(u"hold_add"_s, {{u"id"_s, id.value},
                                         {u"reason"_s, reason.trimmed()},
                                         {u"who"_s, who},
                                         {u"now"_s, m_clock.nowMs()}}));
    return {};
}

Result<> RecordingStore::removeHold(RecordingId id)
{
    TRY(m_connection.run(u"hold_remove"_s, {{u"id"_s, id.value}}));
    return {};
}

Result<> RecordingStore::addTag(RecordingId id, const QString &name)
{
    TRY(m_connection.run(u"tag_add"_s, {{u"id"_s, id.value}, {u"name"_s, name}}));
    return {};
}

Result<> RecordingStore::removeTag(RecordingId id, const QString &name)
{
    TRY(m_connection.run(u"tag_remove"_s, {{u"id"_s, id.value}, {u"name"_s, name}}));
    return {};
}

} // namespace respool
