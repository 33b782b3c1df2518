// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/queryargument.h"
#include "app/cli/retentiontext.h"
#include "app/cli/verbs.h"
#include "core/engine.h"
#include "core/jobs/timetable.h"
#include "core/library/query/queryvalues.h"
#include "core/retention.h"

#include <QJsonArray>
#include <QTimeZone>

#include <CLI/CLI.hpp>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct RuleArguments
{
    std::string name, query, olderThan, keepSize, keepLast;
    bool daily = false;
};

Result<RetentionRule> ruleOf(Session &session, const RuleArguments &arguments)
{
    RetentionRule rule;
    rule.name = QString::fromStdString(arguments.name);
    rule.query = QString::fromStdString(arguments.query);
    TRY(queryArgument(session, rule.query)); // here the place of a mistake can be shown
    if (!arguments.olderThan.empty()) {
        rule.bound = RetentionBound::Age;
        TRY_LET(rule.amount, daysFromText(QString::fromStdString(arguments.olderThan)));
    } else if (!arguments.keepSize.empty()) {
        rule.bound = RetentionBound::Size;
        TRY_LET(rule.amount, sizeFromText(QString::fromStdString(arguments.keepSize)));
    } else {
        rule.bound = RetentionBound::Count;
        bool isNumber = false;
        rule.amount = QString::fromStdString(arguments.keepLast).toLongLong(&isNumber);
        if (!isNumber)
            return fail(ErrorCode::InvalidArgument, u"--keep-last takes a number"_s);
    }
    return rule;
}

// The first rule is told how it comes to run by itself; --daily makes it so.
Result<> offerSchedule(Session &session, bool daily)
{
    TRY_LET(const bool scheduled, await(session.engine().retention().isScheduled()));
    if (scheduled)
        return {};
    if (!daily) {
        session.say(u"no schedule runs the rules yet: "
                    "respoolctl schedule add retention retention --when \"daily 03:30\""_s);
        return {};
    }
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    TRY(await(session.engine().timetable().addSchedule(
        {u"retention"_s, u"retention"_s, "{}", u"daily 03:30"_s, zone})));
    session.say(u"the rules run daily at 03:30"_s);
    return {};
}

Exit addRule(Session &session, const RuleArguments &arguments)
{
    const auto rule = ruleOf(session, arguments);
    if (!rule)
        return session.complain(rule.error());
    Retention &retention = session.engine().retention();
    AWAIT(const RetentionRuleId id, session, retention.addRule(*rule));
    AWAIT(const RetentionRule added, session, retention.rule(QString::number(id.value)));
    session.print(u"rule %1 '%2': %3"_s.arg(added.id.value).arg(added.name, ruleText(added)));
    session.printJson(toJson(added));
    if (const auto offered = offerSchedule(session, arguments.daily); !offered)
        return session.complain(offered.error());
    return Exit::Done;
}

Exit listRules(Session &session)
{
    AWAIT(const QList<RetentionRule> rules, session, session.engine().retention().rules());
    QList<QStringList> rows{{u"ID"_s, u"NAME"_s, u"RECORDINGS"_s, u"DELETES"_s, u"ON"_s}};
    QJsonArray json;
    for (const RetentionRule &rule : rules) {
        rows << QStringList{QString::number(rule.id.value), rule.name,
                            rule.query.isEmpty() ? u"all"_s : rule.query, boundText(rule),
                            rule.enabled ? u"yes"_s : u"no"_s};
        json << toJson(rule);
    }
    session.print(table(rows));
    session.printJson(json);
    return Exit::Done;
}

Exit removeRule(Session &session, const RetentionRule &rule)
{
    if (const auto removed = await(session.engine().retention().removeRule(rule.id)); !removed)
        return session.complain(removed.error());
    session.print(u"rule '%1' is removed; what it deleted stays in the trash"_s.arg(rule.name));
    session.printJson(toJson(rule));
    return Exit::Done;
}

Exit enableRule(Session &session, const RetentionRule &rule, bool enabled)
{
    Retention &retention = session.engine().retention();
    if (const auto set = await(retention.enableRule(rule.id, enabled)); !set)
        return session.complain(set.error());
    AWAIT(const RetentionRule now, session, retention.rule(QString::number(rule.id.value)));
    session.print(u"rule '%1' is %2"_s.arg(now.name, now.enabled ? u"on"_s : u"off"_s));
    session.printJson(toJson(now));
    return Exit::Done;
}

struct RunArguments
{
    std::vector<std::string> names;
    bool preview = false, dryRun = false, yes = false, wait = false;
};

// The rules that are named, or all that are on.
Result<QList<RetentionRule>> chosenRules(Session &session, const std::vector<std::string> &names)
{
    Retention &retention = session.engine().retention();
    QList<RetentionRule> rules;
    for (const std::string &name : names) {
        TRY_LET(const RetentionRule rule, await(retention.rule(QString::fromStdString(name))));
        rules << rule;
    }
    if (!names.empty())
        return rules;
    TRY_LET(rules, await(retention.rules()));
    rules.removeIf([](const RetentionRule &rule) { return !rule.enabled; });
    return rules;
}

