// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/format.h"

#include "core/base/units.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QJsonValue isoTime(qint64 utcMs)
{
    return utcMs > 0 ? QJsonValue(isoText(utcMs)) : QJsonValue();
}

QJsonValue seconds(qint64 ms)
{
    return ms > 0 ? QJsonValue(double(ms) / 1000) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue errorJson(const Error &error)
{
    if (error.code == ErrorCode::None)
        return QJsonValue::Null;
    return QJsonObject{{u"code"_s, int(error.code)}, {u"text"_s, error.detail}};
}

QJsonValue seekableJson(Seekable seekable)
{
    return seekable == Seekable::NotAsked ? QJsonValue(QJsonValue::Null)
                                          : QJsonValue(seekable == Seekable::Yes);
}

QString levelText(LogLevel level)
{
    constexpr std::array words{"info", "warning", "error"};
    return QString::fromLatin1(words.at(size_t(level)));
}

} // namespace

QJsonObject toJson(Progress progress)
{
    return {{u"done"_s, progress.done}, {u"total"_s, progress.total}};
}

QJsonObject toJson(const StoreInfo &store)
{
    return {{u"id"_s, store.id.value},
            {u"uid"_s, store.uid},
            {u"name"_s, store.name},
            {u"kind"_s, toText(store.kind)},
            {u"path"_s, store.path},
            {u"state"_s, toText(store.state)},
            {u"watch"_s, textOrNull(toText(store.watch))},
            {u"problem"_s, textOrNull(store.problem)},
            {u"autoRemux"_s, store.autoRemux},
            {u"added"_s, isoTime(store.addedMs)},
            {u"scanned"_s, isoTime(store.scannedMs)},
            {u"recordings"_s, store.recordings},
            {u"bytes"_s, store.bytes}};
}

QJsonObject toJson(const Recording &recording)
{
    QJsonArray parts;
    for (const Part &part : recording.parts)
        parts << QJsonObject{{u"name"_s, part.name},
                             {u"kind"_s, toText(part.kind)},
                             {u"bytes"_s, part.bytes},
                             {u"start"_s, isoTime(part.startMs)},
                             {u"durationS"_s, seconds(part.durationMs)},
                             {u"seekable"_s, seekableJson(part.seekable)},
                             {u"media"_s, textOrNull(part.media)},
                             {u"problem"_s, textOrNull(part.problem)}};
    return {{u"id"_s, recording.uid},
            {u"store"_s, recording.storeName},
            {u"path"_s, recording.path},
            {u"state"_s, toText(recording.state)},
            {u"active"_s, recording.active},
            {u"kind"_s, toText(recording.kind)},
            {u"start"_s, isoTime(recording.startMs)},
            {u"durationS"_s, seconds(recording.durationMs)},
            {u"bytes"_s, recording.bytes},
            {u"parts"_s, parts},
            {u"held"_s, recording.held},
            {u"holdReason"_s, textOrNull(recording.holdReason)},
            {u"tags"_s, QJsonArray::fromStringList(recording.tags)},
            {u"flagged"_s, recording.flagged},
            {u"seen"_s, recording.seen},
            {u"note"_s, textOrNull(recording.note)},
            {u"resumeS"_s, seconds(recording.resumeMs)},
            {u"problem"_s, textOrNull(recording.problem)},
            {u"trashed"_s, isoTime(recording.trashedMs)}};
}

QJsonObject toJson(const JobRecord &job)
{
    return {{u"id"_s, job.id.value},
            {u"batch"_s, job.batch.value},
            {u"kind"_s, job.kind},
            {u"title"_s, job.title},
            {u"state"_s, toText(job.state)},
            {u"attempt"_s, job.attempt},
            {u"maxAttempts"_s, job.maxAttempts},
            {u"priority"_s, job.priority},
            {u"progress"_s, toJson(job.progress)},
            {u"error"_s, errorJson(job.error)},
            {u"due"_s, isoTime(job.dueMs)},
            {u"created"_s, isoTime(job.createdMs)},
            {u"started"_s, isoTime(job.startedMs)},
            {u"finished"_s, isoTime(job.finishedMs)}};
}

QJsonObject toJson(const BatchRecord &batch)
{
    QJsonObject counts;
    for (int state = int(JobState::Paused); state <= int(JobState::Parked); ++state)
        counts[toText(JobState(state))] = batch.count(JobState(state));
    return {{u"id"_s, batch.id.value},
            {u"kind"_s, batch.kind},
            {u"state"_s, toText(batch.state())},
            {u"who"_s, batch.who},
            {u"reason"_s, textOrNull(batch.reason)},
            {u"jobs"_s, batch.jobs()},
            {u"counts"_s, counts},
            {u"progress"_s, toJson(batch.progress)},
            {u"created"_s, isoTime(batch.createdMs)},
            {u"ended"_s, isoTime(batch.endedMs)}};
}

