// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/jobs/job.h"

#include <QJsonObject>
#include <QStringList>

namespace respool {

// What became of one recording, or of a job that tells of none.
struct ReportLine
{
    JobId job;
    QString kind;       // of the job: a permanent deletion tells of a recording twice
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

// One row of RFC 4180 in UTF-8. No cell begins as a formula does.
QByteArray csvRow(const QStringList &cells);
// With a head; times ISO 8601 UTC, sizes in bytes. step: the kind of the job that tells the line.
QByteArray toCsv(const BatchReport &report);
// One document; the same units.
QJsonObject jsonOf(const BatchReport &report);
QByteArray toJson(const BatchReport &report);

} // namespace respool
