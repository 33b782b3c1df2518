// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doctor.h"

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/db/dialect.h"
#include "core/jobs/jobqueue.h"
#include "core/jobs/jobstore.h"
#include "core/library/rootstore.h"
#include "core/library/storeidentity.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qint64 silentMs = 10'000; // a worker writes a sign of life every two seconds

Result<Finding> databaseFinding(Connection &connection)
{
    const auto checked = connection.check();
    if (!checked)
        return Finding{u"database"_s, false,
                       checked.error().detail + u": restore it from a backup"_s};
    TRY_LET(const qint64 version, connection.scalar(connection.dialect().readVersion));
    return Finding{u"database"_s, true,
                   u"%1 is whole, schema %2"_s.arg(connection.file()).arg(version)};
}

Result<Finding> queueFinding(Connection &connection, const Clock &clock)
{
    JobStore jobs(connection, clock);
    TRY_LET(const QueueStats stats, jobs.stats());
    TRY_LET(const auto worker, jobs.lastWorker());
    const bool alive = worker && worker->endedMs == 0 && clock.nowMs() - worker->seenMs < silentMs;
    const QString counts = u"%1 running, %2 waiting, %3 failed, %4 parked"_s.arg(stats.running)
                               .arg(stats.queued + stats.delayed)
                               .arg(stats.failed)
                               .arg(stats.parked);
    if (stats.running > 0 && !alive)
        return Finding{u"queue"_s, false,
                       counts + u": the worker is silent; the next one takes its jobs over"_s};
    if (stats.failed + stats.parked > 0)
        return Finding{u"queue"_s, false, counts + u": look at them, then retry or discard"_s};
    return Finding{u"queue"_s, true, counts};
}

Finding storeFinding(const StoreInfo &store)
{
    const QString what = u"store %1"_s.arg(store.name);
    const auto root = openStore(store);
    if (!root)
        return {what, false, root.error().detail};
    return {
        what, true,
        u"%1, %2 recordings, %3 bytes"_s.arg(store.path).arg(store.recordings).arg(store.bytes)};
}

} // namespace

Pending<Result<QList<Finding>>> examine(Database &database, const Clock &clock)
{
    return inBackground([&]() -> Result<QList<Finding>> {
        QList<Finding> findings;
        QList<StoreInfo> stores;
        TRY(database.ask([&](Connection &connection) -> Result<> {
            TRY_LET(const Finding file, databaseFinding(connection));
            TRY_LET(const Finding queue, queueFinding(connection, clock));
            TRY_LET(stores, RootStore(connection).all());
            findings << file << queue;
            return {};
        }));
        for (const StoreInfo &store : std::as_const(stores))
            findings << storeFinding(store);
        return findings;
    });
}

} // namespace respool
