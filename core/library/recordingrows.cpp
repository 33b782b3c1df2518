// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingrows.h"

#include "core/library/recordingquery.h"

namespace respool {

Recording recordingFrom(const Row &row)
{
    Recording recording;
    recording.id = RecordingId{row.integer(0)};
    recording.store = StoreId{row.integer(1)};
    recording.storeName = row.text(2);
    recording.uid = row.text(3);
    recording.path = row.text(4);
    recording.state = RecordingState(row.integer(5));
    recording.kind = RecordingKind(row.integer(6));
    recording.startMs = row.integer(7);
    recording.durationMs = row.integer(8);
    recording.bytes = row.integer(9);
    recording.problem = row.text(10);
    recording.trashPath = row.text(11);
    recording.trashedMs = row.integer(12);
    recording.held = !row.isNull(13);
    recording.holdReason = row.text(13);
    recording.flagged = row.integer(14) == 1;
    recording.seen = row.integer(15) == 1;
    recording.note = row.text(16);
    recording.resumeMs = row.integer(17);
    recording.active = row.integer(18) == 1;
    return recording;
}

Part partFrom(const Row &row, int first)
{
    Part part;
    part.name = row.text(first);
    part.kind = PartKind(row.integer(first + 1));
    part.bytes = row.integer(first + 2);
    part.startMs = row.integer(first + 3);
    part.durationMs = row.integer(first + 4);
    part.modifiedMs = row.integer(first + 5);
    part.seekable = Seekable(row.integer(first + 6));
    part.problem = row.text(first + 7);
    part.media = row.text(first + 8);
    return part;
}

Result<> addPartsAndTags(Connection &connection, QList<Recording> &recordings)
{
    for (qsizetype from = 0; from < recordings.size(); from += idsInOneQuery) {
        const qsizetype end = std::min(from + idsInOneQuery, recordings.size());
        QHash<qint64, Recording *> byId;
        QList<RecordingId> ids;
        for (qsizetype i = from; i < end; ++i) {
            byId.insert(recordings[i].id.value, &recordings[i]);
            ids << recordings[i].id;
        }
        const CompiledQuery parts = partsQuery(ids);
        TRY(connection.readCompiled(parts.sql, parts.binds, [&](const Row &row) {
            byId.value(row.integer(0))->parts << partFrom(row, 1);
        }));
        const CompiledQuery tags = tagsQuery(ids);
        TRY(connection.readCompiled(tags.sql, tags.binds, [&](const Row &row) {
            byId.value(row.integer(0))->tags << row.text(1);
        }));
    }
    return {};
}

} // namespace respool
