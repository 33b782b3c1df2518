// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <QHash>

#include <memory>

namespace respool {

// What runner and queue know about a kind of job.
struct JobKind
{
    std::function<std::unique_ptr<Job>(const JobRecord &)> make;
    // Takes back the marks that the enqueuing command made. Runs on a database thread, in the
    // transaction that ends the job otherwise than Done; may be empty.
    std::function<Result<>(Connection &, const JobRecord &)> giveUp = {};
    // Puts the end of a job, whichever it is, on record; in the same transaction, after giveUp; may be
    // empty.
    std::function<Result<>(Connection &, const JobRecord &, JobState)> ended = {};
    // Takes away what an attempt that died has left on disk of a job that has ended since. Runs on a
    // pool thread when such a job ends, and whenever a worker starts; may be empty.
    std::function<void(const JobRecord &)> tidyUp = {};
    int version = 1;   // the newest payload this program reads
    int limit = 1;     // how many run at the same time
    int laneLimit = 0; // how many of one lane; 0: as many as limit says
    // Its ended jobs tell what became of recordings that are gone, so they are never pruned.
    bool isEvidence = false;
};

// By the name of the kind.
using JobKinds = QHash<QString, JobKind>;

// Those whose ended jobs may go: the kinds that are no evidence.
QList<QString> prunableKinds(const JobKinds &kinds);

// Is this the name of a kind, or the empty text, which stands for all? Errors: InvalidArgument,
// with the names that there are.
Result<> checkKindOrAll(const JobKinds &kinds, const QString &kind);

} // namespace respool
