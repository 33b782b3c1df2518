// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/clipstart.h"
#include "core/media/writtenmedia.h"

namespace respool {

// Writes the packets between two times as a WebM file of its own, which begins at 0: from the last
// key frame at or before the beginning on, since pictures behind it could not be shown, up to the
// end. The report says where it truly begins and ends. All streams come along; damage is stepped
// over and told. The output must be empty and open for reading, too; it is not synced. Runs in the
// process that may die of the file. For a cut at the very time there is transcodeMedia().
// Errors: InvalidArgument (no such times in the file), Refused (a codec that WebM does not allow),
// Media (nothing to write, not verified), NoSpace, Io.
Result<WrittenMedia> clipMedia(const MediaFile &source, const UniqueFd &output,
                               const TimeRange &range, const MediaProgress &progress);

} // namespace respool
