// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/selection.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"

#include <CLI/CLI.hpp>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct PictureArguments
{
    SelectionArguments selection;
    bool wait = false;
};

Exit picture(Session &session, const PictureArguments &arguments)
{
    const auto found = findSelection(session, arguments.selection);
    if (!found)
        return session.complain(found.error());
    AWAIT(const Enqueued enqueued, session,
          session.engine().commands().drawPictures(idsOf(*found)));
    return answerEnqueued(session, enqueued, u"picture"_s, arguments.wait);
}

struct DeleteArguments
{
    SelectionArguments selection;
    std::string reason;
    bool permanent = false, dryRun = false, skipActive = false, yes = false, wait = false;
};

void printPlan(const Session &session, const DeletePlan &plan)
{
    session.print(u"%1, %2 bytes, %3"_s.arg(counted(plan.ready.size(), u"recording"_s))
                      .arg(plan.bytes)
                      .arg(plan.permanent ? u"for good"_s : u"into the trash"_s));
    if (plan.oldestMs > 0)
        session.print(u"from %1 to %2"_s.arg(timeText(plan.oldestMs), timeText(plan.newestMs)));
    for (const Refusal &refusal : plan.refused)
        session.say(u"left alone: "_s + refusal.error.detail);
}

// An answer of the plan that ends the command before anything is deleted.
std::optional<Exit> refusal(Session &session, const DeletePlan &plan,
                            const DeleteArguments &arguments)
{
    if (arguments.dryRun)
        return Exit::Done;
    const auto active = std::ranges::find_if(plan.refused, [](const Refusal &refused) {
        return refused.error.detail.contains("recorded"_L1);
    });
    if (active != plan.refused.end() && !arguments.skipActive)
        return session.complain(
            {ErrorCode::Refused,
             active->error.detail + u": nothing was deleted; --skip-active goes on without it"_s});
    if (plan.ready.isEmpty())
        return session.complain(
            {ErrorCode::Refused, u"nothing was deleted: no recording may go"_s});
    if (!arguments.yes)
        return session.complain({ErrorCode::Refused, u"nothing was deleted: add --yes to do it"_s});
    return {};
}

Exit deleteRecordings(Session &session, const DeleteArguments &arguments)
{
    const auto found = findSelection(session, arguments.selection);
    if (!found)
        return session.complain(found.error());
    const DeleteOptions options{arguments.permanent, QString::fromStdString(arguments.reason)};
    Commands &commands = session.engine().commands();
    AWAIT(const DeletePlan plan, session, commands.planDelete(idsOf(*found), options));
    printPlan(session, plan);
    QHash<qint64, QString> uids;
    for (const Recording &recording : *found)
        uids.insert(recording.id.value, recording.uid);
    if (const auto ended = refusal(session, plan, arguments)) {
        session.printJson(toJson(plan, uids));
        return *ended;
    }
    AWAIT(const Enqueued enqueued, session, commands.deleteRecordings(plan, options));
    const Exit exit = answerEnqueued(session, enqueued, u"delete"_s, arguments.wait);
    return exit == Exit::Done && !plan.refused.isEmpty() ? Exit::SomeFailed : exit;
}

struct RestoreArguments
{
    SelectionArguments selection;
    bool wait = false;
};

Exit restore(Session &session, const RestoreArguments &arguments)
{
    const auto found = findSelection(session, arguments.selection);
    if (!found)
        return session.complain(found.error());
    for (const Recording &recording : *found) {
        if (recording.state != RecordingState::Trashed)
            return session.complain(
                {ErrorCode::Refused, u"%1 is not in the trash"_s.arg(recording.uid)});
    }
    AWAIT(const Enqueued enqueued, session,
          session.engine().commands().restoreRecordings(idsOf(*found)));
    return answerEnqueued(session, enqueued, u"restore"_s, arguments.wait);
}

void addDelete(CLI::App &app, Choice &choice)
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
    verb->add_flag("--yes", arguments->yes, "Do it; without it only the plan is shown");
    verb->add_flag("--wait", arguments->wait, "Run until it has ended");
    verb->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) {
            return deleteRecordings(session, *arguments);
        };
    });
}

} // namespace

void addChangeVerbs(CLI::App &app, Choice &choice)
{
    auto picturing = std::make_shared<PictureArguments>();
    auto *verb = app.add_subcommand("picture", "Draw the posters and filmstrips that are missing");
    picturing->selection.addIds(*verb, true, false);
    verb->add_flag("--wait", picturing->wait, "Run until it has ended");
    verb->callback([&choice, picturing] {
        choice.verb = [picturing](Session &session) { return picture(session, *picturing); };
    });

    addDelete(app, choice);

    auto restoring = std::make_shared<RestoreArguments>();
    verb = app.add_subcommand("restore", "Move recordings out of the trash");
    restoring->selection.addIds(*verb, false, false);
    verb->add_flag("--wait", restoring->wait, "Run until it has ended");
    verb->callback([&choice, restoring] {
        choice.verb = [restoring](Session &session) { return restore(session, *restoring); };
    });
}

} // namespace respool
