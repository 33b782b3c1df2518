// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/batch.h"

namespace respool {

class Row;

// The columns of job_row and job_line, of job_claim, and of batch_sums, in their order. A job that
// was claimed now has no error and no progress yet.
JobRecord jobFrom(const Row &row);
JobRecord claimedJobFrom(const Row &row, qint64 nowMs);
BatchRecord batchFrom(const Row &row);

} // namespace respool
