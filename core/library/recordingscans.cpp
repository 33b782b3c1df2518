// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of RecordingStore that scans ask and write.

#include "core/library/recordingrows.h"
#include "core/library/recordingstore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

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

// What lists and filters ask of the parts, kept in the recording's row; as recording_sum does it.
struct PartFacts
{
    qint64 changedMs = 0;
    int formats = 0;
    int seekable = int(Seekable::NotAsked);
};

PartFacts factsOf(const QList<Part> &parts)
{
    PartFacts facts;
    for (const Part &part : parts) {
        facts.changedMs = std::max(facts.changedMs, part.modifiedMs);
        facts.formats |= 1 << int(part.kind);
        facts.seekable = std::min(facts.seekable, int(part.seekable));
    }
    return facts;
}

qint64 sumOfDurations(const QList<Part> &parts)
{
    qint64 sum = 0;
    for (const Part &part : parts)
        sum += part.durationMs;
    return sum;
}

// A part that cannot be read makes the recording damaged.
Recording judged(Recording recording)
{
    for (const Part &part : std::as_const(recording.parts)) {
        if (part.problem.isEmpty())
            continue;
        recording.state = RecordingState::Damaged;
        if (recording.problem.isEmpty())
            recording.problem = part.problem;
    }
    if (recording.durationMs == 0)
        recording.durationMs = sumOfDurations(recording.parts);
    return recording;
}

void addKnown(const Row &row, QHash<QString, KnownRecording> &all)
{
    KnownRecording &known = all[row.text(1)];
    known.id = RecordingId{row.integer(0)};
    known.path = row.text(2);
    if (!row.isNull(3))
        known.parts << partFrom(row, 3);
}

} // namespace

Result<RecordingId> RecordingStore::upsert(StoreId store, const Recording &scanned, qint64 scanMs,
                                           quint64 stamp)
{
    RecordingId id = scanned.id;
    bool isNew = false;
    if (id.value == 0) {
        TRY_LET(id, add(store, judged(scanned), scanMs));
        isNew = id.value > 0;
    }
    if (id.value == 0) {
        TRY_LET(id.value, m_connection.number(u"recording_id_by_uid"_s, {{u"store"_s, store.value},
                                                                         {u"uid"_s, scanned.uid}}));
    }
    if (!isNew) {
        TRY_LET(const bool there, update(id, scanned, scanMs));
        if (!there)
            return id;
    }
    TRY(m_connection.runRow(
        u"stamp_set"_s, {id.value, store.value, qint64(pathHashOf(scanned.path)), qint64(stamp)}));
    return id;
}

// 0: one with this uid is known.
Result<RecordingId> RecordingStore::add(StoreId store, const Recording &now, qint64 scanMs)
{
    RecordingId id;
    const PartFacts facts = factsOf(now.parts);
    TRY(m_connection.readRow(u"recording_add"_s,
                             {store.value, now.uid, now.path, int(now.state), int(now.kind),
                              now.startMs, now.durationMs, now.bytes, now.problem, int(now.active),
                              scanMs, now.parts.size(), facts.formats, facts.seekable,
                              facts.changedMs},
                             [&](const Row &row) { id.value = row.integer(0); }));
    if (id.value > 0)
        TRY(addParts(id, now.parts));
    return id;
}

// false: it went into the trash since the scan began.
Result<bool> RecordingStore::update(RecordingId id, const Recording &scanned, qint64 scanMs)
{
    TRY_LET(const QList<Part> known, parts(id));
    Recording now = scanned;
    now.parts = merged(scanned.parts, known);
    now = judged(std::move(now));
    const PartFacts facts = factsOf(now.parts);
    TRY_LET(const int rows,
            m_connection.run(u"recording_update"_s, {{u"id"_s, id.value},
                                                     {u"parts"_s, now.parts.size()},
                                                     {u"formats"_s, facts.formats},
                                                     {u"seekable"_s, facts.seekable},
                                                     {u"changed"_s, facts.changedMs},
                                                     {u"path"_s, now.path},
                                                     {u"state"_s, int(now.state)},
                                                     {u"kind"_s, int(now.kind)},
                                                     {u"start"_s, now.startMs},
                                                     {u"duration"_s, now.durationMs},
                                                     {u"bytes"_s, now.bytes},
                                                     {u"problem"_s, now.problem},
                                                     {u"active"_s, int(now.active)},
                                                     {u"scan"_s, scanMs}}));
    if (rows == 0)
        return false;
    TRY(m_connection.run(u"part_remove_all"_s, {{u"id"_s, id.value}}));
    TRY(addParts(id, now.parts));
    return true;
}

Result<> RecordingStore::addParts(RecordingId id, const QList<Part> &parts)
{
    for (qsizetype position = 0; position < parts.size(); ++position) {
        const Part &part = parts[position];
        TRY(m_connection.runRow(u"part_add"_s,
                                {id.value, position, part.name, int(part.kind), part.bytes,
                                 part.startMs, part.durationMs, part.modifiedMs, int(part.seekable),
                                 part.problem, part.media}));
    }
    return {};
}

Result<QHash<QString, KnownRecording>> RecordingStore::known(StoreId store)
{
    QHash<QString, KnownRecording> all;
    TRY(m_connection.read(u"recording_known"_s, {{u"store"_s, store.value}},
                          [&](const Row &row) { addKnown(row, all); }));
    return all;
}

Result<QHash<QString, KnownRecording>> RecordingStore::known(StoreId store, const QStringList &uids)
{
    QHash<QString, KnownRecording> all;
    const QByteArray list =
        QJsonDocument(QJsonArray::fromStringList(uids)).toJson(QJsonDocument::Compact);
    TRY(m_connection.read(u"recording_known_by_uids"_s,
                          {{u"store"_s, store.value}, {u"uids"_s, list}}, [&](const Row &row) {
                              addKnown(row, all);
                              all[row.text(1)].active = row.integer(12) != 0;
                          }));
    return all;
}

Result<KnownStamps> RecordingStore::stamps(StoreId store)
{
    KnownStamps stamps;
    TRY(m_connection.read(u"stamp_all"_s, {{u"store"_s, store.value}}, [&](const Row &row) {
        stamps.add(RecordingId{row.integer(0)}, quint64(row.integer(1)), quint64(row.integer(2)));
    }));
    stamps.sort();
    return stamps;
}

Result<int> RecordingStore::markMissing(const QList<RecordingId> &ids, qint64 scanMs)
{
    if (ids.isEmpty())
        return 0;
    QList<qint64> numbers;
    for (const RecordingId id : ids)
        numbers << id.value;
    return m_connection.run(u"recording_mark_missing"_s,
                            {{u"ids"_s, jsonArray(numbers)}, {u"scan"_s, scanMs}});
}

} // namespace respool
