// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/db/connection.h"
#include "core/library/recording.h"

namespace respool {

// The columns of recording_by_id, and of the catalogue's pages, in their order.
Recording recordingFrom(const Row &row);

// The columns of a part from first on: name, kind, bytes, start, duration, modified, seekable,
// problem.
Part partFrom(const Row &row, int first);

// With one query each for every hundred recordings.
Result<> addPartsAndTags(Connection &connection, QList<Recording> &recordings);

} // namespace respool
