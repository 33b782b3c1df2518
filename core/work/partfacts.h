// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/library/recording.h"
#include "core/media/mediareader.h"

namespace respool {

// Looks into a part's file and fills in what only its content tells: duration, seekable, problem.
// What the manifest said already is kept where the file does not know better. A file that cannot
// be read, or that crashes its reader, has a problem and is no failure.
// Errors: Interrupted; Internal when no media file can be read here.
Result<> addPartFacts(const Directory &folder, Part &part, const MediaReader &reader,
                      const std::stop_token &stop);

} // namespace respool
