// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/picturecache.h"

#include <stop_token>

namespace respool {

class MediaHost;

// Draws a part of a recording as the cache keeps it: the frames of a video, the screens of a
// terminal, both in a process that may die of the file. Any pool thread.
// Errors: Media (it has no picture, or has ended its reader), Io, NoSpace, Interrupted, Internal.
Result<CachedPicture> drawPart(MediaHost &host, const MediaFile &file, const Part &part,
                               PictureKind kind, const std::stop_token &stop);

} // namespace respool
