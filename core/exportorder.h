// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/exportpayload.h"

namespace respool {

struct ExportWishes;

struct ExportOrder
{
    ExportPayload payload; // but for the store
    qint64 bytes = 0;      // of its parts
};

// Makes a job of what the user wishes, or says what would be possible instead. Looks at no file.
// Errors: InvalidArgument, NotFound (no such part).
Result<ExportOrder> planExport(const Recording &recording, const ExportWishes &wishes);

} // namespace respool
