// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/rewrite.h"
#include "core/media/streamtally.h"

namespace respool {

struct WebmRepairReport;

// Reads a file that libavformat wrote back and compares: the same streams and codecs, and in each
// the same number of packets with the same bytes up to the same last timestamp; and it is
// seekable. Returns its duration in ms. Errors: Media with what differs; Io.
Result<qint64> verifyCopy(const MediaFile &copy, const StreamTallies &written, MediaTarget target);

// A second opinion on a repaired file: libavformat's demuxer finds the same packets in it, and has
// nothing to complain about. Errors: Media; Io.
Result<> verifyByDemuxer(const MediaFile &copy, const WebmRepairReport &written);

} // namespace respool
