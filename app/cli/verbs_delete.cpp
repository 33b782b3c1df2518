// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/selection.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/engine.h"

#include <QFile>
#include <QJsonArray>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

constexpr qsizetype mostNamed = 10; // the others are counted; the JSON and the report name all

struct DeleteArguments
{
    SelectionArguments selection;
    std::string reason;
    bool permanent = false, dryRun = false, skipActive = false, yes = false, wait = false;
};

// What each of a long list is, one a line, and how many more there are.
template <typename T, typename F>
void sayEach(const Session &session, const QList<T> &list, F line)
{
    for (const T &each : list.first(std::min(list.size(), mostNamed)))
        session.say(line(each));
    if (list.size() > mostNamed)
        session.say(u"… and %1 more"_s.arg(list.size() - mostNamed));
}

void printStores(const Session &session, const DeletePlan &plan)
{
    for (const StorePlan &store : plan.stores)
        session.print(u"  %1 (%2): %3, %4 bytes, %5"_s.arg(store.name, store.path)
                          .arg(counted(store.recordings, u"recording"_s))
                          .arg(store.bytes)
                          .arg(plan.permanent        ? u"for good"_s
                               : store.trashOnVolume ? u"trash on the same volume"_s
                                                     : u"its trash is on another volume"_s));
}

void printPlan(const Session &session, const DeletePlan &plan)
{
    session.print(u"%1, %2 bytes, %3"_s.arg(counted(plan.ready.size(), u"recording"_s))
                      .arg(plan.bytes)
                      .arg(plan.permanent ? u"for good"_s : u"into the trash"_s));
    if (plan.oldestMs > 0)
        session.print(u"from %1 to %2"_s.arg(timeText(plan.oldestMs), timeText(plan.newestMs)));
    printStores(session, plan);
    for (const auto &[number, what] :
         {std::pair{plan.missing, u"whose files are gone already"_s},
          std::pair{plan.count(RefusalKind::Held), u"under hold"_s},
          std::pair{plan.count(RefusalKind::Active), u"being recorded"_s},
          std::pair{qint64(plan.notFound.size()), u"not found"_s}}) {
        if (number > 0)
            session.print(u"%1 %2"_s.arg(number).arg(what));
    }
    sayEach(session, plan.refused,
            [](const Refusal &refusal) { return u"left alone: "_s + refusal.error.detail; });
    sayEach(session, plan.notFound, [](const QString &id) { return u"not found: "_s + id; });
}

QJsonObject jsonOf(const DeletePlan &plan)
{
    QJsonObject json = toJson(plan);
    json[u"recordings"_s] = QJsonArray::fromStringList(plan.uids);
    json[u"typed"_s] = plan.wantsTyping();
    return json;
}

// A person at a terminal agrees by typing how many recordings it is.
bool isTyped(const Session &session, const DeletePlan &plan)
{
    session.say(u"Type %1 to %2: "_s.arg(plan.ready.size())
                    .arg(plan.permanent ? u"delete them for good"_s : u"move them to the trash"_s));
    QFile in;
    return in.open(stdin, QIODevice::ReadOnly)
           && in.readLine().trimmed() == QByteArray::number(plan.ready.size());
}

// An answer of the plan that ends the command before anything is deleted.
std::optional<Exit> refusal(Session &session, const DeletePlan &plan,
                            const DeleteArguments &arguments)
{
    if (arguments.dryRun)
        return Exit::Done;
    const auto refuse = [&](const QString &text) {
        return session.complain({ErrorCode::Refused, text});
    };
    const auto active = std::ranges::find(plan.refused, RefusalKind::Active, &Refusal::kind);
    if (active != plan.refused.end() && !arguments.skipActive)
        return refuse(active->error.detail
                      + u": nothing was deleted; --skip-active goes on without it"_s);
    if (plan.ready.isEmpty() && plan.refused.isEmpty())
        return session.complain({ErrorCode::NotFound, u"nothing was deleted: none was found"_s});
    if (plan.ready.isEmpty())
        return refuse(u"nothing was deleted: no recording may go"_s);
    if (arguments.yes)
        return {};
    if (session.json() || ::isatty(STDIN_FILENO) != 1)
        return refuse(u"nothing was deleted: add --yes to do it"_s);
    if (!isTyped(session, plan))
        return refuse(u"nothing was deleted: that was not the number"_s);
    return {};
}

Exit deleteRecordings(Session &session, const DeleteArguments &arguments)
{
    const auto found = findIds(session, arguments.selection);
    if (!found)
        return session.complain(found.error());
    const DeleteOptions options{.permanent = arguments.permanent,
                                .reason = QString::fromStdString(arguments.reason),
                                .notFound = found->notFound};
    Commands &commands = session.engine().commands();
    AWAIT(const DeletePlan plan, session, commands.planDelete(found->ids, options));
    printPlan(session, plan);
    if (const auto ended = refusal(session, plan, arguments)) {
        session.printJson(jsonOf(plan));
        return *ended;
    }
    AWAIT(const Enqueued enqueued, session, commands.deleteRecordings(plan, options));
    const Exit exit = answerEnqueued(session, enqueued, u"delete"_s, arguments.wait);
    const bool all = plan.refused.isEmpty() && plan.notFound.isEmpty();
    return exit == Exit::Done && !all ? Exit::SomeFailed : exit;
}

} // namespace

void addDeleteVerb(CLI::App &app, Choice &choice)
{
    auto arguments = std::make_shared<DeleteArguments>();
    auto *verb =
        app.add_subcommand("delete", "Move recordings to the trash, or delete them for good");
    arguments->selection.addIds(*verb, true, true);
    verb->add_flag("--permanent", arguments->permanent, "Purge them from the trash afterwards");
    verb->add_flag("--dry-run", arguments->dryRun, "Only show the plan");
    verb->add_flag("--skip-active", arguments->skipActive,
                   "Go on without those that are being recorded");
    verb->add_option("--reason", arguments->reason, "Why; kept with the batch");
    verb->add_flag("--yes", arguments->yes, "Do it; without it a terminal asks for the number");
    verb->add_flag("--wait", arguments->wait, "Run until it has ended");
    verb->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) {
            return deleteRecordings(session, *arguments);
        };
    });
}

} // namespace respool
