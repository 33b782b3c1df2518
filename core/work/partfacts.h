// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/directory.h"
#include "core/library/recording.h"

namespace respool {

// Looks into a part's file and fills in what only its content tells: duration, seekable, problem.
// What the manifest said already is kept where the file does not know better. Never fails: a file
// that cannot be read has a problem.
void addPartFacts(const Directory &folder, Part &part);

} // namespace respool
