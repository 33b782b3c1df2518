// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/retention.h"

#include "core/base/pending.h"
#include "core/base/user.h"
#include "core/db/database.h"
#include "core/jobs/jobqueue.h"
#include "core/library/recordingcatalog.h"
#include "core/library/retentionstore.h"

using namespace Qt::Literals::StringLiterals;

namespace respool {

Retention::Retention(Database &database, const Clock &clock, JobQueue &queue,
                     RecordingCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_queue(queue)
    , m_catalog(catalog)
{}

// The answers come by way of this object, on its thread, as those of the queue do.
template <typename F>
auto Retention::ask(F question)
{
    return m_database.read(std::move(question)).on(this);
}

template <typename F>
auto Retention::change(F work)
{
    using R = std::invoke_result_t<F, Connection &>;
    return m_database.write(std::move(work)).then(this, [this](const R &result) {
        emit changed();
        return result;
    });
}

QFuture<Result<QList<RetentionRule>>> Retention::rules()
{
    return ask(
        [this](Connection &connection) { return RetentionStore(connection, m_clock).all(); });
}

QFuture<Result<RetentionRule>> Retention::rule(const QString &nameOrNumber)
{
    return ask([this, nameOrNumber](Connection &connection) {
        return RetentionStore(connection, m_clock).byName(nameOrNumber);
    });
}

QFuture<Result<RetentionRuleId>> Retention::addRule(const RetentionRule &rule)
{
    return change([this, rule](Connection &connection) {
        return RetentionStore(connection, m_clock).add(rule, userName());
    });
}

QFuture<Result<>> Retention::changeRule(const RetentionRule &rule)
{
    return change([this, rule](Connection &connection) {
        return RetentionStore(connection, m_clock).change(rule);
    });
}

QFuture<Result<>> Retention::removeRule(RetentionRuleId id)
{
    return change([this, id](Connection &connection) {
        return RetentionStore(connection, m_clock).remove(id);
    });
}

QFuture<Result<>> Retention::enableRule(RetentionRuleId id, bool enabled)
{
    return change([this, id, enabled](Connection &connection) {
        return RetentionStore(connection, m_clock).setEnabled(id, enabled);
    });
}

QFuture<Result<RetentionPlan>> Retention::plan(const QList<RetentionRule> &rules,
                                               RetentionLook look)
{
    return inBackground(
               [this, rules, look] { return planRetention(m_database, m_clock, rules, look); })
        .on(this);
}

QFuture<Result<QList<RetentionBatch>>> Retention::run(const RetentionPlan &plan)
{
    using Batches = Result<QList<RetentionBatch>>;
    return m_database
        .write([this, plan](Connection &connection) {
            return enqueueRetention(connection, m_clock, userName(), plan);
        })
        .then(this, [this](const Batches &batches) {
            m_catalog.announceChange();
            m_queue.announceWork();
            return batches;
        });
}

QFuture<Result<bool>> Retention::isScheduled()
{
    return ask([](Connection &connection) -> Result<bool> {
        TRY_LET(const qint64 schedules, connection.number(u"schedule_count_retention"_s));
        return schedules > 0;
    });
}

QFuture<Result<QList<StoreTrash>>> Retention::trash()
{
    return ask([](Connection &connection) { return TrashGrace(connection).all(); });
}

QFuture<Result<StorageReport>> Retention::storage()
{
    return inBackground([this] { return reportStorage(m_database, m_clock); }).on(this);
}

QFuture<Result<>> Retention::setTrashGrace(StoreId store, int days)
{
    return change([store, days](Connection &connection) {
               return TrashGrace(connection).setDays(store, days);
           })
        .then(this, [this](const Result<> &set) {
            m_queue.announceWork(); // the worker may have something to purge now
            return set;
        });
}

} // namespace respool
