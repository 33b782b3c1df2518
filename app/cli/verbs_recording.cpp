// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/format.h"
#include "app/cli/queryargument.h"
#include "app/cli/selection.h"
#include "app/cli/verbs.h"
#include "core/archivecatalog.h"
#include "core/base/units.h"
#include "core/commands.h"
#include "core/engine.h"
#include "core/evidence.h"
#include "core/library/recordingcatalog.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

using namespace Qt::Literals::StringLiterals;

namespace respool {

namespace {

QString secondsText(qint64 ms)
{
    return ms > 0 ? QString::number(double(ms) / 1000, 'f', 1) + u" s"_s : u"-"_s;
}

QString seekableText(const Recording &recording)
{
    bool asked = false;
    for (const Part &part : recording.parts) {
        if (part.seekable == Seekable::No)
            return u"no"_s;
        asked = asked || part.seekable == Seekable::Yes;
    }
    return asked ? u"yes"_s : u"-"_s;
}

// What is being recorded is present, and more than that.
QString stateText(const Recording &recording)
{
    const bool active = recording.active && recording.state == RecordingState::Present;
    const QString word = active ? u"recording"_s : toText(recording.state);
    return word + (recording.held ? u", held"_s : QString())
           + (recording.flagged ? u", flagged"_s : QString());
}

void printRecordings(const Session &session, const QList<Recording> &recordings)
{
    QList<QStringList> rows{{u"ID"_s, u"STORE"_s, u"KIND"_s, u"START"_s, u"DURATION"_s, u"BYTES"_s,
                             u"SEEKABLE"_s, u"STATE"_s, u"PROBLEM"_s}};
    QJsonArray json;
    for (const Recording &recording : recordings) {
        rows << QStringList{recording.uid,
                            recording.storeName,
                            toText(recording.kind),
                            timeText(recording.startMs),
                            secondsText(recording.durationMs),
                            QString::number(recording.bytes),
                            seekableText(recording),
                            stateText(recording),
                            recording.problem};
        json << toJson(recording);
    }
    session.print(table(rows));
    session.printJson(json);
}

struct ListArguments
{
    std::vector<std::string> query;
    std::string sort = "start";
    int limit = 0;
};

Exit listRecordings(Session &session, const ListArguments &arguments)
{
    QStringList words;
    for (const std::string &word : arguments.query)
        words << QString::fromStdString(word);
    auto query = queryArgument(session, words.join(u' '));
    if (!query)
        return session.complain(query.error());
    RecordingFilter filter;
    filter.query = *std::move(query);
    filter.limit = arguments.limit;
    const std::map<std::string, RecordingSort> sorts{{"start", RecordingSort::Start},
                                                     {"duration", RecordingSort::Duration},
                                                     {"bytes", RecordingSort::Bytes},
                                                     {"name", RecordingSort::Name}};
    filter.sort = sorts.at(arguments.sort);
    filter.descending = filter.sort != RecordingSort::Name;
    AWAIT(const QList<Recording> recordings, session, session.engine().catalog().find(filter));
    printRecordings(session, recordings);
    return Exit::Done;
}

QJsonObject jsonOf(const ItemResult &result)
{
    QJsonObject json = toJson(result.item);
    json[u"batch"_s] = result.batch.value;
    json[u"job"_s] = result.job.value;
    json[u"kind"_s] = result.kind;
    return json;
}

void printHistory(const Session &session, const RecordingHistory &history)
{
    if (!history.results.isEmpty()) {
        QList<QStringList> rows{
            {u"WHEN"_s, u"JOB"_s, u"KIND"_s, u"BATCH"_s, u"RESULT"_s, u"BYTES"_s}};
        for (const ItemResult &result : history.results)
            rows << QStringList{
                timeText(result.item.atMs),
                QString::number(result.job.value),
                result.kind,
                QString::number(result.batch.value),
                result.item.error.code == ErrorCode::None ? u"done"_s : result.item.error.detail,
                QString::number(result.item.bytes)};
        session.print(u'\n' + table(rows));
    }
    if (!history.rows.isEmpty())
        session.print(u'\n' + auditTable(history.rows));
}

// One recording as an array of one, as list has it, and with its history.
void printShown(const Session &session, const Recording &recording, const RecordingHistory &history)
{
    QJsonArray results;
    for (const ItemResult &result : history.results)
        results << jsonOf(result);
    QJsonObject json = toJson(recording);
    json[u"history"_s] =
        QJsonObject{{u"results"_s, results}, {u"audit"_s, auditJson(history.rows)}};
    session.printJson(QJsonArray{json});
}

Exit showRecording(Session &session, const SelectionArguments &arguments)
{
    const auto found = findSelection(session, arguments);
    if (!found)
        return session.complain(found.error());
    const Recording &recording = found->first();
    AWAIT(const RecordingHistory history, session,
          session.engine().evidence().historyOf(recording.uid));
    printShown(session, recording, history);
    if (session.json())
        return Exit::Done;
    printRecordings(session, {recording});
    AWAIT(const VerifiedState verified, session,
          session.engine().archives().verified(recording.id));
    QList<QStringList> rows{{u"PART"_s, u"KIND"_s, u"START"_s, u"DURATION"_s, u"BYTES"_s,
                             u"SEEKABLE"_s, u"MEDIA"_s, u"PROBLEM"_s}};
    for (const Part &part : recording.parts)
        rows << QStringList{part.name,
                            toText(part.kind),
                            timeText(part.startMs),
                            secondsText(part.durationMs),
                            QString::number(part.bytes),
                            part.seekable == Seekable::NotAsked
                                ? u"-"_s
                                : (part.seekable == Seekable::Yes ? u"yes"_s : u"no"_s),
                            part.media,
                            part.problem};
    session.print(u'\n' + table(rows));
    session.print(u"verified: "_s
                  + (verified.verifiedMs > 0 ? timeText(verified.verifiedMs)
                                             : u"never, or not as it is now"_s));
    if (!recording.tags.isEmpty())
        session.print(u"\ntags: "_s + recording.tags.join(u", "_s));
    if (!recording.note.isEmpty())
        session.print(u"\nnote: "_s + recording.note);
    printHistory(session, history);
    return Exit::Done;
}

enum class Mark { AddTag, RemoveTag, AddHold, RemoveHold };

Exit mark(Session &session, const SelectionArguments &arguments, Mark what, const QString &text)
{
    const auto found = findSelection(session, arguments);
    if (!found)
        return session.complain(found.error());
    const QList<RecordingId> ids = idsOf(*found);
    Commands &commands = session.engine().commands();
    const auto marked = [&] {
        switch (what) {
        case Mark::AddTag:
            return await(commands.addTag(ids, text));
        case Mark::RemoveTag:
            return await(commands.removeTag(ids, text));
        case Mark::AddHold:
            return await(commands.addHold(ids, text));
        case Mark::RemoveHold:
            return await(commands.removeHold(ids, text));
        }
        Q_UNREACHABLE();
    }();
    if (!marked)
        return session.complain(marked.error());
    AWAIT(const QList<Recording> now, session, session.engine().catalog().recordings(ids));
    printRecordings(session, now);
    return Exit::Done;
}

struct MarkArguments
{
    std::string text;
    SelectionArguments selection;
};

void addMarkVerb(CLI::App *parent, Choice &choice, const char *name, const char *help, Mark what)
{
    auto arguments = std::make_shared<MarkArguments>();
    auto *verb = parent->add_subcommand(name, help);
    if (what == Mark::AddTag || what == Mark::RemoveTag)
        verb->add_option("TAG", arguments->text, "The tag")->required();
    if (what == Mark::AddHold)
        verb->add_option("--reason", arguments->text, "Why nobody may delete them")->required();
    if (what == Mark::RemoveHold)
        verb->add_option("--reason", arguments->text, "Why they may go now; kept in the audit log")
            ->required();
    arguments->selection.addIds(*verb, true, true);
    verb->callback([&choice, arguments, what] {
        choice.verb = [arguments, what](Session &session) {
            return mark(session, arguments->selection, what,
                        QString::fromStdString(arguments->text));
        };
    });
}

} // namespace

void addRecordingVerbs(CLI::App &app, Choice &choice)
{
    auto listing = std::make_shared<ListArguments>();
    auto *list = app.add_subcommand("list", "Find recordings");
    list->add_option("QUERY", listing->query,
                     "Words, and conditions such as kind:video 'size>100M' -tag:audit; see help "
                     "query");
    list->add_option("--sort", listing->sort, "start, duration, bytes or name")
        ->check(CLI::IsMember({"start", "duration", "bytes", "name"}));
    list->add_option("--limit", listing->limit, "At most so many");
    list->callback([&choice, listing] {
        choice.verb = [listing](Session &session) { return listRecordings(session, *listing); };
    });

    auto shown = std::make_shared<SelectionArguments>();
    auto *show = app.add_subcommand("show", "Show one recording and its parts");
    shown->addIds(*show, false, false);
    show->callback([&choice, shown] {
        choice.verb = [shown](Session &session) { return showRecording(session, *shown); };
    });

    auto *tag = app.add_subcommand("tag", "Words to find recordings by");
    tag->require_subcommand(1);
    addMarkVerb(tag, choice, "add", "Give recordings a tag", Mark::AddTag);
    addMarkVerb(tag, choice, "remove", "Take a tag away", Mark::RemoveTag);
    auto *hold = app.add_subcommand("hold", "Keep recordings from being deleted by anybody");
    hold->require_subcommand(1);
    addMarkVerb(hold, choice, "add", "Put recordings under hold", Mark::AddHold);
    addMarkVerb(hold, choice, "remove", "Lift the hold", Mark::RemoveHold);
}

} // namespace respool
