// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/verbs.h"
#include "app/datafolder.h"
#include "app/leave.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QThreadPool>

#include <CLI/CLI.hpp>

using namespace respool;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Globals
{
    std::string data, database;
    bool json = false, quiet = false;
};

void addGlobals(CLI::App &app, Globals &globals)
{
    app.add_option("--data", globals.data, "The folder of the queue (or RESPOOL_DATA)");
    app.add_option("--database", globals.database, "sqlite:///PATH (or RESPOOL_DATABASE)");
    app.add_flag("--json", globals.json, "One JSON document on stdout");
    app.add_flag("--quiet", globals.quiet, "No messages but errors");
    app.set_version_flag("--version", "respoolctl " RESPOOL_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
}

Exit run(const Globals &globals, const Choice &choice)
{
    const Console console(globals.json, globals.quiet);
    if (choice.fileVerb)
        return choice.fileVerb(console);
    auto options =
        locateData(QString::fromStdString(globals.data), QString::fromStdString(globals.database));
    if (!options)
        return console.complain(options.error());
    options->threads = choice.threads;
    options->kinds = choice.kinds;
    options->watchesStores = options->watchesStores && choice.watches;
    const auto engine = Engine::start(*options);
    if (!engine)
        return console.complain(engine.error());
    Session session(**engine, globals.json, globals.quiet);
    return Exit(leave(**engine, int(choice.verb(session))));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"default.info=false"_s);
    CLI::App app("Manages recorded sessions and never forgets work it accepted.", "respoolctl");
    Globals globals;
    Choice choice;
    addGlobals(app, globals);
    addStoreVerbs(app, choice);
    addRecordingVerbs(app, choice);
    addChangeVerbs(app, choice);
    addDeleteVerb(app, choice);
    addJobVerbs(app, choice);
    addBatchVerbs(app, choice);
    addReportVerbs(app, choice);
    addScheduleVerbs(app, choice);
    addRetentionVerbs(app, choice);
    addTrashVerbs(app, choice);
    addFileVerbs(app, choice);
    addRemuxVerb(app, choice);
    addExportVerb(app, choice);
    addTransferVerbs(app, choice);
    addSearchVerbs(app, choice);
    addMarkVerbs(app, choice);
    addHelpVerb(app, choice);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : int(Exit::Usage);
    }
    return int(run(globals, choice));
}
