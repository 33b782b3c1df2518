// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/commands.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/schedule.h"
#include "core/jobs/workrule.h"
#include "core/library/audit.h"
#include "core/library/recording.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace respool {

// The words and the JSON of the CLI. JSON: times ISO 8601 UTC or null, sizes bytes, durations
// seconds or null where they are not known.
QJsonObject toJson(const StoreInfo &store);
QJsonObject toJson(const Recording &recording);
QJsonObject toJson(const JobRecord &job);
QJsonObject toJson(Progress progress);
QJsonObject toJson(const BatchRecord &batch);
QJsonObject toJson(const JobAttempt &attempt);
QJsonObject toJson(const JobLogLine &line);
QJsonObject toJson(const JobItem &item);
QJsonObject toJson(const Enqueued &enqueued);
QJsonObject toJson(const QueueStats &stats);
QJsonObject toJson(const ScheduleRecord &schedule);
QJsonObject toJson(const ScheduleRun &run);

// A table with columns padded to their widest cell; the first row is its head.
QString table(const QList<QStringList> &rows);

QString progressText(Progress progress);
QString auditTable(const QList<AuditRow> &rows);
QJsonArray auditJson(const QList<AuditRow> &rows);   // detail as an object
QString holdText(const WorkHold &hold);              // "waits until …"
QString counted(qint64 number, const QString &noun); // "1 job", "2 jobs"
QString whatText(const JobRecord &job);              // a title that is a number counts recordings

} // namespace respool
