// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <QSet>

namespace respool {

// Finds out which job crashed the process. A signal handler for the signals that a defect raises
// (SEGV, BUS, ABRT, ILL, FPE) writes the id of the job that runs on the crashing thread into a
// file that was opened beforehand; the next worker reads it. A kill -9 or a power cut leaves no
// mark. One per process.
class CrashMark
{
public:
    // Installs the handlers and returns the ids that an earlier process left in file.
    static Result<QSet<qint64>> install(const QString &file);

    // Forgets them, once they have been counted for good.
    static Result<> clear();

    // The job that the current thread runs, for the life of this object.
    class Scope
    {
    public:
        explicit Scope(JobId job);
        ~Scope();
        Q_DISABLE_COPY_MOVE(Scope)
    };
};

} // namespace respool
