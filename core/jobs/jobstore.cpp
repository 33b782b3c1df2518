// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/jobstore.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/connection.h"
#include "core/jobs/jobrows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace respool {

JobStore::JobStore(Connection &connection, const Clock &clock)
    : m_connection(connection)
    , m_clock(clock)
{}

Result<BatchId> JobStore::addBatch(const QString &kind, const QString &who, const QString &reason)
{
    TRY_LET(const qint64 id, m_connection.number(u"batch_add"_s, {{u"kind"_s, kind},
                                                                  {u"who"_s, who},
                                                                  {u"reason"_s, reason},
                                                                  {u"now"_s, m_clock.nowMs()}}));
    return BatchId{id};
}

Result<JobId> JobStore::enqueue(BatchId batch, const JobSpec &spec)
{
    const qint64 now = m_clock.nowMs();
    const qint64 due = spec.dueMs > 0 ? spec.dueMs : now;
    const JobState state = due > now ? JobState::Delayed : JobState::Queued;
    TRY_LET(const qint64 id,
            m_connection.number(u"job_enqueue"_s, {{u"batch"_s, batch.value},
                                                   {u"kind"_s, spec.kind},
                                                   {u"version"_s, spec.version},
                                                   {u"title"_s, spec.title},
                                                   {u"payload"_s, spec.payload},
                                                   {u"lane"_s, spec.lane},
                                                   {u"units"_s, spec.units},
                                                   {u"priority"_s, spec.priority},
                                                   {u"state"_s, int(state)},
                                                   {u"due"_s, due},
                                                   {u"max_attempts"_s, spec.maxAttempts},
                                                   {u"now"_s, now}}));
    return JobId{id};
}

Result<int> JobStore::promoteOffline()
{
    return m_connection.run(u"job_promote_offline"_s,
                            {{u"now"_s, m_clock.nowMs()}, {u"offline"_s, int(ErrorCode::Offline)}});
}

Result<bool> JobStore::waits(const JobSpec &spec)
{
    TRY_LET(const qint64 jobs, m_connection.number(u"job_waits"_s, {{u"kind"_s, spec.kind},
                                                                    {u"lane"_s, spec.lane},
                                                                    {u"payload"_s, spec.payload}}));
    return jobs > 0;
}

struct JobStore::Candidate
{
    qint64 id = 0, priority = 0, dueMs = 0;
    const KindRoom *room = nullptr;
    QString lane;
    auto order() const { return std::tuple(-priority, dueMs, id); }
};

Result<QList<JobRecord>> JobStore::claim(const WorkerRecord &worker, const QList<KindRoom> &room,
                                         int most)
{
    TRY_LET(const QSet<QString> held, paused());
    if (held.contains(QString()) || most <= 0)
        return QList<JobRecord>();
    QList<Candidate> candidates;
    for (const KindRoom &kind : room) {
        if (kind.free > 0 && !held.contains(kind.kind))
            TRY(collect(kind, most, candidates));
    }
    std::ranges::sort(candidates, {}, &Candidate::order);
    QHash<const KindRoom *, int> chosen;
    QList<qint64> ids;
    for (const Candidate &candidate : std::as_const(candidates)) {
        if (ids.size() < most && chosen[candidate.room]++ < candidate.room->free)
            ids << candidate.id;
    }
    return begin(worker, ids);
}

// The best of each lane that has room: however many jobs wait in the others, they cost nothing.
Result<> JobStore::collect(const KindRoom &room, int most, QList<Candidate> &found)
{
    QVariantHash binds{{u"kind"_s, room.kind}};
    QString query = u"job_lane_first"_s;
    for (;;) {
        std::optional<QString> lane;
        TRY(m_connection.read(query, binds, [&](const Row &row) {
            if (!row.isNull(0))
                lane = row.text(0);
        }));
        if (!lane)
            return {};
        const int inLane = room.laneLimit > 0 ? room.laneLimit - room.running.value(*lane) : most;
        const int wanted = std::min({most, room.free, inLane});
        if (wanted > 0)
            TRY(m_connection.read(u"job_best"_s,
                                  {{u"kind"_s, room.kind}, {u"lane"_s, *lane}, {u"most"_s, wanted}},
                                  [&](const Row &row) {
                                      found << Candidate{row.integer(0), row.integer(1),
                                                         row.integer(2), &room, *lane};
                                  }));
        query = u"job_lane_after"_s;
        binds.insert(u"lane"_s, *lane);
    }
}

// RETURNING promises no order: the jobs come in that of the ids.
Result<QList<JobRecord>> JobStore::begin(const WorkerRecord &worker, const QList<qint64> &ids)
{
    QList<JobRecord> jobs;
    if (ids.isEmpty())
        return jobs;
    const qint64 now = m_clock.nowMs();
    const QString list = jsonArray(ids);
    TRY(m_connection.read(u"job_claim"_s,
                          {{u"ids"_s, list}, {u"worker"_s, worker.id}, {u"now"_s, now}},
                          [&](const Row &row) { jobs << claimedJobFrom(row, now); }));
    TRY(m_connection.run(
        u"attempt_add"_s,
        {{u"ids"_s, list}, {u"host"_s, worker.host}, {u"pid"_s, worker.pid}, {u"now"_s, now}}));
    std::ranges::sort(jobs, {}, [&](const JobRecord &job) { return ids.indexOf(job.id.value); });
    return jobs;
}

Result<int> JobStore::promoteDue()
{
    return m_connection.run(u"job_promote"_s, {{u"now"_s, m_clock.nowMs()}});
}

Result<int> JobStore::promoteStuck()
{
    return m_connection.run(u"job_promote_stuck"_s, {{u"now"_s, m_clock.nowMs()}});
}

