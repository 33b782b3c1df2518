// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/session.h"

#include <QStringList>

#include <functional>

namespace CLI {
class App;
}

namespace respool {

// What a verb runs once the command line was read and the engine has started.
using Verb = std::function<Exit(Session &)>;
// The same for a verb that needs no engine: no data folder is made or opened for it.
using FileVerb = std::function<Exit(const Console &)>;

// What the command line chose: the verb, and what the engine must know for it.
struct Choice
{
    Verb verb;
    FileVerb fileVerb; // instead of verb
    int threads = 2;
    bool watches = false; // it looks after the stores as well, if it becomes the worker
    QStringList kinds;    // the kinds of job this process runs if it becomes the worker; empty: all
};

// Each adds its verbs to the command line; a chosen one sets choice when it is parsed.
void addStoreVerbs(CLI::App &app, Choice &choice);     // store, scan, doctor
void addRecordingVerbs(CLI::App &app, Choice &choice); // list, show, tag, hold
void addChangeVerbs(CLI::App &app, Choice &choice);    // picture, restore
void addDeleteVerb(CLI::App &app, Choice &choice);     // delete
void addReportVerbs(CLI::App &app, Choice &choice);    // report, audit
void addJobVerbs(CLI::App &app, Choice &choice);       // jobs, job, queue, work
void addBatchVerbs(CLI::App &app, Choice &choice);     // batches, batch
void addFileVerbs(CLI::App &app, Choice &choice);      // probe
void addRemuxVerb(CLI::App &app, Choice &choice);      // remux, of recordings and of files
void addExportVerb(CLI::App &app, Choice &choice);     // export
void addTransferVerbs(CLI::App &app, Choice &choice);  // import, verify
void addSearchVerbs(CLI::App &app, Choice &choice);    // search, index
void addMarkVerbs(CLI::App &app, Choice &choice);      // flag, seen, note
void addHelpVerb(CLI::App &app, Choice &choice);       // help
void addScheduleVerbs(CLI::App &app, Choice &choice);  // schedule, hours
void addRetentionVerbs(CLI::App &app, Choice &choice); // retention
void addTrashVerbs(CLI::App &app, Choice &choice);     // trash, storage

} // namespace respool
