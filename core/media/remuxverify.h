// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/streamtally.h"
#include "core/media/webm/webmstructure.h"

#include <stop_token>

namespace respool {

// Reads the file that was written back and compares: the same streams and codecs, and in each the
// same number of packets with the same bytes up to the same last timestamp; and it is seekable.
// The structure is what the caller wants to know next. Errors: Media with what differs.
Result<WebmStructure> verifyRemux(const MediaFile &file, const StreamTallies &written,
                                  const std::stop_token &stop);

} // namespace respool
