// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/filebar.h"
#include "app/cli/format.h"
#include "app/cli/interruptwatch.h"
#include "app/cli/selection.h"
#include "app/cli/verbs.h"
#include "core/base/units.h"
#include "core/engine.h"
#include "core/loosefiles.h"

#include <QFileInfo>
#include <QJsonArray>

#include <CLI/CLI.hpp>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct RemuxArguments
{
    SelectionArguments selection;
    std::string part, output, target, verify = "structure";
    bool wait = false, overwrite = false, transcode = false, dropDamaged = false;
};

// Identifiers have neither a dot nor a slash.
bool isFile(const std::string &argument)
{
    const QString text = QString::fromStdString(argument);
    return text.contains(u'/') || text.contains(u'.') || QFileInfo(text).isFile();
}

RemuxWishes wishesOf(const RemuxArguments &arguments)
{
    return {.part = QString::fromStdString(arguments.part),
            .keepDamaged = !arguments.dropDamaged,
            .verifyFull = arguments.verify == "full"};
}

Exit remuxRecordings(Session &session, const RemuxArguments &arguments)
{
    const auto found = findSelection(session, arguments.selection);
    if (!found)
        return session.complain(found.error());
    AWAIT(const Enqueued enqueued, session,
          session.engine().commands().remuxRecordings(idsOf(*found), wishesOf(arguments)));
    return answerEnqueued(session, enqueued, u"remux"_s, arguments.wait);
}

LooseFiles::Remux remuxOf(const std::string &file, const RemuxArguments &arguments)
{
    LooseFiles::Remux remux;
    remux.path = QString::fromStdString(file);
    remux.output = QString::fromStdString(arguments.output);
    remux.overwrite = arguments.overwrite;
    remux.options.keepDamaged = !arguments.dropDamaged;
    RewriteOptions &rewrite = remux.options.rewrite;
    rewrite.target =
        mediaTargetOf(QString::fromStdString(arguments.target))
            .value_or(mediaTargetFor(remux.output.isEmpty() ? remux.path : remux.output));
    rewrite.onlyIfNeeded = remux.output.isEmpty();
    rewrite.transcode = arguments.transcode;
    rewrite.verifyFull = arguments.verify == "full";
    // Another container needs another name.
    if (remux.output.isEmpty() && rewrite.target != mediaTargetFor(remux.path)) {
        const QFileInfo info(remux.path);
        remux.output = info.path() + u'/' + info.completeBaseName() + u'.' + textOf(rewrite.target);
        rewrite.onlyIfNeeded = false;
    }
    return remux;
}

QJsonObject reportJson(const LooseFiles::Remux &remux, const RemuxReport &report)
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    return {{u"file"_s, remux.path},
            {u"output"_s, remux.output.isEmpty() ? remux.path : remux.output},
            {u"changed"_s, !report.alreadySeekable},
            {u"packets"_s, report.packets},
            {u"durationS"_s, double(report.durationMs) / 1000},
            {u"bytesBefore"_s, report.bytesBefore},
            {u"bytes"_s, report.bytesAfter},
            {u"keptAs"_s, orNull(report.keptAs)},
            {u"warning"_s, orNull(report.warning)}};
}

QString reportText(const LooseFiles::Remux &remux, const RemuxReport &report)
{
    const QString &file = remux.output.isEmpty() ? remux.path : remux.output;
    if (report.alreadySeekable)
        return u"%1: is seekable already, left as it is"_s.arg(file);
    return u"%1: %2, %3, %4, verified"_s.arg(file, counted(report.packets, u"packet"_s),
                                             durationText(report.durationMs),
                                             sizeText(report.bytesAfter));
}

Exit remuxFiles(const Console &console, const RemuxArguments &arguments)
{
    const std::vector<std::string> &names = arguments.selection.ids;
    if (!arguments.output.empty() && names.size() > 1)
        return console.complain(
            {ErrorCode::InvalidArgument, u"--output takes one file at a time"_s});
    const InterruptWatch interrupts;
    LooseFiles files;
    Exit exit = Exit::Done;
    QJsonArray json;
    for (const std::string &name : names) {
        const LooseFiles::Remux remux = remuxOf(name, arguments);
        FileBar bar(console, remux.path);
        const auto report = files.remux(remux, interrupts.token(),
                                        [&](qint64 done, qint64 total) { bar.draw(done, total); });
        bar.end();
        if (!report) {
            const Exit failed = console.complain(report.error());
            exit = names.size() == 1 ? failed : Exit::SomeFailed;
            if (report.error().code == ErrorCode::Interrupted)
                break;
            continue;
        }
        console.print(reportText(remux, *report));
        if (!report->warning.isEmpty())
            console.say(u"warning: "_s + report->warning);
        if (!report->keptAs.isEmpty())
            console.say(u"the original is kept as "_s + report->keptAs);
        json << reportJson(remux, *report);
    }
    console.printJson(json);
    return exit;
}

void choose(Choice &choice, const std::shared_ptr<RemuxArguments> &arguments)
{
    const auto &names = arguments->selection.ids;
    const auto files = std::ranges::count_if(names, isFile);
    const bool forFiles =
        !arguments->output.empty() || !arguments->target.empty() || arguments->transcode;
    if (files == 0 && !forFiles) {
        choice.verb = [arguments](Session &session) {
            return remuxRecordings(session, *arguments);
        };
        return;
    }
    if (files < qsizetype(names.size()) || names.empty())
        throw CLI::ValidationError(
            "remux", names.empty() ? "--output, --to and --transcode are for files"
                                   : "files and recordings cannot be mixed, and --output, --to "
                                     "and --transcode are for files");
    choice.fileVerb = [arguments](const Console &console) {
        return remuxFiles(console, *arguments);
    };
}

} // namespace

void addRemuxVerb(CLI::App &app, Choice &choice)
{
    auto arguments = std::make_shared<RemuxArguments>();
    auto *verb = app.add_subcommand(
        "remux", "Make live recordings seekable: of a store, or any media files");
    arguments->selection.addIds(*verb, true, false);
    verb->add_option("--part", arguments->part, "One part, by name or position from 0");
    verb->add_flag("--wait", arguments->wait, "Run until it has ended");
    verb->add_option("--verify", arguments->verify,
                     "structure (the default), or full: compare all packets as well")
        ->check(CLI::IsMember({"structure", "full"}));
    verb->add_flag("--drop-damaged", arguments->dropDamaged,
                   "Do not keep a damaged original beside its copy");
    verb->add_option("--output", arguments->output, "Files: write there, leave the file alone");
    verb->add_option("--to", arguments->target, "Files: another container")
        ->check(CLI::IsMember({"webm", "mkv", "mp4"}));
    verb->add_flag("--transcode", arguments->transcode,
                   "Files: encode anew what the container does not allow");
    verb->add_flag("--overwrite", arguments->overwrite, "Files: replace an output that exists");
    verb->callback([&choice, arguments] { choose(choice, arguments); });
}

} // namespace respool
