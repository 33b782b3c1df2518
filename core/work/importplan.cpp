// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/importplan.h"

namespace respool {

Result<ImportPlan> planImport(const ArchiveReader &reader, const MediaFile &archive,
                              const std::stop_token &stop)
{
    TRY_LET(const QList<ZipItem> items, reader.list(archive, stop));
    return planEntries(
        items, [&](qint64 index) { return reader.content(archive, index, items[index], stop); });
}

} // namespace respool
