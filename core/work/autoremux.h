// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

namespace respool {

class Clock;
class Connection;
struct ScannedRecording;

// How long after the last write, as in the Gateway.
inline constexpr qint64 automaticRemuxMs = 60'000;

// Enqueues the remux of each WebM part that is not seekable and not being recorded, in a batch of
// its own; each part once for as long as its file stays what it is. In the transaction that makes
// the recordings known, so that a death loses none. Database thread.
Result<> enqueueAutomaticRemuxes(Connection &connection, const Clock &clock, const StoreInfo &store,
                                 const QList<ScannedRecording> &scanned);

} // namespace respool
