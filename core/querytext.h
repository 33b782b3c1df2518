// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recordingcatalog.h"

namespace respool {

// Reads a query as people type it: words that must occur, and the conditions kind:, state:,
// seekable:, held: and store:, e.g. "kind:video seekable:no backup". All must hold. stores: to
// find the named one. Errors: InvalidArgument that names the word and what may stand there.
Result<RecordingFilter> filterFromText(const QString &text, const QList<StoreInfo> &stores);

} // namespace respool
