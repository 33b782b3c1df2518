// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchwait.h"
#include "app/cli/selection.h"
#include "app/cli/verbs.h"
#include "core/clocktime.h"
#include "core/engine.h"

#include <QFileInfo>

#include <CLI/CLI.hpp>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

struct ExportArguments
{
    SelectionArguments selection;
    std::string to, part, from, until;
    bool exact = false, join = false, transcode = false, overwrite = false, wait = false;
};

// An option that is not given stays -1. Errors: InvalidArgument with the option's name.
Result<qint64> timeFrom(const std::string &given, const QString &option)
{
    if (given.empty())
        return -1;
    const QString text = QString::fromStdString(given);
    if (const auto ms = clockTimeMs(text))
        return *ms;
    return fail(ErrorCode::InvalidArgument,
                u"%1 takes seconds (90.5) or h:mm:ss (0:01:30.5), not '%2'"_s.arg(option, text));
}

Result<ExportWishes> wishesOf(const ExportArguments &arguments)
{
    ExportWishes wishes;
    wishes.target = QFileInfo(QString::fromStdString(arguments.to)).absoluteFilePath();
    wishes.part = QString::fromStdString(arguments.part);
    TRY_LET(wishes.range.fromMs, timeFrom(arguments.from, u"--from"_s));
    TRY_LET(wishes.range.toMs, timeFrom(arguments.until, u"--until"_s));
    wishes.exact = arguments.exact;
    wishes.join = arguments.join;
    wishes.transcode = arguments.transcode;
    wishes.overwrite = arguments.overwrite;
    return wishes;
}

// Those of the command line that an archive, which takes recordings as they are, cannot heed.
Result<> refuseForArchive(const ExportArguments &arguments)
{
    if (arguments.part.empty() && arguments.from.empty() && arguments.until.empty()
        && !arguments.exact && !arguments.join && !arguments.transcode)
        return {};
    return fail(ErrorCode::InvalidArgument,
                u"an archive takes recordings as they are: --part, --from, --until, --exact, "
                "--join and --transcode are for a video"_s);
}

Exit exportArchive(Session &session, const ExportArguments &arguments)
{
    if (const auto possible = refuseForArchive(arguments); !possible)
        return session.complain(possible.error());
    const auto found = findSelection(session, arguments.selection);
    if (!found)
        return session.complain(found.error());
    if (found->isEmpty())
        return session.complain({ErrorCode::NotFound, u"no recording was found"_s});
    const ArchiveWishes wishes{QFileInfo(QString::fromStdString(arguments.to)).absoluteFilePath(),
                               arguments.overwrite};
    AWAIT(const Enqueued enqueued, session,
          session.engine().commands().archiveRecordings(idsOf(*found), wishes));
    return answerEnqueued(session, enqueued, u"archive"_s, arguments.wait);
}

Exit exportRecording(Session &session, const ExportArguments &arguments)
{
    if (QString::fromStdString(arguments.to).endsWith(".zip"_L1, Qt::CaseInsensitive))
        return exportArchive(session, arguments);
    const auto wishes = wishesOf(arguments);
    if (!wishes)
        return session.complain(wishes.error());
    const auto found = findSelection(session, arguments.selection);
    if (!found)
        return session.complain(found.error());
    if (found->size() != 1)
        return session.complain(
            {ErrorCode::InvalidArgument,
             u"one recording is exported at a time; several go into one archive: --to FILE.zip"_s});
    AWAIT(const Enqueued enqueued, session,
          session.engine().commands().exportRecording(found->first().id, *wishes));
    return answerEnqueued(session, enqueued, u"export"_s, arguments.wait);
}

} // namespace

void addExportVerb(CLI::App &app, Choice &choice)
{
    auto arguments = std::make_shared<ExportArguments>();
    auto *verb = app.add_subcommand(
        "export", "Write a recording, or a part of it, or an archive of many, as a file elsewhere");
    arguments->selection.addIds(*verb, true, false);
    verb->add_option(
            "--to", arguments->to,
            "The file: .zip, an archive of all files of the recordings; .webm; a copy of one "
            "part may be .mkv or .mp4, too")
        ->required();
    verb->add_option("--part", arguments->part, "One part, by name or position from 0");
    verb->add_option("--from", arguments->from,
                     "A clip from there, in seconds or h:mm:ss.mmm of the part");
    verb->add_option("--until", arguments->until, "and up to there");
    verb->add_flag("--exact", arguments->exact,
                   "Cut at the very frame instead of the key frame before it; encodes anew");
    verb->add_flag("--join", arguments->join, "All parts one behind the other");
    verb->add_flag("--transcode", arguments->transcode, "Encode anew as VP9 and Opus");
    verb->add_flag("--overwrite", arguments->overwrite, "Replace a file that is there");
    verb->add_flag("--wait", arguments->wait, "Run until it has ended");
    verb->callback([&choice, arguments] {
        choice.verb = [arguments](Session &session) {
            return exportRecording(session, *arguments);
        };
    });
}

} // namespace respool
