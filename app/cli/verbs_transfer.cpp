// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/format.h"
#include "app/cli/selection.h"
#include "app/cli/verbs.h"
#include "core/archivecatalog.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct ImportArguments
{
    std::string file, store;
    bool dryRun = false, wait = false;
};

QJsonObject toJson(const ArchiveContents &contents, const StoreInfo &store)
{
    QJsonArray refused;
    for (const Refusal &refusal : contents.refused)
        refused << QJsonObject{{u"id"_s, refusal.uid}, {u"why"_s, refusal.error.detail}};
    return {{u"file"_s, contents.wishes.file}, {u"store"_s, store.uid},
            {u"ours"_s, contents.ours},        {u"recordings"_s, contents.recordings},
            {u"bytes"_s, contents.bytes},      {u"held"_s, contents.held},
            {u"there"_s, contents.there},      {u"refused"_s, refused}};
}

void printContents(const Session &session, const ArchiveContents &contents, const StoreInfo &store)
{
    session.print(u"%1: %2, %3, %4"_s.arg(
        contents.wishes.file, counted(contents.recordings, u"recording"_s),
        sizeText(contents.bytes),
        contents.ours ? u"with the manifest of Respool"_s : u"folders of a Gateway"_s));
    if (contents.there > 0)
        session.print(u"  %1 in '%2' already: skipped if equal, refused if not"_s.arg(
            counted(contents.there, u"recording"_s), store.name));
    if (contents.held > 0)
        session.print(u"  %1 under hold"_s.arg(counted(contents.held, u"recording"_s)));
    for (const Refusal &refusal : contents.refused)
        session.print(u"  refused: "_s + refusal.error.detail);
}

Exit importArchive(Session &session, const ImportArguments &arguments)
{
    AWAIT(const StoreInfo store, session,
          session.engine().catalog().store(QString::fromStdString(arguments.store)));
    AWAIT(const ArchiveContents contents, session,
          session.engine().archives().look(QString::fromStdString(arguments.file), store));
    if (arguments.dryRun || !session.json())
        printContents(session, contents, store);
    if (arguments.dryRun) {
        session.printJson(toJson(contents, store));
        return Exit::Done;
    }
    AWAIT(const Enqueued enqueued, session,
          session.engine().commands().importArchive(contents.wishes));
    return answerEnqueued(session, enqueued, u"import"_s, arguments.wait);
}

struct VerifyArguments
{
    SelectionArguments selection;
    bool thorough = false, wait = false;
};

Exit verifyRecordings(Session &session, const VerifyArguments &arguments)
{
    const auto found = findSelection(session, arguments.selection);
    if (!found)
        return session.complain(found.error());
    AWAIT(const Enqueued enqueued, session,
          session.engine().commands().verifyRecordings(idsOf(*found), arguments.thorough));
    return answerEnqueued(session, enqueued, u"verify"_s, arguments.wait);
}

} // namespace

void addTransferVerbs(CLI::App &app, Choice &choice)
{
    auto importing = std::make_shared<ImportArguments>();
    auto *import = app.add_subcommand("import", "Read the recordings of an archive into a store");
    import
        ->add_option("FILE", importing->file,
                     "A ZIP that export has written, or one of folders of a Gateway")
        ->required();
    import->add_option("--store", importing->store, "Where they go: its name, id or path")
        ->required();
    import->add_flag("--dry-run", importing->dryRun, "Say what is in it; import nothing");
    import->add_flag("--wait", importing->wait, "Run until it has ended");
    import->callback([&choice, importing] {
        choice.verb = [importing](Session &session) { return importArchive(session, *importing);
};
} // namespace respool
);

auto verifying = std::make_shared<VerifyArguments>();
auto *verify = app.add_subcommand(
    "verify", "Read recordings to their end, and compare them with what they were");
verifying->selection.addIds(*verify, true, true);
verify->add_flag("--thorough", verifying->thorough, "Walk all packets of videos, too");
verify->add_flag("--wait", verifying->wait, "Run until it has ended");
verify->callback([&choice, verifying] {
    choice.verb = [verifying](Session &session) { return verifyRecordings(session, *verifying); };
});
}

} // namespace respool