Result<std::optional<qint64>> JobStore::nextDueMs()
{
    TRY_LET(const qint64 due, m_connection.number(u"job_next_due"_s, {}, -1));
    return due < 0 ? std::optional<qint64>() : due;
}

Result<int> JobStore::parkUnknown(const QSet<QString> &known)
{
    int parked = 0;
    QString kind;
    for (;;) {
        bool found = false;
        TRY(m_connection.read(u"job_kind_after"_s, {{u"kind"_s, kind}}, [&](const Row &row) {
            found = !row.isNull(0);
            kind = row.text(0);
        }));
        if (!found)
            return parked;
        if (known.contains(kind))
            continue;
        TRY_LET(const int rows,
                m_connection.run(
                    u"job_park_kind"_s,
                    {{u"kind"_s, kind},
                     {u"now"_s, m_clock.nowMs()},
                     {u"code"_s, int(ErrorCode::UnknownKind)},
                     {u"text"_s, u"this program does not know jobs of the kind '%1': a newer "
                                 "Respool will run them"_s.arg(kind)}}));
        parked += rows;
    }
}

Result<int> JobStore::unpark(const QString &kind, int version)
{
    int total = 0;
    for (const ErrorCode code : {ErrorCode::UnknownKind, ErrorCode::NewerVersion}) {
        TRY_LET(const int rows, m_connection.run(u"job_unpark"_s, {{u"kind"_s, kind},
                                                                   {u"version"_s, version},
                                                                   {u"code"_s, int(code)},
                                                                   {u"now"_s, m_clock.nowMs()}}));
        total += rows;
    }
    return total;
}

Result<JobWish> JobStore::checkpoint(const JobRecord &job, qint64 worker, const QByteArray &state)
{
    faultPoint("job.checkpoint");
    JobWish wish = JobWish::None;
    TRY_LET(const int rows,
            m_connection.read(u"job_checkpoint"_s,
                              {{u"id"_s, job.id.value},
                               {u"claim"_s, job.claim},
                               {u"worker"_s, worker},
                               {u"checkpoint"_s, state}},
                              [&](const Row &row) { wish = JobWish(row.integer(0)); }));
    if (rows == 0)
        return fail(ErrorCode::LeaseLost);
    return wish;
}

// A wish that came too late to be heeded stays: a pause comes true, a cancel waits for the next
// claim. A pause that was heeded and taken back meanwhile is none.
Result<> JobStore::finish(const JobRecord &job, qint64 worker, const Verdict &verdict,
                          const Error &error)
{
    faultPoint("job.finish");
    const qint64 now = m_clock.nowMs();
    const bool ended = hasEnded(verdict.state);
    const JobState unpaused = verdict.state == JobState::Paused ? JobState::Queued : verdict.state;
    const JobState ifPaused = ended ? verdict.state : JobState::Paused;
    TRY_LET(const int rows,
            m_connection.run(u"job_finish"_s, {{u"id"_s, job.id.value},
                                               {u"claim"_s, job.claim},
                                               {u"worker"_s, worker},
                                               {u"state"_s, int(unpaused)},
                                               {u"state_if_paused"_s, int(ifPaused)},
                                               {u"cancel"_s, int(!ended)},
                                               {u"due"_s, now + verdict.waitMs},
                                               {u"wait"_s, verdict.waitMs},
                                               {u"failed"_s, int(verdict.counts)},
                                               {u"spared"_s, int(verdict.spared)},
                                               {u"finished"_s, ended ? now : 0},
                                               {u"code"_s, int(error.code)},
                                               {u"text"_s, error.detail}}));
    if (rows == 0)
        return fail(ErrorCode::LeaseLost);
    TRY(m_connection.run(u"attempt_end"_s, {{u"id"_s, job.id.value},
                                            {u"claim"_s, job.claim},
                                            {u"outcome"_s, int(verdict.state)},
                                            {u"code"_s, int(error.code)},
                                            {u"text"_s, error.detail},
                                            {u"now"_s, now}}));
    return {};
}

Result<> JobStore::setProgress(const JobRecord &job, Progress progress)
{
    TRY(m_connection.run(u"job_progress_set"_s, {{u"id"_s, job.id.value},
                                                 {u"claim"_s, job.claim},
                                                 {u"done"_s, progress.done},
                                                 {u"total"_s, progress.total}}));
    return {};
}

Result<> JobStore::addLog(JobId id, LogLevel level, const QString &text)
{
    TRY(m_connection.run(u"log_add"_s, {{u"id"_s, id.value},
                                        {u"now"_s, m_clock.nowMs()},
                                        {u"level"_s, int(level)},
                                        {u"text"_s, text}}));
    return {};
}

Result<> JobStore::addItem(JobId id, const JobItem &item)
{
    TRY(m_connection.run(u"item_add"_s, {{u"id"_s, id.value},
                                         {u"item"_s, item.item},
                                         {u"bytes"_s, item.bytes},
                                         {u"code"_s, int(item.error.code)},
                                         {u"text"_s, item.error.detail},
                                         {u"now"_s, m_clock.nowMs()}}));
    return {};
}

Result<> JobStore::addItems(JobId id, const QList<JobItem> &items)
{
    if (items.isEmpty())
        return {};
    QJsonArray all;
    for (const JobItem &item : items)
        all << QJsonArray{item.item, item.bytes, int(item.error.code),
                          item.error.detail.isNull() ? u""_s : item.error.detail};
    TRY(m_connection.run(u"item_add_all"_s,
                         {{u"id"_s, id.value},
                          {u"items"_s, QJsonDocument(all).toJson(QJsonDocument::Compact)},
                          {u"now"_s, m_clock.nowMs()}}));
    return {};
}

} // namespace respool
