// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/queryargument.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/jobs/timetable.h"
#include "core/library/recordingcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <CLI/CLI.hpp>
#include <string>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr int runsShown = 20;

QString zoneOr(const std::string &zone)
{
    return zone.empty() ? QString::fromLatin1(QTimeZone::systemTimeZoneId())
                        : QString::fromStdString(zone);
}

QString outcomeText(const ScheduleRun &run)
{
    if (run.error.code != ErrorCode::None)
        return run.error.detail;
    return run.batch.value > 0 ? u"batch %1"_s.arg(run.batch.value) : u"nothing to do"_s;
}

QString nextText(const ScheduleRecord &schedule)
{
    return schedule.enabled ? timeText(schedule.nextMs) : u"off"_s;
}

struct AddArguments
{
    std::string name, action, when, zone, store, query;
};

// The payload names the store by the id that lies in it, so that it may be renamed or moved.
Result<QByteArray> payloadOf(Session &session, const AddArguments &arguments)
{
    QJsonObject payload;
    const bool takesQuery = arguments.action == "remux" || arguments.action == "verify";
    if (takesQuery) {
        const QString query = QString::fromStdString(arguments.query);
        TRY(queryArgument(session, query)); // here the place of a mistake can be shown
        payload[u"query"_s] = query;
        payload[u"language"_s] = queryLanguage;
    } else if (!arguments.query.empty()) {
        return fail(ErrorCode::InvalidArgument, u"--query is for remux and verify"_s);
    }
    if (!arguments.store.empty()) {
        if (arguments.action == "retention")
            return fail(ErrorCode::InvalidArgument,
                        u"--store is not for retention: each rule has a query"_s);
        if (takesQuery)
            return fail(ErrorCode::InvalidArgument,
                        u"--store is not for remux and verify: write --query store:NAME"_s);
        TRY_LET(const StoreInfo store,
                await(session.engine().catalog().store(QString::fromStdString(arguments.store))));
        payload[u"store"_s] = store.uid;
    }
    return QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

Exit showSchedule(Session &session, const ScheduleRecord &schedule)
{
    AWAIT(const QList<ScheduleRun> runs, session,
          session.engine().timetable().runs(schedule.id, runsShown));
    session.print(u"schedule %1 '%2': %3, %4 (%5), next %6"_s.arg(schedule.id.value)
                      .arg(schedule.spec.name, schedule.spec.action, schedule.spec.rule,
                           schedule.spec.zone, nextText(schedule)));
    QJsonObject json = toJson(schedule);
    QJsonArray runsJson;
    for (const ScheduleRun &run : runs) {
        session.print(u"  due %1, ran %2: %3"_s.arg(timeText(run.dueMs), timeText(run.ranMs),
                                                    outcomeText(run)));
        runsJson << toJson(run);
    }
    json[u"runs"_s] = runsJson;
    session.printJson(json);
    return Exit::Done;
}

Exit addSchedule(Session &session, const AddArguments &arguments)
{
    const auto payload = payloadOf(session, arguments);
    if (!payload)
        return session.complain(payload.error());
    const ScheduleSpec spec{QString::fromStdString(arguments.name),
                            QString::fromStdString(arguments.action), *payload,
                            QString::fromStdString(arguments.when), zoneOr(arguments.zone)};
    AWAIT(const ScheduleId id, session, session.engine().timetable().addSchedule(spec));
    AWAIT(const ScheduleRecord schedule, session,
          session.engine().timetable().schedule(QString::number(id.value)));
    return showSchedule(session, schedule);
}

Exit listSchedules(Session &session)
{
    AWAIT(const QList<ScheduleRecord> schedules, session, session.engine().timetable().schedules());
    QList<QStringList> rows{
        {u"ID"_s, u"NAME"_s, u"DOES"_s, u"WHEN"_s, u"ZONE"_s, u"NEXT"_s, u"LAST"_s, u"OUTCOME"_s}};
    QJsonArray json;
    for (const ScheduleRecord &schedule : schedules) {
        rows << QStringList{QString::number(schedule.id.value),
                            schedule.spec.name,
                            schedule.spec.action,
                            schedule.spec.rule,
                            schedule.spec.zone,
                            nextText(schedule),
                            schedule.last ? timeText(schedule.last->ranMs) : u"-"_s,
                            schedule.last ? outcomeText(*schedule.last) : QString()};
        json << toJson(schedule);
    }
    session.print(table(rows));
    session.printJson(json);
    return Exit::Done;
}

Exit removeSchedule(Session &session, const ScheduleRecord &schedule)
{
    if (const auto removed = await(session.engine().timetable().removeSchedule(schedule.id));
        !removed)
        return session.complain(removed.error());
    session.print(u"schedule '%1' is removed; what it enqueued stays"_s.arg(schedule.spec.name));
    session.printJson(toJson(schedule));
    return Exit::Done;
}

Exit enableSchedule(Session &session, const ScheduleRecord &schedule, bool enabled)
{
    Timetable &timetable = session.engine().timetable();
    if (const auto set = await(timetable.enableSchedule(schedule.id, enabled)); !set)
        return session.complain(set.error());
    AWAIT(const ScheduleRecord now, session,
          timetable.schedule(QString::number(schedule.id.value)));
    return showSchedule(session, now);
}

Exit runSchedule(Session &session, const ScheduleRecord &schedule)
{
    AWAIT(const ScheduleRun run, session, session.engine().timetable().runSchedule(schedule.id));
    if (run.error.code != ErrorCode::None)
        return session.complain(run.error);
    session.print(outcomeText(run));
    session.printJson(toJson(run));
    return Exit::Done;
}

struct HoursArguments
{
    std::string hours, kind, zone;
    bool onMainsOnly = false;
};

Exit listHours(Session &session)
{
    AWAIT(const QList<WorkRule> rules, session, session.engine().timetable().rules());
    AWAIT(const WorkHolds holds, session, session.engine().timetable().holds());
    QList<QStringList> rows{{u"KIND"_s, u"HOURS"_s, u"ZONE"_s, u"ONLY ON MAINS"_s, u"NOW"_s}};
    QJsonArray json;
    for (const WorkRule &rule : rules) {
        const auto hold = std::ranges::find(holds.holds, rule.kind, &WorkHold::kind);
        const bool held = hold != holds.holds.end();
        rows << QStringList{rule.kind.isEmpty() ? u"all"_s : rule.kind, rule.window.toText(),
                            rule.window.zone(), rule.onMainsOnly ? u"yes"_s : u"no"_s,
                            held ? holdText(*hold) : u"runs"_s};
        json << QJsonObject{{u"kind"_s, rule.kind},
                            {u"hours"_s, rule.window.toText()},
                            {u"zone"_s, rule.window.zone()},
                            {u"onMainsOnly"_s, rule.onMainsOnly},
                            {u"held"_s, held}};
    }
    session.print(table(rows));
    session.printJson(json);
    return Exit::Done;
}

Exit setHours(Session &session, const HoursArguments &arguments)
{
    WorkRule rule{QString::fromStdString(arguments.kind), {}, arguments.onMainsOnly};
    const auto window =
        WorkWindow::parse(QString::fromStdString(arguments.hours), zoneOr(arguments.zone));
    if (!window)
        return session.complain(window.error());
    rule.window = *window;
    if (const auto set = await(session.engine().timetable().setRule(rule)); !set)
        return session.complain(set.error());
    return listHours(session);
}

Exit removeHours(Session &session, const std::string &kind)
{
    const auto removed =
        await(session.engine().timetable().removeRule(QString::fromStdString(kind)));
    return removed ? listHours(session) : session.complain(removed.error());
}

void addHours(CLI::App &app, Choice &choice)
{
    auto *hours =
        app.add_subcommand("hours", "When jobs may run; schedules go on, their jobs wait");
    hours->require_subcommand(1);
    hours->add_subcommand("list", "The rules, and what they mean now")->callback([&choice] {
        choice.verb = listHours;
    });
    auto arguments = std::make_shared<HoursArguments>();
    auto *set = hours->add_subcommand("set", "Run jobs only then");
    set->add_option("HOURS", arguments->hours, "22:00-06:00, \"mon-fri 20:00-07:00\", or always")
        ->required();
    set->add_option("--kind", arguments->kind, "Only this kind of job; default: all");
    set->add_option("--zone", arguments->zone, "An IANA time zone; default: this machine's");
    set->add_flag("--on-mains", arguments->onMainsOnly, "And only while not on the battery");
    set->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) { return setHours(session, *arguments); };
    });
    auto *remove = hours->add_subcommand("remove", "Take a rule away");
    remove->add_option("KIND", arguments->kind, "The kind it is for; default: the rule for all");
    remove->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) {
            return removeHours(session, arguments->kind);
        };
    });
}