Exit answerBatches(Session &session, const QList<RetentionBatch> &batches, bool wait)
{
    QJsonArray json;
    Exit exit = Exit::Done;
    for (const RetentionBatch &batch : batches) {
        session.print(u"batch %1 deletes %2: %3"_s.arg(batch.enqueued.batch.value)
                          .arg(counted(batch.count, u"recording"_s), reasonOf(batch.rules)));
        json << toJson(batch);
    }
    session.printJson(QJsonObject{{u"batches"_s, json}});
    for (const RetentionBatch &batch : batches) {
        if (wait && waitForBatch(session, batch.enqueued.batch) != Exit::Done)
            exit = Exit::SomeFailed;
    }
    return exit;
}

Exit runRules(Session &session, const RunArguments &arguments)
{
    const auto rules = chosenRules(session, arguments.names);
    if (!rules)
        return session.complain(rules.error());
    Retention &retention = session.engine().retention();
    const RetentionLook preview = session.json() ? RetentionLook::Uids : RetentionLook::Catalogue;
    AWAIT(const RetentionPlan plan, session,
          retention.plan(*rules, arguments.preview ? preview : RetentionLook::Files));
    printPlan(session, plan);
    const bool wrong = std::ranges::any_of(plan.rules, [](const RetentionOutcome &outcome) {
        return outcome.error.code != ErrorCode::None;
    });
    const Exit whole = wrong ? Exit::SomeFailed : Exit::Done;
    if (arguments.preview || arguments.dryRun || plan.count == 0) {
        session.printJson(toJson(plan));
        return whole;
    }
    if (!arguments.yes) {
        session.printJson(toJson(plan));
        return session.complain({ErrorCode::Refused, u"nothing was deleted: add --yes to do it"_s});
    }
    AWAIT(const QList<RetentionBatch> batches, session, retention.run(plan));
    const Exit exit = answerBatches(session, batches, arguments.wait);
    return exit == Exit::Done ? whole : exit;
}

void addRuleVerb(CLI::App &parent, Choice &choice, const char *name, const char *help,
                 std::function<Exit(Session &, const RetentionRule &)> verb)
{
    auto which = std::make_shared<std::string>();
    auto *sub = parent.add_subcommand(name, help);
    sub->add_option("NAME", *which, "Its name or number")->required();
    sub->callback([&choice, which, verb = std::move(verb)] {
        choice.verb = [which, verb](Session &session) {
            AWAIT(const RetentionRule rule, session,
                  session.engine().retention().rule(QString::fromStdString(*which)));
            return verb(session, rule);
        };
    });
}

void addAdd(CLI::App &retention, Choice &choice)
{
    auto arguments = std::make_shared<RuleArguments>();
    auto *add = retention.add_subcommand("add", "Make a rule; it deletes nothing until it runs");
    add->add_option("NAME", arguments->name, "What to call it")->required();
    add->add_option("--query", arguments->query, "Which recordings; see help query; default: all");
    auto *limit = add->add_option_group("limit", "Exactly one of");
    limit->add_option("--older-than", arguments->olderThan,
                      "Delete what began that long ago: 90d, 12w, 2y");
    limit->add_option("--keep-size", arguments->keepSize,
                      "Delete the oldest of each store beyond this: 500G, 2Ti");
    limit->add_option("--keep-last", arguments->keepLast, "Delete all but so many of the newest");
    limit->require_option(1);
    add->add_flag("--daily", arguments->daily, "Run all rules daily at 03:30, if nothing does yet");
    add->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) { return addRule(session, *arguments); };
    });
}

} // namespace

void addRetentionVerbs(CLI::App &app, Choice &choice)
{
    auto *retention =
        app.add_subcommand("retention", "Rules that say how long recordings are kept");
    retention->require_subcommand(1);
    retention->add_subcommand("list", "The rules")->callback([&choice] {
        choice.verb = listRules;
    });
    addAdd(*retention, choice);
    addRuleVerb(*retention, choice, "remove", "Forget a rule", removeRule);
    addRuleVerb(*retention, choice, "enable", "Let it run again",
                [](Session &session, const RetentionRule &rule) {
                    return enableRule(session, rule, true);
                });
    addRuleVerb(*retention, choice, "disable", "Let it rest",
                [](Session &session, const RetentionRule &rule) {
                    return enableRule(session, rule, false);
                });
    auto previewing = std::make_shared<RunArguments>();
    previewing->preview = true;
    auto *preview = retention->add_subcommand(
        "preview", "What the rules would delete now; with --json also by id");
    preview->add_option("NAME", previewing->names, "Only these rules; default: all that are on");
    preview->callback([&choice, previewing] {
        choice.verb = [previewing](Session &session) { return runRules(session, *previewing); };
    });
    auto running = std::make_shared<RunArguments>();
    auto *run = retention->add_subcommand(
        "run", "Move to the trash what the rules say, now; with --json also by id");
    run->add_option("NAME", running->names, "Only these rules; default: all that are on");
    run->add_flag("--dry-run", running->dryRun, "Only show the plan");
    run->add_flag("--yes", running->yes, "Do it; without it only the plan is shown");
    run->add_flag("--wait", running->wait, "Run until it has ended");
    run->callback([&choice, running] {
        choice.verb = [running](Session &session) { return runRules(session, *running); };
    });
}

} // namespace respool
