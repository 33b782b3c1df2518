// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/library/recording.h"

namespace respool {

// A damaged file that lies beside its repaired copy.
struct KeptOriginal
{
    QString name;
    qint64 bytes = 0;
};

// Those of a recording's parts. Looks into its folder: not on the ui thread. Errors: Offline,
// NotFound, Unsafe, Io.
Result<QList<KeptOriginal>> keptOriginals(const Recording &recording, const StoreInfo &store);

} // namespace respool
