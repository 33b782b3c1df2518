// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/retentionjob.h"

#include "core/base/faultpoint.h"
#include "core/base/units.h"
#include "core/db/database.h"
#include "core/library/retentionstore.h"
#include "core/retentionplan.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int payloadVersion = 1;
constexpr QByteArrayView ordered = "ordered";

QString toldOf(const RetentionOutcome &outcome)
{
    const RetentionChoice &choice = outcome.choice;
    return u"rule '%1' (%2): %3 recordings, %4 bytes; %5 stay"_s.arg(outcome.rule.name)
        .arg(boundText(outcome.rule))
        .arg(choice.go.size())
        .arg(choice.bytes)
        .arg(choice.stay.size());
}

void tell(JobContext &context, const RetentionPlan &plan, const QList<RetentionBatch> &batches)
{
    for (const RetentionOutcome &outcome : plan.rules) {
        if (outcome.error.code == ErrorCode::None)
            context.log(LogLevel::Info, toldOf(outcome));
        else
            context.log(LogLevel::Error,
                        u"rule '%1': %2"_s.arg(outcome.rule.name, outcome.error.detail));
    }
    for (const RetentionGroup &group : plan.groups) {
        for (const Refusal &refusal : group.deletion.refused)
            context.log(LogLevel::Info, u"left alone: "_s + refusal.error.detail);
    }
    for (const RetentionBatch &batch : batches)
        context.log(LogLevel::Info, u"batch %1 deletes %2 recordings, %3 bytes: %4"_s
                                        .arg(batch.enqueued.batch.value)
                                        .arg(batch.count)
                                        .arg(batch.bytes)
                                        .arg(reasonOf(batch.rules)));
}

Result<> verdictOn(const RetentionPlan &plan)
{
    QStringList wrong;
    ErrorCode code = ErrorCode::None;
    for (const RetentionOutcome &outcome : plan.rules) {
        if (outcome.error.code == ErrorCode::None)
            continue;
        code = outcome.error.code;
        wrong << u"rule '%1' deleted nothing: %2"_s.arg(outcome.rule.name, outcome.error.detail);
    }
    return wrong.isEmpty() ? Result<>() : fail(code, wrong.join(u"; "_s));
}

} // namespace

Result<> RetentionJob::run(JobContext &context)
{
    if (context.job().checkpoint == ordered)
        return {};
    const QJsonObject payload = QJsonDocument::fromJson(context.job().payload).object();
    const QString who = payload[u"who"_s].toString();
    if (who.isEmpty())
        return fail(ErrorCode::BadPayload, u"the job does not say on whose behalf it runs"_s);
    TRY_LET(QList<RetentionRule> rules, m_database.ask([this](Connection &connection) {
        return RetentionStore(connection, m_clock).all();
    }));
    rules.removeIf([](const RetentionRule &rule) { return !rule.enabled; });
    const auto plan =
        planRetention(m_database, m_clock, rules, RetentionLook::Files, context.stopToken());
    if (!plan && plan.error().code == ErrorCode::Interrupted)
        return context.stopped();
    TRY(plan);
    faultPoint("retention.planned");
    QList<RetentionBatch> batches;
    TRY(context.checkpoint(ordered.toByteArray(), {}, [&](Connection &connection) -> Result<> {
        TRY_LET(batches, enqueueRetention(connection, m_clock, who, *plan));
        return {};
    }));
    faultPoint("retention.ordered");
    tell(context, *plan, batches);
    return verdictOn(*plan);
}

JobKind retentionKind(Database &database, const Clock &clock)
{
    return {
        .make = [&](const JobRecord &) { return std::make_unique<RetentionJob>(database, clock); },
        .version = payloadVersion,
        .limit = 1,
    };
}

JobSpec retentionSpec(const QString &who)
{
    return {.kind = u"retention"_s,
            .version = payloadVersion,
            .payload = QJsonDocument(QJsonObject{{u"who"_s, who}}).toJson(QJsonDocument::Compact)};
}

} // namespace respool
