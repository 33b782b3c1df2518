// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/doctor.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"
#include "core/retention.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

Exit addStore(Session &session, const std::string &path, const std::string &kind,
              const std::string &name)
{
    std::optional<StoreKind> wanted;
    if (!kind.empty())
        wanted = kind == "gateway" ? StoreKind::Gateway : StoreKind::Folder;
    AWAIT(const StoreInfo store, session,
          session.engine().commands().addStore(QString::fromStdString(path), wanted,
                                               QString::fromStdString(name)));
    session.print(u"store %1: %2 (%3)"_s.arg(store.name, store.path, toText(store.kind)));
    session.printJson(toJson(store));
    return Exit::Done;
}

Exit listStores(Session &session)
{
    AWAIT(const QList<StoreInfo> stores, session, session.engine().catalog().stores());
    QList<QStringList> rows{{u"ID"_s, u"NAME"_s, u"KIND"_s, u"STATE"_s, u"RECORDINGS"_s, u"BYTES"_s,
                             u"SCANNED"_s, u"WATCH"_s, u"PATH"_s}};
    QJsonArray json;
    for (const StoreInfo &store : stores) {
        rows << QStringList{QString::number(store.id.value),
                            store.name,
                            toText(store.kind),
                            toText(store.state),
                            QString::number(store.recordings),
                            QString::number(store.bytes),
                            timeText(store.scannedMs),
                            toText(store.watch),
                            store.path};
        json << toJson(store);
    }
    session.print(table(rows));
    for (const StoreInfo &store : stores) {
        if (!store.problem.isEmpty())
            session.say(store.problem);
    }
    session.printJson(json);
    return Exit::Done;
}

// What a store is told to be; what is not named stays as it is.
struct StoreWishes
{
    std::string store, autoRemux;
    std::optional<int> trashDays;
};

Exit setStore(Session &session, const StoreWishes &wishes)
{
    if (wishes.autoRemux.empty() && !wishes.trashDays) {
        session.say(u"nothing to set: see 'store set --help'"_s);
        return Exit::Usage;
    }
    const QString name = QString::fromStdString(wishes.store);
    AWAIT(const StoreInfo store, session, session.engine().catalog().store(name));
    if (!wishes.autoRemux.empty()) {
        const bool on = wishes.autoRemux == "on";
        if (const auto set = await(session.engine().commands().setAutoRemux(store.id, on)); !set)
            return session.complain(set.error());
        session.print(u"store %1: what has been recorded is %2"_s.arg(
            store.name, on ? u"made seekable automatically"_s : u"left as it is"_s));
    }
    if (wishes.trashDays) {
        const int days = *wishes.trashDays;
        if (const auto set = await(session.engine().retention().setTrashGrace(store.id, days));
            !set)
            return session.complain(set.error());
        session.print(days > 0
                          ? u"store %1: what is deleted stays in the trash for %2"_s.arg(
                              store.name, counted(days, u"day"_s))
                          : u"store %1: the trash is kept until it is emptied"_s.arg(store.name));
    }
    AWAIT(const StoreInfo now, session, session.engine().catalog().store(name));
    QJsonObject json = toJson(now);
    if (wishes.trashDays)
        json[u"trashDays"_s] = *wishes.trashDays;
    session.printJson(json);
    return Exit::Done;
}

Exit removeStore(Session &session, const std::string &what)
{
    AWAIT(const StoreInfo store, session,
          session.engine().catalog().store(QString::fromStdString(what)));
    if (const auto removed = await(session.engine().commands().removeStore(store.id)); !removed)
        return session.complain(removed.error());
    session.print(u"store %1 is forgotten; its files are untouched"_s.arg(store.name));
    session.printJson(toJson(store));
    return Exit::Done;
}

