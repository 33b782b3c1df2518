// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingstore.h"

#include "core/base/clock.h"
#include "core/library/recordingquery.h"
#include "core/library/recordingrows.h"

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

} // namespace

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

Result<std::optional<Hold>> RecordingStore::hold(RecordingId id)
{
    std::optional<Hold> found;
    TRY(m_connection.read(u"hold_of"_s, {{u"id"_s, id.value}}, [&](const Row &row) {
        found = Hold{row.text(0), row.text(1)};
    }));
    return found;
}

Result<int> RecordingStore::setFlag(const QList<RecordingId> &ids, bool flagged)
{
    return m_connection.run(u"recording_set_flag"_s, {{u"ids"_s, jsonArray(numbersOf(ids))},
                                                      {u"flagged"_s, flagged ? 1 : 0}});
}

Result<int> RecordingStore::setSeen(const QList<RecordingId> &ids, bool seen)
{
    return m_connection.run(u"recording_set_seen"_s,
                            {{u"ids"_s, jsonArray(numbersOf(ids))}, {u"seen"_s, seen ? 1 : 0}});
}

Result<int> RecordingStore::setNote(const QList<RecordingId> &ids, const QString &note)
{
    const QString text = note.trimmed();
    if (text.size() > mostNoteLength)
        return fail(ErrorCode::InvalidArgument,
                    u"a note has at most %1 characters: keep what is longer in a file"_s.arg(
                        mostNoteLength));
    return m_connection.run(u"recording_set_note"_s,
                            {{u"ids"_s, jsonArray(numbersOf(ids))}, {u"note"_s, text}});
}

Result<int> RecordingStore::setResume(RecordingId id, qint64 resumeMs)
{
    return m_connection.run(u"recording_set_resume"_s,
                            {{u"id"_s, id.value}, {u"resume"_s, std::max<qint64>(0, resumeMs)}});
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
