// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/selection.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>
#include <unistd.h>

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

Result<QList<Recording>> trashed(Session &session)
{
    RecordingFilter filter;
    filter.state = RecordingState::Trashed;
    filter.limit = 0;
    return await(session.engine().catalog().find(filter));
}

Exit listTrash(Session &session)
{
    const auto found = trashed(session);
    if (!found)
        return session.complain(found.error());
    QList<QStringList> rows{{u"ID"_s, u"STORE"_s, u"DELETED"_s, u"BYTES"_s, u"KIND"_s}};
    QJsonArray json;
    for (const Recording &recording : *found) {
        rows << QStringList{recording.uid, recording.storeName, timeText(recording.trashedMs),
                            QString::number(recording.bytes), toText(recording.kind)};
        json << toJson(recording);
    }
    session.print(table(rows));
    session.printJson(json);
    return Exit::Done;
}

struct EmptyArguments
{
    bool yes = false, wait = false;
};

Exit emptyTrash(Session &session, const EmptyArguments &arguments)
{
    const auto found = trashed(session);
    if (!found)
        return session.complain(found.error());
    if (!arguments.yes && ::isatty(STDIN_FILENO) == 1)
        return session.complain(
            {ErrorCode::Refused, u"%1 would be gone for good: add --yes to do it"_s.arg(
                                     counted(found->size(), u"recording"_s))});
    AWAIT(const QList<StoreInfo> stores, session, session.engine().catalog().stores());
    QList<StoreId> ids;
    for (const StoreInfo &store : stores)
        ids << store.id;
    AWAIT(const Enqueued enqueued, session, session.engine().commands().emptyTrash(ids));
    return answerEnqueued(session, enqueued, u"purge"_s, arguments.wait);
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
    restoring->selection.addIds(*verb, false, false);
    verb->add_flag("--wait", restoring->wait, "Run until it has ended");
    verb->callback([&choice, restoring] {
        choice.verb = [restoring](Session &session) { return restore(session, *restoring); };
    });

    auto *trash = app.add_subcommand("trash", "What was deleted and can be restored");
    trash->require_subcommand(1);
    trash->add_subcommand("list", "Show it")->callback([&choice] { choice.verb = listTrash; });
    auto emptying = std::make_shared<EmptyArguments>();
    verb = trash->add_subcommand("empty", "Delete all of it for good");
    verb->add_flag("--yes", emptying->yes, "Do not ask, also on a terminal");
    verb->add_flag("--wait", emptying->wait, "Run until it has ended");
    verb->callback([&choice, emptying] {
        choice.verb = [emptying](Session &session) { return emptyTrash(session, *emptying); };
    });
}

} // namespace respool