Exit scan(Session &session, const std::string &what)
{
    QList<StoreInfo> stores;
    if (what.empty()) {
        AWAIT(stores, session, session.engine().catalog().stores());
    } else {
        AWAIT(const StoreInfo store, session,
              session.engine().catalog().store(QString::fromStdString(what)));
        stores << store;
    }
    QList<StoreId> ids;
    for (const StoreInfo &store : std::as_const(stores))
        ids << store.id;
    if (ids.isEmpty()) {
        session.say(u"no store yet: add one with 'store add PATH'"_s);
        session.printJson(QJsonObject{{u"batch"_s, QJsonValue::Null}, {u"jobs"_s, QJsonArray()}});
        return Exit::Done;
    }
    AWAIT(const Enqueued enqueued, session, session.engine().commands().scan(ids));
    const Exit exit = waitForScan(session, enqueued.batch);
    AWAIT(const QList<StoreInfo> now, session, session.engine().catalog().stores());
    QJsonObject json = toJson(enqueued);
    QJsonArray scanned;
    for (const StoreInfo &store : now) {
        if (!ids.contains(store.id))
            continue;
        session.print(u"store %1: %2, %3 bytes"_s.arg(store.name)
                          .arg(counted(store.recordings, u"recording"_s))
                          .arg(store.bytes));
        scanned << toJson(store);
    }
    json[u"stores"_s] = scanned;
    session.printJson(json);
    return exit;
}

Exit doctor(Session &session)
{
    AWAIT(const QList<Finding> findings, session, session.engine().commands().examine());
    Exit exit = Exit::Done;
    QJsonArray json;
    for (const Finding &finding : findings) {
        session.print(
            u"%1  %2: %3"_s.arg(finding.ok ? u"ok "_s : u"BAD"_s, finding.what, finding.detail));
        json << QJsonObject{
            {u"what"_s, finding.what}, {u"ok"_s, finding.ok}, {u"detail"_s, finding.detail}};
        if (!finding.ok)
            exit = Exit::SomeFailed;
    }
    session.printJson(json);
    return exit;
}

} // namespace

void addStoreVerbs(CLI::App &app, Choice &choice)
{
    auto *store = app.add_subcommand("store", "The root folders that hold recordings");
    store->require_subcommand(1);

    struct AddArguments
    {
        std::string path, kind, name;
    };
    auto arguments = std::make_shared<AddArguments>();
    auto *add = store->add_subcommand("add", "Add a folder as a store");
    add->add_option("PATH", arguments->path, "The folder")->required();
    add->add_option("--kind", arguments->kind, "gateway or folder; default: what it looks like")
        ->check(CLI::IsMember({"gateway", "folder"}));
    add->add_option("--name", arguments->name, "Its name; default: the folder's");
    add->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) {
            return addStore(session, arguments->path, arguments->kind, arguments->name);
        };
    });

    store->add_subcommand("list", "Show the stores")->callback([&choice] {
        choice.verb = listStores;
    });

    auto wishes = std::make_shared<StoreWishes>();
    auto *set = store->add_subcommand("set", "Change how a store is looked after");
    set->add_option("ID", wishes->store, "Name, id or path of the store")->required();
    set->add_option("--auto-remux", wishes->autoRemux,
                    "on or off: make WebM seekable, 60 s after it was written last")
        ->check(CLI::IsMember({"on", "off"}));
    set->add_option("--trash-days", wishes->trashDays,
                    "How long what is deleted stays in the trash; 0: until it is emptied");
    set->callback([&choice, wishes] {
        choice.verb = [wishes](Session &session) { return setStore(session, *wishes); };
    });

    auto what = std::make_shared<std::string>();
    auto *remove = store->add_subcommand("remove", "Forget a store; its files stay untouched");
    remove->add_option("ID", *what, "Name, id or path of the store")->required();
    remove->callback([&choice, what] {
        choice.verb = [what](Session &session) { return removeStore(session, *what); };
    });

    auto *scanning = app.add_subcommand("scan", "Bring the catalogue up to date, and wait for it");
    scanning->add_option("STORE", *what, "One store; default: all");
    scanning->callback([&choice, what] {
        choice.kinds = {u"scan"_s};
        choice.verb = [what](Session &session) { return scan(session, *what); };
    });

    app.add_subcommand("doctor", "Check database, queue and stores")->callback([&choice] {
        choice.verb = doctor;
    });
}

} // namespace respool