void addScheduleVerb(CLI::App &parent, Choice &choice, const char *name, const char *help,
                     std::function<Exit(Session &, const ScheduleRecord &)> verb)
{
    auto which = std::make_shared<std::string>();
    auto *sub = parent.add_subcommand(name, help);
    sub->add_option("NAME", *which, "Its name or number")->required();
    sub->callback([&choice, which, verb = std::move(verb)] {
        choice.verb = [which, verb](Session &session) {
            AWAIT(const ScheduleRecord schedule, session,
                  session.engine().timetable().schedule(QString::fromStdString(*which)));
            return verb(session, schedule);
        };
    });
}

} // namespace

void addScheduleVerbs(CLI::App &app, Choice &choice)
{
    auto *schedule = app.add_subcommand("schedule", "Rules that enqueue jobs again and again");
    schedule->require_subcommand(1);
    schedule->add_subcommand("list", "The schedules and their last runs")->callback([&choice] {
        choice.verb = listSchedules;
    });
    auto arguments = std::make_shared<AddArguments>();
    auto *add = schedule->add_subcommand("add", "Make a schedule");
    add->add_option("NAME", arguments->name, "What to call it")->required();
    add->add_option("ACTION", arguments->action, "scan, remux, verify, empty-trash or retention")
        ->required();
    add->add_option("--when", arguments->when,
                    "\"every 6h\", \"daily 03:00\", \"weekly mon,thu 03:00\" or "
                    "\"cron 0 3 * * mon-fri\"")
        ->required();
    add->add_option("--zone", arguments->zone, "An IANA time zone; default: this machine's");
    add->add_option("--store", arguments->store, "Only this store; default: all");
    add->add_option("--query", arguments->query, "What to remux or verify; see help query");
    add->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) { return addSchedule(session, *arguments); };
    });
    addScheduleVerb(*schedule, choice, "show", "Its rule and its last runs", showSchedule);
    addScheduleVerb(*schedule, choice, "run", "Enqueue its work now", runSchedule);
    addScheduleVerb(*schedule, choice, "disable", "Let it rest",
                    [](Session &session, const ScheduleRecord &which) {
                        return enableSchedule(session, which, false);
                    });
    addScheduleVerb(*schedule, choice, "enable", "Let it run again; what it missed stays missed",
                    [](Session &session, const ScheduleRecord &which) {
                        return enableSchedule(session, which, true);
                    });
    addScheduleVerb(*schedule, choice, "remove", "Forget it", removeSchedule);
    addHours(app, choice);
}

} // namespace respool
