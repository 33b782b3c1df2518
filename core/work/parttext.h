// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"
#include "core/media/mediafile.h"
#include "core/terminal/textlines.h"

#include <stop_token>

namespace respool {

class MediaHost;

bool hasText(const Part &part); // of a kind that can be read

// What can be read in a part of a recording, as a process tells that may die of the file. Any pool
// thread.
// Errors: Media (it is no such recording, or has ended its reader), Io, Interrupted, Internal.
Result<TextLines> readPartText(MediaHost &host, const MediaFile &file, const Part &part,
                               const std::stop_token &stop);

} // namespace respool
