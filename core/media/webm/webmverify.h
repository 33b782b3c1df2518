// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/webm/webmrepair.h"

namespace respool {

// Reads the structure of a repaired file from its beginning to its end and compares it with what
// the repair meant to write: sizes, duration, SeekHead; in each track the same number of packets
// and bytes up to the same last time, and the same hash if there is one; each cue at the key frame
// it promises; no byte that is not accounted for. Errors: Media with what differs; Io; Interrupted.
Result<> verifyWebm(const MediaFile &copy, const WebmRepairReport &written,
                    const std::stop_token &stop, const CopyWindow::Progress &progress = {});

} // namespace respool
