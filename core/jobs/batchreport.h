// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

namespace respool {

// What became of one recording, or of a job that tells of none.
struct ReportLine
{
    JobId job;
    QString item;       // the recording's uid, or the job's title
    bool isJob = false; // the job tells of no recordings (yet)
    qint64 bytes = 0;
    JobState state = JobState::Done; // of the item: Done or Failed; of a job: its own
    Error error;
    qint64 atMs = 0; // 0: not yet
};

// What one command of the user has done: who, when, why, and every recording with its result.
struct BatchReport
{
    BatchId batch;
    QString kind;
    QString who;
    QString reason;
    qint64 askedMs = 0;
    bool isFinal = false; // every job of it has ended
    QList<ReportLine> lines;
};

// RFC 4180 in UTF-8, with a head; times ISO 8601 UTC, sizes in bytes.
QByteArray toCsv(const BatchReport &report);
// One document; the same units.
QByteArray toJson(const BatchReport &report);

} // namespace respool
