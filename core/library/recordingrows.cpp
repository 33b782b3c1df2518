// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/library/recordingrows.h"

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
    return part;
}

} // namespace respool
