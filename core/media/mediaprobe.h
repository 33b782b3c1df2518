// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/mediainfo.h"

namespace respool {

struct MediaFile;

// What a media file is, from its head and its index: never decodes, and reads a few MB at most.
// Errors: Media for what is empty, damaged before its tracks, or no media at all, in words that
// name the file; Io.
Result<MediaInfo> probeMedia(const MediaFile &file);

} // namespace respool