QJsonObject toJson(const JobAttempt &attempt)
{
    return {{u"attempt"_s, attempt.attempt},
            {u"host"_s, attempt.host},
            {u"pid"_s, attempt.pid},
            {u"started"_s, isoTime(attempt.startedMs)},
            {u"ended"_s, isoTime(attempt.endedMs)},
            {u"outcome"_s, toText(attempt.outcome)},
            {u"error"_s, errorJson(attempt.error)}};
}

QJsonObject toJson(const JobLogLine &line)
{
    return {
        {u"at"_s, isoTime(line.atMs)}, {u"level"_s, levelText(line.level)}, {u"text"_s, line.text}};
}

QJsonObject toJson(const JobItem &item)
{
    return {{u"recording"_s, item.item},
            {u"bytes"_s, item.bytes},
            {u"ok"_s, item.error.code == ErrorCode::None},
            {u"error"_s, errorJson(item.error)},
            {u"at"_s, isoTime(item.atMs)}};
}

QJsonObject toJson(const Enqueued &enqueued)
{
    QJsonArray jobs;
    for (const JobId job : enqueued.jobs)
        jobs << job.value;
    return {{u"batch"_s, enqueued.batch.value}, {u"jobs"_s, jobs}};
}

QJsonObject toJson(const QueueStats &stats)
{
    return {
        {u"paused"_s, stats.paused},
        {u"queued"_s, stats.queued},
        {u"running"_s, stats.running},
        {u"delayed"_s, stats.delayed},
        {u"done"_s, stats.done},
        {u"cancelled"_s, stats.cancelled},
        {u"failed"_s, stats.failed},
        {u"parked"_s, stats.parked},
        {u"pausedAll"_s, stats.pausedKinds.contains(QString())},
        {u"pausedKinds"_s, QJsonArray::fromStringList(
                               QStringList(stats.pausedKinds).filter(QRegularExpression(u"."_s)))}};
}

QJsonObject toJson(const ScheduleRecord &schedule)
{
    return {{u"id"_s, schedule.id.value},
            {u"name"_s, schedule.spec.name},
            {u"action"_s, schedule.spec.action},
            {u"payload"_s, QJsonDocument::fromJson(schedule.spec.payload).object()},
            {u"rule"_s, schedule.spec.rule},
            {u"zone"_s, schedule.spec.zone},
            {u"who"_s, schedule.who},
            {u"enabled"_s, schedule.enabled},
            {u"next"_s, isoTime(schedule.enabled ? schedule.nextMs : 0)},
            {u"last"_s,
             schedule.last ? QJsonValue(toJson(*schedule.last)) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject toJson(const ScheduleRun &run)
{
    return {{u"due"_s, isoTime(run.dueMs)},
            {u"ran"_s, isoTime(run.ranMs)},
            {u"batch"_s,
             run.batch.value > 0 ? QJsonValue(run.batch.value) : QJsonValue(QJsonValue::Null)},
            {u"error"_s, errorJson(run.error)}};
}

QString auditTable(const QList<AuditRow> &rows)
{
    QList<QStringList> cells{
        {u"ROW"_s, u"WHEN"_s, u"WHO"_s, u"ACT"_s, u"ABOUT"_s, u"REASON"_s, u"DETAIL"_s}};
    for (const AuditRow &row : rows) {
        const QString about = !row.recording.isEmpty() ? row.recording
                              : row.batch > 0          ? u"batch %1"_s.arg(row.batch)
                                                       : row.store;
        cells << QStringList{
            QString::number(row.id), timeText(row.atMs), row.who, row.action, about, row.reason,
            detailText(row)};
    }
    return table(cells);
}

QJsonArray auditJson(const QList<AuditRow> &rows)
{
    QJsonArray json;
    for (const AuditRow &row : rows) {
        QJsonObject object = toJson(row);
        object[u"detail"_s] = row.details();
        json << object;
    }
    return json;
}

QString holdText(const WorkHold &hold)
{
    QStringList reasons;
    if (hold.untilMs > 0)
        reasons << u"until %1"_s.arg(timeText(hold.untilMs));
    if (hold.onBattery)
        reasons << u"for the mains"_s;
    return u"waits "_s + reasons.join(u" and "_s);
}

QString table(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row[column].leftJustified(widths[column] + 2);
        lines << line.trimmed();
    }
    return lines.join(u'\n');
}

QString progressText(Progress progress)
{
    if (progress.total <= 0)
        return u"-"_s;
    return u"%1%"_s.arg(progress.done * 100 / progress.total);
}

QString counted(qint64 number, const QString &noun)
{
    return u"%1 %2"_s.arg(number).arg(number == 1 ? noun : noun + u's');
}

QString whatText(const JobRecord &job)
{
    bool isCount = false;
    const int count = job.title.toInt(&isCount);
    return isCount ? counted(count, u"recording"_s) : job.title;
}

} // namespace respool
