// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/media/mediafile.h"
#include "core/media/mediaprogress.h"
#include "core/media/writtenmedia.h"

#include <span>

namespace respool {

// Writes the packets of several parts one behind the other as one WebM file: each part begins where
// the longest stream of the one before it ends; the time between two recordings is left out. All
// parts must have the same streams. Damage is stepped over and told. The output must be empty and
// open for reading, too; it is not synced. Runs in the process that may die of the files.
// Errors: Refused (what differs between which parts; a codec that WebM does not allow), Media
// (nothing to write, not verified), NoSpace, Io.
Result<WrittenMedia> joinMedia(std::span<const MediaFile> sources, const UniqueFd &output,
                               const MediaProgress &progress);

} // namespace respool
