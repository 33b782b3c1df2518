// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

namespace respool {

class Clock;

// Whose command the job belongs to.
Result<QString> whoOrdered(Connection &connection, const JobRecord &job);

// Writes the end of a job that changes recordings into the audit log: how many and how much, and
// the digest of its results, in the name of who ordered it. One row a job, however many recordings.
// Database thread, in the transaction that ends the job.
Result<> witnessEnd(Connection &connection, const Clock &clock, const JobRecord &job,
                    JobState state);

} // namespace respool
