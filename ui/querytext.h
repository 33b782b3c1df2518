// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/library/recordingcatalog.h"

namespace respool {

// A filter's own conditions in the words of the query language, without its query: what a saved
// search is made of. Empty: it has none.
QString filterText(const RecordingFilter &filter, const QList<StoreInfo> &stores);

} // namespace respool
