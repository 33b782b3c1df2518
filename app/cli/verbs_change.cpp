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

    auto restoring = std::make_shared<RestoreArguments>();
    verb = app.add_subcommand("restore", "Move recordings out of the trash");
    restoring->selection.addIds(*verb, true, true);
    verb->add_flag("--wait", restoring->wait, "Run until it has ended");
    verb->callback([&choice, restoring] {
        choice.verb = [restoring](Session &session) { return restore(session, *restoring); };
    });
}

} // namespace respool
