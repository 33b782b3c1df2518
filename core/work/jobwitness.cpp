// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/work/jobwitness.h"

#include "core/db/connection.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "core/jobs/resultdigest.h"
#include "core/library/auditstore.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace respool {

Result<QString> whoOrdered(Connection &connection, const JobRecord &job)
{
    QString who;
    TRY(connection.read(u"batch_by_id"_s, {{u"batch"_s, job.batch.value}},
                        [&](const Row &row) { who = row.text(1); }));
    return who;
}

Result<> witnessEnd(Connection &connection, const Clock &clock, const JobRecord &job,
                    JobState state)
{
    AuditEntry entry{act::jobEnd, {}};
    TRY_LET(entry.who, whoOrdered(connection, job));
    TRY_LET(const QList<JobItem> items, JobStore(connection, clock).items(job.id));
    qint64 done = 0;
    qint64 bytes = 0;
    for (const JobItem &item : items) {
        if (item.error.code != ErrorCode::None)
            continue;
        ++done;
        bytes += item.bytes;
    }
    entry.store = QJsonDocument::fromJson(job.payload).object()[u"store"_s].toString();
    entry.batch = job.batch.value;
    entry.detail = {{u"job"_s, job.id.value},           {u"kind"_s, job.kind},
                    {u"state"_s, toText(state)},        {u"done"_s, done},
                    {u"failed"_s, items.size() - done}, {u"bytes"_s, bytes},
                    {u"digest"_s, digestOf(items)}};
    return AuditStore(connection, clock).append(entry);
}

} // namespace respool
