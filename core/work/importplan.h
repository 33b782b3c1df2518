// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/work/archivereader.h"
#include "core/work/importentries.h"

namespace respool {

// Looks through the archive and decides about all of it. Errors: those of planEntries() and of
// ArchiveReader.
Result<ImportPlan> planImport(const ArchiveReader &reader, const MediaFile &archive,
                              const std::stop_token &stop);

} // namespace respool
