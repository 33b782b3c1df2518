// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/retentionplan.h"

#include "core/base/clock.h"
#include "core/base/faultpoint.h"
#include "core/db/database.h"
#include "core/deleteplanner.h"
#include "core/library/retentionstore.h"
#include "core/library/rootstore.h"
#include "core/library/storeidentity.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QSet<qint64> offlineAmong(const QList<StoreInfo> &stores)
{
    QSet<qint64> offline;
    for (const StoreInfo &store : stores) {
        if (!openStore(store))
            offline << store.id.value;
    }
    return offline;
}

void widen(qint64 &oldestMs, qint64 &newestMs, qint64 fromMs, qint64 toMs)
{
    if (fromMs > 0)
        oldestMs = oldestMs == 0 ? fromMs : std::min(oldestMs, fromMs);
    newestMs = std::max(newestMs, toMs);
}

// What goes, by the sets of rules that delete it.
QMap<QList<qsizetype>, QList<RetentionCandidate>> grouped(const QList<RetentionOutcome> &outcomes)
{
    QHash<qint64, QList<qsizetype>> rulesOf;
    QList<RetentionCandidate> inOrder;
    for (qsizetype rule = 0; rule < outcomes.size(); ++rule) {
        for (const RetentionCandidate &candidate : outcomes[rule].choice.go) {
            QList<qsizetype> &rules = rulesOf[candidate.id.value];
            if (rules.isEmpty())
                inOrder << candidate;
            rules << rule;
        }
    }
    QMap<QList<qsizetype>, QList<RetentionCandidate>> groups;
    for (const RetentionCandidate &candidate : std::as_const(inOrder))
        groups[rulesOf.value(candidate.id.value)] << candidate;
    return groups;
}

// By the catalogue all of them are ready.
DeletePlan catalogued(const QList<RetentionCandidate> &candidates)
{
    DeletePlan plan;
    for (const RetentionCandidate &candidate : candidates) {
        plan.ready << candidate.id;
        plan.bytes += candidate.bytes;
        widen(plan.oldestMs, plan.newestMs, candidate.startMs, candidate.startMs);
    }
    return plan;
}

// Those whose files may move now.
Result<DeletePlan> examined(Database &database, const Clock &clock,
                            const QList<RetentionCandidate> &candidates, const QString &rule,
                            const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Interrupted);
    QList<RecordingId> ids;
    for (const RetentionCandidate &candidate : candidates)
        ids << candidate.id;
    return planDeletion(database, ids, {.rule = rule}, clock);
}

// What is left of the plan when these are all that may still go.
DeletePlan narrowed(const DeletePlan &plan, const QList<RecordingId> &still)
{
    QHash<qint64, QString> uids;
    for (qsizetype i = 0; i < plan.uids.size(); ++i)
        uids.insert(plan.ready[i].value, plan.uids[i]);
    DeletePlan rest = plan;
    rest.ready = still;
    rest.uids.clear();
    for (const RecordingId id : still)
        rest.uids << uids.value(id.value);
    return rest;
}

// Page after page; between them the database answers others.
Result<RetentionScope> readScope(Database &database, const Clock &clock, const RetentionRule &rule,
                                 const QueryContext &context)
{
    RetentionScope scope{rule, {}};
    bool more = true;
    while (more) {
        TRY_LET(more, database.ask([&](Connection &connection) {
            return RetentionStore(connection, clock).readMore(scope, context);
        }));
    }
    return scope;
}

} // namespace

Result<RetentionPlan> planRetention(Database &database, const Clock &clock,
                                    const QList<RetentionRule> &rules, RetentionLook look,
                                    const std::stop_token &stop)
{
    RetentionPlan plan;
    plan.atMs = clock.nowMs();
    QueryContext context{plan.atMs};
    TRY_LET(context.stores,
            database.ask([](Connection &connection) { return RootStore(connection).all(); }));
    QList<RetentionScope> scopes;
    for (const RetentionRule &rule : rules) {
        auto scope = readScope(database, clock, rule, context);
        if (!scope && scope.error().code == ErrorCode::Database)
            return Failure{scope.error()};
        plan.rules << RetentionOutcome{rule, scope ? Error() : scope.error(), {}};
        scopes << (scope ? *std::move(scope) : RetentionScope{rule, {}});
    }
    const QList<RetentionChoice> choices =
        evaluateRetention(scopes, offlineAmong(context.stores), plan.atMs);
    scopes.clear();
    for (qsizetype i = 0; i < choices.size(); ++i)
        plan.rules[i].choice = choices[i];
    const auto groups = grouped(plan.rules);
    for (auto gone = groups.cbegin(); gone != groups.cend(); ++gone) {
        RetentionGroup group;
        for (const qsizetype rule : gone.key())
            group.rules << rules[rule].name;
        if (look == RetentionLook::Files) {
            TRY_LET(group.deletion,
                    examined(database, clock, *gone, group.rules.join(u", "_s), stop));
        } else {
            group.deletion = catalogued(*gone);
        }
        if (look == RetentionLook::Uids) {
            TRY_LET(group.deletion.uids, database.ask([&](Connection &connection) {
                return RetentionStore(connection, clock).uids(group.deletion.ready);
            }));
        }
        group.deletion.sparesFlagged = true;
        plan.count += group.deletion.ready.size();
        plan.bytes += group.deletion.bytes;
        widen(plan.oldestMs, plan.newestMs, group.deletion.oldestMs, group.deletion.newestMs);
        plan.groups << group;
    }
    return plan;
}

Result<QList<RetentionBatch>> enqueueRetention(Connection &connection, const Clock &clock,
                                               const QString &who, const RetentionPlan &plan)
{
    QList<RetentionBatch> batches;
    for (const RetentionGroup &group : plan.groups) {
        TRY_LET(const auto still, RetentionStore(connection, clock).still(group.deletion.ready));
        if (still.ids.isEmpty())
            continue;
        const DeletePlan rest = narrowed(group.deletion, still.ids);
        TRY_LET(const Enqueued enqueued,
                WorkOrder(connection, clock, who, reasonOf(group.rules)).deletion(rest));
        batches << RetentionBatch{group.rules, enqueued, rest.uids, still.ids.size(), still.bytes};
        faultPoint("retention.enqueued");
    }
    return batches;
}

} // namespace respool
