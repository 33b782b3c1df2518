// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/media/mediainfo.h"
#include "core/media/mediaprogress.h"

namespace respool {

struct MediaFile;

// What a media file is, from its head and its index: never decodes, and reads a few MB at most.
// Errors: Media for what is empty, damaged before its tracks, or no media at all, in words that
// name the file; Io.
// thorough: all of a WebM file is read, which alone finds damage in the middle and counts packets.
Result<MediaInfo> probeMedia(const MediaFile &file, bool thorough = false,
                             const MediaProgress &progress = {});

} // namespace respool
