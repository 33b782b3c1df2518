// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recording.h"
#include "core/terminal/sessionlog.h"

namespace respool {

// The log that a part of kind Slog is, opened by handle below the root of its store. Reads the
// file: not on the ui thread. Errors: Offline, NotFound, Unsafe, PermissionDenied, Media, Io.
Result<SessionLog> sessionLogOf(const Recording &recording, const StoreInfo &store,
                                const Part &part);

} // namespace respool
