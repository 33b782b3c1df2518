// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/exportpayload.h"

namespace respool {

struct ExportWishes;
struct JobRecord;

struct ExportOrder
{
    ExportPayload payload; // but for the store
    qint64 bytes = 0;      // of its parts
};

// Makes a job of what the user wishes, or says what would be possible instead. Looks at no file.
// Errors: InvalidArgument, NotFound (no such part).
Result<ExportOrder> planExport(const Recording &recording, const ExportWishes &wishes);

// Those that can be exported, in their order.
QList<Part> exportableParts(const Recording &recording);

// Whether the job could write there now, before it is asked for. Looks at folders: not on the ui
// thread. Errors: NotFound (no such folder), Conflict (the file is there), Refused (inside a
// store), PermissionDenied.
Result<> examineExportTarget(const ExportWishes &wishes, const QList<StoreInfo> &stores);

// Where a job writes to; empty for one that is no export, or whose payload was not read.
QString exportedFile(const JobRecord &job);

} // namespace respool
