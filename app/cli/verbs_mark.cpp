// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/format.h"
#include "app/cli/selection.h"
#include "app/cli/verbs.h"
#include "core/commands.h"
#include "core/engine.h"
#include "core/library/recordingcatalog.h"

#include <QFile>
#include <QJsonArray>

#include <CLI/CLI.hpp>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

using Marking = std::function<QFuture<Result<>>(Commands &, const QList<RecordingId> &)>;

void printMarks(const Session &session, const QList<Recording> &recordings)
{
    QList<QStringList> rows{{u"ID"_s, u"FLAGGED"_s, u"SEEN"_s, u"TAGS"_s, u"NOTE"_s}};
    QJsonArray json;
    for (const Recording &recording : recordings) {
        const auto word = [](bool yes) { return yes ? u"yes"_s : u"no"_s; };
        rows << QStringList{recording.uid, word(recording.flagged), word(recording.seen),
                            recording.tags.join(u", "_s), recording.note.simplified()};
        json << toJson(recording);
    }
    session.print(table(rows));
    session.printJson(json);
}

Exit mark(Session &session, const SelectionArguments &arguments, const Marking &marking)
{
    const auto found = findSelection(session, arguments);
    if (!found)
        return session.complain(found.error());
    const QList<RecordingId> ids = idsOf(*found);
    const Result<> marked = await(marking(session.engine().commands(), ids));
    if (!marked)
        return session.complain(marked.error());
    AWAIT(const QList<Recording> now, session, session.engine().catalog().recordings(ids));
    printMarks(session, now);
    return Exit::Done;
}

// The note of a file; - is stdin. One that is far too long is not read to its end.
Result<QString> noteFrom(const QString &name)
{
    constexpr qint64 most = 1 << 20;
    QFile file(name);
    const bool opened =
        name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(ErrorCode::NotFound, u"%1: %2"_s.arg(name, file.errorString()));
    return QString::fromUtf8(file.read(most));
}

struct NoteArguments
{
    std::string id;
    std::string text;
    std::string file;
    bool given = false;
};

Exit setNote(Session &session, const NoteArguments &arguments)
{
    QString note = QString::fromStdString(arguments.text);
    if (!arguments.file.empty()) {
        const Result<QString> read = noteFrom(QString::fromStdString(arguments.file));
        if (!read)
            return session.complain(read.error());
        note = *read;
    } else if (!arguments.given) {
        return session.complain(
            {ErrorCode::InvalidArgument, u"write the note, \"\" for none, or name a --file"_s});
    }
    SelectionArguments selection;
    selection.ids = {arguments.id};
    return mark(session, selection, [note](Commands &commands, const QList<RecordingId> &ids) {
        return commands.setNote(ids, note);
    });
}

void addFlagVerb(CLI::App *parent, Choice &choice, const char *name, const char *help, bool flagged)
{
    auto selection = std::make_shared<SelectionArguments>();
    auto *verb = parent->add_subcommand(name, help);
    selection->addIds(*verb, true, true);
    verb->callback([&choice, selection, flagged] {
        choice.verb = [selection, flagged](Session &session) {
            return mark(session, *selection,
                        [flagged](Commands &commands, const QList<RecordingId> &ids) {
                            return commands.setFlag(ids, flagged);
                        });
        };
    });
}

} // namespace

void addMarkVerbs(CLI::App &app, Choice &choice)
{
    auto *flag = app.add_subcommand("flag", "Recordings that need somebody's eye");
    flag->require_subcommand(1);
    addFlagVerb(flag, choice, "add", "Flag recordings", true);
    addFlagVerb(flag, choice, "remove", "Take the flag away", false);

    struct SeenArguments
    {
        SelectionArguments selection;
        bool no = false;
    };
    auto looked = std::make_shared<SeenArguments>();
    auto *seen = app.add_subcommand("seen", "Mark recordings as seen");
    seen->add_flag("--no", looked->no, "As unseen instead");
    looked->selection.addIds(*seen, true, true);
    seen->callback([&choice, looked] {
        choice.verb = [looked](Session &session) {
            return mark(session, looked->selection,
                        [no = looked->no](Commands &commands, const QList<RecordingId> &ids) {
                            return commands.setSeen(ids, !no);
                        });
        };
    });

    auto noted = std::make_shared<NoteArguments>();
    auto *note = app.add_subcommand("note", "What is to be known about a recording");
    note->require_subcommand(1);
    auto *set =
        note->add_subcommand("set", "Write the note of a recording, in place of the old one");
    set->add_option("ID", noted->id, "The recording, by any unambiguous beginning of its id")
        ->required();
    auto *text = set->add_option_function<std::string>(
        "TEXT",
        [noted = noted.get()](const std::string &typed) {
            noted->text = typed;
            noted->given = true;
        },
        "The note; \"\" takes it away");
    set->add_option("--file", noted->file, "A file with the note; - is stdin")->excludes(text);
    set->callback([&choice, noted] {
        choice.verb = [noted](Session &session) { return setNote(session, *noted); };
    });
}

} // namespace respool
