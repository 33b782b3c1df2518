// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <compare>
#include <functional>
#include <stop_token>

namespace respool {

class Connection;

struct JobId
{
    qint64 value = 0;
    auto operator<=>(const JobId &) const = default;
};

struct BatchId
{
    qint64 value = 0;
    auto operator<=>(const BatchId &) const = default;
};

// The numbers are stored. Paused: until the user resumes it. From Done on a job has ended; from
// Failed on it needs somebody.
enum class JobState {
    Paused = -1,
    Queued = 0,
    Running = 1,
    Delayed = 2,
    Done = 3,
    Cancelled = 4,
    Failed = 5,
    Parked = 6,
};

constexpr bool hasEnded(JobState state)
{
    return state >= JobState::Done;
}

// What the user wants of a job that runs; heeded at its next safe point. The numbers are stored.
enum class JobWish { None = 0, Cancel = 1, Pause = 2 };

// How far a job is, in units of its kind: items for delete, bytes for remux. total 0: not known.
struct Progress
{
    qint64 done = 0;
    qint64 total = 0;
};

// One row of the queue, as a value. Times are UTC milliseconds, 0 for "not yet".
struct JobRecord
{
    JobId id;
    BatchId batch;
    QString kind;
    int version = 1;       // of the payload
    QString title;         // what the job works on, for people
    QByteArray payload;    // what to do, JSON: fixed at enqueue; empty in lists
    QByteArray checkpoint; // how far it got: the last committed step; empty in lists
    int priority = 0;
    JobState state = JobState::Queued;
    qint64 dueMs = 0;
    int claim = 0;    // how often it was claimed: the fence against a worker that lost it
    int attempt = 0;  // the claims that were not given back by a graceful stop or a wait
    int failures = 0; // attempts with an error that counts towards maxAttempts
    int maxAttempts = 5;
    int crashes = 0; // deaths of the process by this job's own fault since the last checkpoint
    int deaths = 0;  // deaths of the process without a known fault since the last checkpoint
    JobWish wish = JobWish::None;
    qint64 createdMs = 0;
    qint64 startedMs = 0;
    qint64 finishedMs = 0;
    bool seen = false; // somebody has looked at it since it failed
    Error error;       // of the last attempt
    QString lane;      // see JobKind::laneLimit
    qint64 units = 1;  // see JobSpec
    Progress progress;
};

// A job to be enqueued.
struct JobSpec
{
    QString kind = {};
    int version = 1;
    QString title = {};
    QByteArray payload = {};
    QString lane = {}; // the jobs of a kind in one lane take turns, see JobKind::laneLimit
    qint64 units = 1;  // its share in its batch: the units of its progress, if known beforehand
    int priority = 0;  // the higher goes first
    qint64 dueMs = 0;  // 0: now
    int maxAttempts = 5;
};

// One try of a job.
struct JobAttempt
{
    int attempt = 0;
    QString host;
    qint64 pid = 0;
    qint64 startedMs = 0;
    qint64 endedMs = 0;
    JobState outcome = JobState::Running; // the state the job went into
    Error error;
};

enum class LogLevel { Info = 0, Warning = 1, Error = 2 };

struct JobLogLine
{
    qint64 atMs = 0;
    LogLevel level = LogLevel::Info;
    QString text;
};

// What became of one item (a recording) of a job. error.code None: it succeeded.
struct JobItem
{
    QString item; // the recording's uid
    qint64 bytes = 0;
    Error error;
    qint64 atMs = 0;
};

// What a job may ask of whoever runs it. The runner implements it; so does a test. Pool thread.
class JobContext
{
public:
    virtual ~JobContext() = default;
    virtual const JobRecord &job() const = 0;

    // Set when the user cancels or pauses the job, or the program closes.
    virtual std::stop_token stopToken() const = 0;
    // Cancelled, Paused or Interrupted, whichever the stop means; to be returned from run().
    virtual Failure stopped() const = 0;

    // Cheap; shown at most ten times a second, stored every two seconds.
    virtual void progress(Progress progress) = 0;
    virtual void log(LogLevel level, const QString &text) = 0;

    // Commits state as the new checkpoint together with effects and items, in one transaction.
    // LeaseLost: another worker owns the job; touch nothing more. Blocks.
    using Effects = std::function<Result<>(Connection &)>;
    virtual Result<> checkpoint(const QByteArray &state, const QList<JobItem> &items,
                                const Effects &effects) = 0;

    // Effects that are committed together with the job's success, after run() returned.
    virtual void atEnd(Effects effects) = 0;
};

// One unit of work. Built per run, run once on a pool thread, alive until its end is committed.
// Every step may be run twice.
// Errors: what run() returns decides the job's next state, see RetryPolicy.
class Job
{
public:
    virtual ~Job() = default;
    virtual Result<> run(JobContext &context) = 0;
};

} // namespace respool

Q_DECLARE_METATYPE(respool::JobId)
Q_DECLARE_METATYPE(respool::Progress)
