// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/retentiontext.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "core/retention.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct TrashArguments
{
    std::string store;
    bool yes = false, wait = false;
};

// The stores whose trash is meant, with what lies in it.
Result<QList<StoreTrash>> chosenTrash(Session &session, const std::string &store)
{
    TRY_LET(QList<StoreTrash> all, await(session.engine().retention().trash()));
    if (store.empty())
        return all;
    TRY_LET(const StoreInfo chosen,
            await(session.engine().catalog().store(QString::fromStdString(store))));
    all.removeIf([&](const StoreTrash &trash) { return trash.store != chosen.id; });
    return all;
}

QString goesText(const Recording &recording, qint64 goesMs)
{
    if (recording.held)
        return u"stays: under hold"_s;
    return goesMs > 0 ? timeText(goesMs) : u"when it is emptied"_s;
}

Exit listTrash(Session &session, const TrashArguments &arguments)
{
    const auto stores = chosenTrash(session, arguments.store);
    if (!stores)
        return session.complain(stores.error());
    RecordingFilter filter;
    filter.state = RecordingState::Trashed;
    filter.limit = 0;
    AWAIT(const QList<Recording> found, session, session.engine().catalog().find(filter));
    QList<QStringList> rows{{u"ID"_s, u"STORE"_s, u"DELETED"_s, u"GOES"_s, u"BYTES"_s, u"KIND"_s}};
    QJsonArray json;
    StorageSum sum;
    for (const Recording &recording : found) {
        const auto store = std::ranges::find(*stores, recording.store, &StoreTrash::store);
        if (store == stores->end())
            continue;
        const qint64 goesMs = recording.held ? 0 : store->goesMs(recording.trashedMs);
        rows << QStringList{recording.uid,
                            recording.storeName,
                            timeText(recording.trashedMs),
                            goesText(recording, goesMs),
                            QString::number(recording.bytes),
                            toText(recording.kind)};
        QJsonObject object = toJson(recording);
        object[u"goes"_s] = goesMs > 0 ? QJsonValue(isoText(goesMs)) : QJsonValue();
        json << object;
        ++sum.count;
        sum.bytes += recording.bytes;
    }
    session.print(table(rows));
    session.print(
        u"%1, %2 (%3 bytes)"_s.arg(counted(sum.count, u"recording"_s), sizeText(sum.bytes))
            .arg(sum.bytes));
    session.printJson(json);
    return Exit::Done;
}

Exit emptyTrash(Session &session, const TrashArguments &arguments)
{
    const auto stores = chosenTrash(session, arguments.store);
    if (!stores)
        return session.complain(stores.error());
    QList<StoreId> ids;
    StorageSum sum;
    qint64 held = 0;
    for (const StoreTrash &trash : *stores) {
        ids << trash.store;
        sum.count += trash.recordings;
        sum.bytes += trash.bytes;
        held += trash.held;
    }
    if (held > 0)
        session.say(
            u"%1 under hold: what is held stays in the trash"_s.arg(counted(held, u"recording"_s)));
    if (!arguments.yes && ::isatty(STDIN_FILENO) == 1)
        return session.complain(
            {ErrorCode::Refused, u"%1, %2, would be gone for good: add --yes to do it"_s.arg(
                                     counted(sum.count, u"recording"_s), sizeText(sum.bytes))});
    AWAIT(const Enqueued enqueued, session, session.engine().commands().emptyTrash(ids));
    return answerEnqueued(session, enqueued, u"purge"_s, arguments.wait);
}

Exit showStorage(Session &session)
{
    AWAIT(const StorageReport report, session, session.engine().retention().storage());
    printStorage(session, report);
    session.printJson(toJson(report));
    return Exit::Done;
}

} // namespace

void addTrashVerbs(CLI::App &app, Choice &choice)
{
    auto *trash = app.add_subcommand("trash", "What was deleted and can be restored");
    trash->require_subcommand(1);
    auto arguments = std::make_shared<TrashArguments>();
    auto *list = trash->add_subcommand("list", "Show it, and when it goes");
    list->add_option("--store", arguments->store, "Only of this store");
    list->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) { return listTrash(session, *arguments); };
    });
    auto *empty = trash->add_subcommand("empty", "Delete it for good, but for what is under hold");
    empty->add_option("--store", arguments->store, "Only of this store");
    empty->add_flag("--yes", arguments->yes, "Do not ask, also on a terminal");
    empty->add_flag("--wait", arguments->wait, "Run until it has ended");
    empty->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) { return emptyTrash(session, *arguments); };
    });
    app.add_subcommand("storage", "What lies where, and when the volumes are full")
        ->callback([&choice] { choice.verb = showStorage; });
}

} // namespace respool
